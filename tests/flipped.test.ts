import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { exitStatus, FAULTS, type Verdict, verifyBundle } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { meaning } from '@paraph/talks'
import { inFolder, paraph, paraphHere } from './command-line.test-support.ts'

type Named = { readonly name: string; readonly index: number | undefined; readonly status: number }
const named = (verdict: Verdict<unknown>): Named => ({
  name: verdict.verdict === 'fault' ? verdict.fault.name : verdict.verdict === 'unreadable' ? verdict.reason : verdict.verdict,
  index: verdict.verdict === 'fault' ? verdict.fault.index : undefined,
  status: exitStatus(verdict),
})
const verdictOn = async (bytes: Uint8Array): Promise<Named> =>
  named(await verifyBundle(bytes, { primitives: nodePrimitives, meaning: meaning(nodePrimitives) }))

/** One bit of the byte, another one each time. */
const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const changed = bytes.slice()
  changed[at]! ^= 1 << (at % 8)
  return changed
}

/** Where the content of each member lies, by the local headers of a stored zip (APPNOTE 4.3.7). */
const members = (bytes: Uint8Array): { readonly name: string; readonly from: number; readonly until: number }[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const found = []
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + view.getUint16(at + 26, true)))
    at = from + view.getUint32(at + 18, true)
    found.push({ name, from, until: at })
  }
  return found
}

const bundleOf = async (home: string, process: string): Promise<Uint8Array> => {
  if (process === 'lake-sera-exercise') await paraphHere(home, ['init', 'exercise'])
  assert.equal((await paraphHere(home, ['export', process, '-o', 'x.paraph'])).status, 0)
  return new Uint8Array(readFileSync(join(home, 'x.paraph')))
}

/** Checks the flip of each byte asked for; tells how often each fault was named. */
const checkFlips = async (bytes: Uint8Array, places: Iterable<number>): Promise<Map<string, number>> => {
  const parts = members(bytes)
  const seen = new Map<string, number>()
  for (const at of places) {
    const { name, index, status } = await verdictOn(flipped(bytes, at))
    const part = parts.find(({ from, until }) => from <= at && at < until)?.name ?? 'headers'
    const where = `byte ${at} of ${part}: ${name}`
    assert.ok(status === 1 || status === 2, where)
    assert.ok(status === 2 || FAULTS.includes(name as never), where)
    if (part.startsWith('acts/') || part.startsWith('tile/entries')) {
      assert.equal(status, 1, where)
      assert.ok(index !== undefined, `${where} names no entry`)
    }
    seen.set(name, (seen.get(name) ?? 0) + 1)
  }
  return seen
}

test('every flipped byte of a small bundle is a named fault, and in acts and entries it names the entry', async (t) => {
  await inFolder(async (home) => {
    const bytes = await bundleOf(home, 'lake-sera-exercise')
    assert.equal((await verdictOn(bytes)).status, 0)
    const seen = await checkFlips(bytes, bytes.keys())
    t.diagnostic(`${bytes.length} bytes: ${[...seen].map(([name, count]) => `${name} ${count}`).join(', ')}`)
    for (const name of ['leaf-hash', 'commitment', 'hash-tile', 'log-signature', 'bundle-form'])
      assert.ok(seen.has(name), `${name} never came`)
  })
})

test('flips spread over the example’s bundle are named faults', async (t) => {
  await inFolder(async (home) => {
    const bytes = await bundleOf(home, 'istanbul-2025')
    const places = Array.from({ length: 61 }, (_, step) => Math.floor((step * bytes.length) / 61) + step)
    const seen = await checkFlips(bytes, places)
    t.diagnostic([...seen].map(([name, count]) => `${name} ${count}`).join(', '))
  })
})

test('the command says the same as the function, with the fault and its entry in words', async () => {
  await inFolder(async (home) => {
    const bytes = await bundleOf(home, 'lake-sera-exercise')
    const part = (name: string) => members(bytes).find((member) => member.name.startsWith(name))!
    for (const [name, offset] of [
      ['acts/', 20],
      ['tile/entries', 40],
      ['checkpoint', 3],
      ['tile/0', 5],
    ] as const) {
      const at = part(name).from + offset
      writeFileSync(join(home, 'flipped.paraph'), flipped(bytes, at))
      const { status, said } = await paraph(home, ['verify', 'flipped.paraph', '--json'])
      const verdict = JSON.parse(said) as Verdict<unknown>
      assert.deepEqual(named(verdict), await verdictOn(flipped(bytes, at)))
      assert.equal(status, exitStatus(verdict))
    }
    const { said } = await paraphHere(home, ['verify', 'flipped.paraph'])
    assert.match(said, /^not verified: [a-z-]+/)
  })
})
