import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callOf, deadlockAct, EMPTY_DEADLOCK } from './deadlock.ts'
import { EMPTY_POSITION, positionAct } from './position.ts'

const call = 'c'.repeat(64)
const because = [
  { rule: 'round-closed', facts: { by: 'A' }, acts: ['a'.repeat(64)] },
  { rule: 'deadlock-called', facts: { by: 'B' }, acts: [call] },
]

test('who has called a deadlock lifts that call and no other; everybody else calls one of their own', () => {
  assert.equal(callOf(because, 'B'), call)
  assert.equal(callOf(because, 'A'), undefined)
  assert.equal(callOf([], 'B'), undefined)
})

test('a call needs words, a lifting does not', () => {
  assert.equal(deadlockAct(EMPTY_DEADLOCK, { call: undefined, language: 'en' }), null)
  assert.deepEqual(deadlockAct({ en: 'a standstill', ur: '' }, { call: undefined, language: 'en' }), {
    type: 'deadlock.called',
    words: { en: 'a standstill' },
  })
  assert.deepEqual(deadlockAct(EMPTY_DEADLOCK, { call, language: 'en' }), { type: 'deadlock.lifted', call })
})

test('a position names its issue and has words in one language at least', () => {
  const issue = 'f'.repeat(64)
  assert.equal(positionAct({ ...EMPTY_POSITION, en: 'Six dates' }, 'en'), null)
  assert.equal(positionAct({ ...EMPTY_POSITION, issue }, 'en'), null)
  assert.deepEqual(positionAct({ issue, kind: 'offer', en: 'Six dates', ur: '' }, 'en'), {
    type: 'position.tabled',
    issue,
    kind: 'offer',
    words: { en: 'Six dates' },
  })
})
