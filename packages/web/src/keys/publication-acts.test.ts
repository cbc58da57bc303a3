import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAct } from '@paraph/talks'
import { askedFor, consentAct, EMPTY_REASON, eraseAct, PUBLISH_LIMIT, publishAct, withdrawAct, withholdAct } from './publication-acts.ts'

const offered = (digit: string, ...asks: string[]) => ({ shown: { act: { hash: digit.repeat(64) } }, asks })
const order = ['A', 'B', 'C', 'SEC']
const takes = (act: unknown): boolean => parseAct(act as never).ok

test('publishing asks every other owner of what is chosen, each once, and nobody where nobody else owns it', () => {
  const chosen = [offered('1', 'SEC', 'B'), offered('2'), offered('3', 'B')]
  assert.deepEqual(askedFor(chosen, order), ['B', 'SEC'])
  const act = publishAct(chosen, order)
  assert.deepEqual(act?.['asks'], ['B', 'SEC'])
  assert.ok(takes(act))
  const alone = publishAct([offered('2')], order)
  assert.deepEqual(alone, { type: 'publication.decided', decision: 'publish', acts: ['2'.repeat(64)] })
  assert.ok(takes(alone))
})

test('nothing, and more than the record takes, is no act', () => {
  assert.equal(publishAct([], order), null)
  const many = Array.from({ length: PUBLISH_LIMIT + 1 }, () => offered('1'))
  assert.equal(publishAct(many, order), null)
  const most = publishAct(many.slice(1), order)
  assert.ok(most !== null && takes(most))
  assert.ok(!takes({ ...most, acts: many.map(({ shown }) => shown.act.hash) }))
})

test('taking back, consenting, withholding with its reason and erasing are acts that the record takes', () => {
  const to = 'a'.repeat(64)
  assert.ok(takes(withdrawAct([to])) && takes(consentAct(to)))
  assert.equal(withholdAct(EMPTY_REASON, { to, language: 'en' }), null)
  assert.ok(takes(withholdAct({ en: 'not yet', ur: '' }, { to, language: 'en' })))
  assert.deepEqual(eraseAct(EMPTY_REASON, { act: to, asks: [], language: 'en' }), { type: 'erasure.made', acts: [to] })
  assert.ok(takes(eraseAct({ en: '', ur: 'غلطی سے' }, { act: to, asks: ['SEC'], language: 'ur' })))
})
