import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { actPath, blobPath, bundleFile, readBundle, recordFiles, writeBundle } from './bundle.ts'
import { utf8 } from './bytes.ts'
import { leafBytes } from './leaf.ts'
import type { Hash } from './names.ts'
import { nodePrimitives } from './node/index.ts'
import { BUNDLE_README, BUNDLE_READMES } from './readme.ts'
import { toyRecord } from './toy.test-support.ts'

const { sha256 } = nodePrimitives

describe('bundle', () => {
  test('[R36] it holds the checkpoint, the tiles of that size and no other, the acts given, blobs and an explanation with its version', async () => {
    const record = await toyRecord(257)
    record.acts.delete(record.hashes[9]!)
    const blob = 'ab'.repeat(32) as Hash
    const bytes = await record.bundle({ blobs: new Map([[blob, utf8('x')]]) })
    const bundle = readBundle(bytes)
    assert.ok(bundle.ok)
    const names = [...bundle.value.files.keys()]
    assert.deepEqual(
      names.filter((name) => !name.startsWith('acts/')),
      [
        'README.txt',
        `blobs/${blob}`,
        'checkpoint',
        'tile/0/000',
        'tile/0/001.p/2',
        'tile/1/000.p/1',
        'tile/entries/000',
        'tile/entries/001.p/2',
      ],
    )
    assert.equal(names.filter((name) => name.startsWith('acts/')).length, 257)
    assert.ok(!names.includes(actPath(record.hashes[9]!)))
    assert.match(BUNDLE_README, /^Paraph bundle, version 1\n/)
    assert.deepEqual(bundle.value.files.get('README.txt'), utf8(BUNDLE_READMES.at(-1)!))
    assert.deepEqual(await record.bundle({ blobs: new Map([[blob, utf8('x')]]) }), bytes)
  })

  test('[R36] the C2SP layout of a record is the same checkpoint and tiles', async () => {
    const record = await toyRecord(2)
    const files = recordFiles(sha256, { checkpoint: await record.checkpoint(), leaves: record.leaves.map(leafBytes) })
    assert.deepEqual([...files.keys()], ['checkpoint', 'tile/0/000.p/3', 'tile/entries/000.p/3'])
  })

  test('[R36] leaves that are not as many as the checkpoint says, and what is no checkpoint, are refused', async () => {
    const record = await toyRecord(2)
    const checkpoint = await record.checkpoint()
    const leaves = record.leaves.map(leafBytes)
    for (const parts of [
      { checkpoint, leaves: leaves.slice(1) },
      { checkpoint: 'none', leaves },
    ]) {
      const written = writeBundle(sha256, { ...parts, acts: record.acts })
      assert.ok(!written.ok && written.refusal.code === 'bundle-other-size')
    }
  })

  test('[R36] a name in a bundle says what kind of file it is', () => {
    const H = 'ab'.repeat(32)
    assert.deepEqual(bundleFile(actPath(H as never)), { kind: 'act', entry: H })
    assert.deepEqual(bundleFile(blobPath(H as never)), { kind: 'blob', blob: H })
    assert.deepEqual(bundleFile('tile/entries/001.p/2'), { kind: 'entries', first: 256 })
    assert.deepEqual(bundleFile('tile/1/001.p/2'), { kind: 'hashes', first: 0 })
    assert.deepEqual(bundleFile('checkpoint'), { kind: 'checkpoint' })
    assert.deepEqual(bundleFile('README.txt'), { kind: 'readme' })
    for (const name of [
      '',
      'acts/x.json',
      `acts/${H}`,
      `acts/${H.toUpperCase()}.json`,
      `blobs/${H}x`,
      'tile/x',
      'readme.txt',
      'acts/../checkpoint',
    ])
      assert.equal(bundleFile(name).kind, 'unknown', name)
  })
})
