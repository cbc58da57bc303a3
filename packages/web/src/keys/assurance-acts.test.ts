import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAct } from '@paraph/talks'
import { ANSWERS, askAct, EMPTY_ASK, EMPTY_STEP, stepAct } from './assurance-acts.ts'

const hash = 'a'.repeat(64)
const takes = (act: unknown): boolean => parseAct(act as never).ok

test('a request is made only where it is said outright that the plenary can read it', () => {
  const draft = { ...EMPTY_ASK, of: 'B', en: 'confirm it in writing', sameEn: 'we confirm ours' }
  const given = { about: { statement: hash }, language: 'en' }
  assert.equal(askAct(draft, given), null)
  const act = askAct({ ...draft, plenary: true }, given)
  assert.deepEqual(act, {
    type: 'assurance.asked',
    audience: 'plenary',
    of: 'B',
    words: { en: 'confirm it in writing' },
    inSameForm: { en: 'we confirm ours' },
    statement: hash,
  })
  assert.ok(takes(act))
  assert.equal(askAct({ ...draft, plenary: true, of: '' }, given), null)
  assert.equal(askAct({ ...draft, plenary: true, en: ' ' }, given), null)
})

test('every step is an act that talks take; who returns a request says why', () => {
  const given = { assurance: hash, language: 'en' }
  const step = { ...EMPTY_STEP, plenary: true }
  assert.ok(takes(stepAct({ ...step, step: 'pass-on' }, given)))
  assert.equal(stepAct({ ...step, step: 'return' }, given), null)
  assert.ok(takes(stepAct({ ...step, step: 'return', en: 'ask it otherwise' }, given)))
  assert.ok(takes(stepAct({ ...step, step: 'close' }, given)))
  for (const answer of ANSWERS) assert.ok(takes(stepAct({ ...step, step: 'answer', answer, where: hash, en: 'so' }, given)), answer)
  assert.equal(stepAct({ ...step, step: 'answer', answer: 'perhaps' }, given), null)
  assert.equal(stepAct({ ...step, step: 'answer', answer: 'elsewhere', where: 'there' }, given), null)
  assert.equal(stepAct({ ...step, step: 'pass-on', plenary: false }, given), null)
})
