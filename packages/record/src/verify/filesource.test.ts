import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBundle } from '../bundle.ts'
import { nodePrimitives } from '../node/index.ts'
import { type ToyRecord, toyMeaning, toyRecord } from '../toy.test-support.ts'
import { FILE_LIMITS, fileSource } from './filesource.ts'
import { verifyRecord } from './verify.ts'

const options = { primitives: nodePrimitives, meaning: toyMeaning }
const filesOf = async (record: ToyRecord): Promise<Map<string, Uint8Array>> => {
  const bundle = readBundle(await record.bundle())
  assert.ok(bundle.ok)
  return new Map(bundle.value.files)
}
const verdictOn = (files: ReadonlyMap<string, Uint8Array>) =>
  verifyRecord(
    fileSource(async (path) => files.get(path)),
    options,
  )

test('[R56] files laid out are verified by reading them one by one, each within its limit', async () => {
  const record = await toyRecord(300)
  const files = await filesOf(record)
  const asked = new Map<string, number>()
  const verdict = await verifyRecord(
    fileSource(async (path, limit) => {
      asked.set(path, limit)
      return files.get(path)
    }),
    options,
  )
  assert.ok(verdict.verdict === 'verified')
  assert.equal(verdict.counts.open, 301)
  assert.equal(asked.get('checkpoint'), FILE_LIMITS.checkpoint)
  assert.equal(asked.get('tile/0/000'), 8192)
  for (const [path, limit] of asked) assert.ok(files.get(path)!.length <= limit, path)
})

test('[R56] a checkpoint is read once: a record that grows while it is read is verified as it was', async () => {
  const record = await toyRecord(5)
  const before = await filesOf(record)
  await record.say({ by: 'A', act: { type: 'toy.noted', text: 'later' } })
  const after = await filesOf(record)
  let reads = 0
  const source = fileSource(async (path) => (path === 'checkpoint' && reads++ === 0 ? before : after).get(path) ?? before.get(path))
  for (const size of [6, 6]) {
    const verdict = await verifyRecord(source, options)
    assert.ok(verdict.verdict === 'verified')
    assert.equal(verdict.size, size)
  }
  assert.equal(reads, 1)
})

test('[R56] a file beyond its limit, cut off, is faulty; a reader that fails rejects', async () => {
  const record = await toyRecord(3)
  const files = await filesOf(record)
  const act = [...files.keys()].find((name) => name.startsWith('acts/'))!
  const verdict = await verdictOn(new Map([...files, [act, new Uint8Array(FILE_LIMITS.act + 1)]]))
  assert.ok(verdict.verdict === 'fault')
  assert.equal(verdict.fault.name, 'act-form')
  await assert.rejects(
    verifyRecord(
      fileSource(async (path) => {
        if (path.startsWith('acts/')) throw new RangeError('no network')
        return files.get(path)
      }),
      options,
    ),
    /no network/,
  )
})

test('[R55] an act that the record says is public is here, or missing; an erased one and any other may be absent', async () => {
  const record = await toyRecord(3)
  const [, first, second, third] = record.hashes
  await record.say({ by: 'A', act: { type: 'toy.published', entry: first! } })
  await record.say({ by: 'A', act: { type: 'toy.published', entry: second! } })
  await record.say({ by: 'B', act: { type: 'toy.erased', entry: second! } })
  const files = await filesOf(record)
  const without = (...hashes: (string | undefined)[]) =>
    verdictOn(new Map([...files].filter(([name]) => !hashes.some((hash) => name === `acts/${hash}.json`))))
  const verdict = await without(second, third)
  assert.ok(verdict.verdict === 'verified', JSON.stringify(verdict))
  assert.deepEqual([verdict.counts.undisclosed, verdict.counts.erased], [1, 1])
  const missing = await without(first, second, third)
  assert.deepEqual(missing, {
    verdict: 'fault',
    fault: { name: 'act-missing', index: 1, facts: { entry: first, type: 'toy.noted', code: 'published' } },
  })
})
