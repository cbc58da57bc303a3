import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differences } from './differences.ts'

test('equal answers differ nowhere, whatever the order of their names', () => {
  assert.deepEqual(differences({ a: [1, { b: 'x' }], c: null }, { c: null, a: [1, { b: 'x' }] }), [])
})

test('a changed word is named by its path', () => {
  assert.deepEqual(differences({ headline: { computed: 'No round is open.' } }, { headline: { computed: 'A round is open.' } }), [
    'headline.computed',
  ])
})

test('a place that one of them lacks differs', () => {
  assert.deepEqual(differences({ dates: [1] }, { dates: [1, 2] }), ['dates.1'])
})

test('the clock of whoever answered and the host’s label do not count, a time further in does', () => {
  assert.deepEqual(differences({ process: { slug: 'talks' } }, { process: { slug: 'talks-2' } }), [])
  assert.deepEqual(differences({ at: { happened: 'a' } }, { at: { happened: 'b' } }), [])
  assert.deepEqual(differences({ life: { at: 'a' } }, { life: { at: 'b' } }), ['life.at'])
})

test('at most twenty places are named', () => {
  const many = Array.from({ length: 50 }, (_, index) => index)
  assert.equal(
    differences(
      many,
      many.map((one) => one + 1),
    ).length,
    20,
  )
})

test('other spaces and dashes around a date are no difference, another digit is', () => {
  assert.deepEqual(differences({ text: '6\u2009–\u20097 November 2025' }, { text: '6–7 November 2025' }), [])
  assert.deepEqual(differences({ text: '6–7 November 2025' }, { text: '6–8 November 2025' }), ['text'])
})
