import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  accept,
  commitment,
  emptyRoot,
  entryHash,
  fromHex,
  hex,
  leafBytes,
  leafHash,
  rootOf,
  signatureBytes,
  entryMessage,
  refuse,
} from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { buildExample, signExample, type SignedStep, type Site } from './build.ts'
import { examples } from './examples.ts'
import { permuted } from './permuted.ts'
import { LOG_KEY } from './script.ts'

const given = { primitives: nodePrimitives, signerOf: nodeSigner }
const { sha256, verify } = nodePrimitives

const bytes = (text: string): Uint8Array => {
  const read = fromHex(text)
  assert.ok(read.ok)
  return read.value
}

for (const example of [...examples, permuted]) {
  describe(`the signed example ${example.slug}`, async () => {
    const signed = await signExample(example, given)

    it('has a valid signature on each entry, by the key that the entry names', async () => {
      const answers = await verify(
        signed.steps.map(({ submission: { entry, sig, key } }) => ({
          publicKey: bytes(key),
          message: entryMessage(entry),
          signature: signatureBytes(sig),
        })),
      )
      assert.ok(answers.length > 150 && answers.every((answer) => answer))
      for (const { submission } of signed.steps) assert.equal(submission.entry.key, hex(sha256(bytes(submission.key))))
    })

    it('commits to each act under the record that entry 0 names', () => {
      for (const [at, { hash, submission }] of signed.steps.entries()) {
        const { entry, act, salt } = submission
        assert.equal(entry.log, at === 0 ? null : signed.origin)
        assert.equal(entry.act, commitment(sha256, { log: entry.log, by: entry.by, act, salt: bytes(salt) }))
        assert.equal(hash, entryHash(sha256, entry))
      }
    })

    it('has each entry see the whole record before it, at the script’s own clock', () => {
      const leaves = signed.steps.map(({ recorded, submission: { entry, sig } }) => leafHash(sha256, leafBytes({ entry, sig, recorded })))
      for (const [at, { submission }] of signed.steps.entries()) {
        const root = at === 0 ? emptyRoot(sha256) : hex(rootOf(sha256, leaves.slice(0, at)))
        assert.deepEqual(submission.entry.saw, { size: at, root })
      }
    })

    it('draws no salt twice and shares none with a key', () => {
      const salts = signed.steps.map(({ submission }) => submission.salt)
      const seeds = [LOG_KEY, ...new Set(example.script.map(({ key }) => key))].map((label) =>
        hex(sha256(new TextEncoder().encode(`paraph/example/${example.slug}/${label}`))),
      )
      assert.equal(seeds[0], hex(signed.logKey.seed))
      assert.equal(new Set([...salts, ...seeds]).size, salts.length + seeds.length)
    })

    it('has its founding act say that its keys are public', () => {
      assert.equal((signed.steps[0]!.submission.act as { keysArePublic?: boolean }).keysArePublic, true)
    })
  })
}

describe('building an example', () => {
  const example = examples[0]!

  const site = (refused?: string) => {
    const taken: SignedStep[] = []
    let broken = false
    const take = (step: SignedStep) => {
      if (broken) return refuse('saw-in-the-future')
      broken = step.step.label === refused
      if (broken) return refuse('storage-full', {}, 'act')
      taken.push(step)
      return accept(undefined)
    }
    const into: Site = {
      found: async (founding, logKey) => {
        assert.equal(hex(logKey.signer.publicKey), (founding.submission.act as { host: { key: string } }).host.key)
        return take(founding)
      },
      submit: async (_process, steps) => steps.map(take),
    }
    return { taken, into }
  }

  it('founds once, submits the rest in their order, and gives the same process wherever it is done', async () => {
    const one = site()
    const other = site()
    const first = await buildExample(example, given, one.into)
    const second = await buildExample(example, given, other.into)
    assert.ok(first.ok && second.ok)
    assert.equal(first.value, second.value)
    assert.deepEqual(
      one.taken.map(({ step }) => step.label),
      example.script.map(({ label }) => label),
    )
  })

  it('gives the first refusal and names the step', async () => {
    const { taken, into } = site('round/doha')
    const answer = await buildExample(example, given, into)
    assert.ok(!answer.ok)
    assert.equal(answer.refusal.code, 'storage-full')
    assert.equal(answer.refusal.path, 'round/doha: act')
    assert.equal(taken.at(-1)!.step.label, example.script[example.script.findIndex(({ label }) => label === 'round/doha') - 1]!.label)
  })

  it('throws at a script that names what does not stand yet, or one label twice', async () => {
    const [first, second] = example.script
    const ahead = {
      ...example,
      script: [first!, { ...second!, act: (ref: (label: string) => string) => ({ type: 'x', to: ref('nothing') }) }],
    }
    await assert.rejects(signExample(ahead, given), /names nothing before it stands/)
    await assert.rejects(signExample({ ...example, script: [first!, { ...second!, label: first!.label }] }, given), /two steps/)
  })
})
