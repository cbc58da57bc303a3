import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routes } from '@paraph/api'
import { accept } from '@paraph/record'
import { answerShelf, etagOf, makeReady, matches } from './answer.ts'
import { ANSWERS_LENGTH, ANSWERS_LIMIT } from './limits.ts'

test('a tag is matched as If-None-Match says, weakly and among several', () => {
  const etag = etagOf(['a', 1])
  assert.notEqual(etag, etagOf(['a', '1']))
  for (const header of [etag, `W/${etag}`, `"x", ${etag}`, '*']) assert.equal(matches(header, etag), true, header)
  for (const header of [undefined, '', '"x"', etag.slice(1)]) assert.equal(matches(header, etag), false, header)
})

test('the last answers are kept, up to their number and their length, and the one used least goes first', () => {
  const shelf = answerShelf()
  for (let at = 0; at < ANSWERS_LIMIT; at++) shelf.put(`${at}`, 'x')
  assert.equal(shelf.take('0'), 'x')
  shelf.put('more', 'x')
  assert.equal(shelf.take('0'), 'x')
  assert.equal(shelf.take('1'), undefined)
  shelf.put('long', 'x'.repeat(ANSWERS_LENGTH))
  assert.equal(shelf.take('0'), undefined)
  assert.equal(shelf.take('long')?.length, ANSWERS_LENGTH)
  shelf.put('longer', 'x'.repeat(ANSWERS_LENGTH + 1))
  assert.equal(shelf.take('longer'), undefined)
})

test('an answer is made once for one tag, not at all for a reader who has it, and never with what its schema does not declare', async () => {
  const kept = answerShelf()
  let made = 0
  const reply = { shelf: 'public', tag: ['x'], body: () => accept({ json: { signedIn: ++made > 0, secret: 1 } }) } as const
  const route = { ...routes.session, tagged: true } as const
  const first = await makeReady(route, reply, { ifNoneMatch: undefined, kept })
  assert.ok(first.ok)
  assert.equal(first.value.body, '{"signedIn":true}')
  const second = await makeReady(route, reply, { ifNoneMatch: undefined, kept })
  const third = await makeReady({ ...route, answers: { ...route.answers, 304: route.answers[200] } }, reply, {
    ifNoneMatch: first.value.headers['etag'],
    kept,
  })
  assert.equal(made, 1)
  assert.equal(second.ok && second.value.body, first.value.body)
  assert.equal(third.ok && third.value.status, 304)
})
