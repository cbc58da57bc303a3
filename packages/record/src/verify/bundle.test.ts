import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type BundleFile, bundleFile, readBundle } from '../bundle.ts'
import { hex, utf8 } from '../bytes.ts'
import type { EntryHash, Hash } from '../names.ts'
import { nodePrimitives } from '../node/index.ts'
import { toyMeaning, toyRecord } from '../toy.test-support.ts'
import type { ZipMember } from '../zip.ts'
import { verifyBundle } from './bundle.ts'
import { FAULTS } from './verdict.ts'

const options = { primitives: nodePrimitives, meaning: toyMeaning }

describe('verification of a bundle', () => {
  test('[R40] an honest bundle is verified, with its process, counts, keys and folded state', async () => {
    const record = await toyRecord(4)
    const verdict = await verifyBundle(await record.bundle(), options)
    assert.ok(verdict.verdict === 'verified', JSON.stringify(verdict))
    assert.equal(verdict.process, record.hashes[0]!.slice(0, 32))
    assert.equal(verdict.origin, record.origin)
    assert.equal(verdict.size, 5)
    assert.deepEqual(verdict.counts, { entries: 5, open: 5, undisclosed: 0, erased: 0, notCheckable: 0, unknownTypes: 0 })
    assert.deepEqual(
      verdict.keys.map(({ by, kind, entries }) => ({ by, kind, entries })),
      [
        { by: 'A', kind: 'device', entries: 3 },
        { by: 'B', kind: 'device', entries: 2 },
      ],
    )
    assert.equal(verdict.identity, 'self-consistent')
    assert.deepEqual(verdict.state.notes, ['note 0', 'note 1', 'note 2', 'note 3'])
  })

  test('[R41] every byte of a small bundle flipped is never verified, always a named fault or unreadable, and in acts and entries names the entry', async () => {
    const record = await toyRecord(2)
    const blob = utf8('a blob')
    const blobs = new Map([[hex(nodePrimitives.sha256(blob)) as Hash, blob]])
    const bytes = await record.bundle({ blobs })
    const whole = await verifyBundle(bytes, options)
    assert.equal(whole.verdict, 'verified')
    const members = readBundle(bytes)
    assert.ok(members.ok)
    const seen = new Map<string, number>()
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice()
      flipped[at]! ^= 2 ** (at % 8)
      const verdict = await verifyBundle(flipped, options)
      assert.ok(verdict.verdict === 'fault' || verdict.verdict === 'unreadable', `byte ${at}: ${verdict.verdict}`)
      const member: ZipMember | undefined = members.value.members.find(({ start, end }) => start <= at && at < end)
      const file: BundleFile | undefined = member === undefined ? undefined : bundleFile(member.name)
      const name = verdict.verdict === 'fault' ? verdict.fault.name : verdict.reason
      seen.set(name, (seen.get(name) ?? 0) + 1)
      if (verdict.verdict === 'fault') assert.ok(FAULTS.includes(verdict.fault.name))
      if (file?.kind === 'act') {
        assert.ok(verdict.verdict === 'fault', `byte ${at} of ${member!.name}`)
        assert.equal(verdict.fault.index, record.hashes.indexOf(file.entry as EntryHash), `byte ${at} of ${member!.name}: ${name}`)
      }
      if (file?.kind === 'entries') {
        assert.ok(verdict.verdict === 'fault', `byte ${at} of ${member!.name}`)
        assert.ok(verdict.fault.index !== undefined, `byte ${at} of ${member!.name}: ${name}`)
        const data: number = member!.end - member!.bytes.length
        if (at >= data) assert.equal(verdict.fault.index, entryAt(member!.bytes, at - data), `byte ${at}: ${name}`)
      }
    }
    // What the flips reach, so that a record too small to reach a check would fail here.
    const reached = [
      'act-form',
      'commitment',
      'leaf-hash',
      'frame',
      'root',
      'log-signature',
      'blob',
      'bundle-form',
      'not-a-zip',
      'no-checkpoint',
    ]
    assert.deepEqual(
      reached.filter((name) => !seen.has(name)),
      [],
      JSON.stringify([...seen]),
    )
  })
})

/** Which entry of a bundle a byte belongs to, its length included. */
const entryAt = (bundle: Uint8Array, byte: number): number => {
  let at = 0
  for (let index = 0; ; index++) {
    at += 2 + bundle[at]! * 256 + bundle[at + 1]!
    if (byte < at) return index
  }
}
