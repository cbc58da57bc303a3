import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EMPTY_ROUND, issueAct, roundAct, wordsOf } from './acts.ts'

const given = { language: 'en', parties: ['A', 'B'] }

test('an issue needs words in one language, and has none for an empty one', () => {
  assert.equal(issueAct({ en: ' ', ur: '' }, 'en'), null)
  assert.deepEqual(issueAct({ en: '', ur: 'ماہی گیری' }, 'en'), { type: 'issue.tabled', title: { ur: 'ماہی گیری' } })
})

test('the language of whoever writes comes first: it is the fallback for the others', () => {
  assert.deepEqual(Object.keys(wordsOf({ en: 'Fishing', ur: 'ماہی گیری' }, 'ur') ?? {}), ['ur', 'en'])
})

test('a round is scheduled between two times that are in order, in UTC', () => {
  const draft = { ...EMPTY_ROUND, placeEn: 'Corrin', from: '2026-06-10T09:00', until: '2026-06-11T17:00' }
  assert.deepEqual(roundAct(draft, given), {
    type: 'round.scheduled',
    place: { en: 'Corrin' },
    planned: { from: '2026-06-10T09:00:00.000Z', until: '2026-06-11T17:00:00.000Z', zone: 'UTC' },
  })
  assert.equal(roundAct({ ...draft, until: draft.from }, given), null)
  assert.equal(roundAct({ ...draft, from: '' }, given), null)
})

test('opening a round that was scheduled names it, and every party takes part unless some are chosen', () => {
  assert.deepEqual(roundAct({ ...EMPTY_ROUND, what: 'open', round: 'f'.repeat(64), placeEn: 'ignored' }, given), {
    type: 'round.opened',
    round: 'f'.repeat(64),
    takesPart: ['A', 'B'],
  })
  assert.deepEqual(roundAct({ ...EMPTY_ROUND, what: 'open', takesPart: ['B', 'X'] }, given), { type: 'round.opened', takesPart: ['B'] })
})

test('a round is closed by name and with an outcome', () => {
  assert.equal(roundAct({ ...EMPTY_ROUND, what: 'close' }, given), null)
  assert.deepEqual(roundAct({ ...EMPTY_ROUND, what: 'close', round: 'a'.repeat(64), outcome: 'no-result' }, given), {
    type: 'round.closed',
    round: 'a'.repeat(64),
    outcome: 'no-result',
  })
})
