import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBundle } from '../bundle.ts'
import { utf8 } from '../bytes.ts'
import { browserPrimitives } from '../browser/index.ts'
import type { MemberId } from '../names.ts'
import { nodePrimitives, verifyPool } from '../node/index.ts'
import { minute, ToyRecord, toyMeaning, toyRecord, toySigner } from '../toy.test-support.ts'
import { verifyBundle } from './bundle.ts'
import { bundleSource } from './bundlesource.ts'
import type { Progress } from './checks.ts'
import type { RecordSource } from './source.ts'
import { exitStatus, type Fault, firstFault } from './verdict.ts'
import { verifyRecord } from './verify.ts'

const options = { primitives: nodePrimitives, meaning: toyMeaning }

/** A record as its tiles are served: what is not there answers undefined, and every answer takes a turn. */
const servedBy = async (record: ToyRecord): Promise<RecordSource> => {
  const bundle = readBundle(await record.bundle())
  assert.ok(bundle.ok)
  const source = bundleSource(bundle.value)
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    checkpoint: () => turn().then(() => source.checkpoint()),
    hashTile: (tile) => turn().then(() => source.hashTile(tile)),
    entryTile: (tile) => turn().then(() => source.entryTile(tile)),
    acts: (entries) => turn().then(() => source.acts(entries)),
  }
}

describe('verification of a record', () => {
  test('[R40] over served tiles, by node:crypto, its pool and WebCrypto, the verdict and the state are the same', async () => {
    const record = await toyRecord(600)
    const source = await servedBy(record)
    const pool = verifyPool({ threads: 2 })
    const web = await browserPrimitives()
    assert.ok(web.ok)
    const verdicts = []
    for (const primitives of [nodePrimitives, pool.primitives, web.value])
      verdicts.push(await verifyRecord(source, { ...options, primitives }))
    await pool.close()
    assert.equal(verdicts[0]!.verdict, 'verified')
    assert.deepEqual(verdicts[1], verdicts[0])
    assert.deepEqual(verdicts[2], verdicts[0])
  })

  test('[R54] entries are walked while later tiles are read, and a wrong tile is named before whatever was found in the entries before it', async () => {
    const record = await toyRecord(299)
    await record.say({
      by: 'A',
      act: { type: 'toy.noted', text: 'forged' },
      signer: { publicKey: toySigner('A').publicKey, sign: toySigner('host').sign },
    })
    for (let more = 0; more < 2600; more++) await record.say({ by: 'B', act: { type: 'toy.noted', text: `after ${more}` } })
    const served = await servedBy(record)
    const alone = await verifyRecord(served, options)
    assert.ok(alone.verdict === 'fault')
    assert.deepEqual([alone.fault.name, alone.fault.index], ['signature', 300])
    const asked: string[] = []
    const torn: RecordSource = {
      ...served,
      acts: (entries) => {
        asked.push('acts')
        return served.acts(entries)
      },
      entryTile: async (tile) => {
        asked.push(`tile ${tile.index}`)
        const bytes = await served.entryTile(tile)
        return tile.index === 11 ? bytes?.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) : bytes
      },
    }
    const verdict = await verifyRecord(torn, options)
    assert.ok(verdict.verdict === 'fault')
    assert.deepEqual([verdict.fault.name, verdict.fault.index], ['leaf-hash', 11 * 256])
    assert.ok(asked.indexOf('acts') < asked.indexOf('tile 11'))
  })

  test('[R48] progress counts leaves, folded acts and signatures up to the size, and never back', async () => {
    const record = await toyRecord(599)
    const seen: Progress[] = []
    await verifyRecord(await servedBy(record), { ...options, onProgress: (progress) => seen.push(progress) })
    assert.ok(seen.length >= 9)
    for (const [at, progress] of seen.entries()) {
      const before = seen[at - 1] ?? { read: 0, folded: 0, signatures: 0 }
      assert.ok(progress.read >= before.read && progress.folded >= before.folded && progress.signatures >= before.signatures)
    }
    assert.deepEqual(seen.at(-1), { read: 600, folded: 600, signatures: 600, entries: 600 })
  })

  test('[R48] a verification that is told to stop says cancelled, at whatever stage it is', async () => {
    const record = await toyRecord(599)
    const stages = [(p: Progress) => p.read > 0, (p: Progress) => p.folded > 0, (p: Progress) => p.signatures > 0]
    for (const isStage of stages) {
      const controller = new AbortController()
      const onProgress = (progress: Progress) => {
        if (isStage(progress)) controller.abort()
      }
      const verdict = await verifyRecord(await servedBy(record), { ...options, onProgress, signal: controller.signal })
      assert.equal(verdict.verdict, 'cancelled')
    }
  })

  test('[R48] a source that fails makes the verification reject: that is nobody’s fault', async () => {
    const source = await servedBy(await toyRecord(3))
    for (const part of ['checkpoint', 'hashTile', 'entryTile', 'acts'] as const) {
      await assert.rejects(verifyRecord({ ...source, [part]: () => Promise.reject(new Error('no network')) }, options), /no network/)
    }
  })

  test('[R49] acts that are not here are undisclosed or erased, counted, and told to the fold as such', async () => {
    const record = await toyRecord(4)
    const erased = record.hashes[2]!
    record.acts.delete(erased)
    record.acts.delete(record.hashes[3]!)
    await record.say({ by: 'A', act: { type: 'toy.erased', entry: erased } })
    const verdict = await verifyBundle(await record.bundle(), options)
    assert.ok(verdict.verdict === 'verified', JSON.stringify(verdict))
    assert.deepEqual(verdict.counts, { entries: 6, open: 4, undisclosed: 1, erased: 1, notCheckable: 0, unknownTypes: 0 })
    assert.deepEqual(verdict.state.told, ['open', 'open', 'erased', 'withheld', 'open', 'open'])
    assert.deepEqual(verdict.facts.erased.get(erased), ['A'])
  })

  test('[R50] an act of an unknown type verifies as bytes and is counted, and may name a person', async () => {
    const record = await toyRecord(1)
    await record.say({ by: 'A', act: { type: 'toy.later/2', what: 1 } })
    await record.say({ by: 'A', act: { type: 'toy.later', what: 1 }, entry: { person: 'M' as MemberId } })
    const verdict = await verifyBundle(await record.bundle(), options)
    assert.ok(verdict.verdict === 'verified')
    assert.equal(verdict.counts.unknownTypes, 2)
  })

  test('[R50] a rule that seems broken after an act that is not here is not checkable, and counted', async () => {
    const record = await toyRecord(2)
    await record.say({ by: 'A', act: { type: 'toy.noted', text: 'note 0' } })
    const whole = await verifyBundle(await record.bundle(), options)
    assert.ok(whole.verdict === 'fault' && whole.fault.name === 'rule' && whole.fault.facts['code'] === 'note-repeated')
    record.acts.delete(record.hashes[2]!)
    const part = await verifyBundle(await record.bundle(), options)
    assert.ok(part.verdict === 'verified')
    assert.equal(part.counts.notCheckable, 1)
  })

  test('[R51] a signer’s clock may be five minutes ahead, and not a millisecond more', async () => {
    for (const [ahead, expected] of [
      [5, 'verified'],
      [5 + 1 / 60_000, 'fault'],
    ] as const) {
      const record = await toyRecord(1)
      await record.say({ by: 'A', act: { type: 'toy.noted', text: 'x' }, entry: { at: minute(2 + ahead) } })
      assert.equal((await verifyBundle(await record.bundle(), options)).verdict, expected)
    }
  })

  test('[R51] two entries of one millisecond are in order', async () => {
    const record = await toyRecord(1)
    await record.say({ by: 'A', act: { type: 'toy.noted', text: 'x' }, leaf: { recorded: minute(1) } })
    assert.equal((await verifyBundle(await record.bundle(), options)).verdict, 'verified')
  })

  test('[R52] nothing, no zip, a zip without checkpoint and one with a malformed checkpoint are unreadable, and the exit status is 2', async () => {
    const reasonOf = async (bytes: Uint8Array): Promise<string> => {
      const verdict = await verifyBundle(bytes, options)
      assert.equal(exitStatus(verdict), 2)
      return verdict.verdict === 'unreadable' ? verdict.reason : verdict.verdict
    }
    assert.equal(await reasonOf(new Uint8Array(0)), 'not-a-zip')
    assert.equal(await reasonOf(utf8('x'.repeat(100))), 'not-a-zip')
    const source = await servedBy(await toyRecord(1))
    const none = await verifyRecord({ ...source, checkpoint: async () => undefined }, options)
    assert.ok(none.verdict === 'unreadable' && none.reason === 'no-checkpoint')
    for (const wrong of [new Uint8Array([0xff]), utf8('no note'), utf8('a\nb\n\n— a AAAAAAA=\n')]) {
      const verdict = await verifyRecord({ ...source, checkpoint: async () => wrong }, options)
      assert.ok(verdict.verdict === 'unreadable' && verdict.reason === 'checkpoint-malformed')
    }
  })

  test('[R52] an empty record, and one whose first entry founds nothing, have the fault entry-zero', async () => {
    const empty = new ToyRecord()
    empty.origin = 'host.example/0'
    const first = new ToyRecord()
    first.origin = 'host.example/0'
    const meaning = {
      ...toyMeaning,
      facts: (state: ReturnType<typeof toyMeaning.begin>) => ({ ...toyMeaning.facts(state), host: undefined }),
    }
    const verdict = await verifyBundle(await empty.bundle(), options)
    assert.ok(verdict.verdict === 'fault' && verdict.fault.name === 'entry-zero')
    assert.equal(exitStatus(verdict), 1)
    await first.found()
    const unfounded = await verifyBundle(await first.bundle(), { ...options, meaning })
    assert.ok(unfounded.verdict === 'fault' && unfounded.fault.name === 'entry-zero' && unfounded.fault.facts['code'] === 'no-host')
  })

  test('[R53] of several faults the one at the lower index is named, and at one index the earlier check', async () => {
    const record = await toyRecord(300)
    // The leaf with the wrong signature makes another tree: the walk meets the `saw` behind it before the batch is answered.
    const leaf = record.leaves[1]!
    record.leaves[1] = { ...leaf, sig: record.leaves[3]!.sig }
    const forged = new ToyRecord()
    forged.origin = record.origin
    for (const one of record.leaves) forged.append(one)
    for (const [hash, act] of record.acts) forged.acts.set(hash, act)
    const rewritten = await verifyBundle(await forged.bundle(), options)
    assert.ok(rewritten.verdict === 'fault')
    assert.deepEqual([rewritten.fault.name, rewritten.fault.index], ['signature', 1])
    const at = (name: Fault['name'], index?: number): Fault => ({
      name,
      facts: {},
      ...(index === undefined ? {} : { index: index as never }),
    })
    assert.equal(firstFault(at('rule', 3), at('signature', 4))?.name, 'rule')
    assert.equal(firstFault(at('rule', 3), at('signature', 3))?.name, 'signature')
    assert.equal(firstFault(at('leaf-hash', 3), at('root'))?.name, 'root')
    assert.equal(firstFault(undefined, undefined), undefined)
  })
})
