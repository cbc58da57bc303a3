import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionOf, firstLanguage, intlOf } from './language.ts'
import { spoken } from './words.ts'

test('words are given in the language asked for', () => {
  assert.deepEqual(spoken({ en: 'Ceasefire', ur: 'جنگ بندی' }, 'ur'), { text: 'جنگ بندی', language: 'ur', fallback: false })
})

test('a missing language falls back to the first one, and says so', () => {
  assert.deepEqual(spoken({ ps: 'اوربند', en: 'Ceasefire' }, 'ur'), { text: 'اوربند', language: 'ps', fallback: true })
})

test('direction is that of the text, with or without a region', () => {
  assert.equal(directionOf('ur'), 'rtl')
  assert.equal(directionOf('fa-AF'), 'rtl')
  assert.equal(directionOf('en-GB'), 'ltr')
})

test('the language kept before wins over the browser, and one that is not offered is passed over', () => {
  assert.equal(firstLanguage('ur', ['en-GB']), 'ur')
  assert.equal(firstLanguage(null, ['fr-FR', 'ur-PK', 'en']), 'ur')
  assert.equal(firstLanguage('xx', ['de']), 'en')
})

test('Urdu dates are asked for with Latin digits', () => {
  assert.equal(intlOf('ur'), 'ur-PK-u-nu-latn')
})
