import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { suggest } from './suggest.ts'

const MEBI = 1024 * 1024
const filled = (piece: string): string => piece.repeat(Math.ceil(MEBI / piece.length)).slice(0, MEBI)

// Each is the worst of its family that was found while measuring (docs/statements.md, *Speed*). What is not linear does not end within the
// test's time at this length: a quadratic pass over a mebibyte takes hours. No pace is asserted.
for (const [what, piece] of [
  ['quotation marks that never close', '"\'“‘«'],
  ['paragraphs that open a quotation', '“a b c d e f g\n\n'],
  ['full stops', '. '],
  ['brackets that never close', 'a. [ '],
  ['sayings in sayings', 'He said that he said that he said, and he said so. '],
  ['two quotations a sentence in one paragraph', 'He said "a b c d e f" and "g h i j k l" so. '],
  ['items of one letter', '(a) b c;\n\n'],
  ['questions of a transcript', 'Q  a b c d e f?\n'],
  ['overrides of direction', '\u202e\u202dHe said that x y z. '],
  ['lone surrogates', '\ud800'],
  ['a word without an end', 'a’b-c.d'],
] as const)
  test(`a mebibyte of ${what} is read to its end`, { timeout: 120_000 }, () => {
    assert.equal(suggest(filled(piece)).read, MEBI)
  })

test('nothing is thrown, and every place lies in the text, whatever the text', () => {
  const seed = Date.now() % 2 ** 31
  const piece = fc.oneof(
    fc.constantFrom(
      'said',
      'He',
      ' ',
      '. ',
      '“',
      '”',
      '"',
      "'",
      '\n',
      '\n\n',
      ', ',
      'that',
      'Okoro',
      'the',
      'Minister',
      'of',
      '[1]',
      'Q  ',
      'A:',
      '—',
      '---\n',
      'title: A to B\n',
    ),
    fc.constantFrom(
      'reportedly',
      'it is understood that',
      'Begins:',
      'Ends.',
      '(a)',
      '2\\. ',
      'according to',
      'last night',
      'I',
      'we',
      'will',
      '\u202e',
      '😀',
      '\ud800',
      '\u0000',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      const { suggestions, rules, read } = suggest(text)
      assert.equal(read, text.length)
      for (const { start, end, words, cue } of suggestions) {
        assert.ok(start >= 0 && start < end && end <= text.length)
        assert.equal(words, text.slice(start, end))
        assert.equal(cue.text, text.slice(cue.start, cue.end))
      }
      for (const { start, end, words } of rules) assert.equal(words, text.slice(start, end))
    }),
    { seed, numRuns: 2_000 },
  )
})

test('the same text gives the same suggestions', () => {
  const text = 'Okoro said that it holds. He added that it will hold. The delegation reportedly agreed to it.'
  assert.deepEqual(suggest(text), suggest(text))
})
