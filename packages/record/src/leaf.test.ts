import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import type { Entry, Leaf } from './entry.ts'
import { entryMessage, entryMessageOf } from './hashes.ts'
import type { Json } from './json.ts'
import { ENTRY_LIMIT, leafBytes, ORIGIN_LIMIT, parseEntry, parseEntrySignature, parseLeaf, readLeaf, TYPE_LIMIT } from './leaf.ts'
import { toyRecord } from './toy.test-support.ts'

const record = await toyRecord(1)
const leaf = record.leaves[1]!
const refusalOf = (value: Json): string => {
  const parsed = parseLeaf(utf8(canonical(value)))
  return parsed.ok ? 'ok' : `${parsed.refusal.code} ${parsed.refusal.path ?? ''}`.trim()
}
const withEntry = (changes: { readonly [name: string]: Json | undefined }): Json => {
  const entry: Record<string, Json | undefined> = { ...(leaf.entry as unknown as Record<string, Json>), ...changes }
  for (const name of Object.keys(entry)) if (entry[name] === undefined) delete entry[name]
  return { ...(leaf as unknown as Record<string, Json>), entry: entry as Json }
}

const HASHES = fc.stringMatching(/^[0-9a-f]{64}$/)
const TOKENS = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,31}$/)
const INSTANTS = fc
  .date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const leaves = fc.record({
  entry: fc.record(
    {
      v: fc.constant(1),
      log: fc.oneof(fc.constant(null), fc.constant('host.example/0f'), fc.constant('gastgeber-übung/0f"\\')),
      type: fc.constantFrom('sealed', 'round.opened', 'round.opened/2', 'a-b.c'),
      by: TOKENS,
      person: TOKENS,
      key: HASHES,
      at: INSTANTS,
      act: HASHES,
      file: HASHES,
      saw: fc.record({ size: fc.maxSafeNat(), root: HASHES }),
    },
    { requiredKeys: ['v', 'log', 'type', 'by', 'key', 'at', 'act', 'saw'] },
  ),
  sig: fc
    .uint8Array({ minLength: 64, maxLength: 64 })
    .map((bytes) => ({ alg: 'ed25519', value: Buffer.from(bytes).toString('base64url') })),
  recorded: INSTANTS,
})

describe('leaf', () => {
  test('[R8] leaf bytes are the canonical text of the whole leaf, and parse back to it', () => {
    fc.assert(
      fc.property(leaves, (made) => {
        const bytes = leafBytes(made as unknown as Leaf)
        assert.equal(Buffer.from(bytes).toString('utf8'), canonical(made as unknown as Json))
        const back = parseLeaf(bytes)
        assert.ok(back.ok, JSON.stringify(back))
        assert.deepEqual(back.value, JSON.parse(JSON.stringify(made)))
        const read = readLeaf(bytes)
        assert.ok(read.ok)
        assert.deepEqual(entryMessageOf(read.value.entryBytes), entryMessage(made.entry as unknown as Entry))
      }),
    )
  })

  test('[R9] a member that is missing, unknown or of another form is refused with its path', () => {
    assert.equal(refusalOf(leaf as unknown as Json), 'ok')
    const H = 'ab'.repeat(32)
    const cases: readonly (readonly [Json, string])[] = [
      [withEntry({ v: 2 }), 'wrong-value entry.v'],
      [withEntry({ v: undefined }), 'missing-member entry.v'],
      [withEntry({ more: 1 }), 'unknown-member entry.more'],
      [withEntry({ log: 1 }), 'wrong-type entry.log'],
      [withEntry({ log: 'a b/1' }), 'wrong-form entry.log'],
      [withEntry({ log: 'a+b/1' }), 'wrong-form entry.log'],
      [withEntry({ log: 'x'.repeat(ORIGIN_LIMIT) }), 'ok'],
      [withEntry({ log: 'x'.repeat(ORIGIN_LIMIT + 1) }), 'wrong-form entry.log'],
      [withEntry({ type: 'Round' }), 'wrong-form entry.type'],
      [withEntry({ type: 'x'.repeat(TYPE_LIMIT) }), 'ok'],
      [withEntry({ type: 'x'.repeat(TYPE_LIMIT + 1) }), 'wrong-form entry.type'],
      [withEntry({ by: '9' }), 'wrong-form entry.by'],
      [withEntry({ by: `A${'b'.repeat(31)}` }), 'ok'],
      [withEntry({ by: `A${'b'.repeat(32)}` }), 'wrong-form entry.by'],
      [withEntry({ person: null }), 'wrong-type entry.person'],
      [withEntry({ key: H.toUpperCase() }), 'wrong-form entry.key'],
      [withEntry({ act: H.slice(1) }), 'wrong-form entry.act'],
      [withEntry({ file: 'x' }), 'wrong-form entry.file'],
      [withEntry({ at: '2025-11-07T16:20:00Z' }), 'wrong-form entry.at'],
      [withEntry({ at: '2025-02-29T16:20:00.000Z' }), 'wrong-form entry.at'],
      [withEntry({ at: '2024-02-29T16:20:00.000Z' }), 'ok'],
      [withEntry({ at: '2025-13-01T16:20:00.000Z' }), 'wrong-form entry.at'],
      [withEntry({ at: '2025-01-01T24:00:00.000Z' }), 'wrong-form entry.at'],
      [withEntry({ at: '2025-01-01T23:59:60.000Z' }), 'wrong-form entry.at'],
      [withEntry({ saw: { size: -1, root: H } }), 'wrong-form entry.saw.size'],
      [withEntry({ saw: { size: 1.5, root: H } }), 'wrong-form entry.saw.size'],
      [withEntry({ saw: { size: '1', root: H } }), 'wrong-type entry.saw.size'],
      [withEntry({ saw: { size: 1 } }), 'missing-member entry.saw.root'],
      [withEntry({ saw: { size: 1, root: H, also: 1 } }), 'unknown-member entry.saw.also'],
      [withEntry({ saw: [] }), 'wrong-type entry.saw'],
      [{ ...(leaf as unknown as Record<string, Json>), recorded: 'x' }, 'wrong-form recorded'],
      [{ ...(leaf as unknown as Record<string, Json>), also: 1 }, 'unknown-member leaf.also'],
      [{ ...(leaf as unknown as Record<string, Json>), sig: { alg: 'webauthn-es256', value: '' } }, 'wrong-value sig.alg'],
      [{ ...(leaf as unknown as Record<string, Json>), sig: { alg: 'ed25519', value: 'AA' } }, 'wrong-form sig.value'],
      [[], 'wrong-type leaf'],
    ]
    for (const [value, expected] of cases) assert.equal(refusalOf(value), expected, canonical(value))
  })

  test('[R9] a log with a lone surrogate, which has no canonical text, is refused and does not throw', () => {
    assert.equal(parseEntry({ ...(leaf.entry as unknown as Record<string, Json>), log: 'a/\ud800' }).ok, false)
    const text = canonical(leaf as unknown as Json).replace(/"log":"[^"]*"/, '"log":"a/\\ud800"')
    const parsed = parseLeaf(utf8(text))
    assert.ok(!parsed.ok && parsed.refusal.path === 'entry.log')
  })

  test('[R8] any other text of the same leaf is refused', () => {
    const text = canonical(leaf as unknown as Json)
    for (const other of [
      ` ${text}`,
      `${text}\n`,
      text.replace(',', ', '),
      text.replace('"v":1', '"v":1.0'),
      text.replace('"by":"A"', '"by":"\\u0041"'),
      text.replace('{"entry"', '{"recorded":"x","entry"'),
    ]) {
      assert.notEqual(other, text)
      const parsed = parseLeaf(utf8(other))
      assert.ok(!parsed.ok && ['not-canonical', 'wrong-form'].includes(parsed.refusal.code), other)
    }
    for (const wrong of ['', '{', '[1]']) assert.ok(!parseLeaf(utf8(wrong)).ok)
  })

  test('[R10] a leaf of 8,192 bytes is looked at and one of 8,193 is refused for its size alone', () => {
    const code = (length: number): string => {
      const parsed = parseLeaf(utf8(' '.repeat(length)))
      return parsed.ok ? 'ok' : parsed.refusal.code
    }
    assert.equal(code(ENTRY_LIMIT), 'not-json')
    assert.equal(code(ENTRY_LIMIT + 1), 'oversize')
  })

  test('[R9] an entry and a signature alone are parsed the same way', () => {
    const entry = parseEntry(leaf.entry as unknown as Json)
    assert.ok(entry.ok)
    assert.deepEqual(entry.value, leaf.entry as Entry)
    assert.ok(parseEntrySignature(leaf.sig as unknown as Json).ok)
    const refused = parseEntry('no', 'body.entry')
    assert.ok(!refused.ok && refused.refusal.path === 'body.entry')
  })
})
