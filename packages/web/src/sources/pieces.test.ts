import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hashOf, pieces, standsAt } from './pieces.ts'

test('a text is cut where something begins or ends, and each piece knows all that it belongs to', () => {
  assert.deepEqual(
    pieces('He said it and left', [
      { id: 'one', start: 3, end: 10 },
      { id: 'two', start: 8, end: 14 },
    ]).map(({ text, ids }) => [text, ids.join()]),
    [
      ['He ', ''],
      ['said ', 'one'],
      ['it', 'one,two'],
      [' and', 'two'],
      [' left', ''],
    ],
  )
})

test('what would turn direction stands apart under its name, and a joiner within a word does not', () => {
  const shown = pieces('agreed \u202eton\u202c می‌خواهم', [])
  assert.deepEqual(
    shown.map(({ text, control }) => control ?? text),
    ['agreed ', 'U+202E', 'ton', 'U+202C', ' می‌خواهم'],
  )
})

test('the pieces together are the text, whatever is marked, and every mark is met in its own place', () => {
  const marks = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 8 })
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), marks, (text, ranges) => {
      const marked = ranges.map(([start, end], at) => ({ id: String(at), start, end }))
      const cut = pieces(text, marked)
      assert.equal(cut.map((piece) => piece.text).join(''), text)
      for (const { id, start, end } of marked) {
        const met = cut.filter(({ ids }) => ids.includes(id)).map((piece) => piece.text)
        assert.equal(met.join(''), start < end && end <= text.length ? text.slice(start, end) : '')
      }
    }),
  )
})

test('a statement stands at its place in the text that it names; else at its quoted words where they stand once', async () => {
  const text = 'He said: not now. Later: not now.'
  const given = { source: 's', text, hash: await hashOf(text) }
  assert.equal(given.hash.length, 64)
  const place = { source: 's', start: 9, end: 16, of: given.hash }
  assert.deepEqual(standsAt({ place }, given), { start: 9, end: 16 })
  assert.equal(standsAt({ place: { ...place, of: 'other' } }, given), null)
  assert.equal(standsAt({ place: { ...place, source: 'other' } }, given), null)
  assert.equal(standsAt({ quoted: { text: 'not now' } }, given), null)
  assert.deepEqual(standsAt({ quoted: { text: 'Later' } }, given), { start: 18, end: 23 })
  assert.equal(standsAt({}, given), null)
})
