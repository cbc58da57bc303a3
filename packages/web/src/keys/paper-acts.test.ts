import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAct } from '@paraph/talks'
import {
  communiqueAct,
  EMPTY_COMMUNIQUE,
  EMPTY_PAPER,
  EMPTY_PAPER_STEP,
  PAPER_STEPS,
  paperAct,
  paperStepAct,
  pointsOf,
} from './paper-acts.ts'

const hash = 'a'.repeat(64)
const takes = (act: unknown): boolean => parseAct(act as never).ok

test('a paper needs a kind, a title and whom it goes to; whether it may be quoted is said only where somebody said it', () => {
  const draft = { ...EMPTY_PAPER, kind: 'draft', en: 'First draft', to: ['B'], through: ['C'] }
  const act = paperAct(draft, 'en')
  assert.deepEqual(act, { type: 'paper.handed-over', kind: 'draft', title: { en: 'First draft' }, to: ['B'], through: ['C'] })
  assert.ok(takes(act) && takes(paperAct({ ...draft, quotable: 'no', reportedUr: 'مسودہ' }, 'en')))
  for (const part of [{ kind: '' }, { en: '' }, { to: [] }]) assert.equal(paperAct({ ...draft, ...part }, 'en'), null)
})

test('every step of a paper is an act that talks take', () => {
  const given = { paper: hash, language: 'en' }
  for (const step of PAPER_STEPS) assert.ok(takes(paperStepAct({ ...EMPTY_PAPER_STEP, step, to: ['B'] }, given)), step)
  assert.equal(paperStepAct({ ...EMPTY_PAPER_STEP, step: 'passed-on' }, given), null)
  assert.equal(paperStepAct({ ...EMPTY_PAPER_STEP, step: 'lost' }, given), null)
})

test('points are lines, the same number in each language or in one alone', () => {
  assert.deepEqual(pointsOf('One\n\nTwo', 'ایک\nدو', 'en'), [
    { en: 'One', ur: 'ایک' },
    { en: 'Two', ur: 'دو' },
  ])
  assert.deepEqual(pointsOf('One', '', 'en'), [{ en: 'One' }])
  assert.equal(pointsOf('One\nTwo', 'ایک', 'en'), null)
})

test('a communiqué is drafted, or issued on behalf of somebody; an embargo ends after now', () => {
  const given = { language: 'en', now: '2026-06-01T10:00:00.000Z' }
  const draft = { ...EMPTY_COMMUNIQUE, en: 'Points', pointsEn: 'One\nTwo', embargo: '2026-06-01T18:00', speaks: ['C'], linesEn: 'Say this' }
  const drafted = communiqueAct(draft, given) as Record<string, unknown>
  assert.equal(drafted['type'], 'communique.drafted')
  assert.deepEqual(drafted['embargo'], { from: given.now, until: '2026-06-01T18:00:00.000Z', zone: 'UTC' })
  assert.ok(takes(drafted) && takes(communiqueAct({ ...draft, what: 'issue', onBehalfOf: ['A', 'B'] }, given)))
  for (const part of [{ en: '' }, { pointsEn: ' ' }, { what: 'issue' as const }, { embargo: '2026-06-01T09:00' }])
    assert.equal(communiqueAct({ ...draft, ...part }, given), null)
})
