import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainText, plainWithPlaces, termsOf } from './letters.ts'

const same = (one: string, other: string): void => assert.deepEqual(termsOf(one), termsOf(other), `${one} · ${other}`)

test('yehs, kafs and hehs of every keyboard are one, as are hamza, alif with and without signs', () => {
  same('علي', 'علی')
  same('على', 'علی')
  same('كابل', 'کابل')
  same('افغانستان ته', 'افغانستان تہ')
  same('أمن', 'امن')
  same('آج', 'اج')
  same('مسؤول', 'مسوول')
  same('علماء', 'علما')
  same('ګواه', 'گواہ')
})

test('vowel signs, the tatweel, and what joins letters unseen do not count', () => {
  same('مُعاہَدہ', 'معاہدہ')
  same('معـــاہدہ', 'معاہدہ')
  same('می‌خواهم', 'میخواهم')
})

test('digits of every script are found by 0-9', () => {
  same('۱۹ اکتوبر', '19 اکتوبر')
  same('٢٠٢٥', '2025')
  same('२०२५', '2025')
})

test('marks on Latin letters and capitals do not count', () => {
  same('Türkiye’de İSTANBUL', 'turkiye de istanbul')
  same('Straße Łódź Ærø', 'strasse lodz aero')
})

test('letters that tell Urdu words apart stay apart, and no ending is cut off', () => {
  assert.notDeepEqual(termsOf('لڑکے'), termsOf('لڑکی'))
  assert.notDeepEqual(termsOf('بھر'), termsOf('بہر'))
  assert.notDeepEqual(termsOf('agreed'), termsOf('agree'))
})

test('scripts written without spaces are found letter by letter', () => {
  assert.deepEqual(termsOf('停火协议'), ['停', '火', '协', '议'])
})

test('every plain letter knows where it came from, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { plain, at } = plainWithPlaces(text)
      assert.equal(plain, plainText(text))
      assert.equal(at.length, plain.length)
      for (const [unit, index] of at.entries()) {
        assert.ok(index < text.length && (unit === 0 || index >= at[unit - 1]!))
      }
    }),
  )
})
