import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SESSION_IDLE, SESSIONS_LIMIT } from './limits.ts'
import { cookieIn, openSessions } from './sessions.ts'

test('the session that was idle longest ends for one more than the limit, and tells who hangs on it', () => {
  let now = 0
  const sessions = openSessions(() => now)
  const signIn = () => sessions.signIn(sessions.newLinkToken())
  const [first, second] = [signIn(), signIn()]
  let ended = 0
  sessions.session(second)!.onEnd.add(() => ended++)
  for (let made = 2; made < SESSIONS_LIMIT; made++) signIn()
  now = 1
  assert.ok(sessions.session(first))
  assert.equal(ended, 0)
  signIn()
  assert.ok(sessions.session(first), 'it was just looked at')
  assert.equal(sessions.session(second), undefined)
  assert.equal(ended, 1)
})

test('a session that is not used ends, one that is used does not', () => {
  let now = 0
  const sessions = openSessions(() => now)
  const secret = sessions.signIn(sessions.newLinkToken())
  now += SESSION_IDLE
  assert.ok(sessions.session(secret))
  now += SESSION_IDLE
  assert.ok(sessions.session(secret))
  now += SESSION_IDLE + 1
  assert.equal(sessions.session(secret), undefined)
})

test('a cookie is found by its whole name', () => {
  assert.equal(cookieIn('a=1; paraph-session=x=y ;b=2', 'paraph-session'), 'x=y')
  for (const header of [undefined, '', 'x-paraph-session=1', 'paraph-session', '=1'])
    assert.equal(cookieIn(header, 'paraph-session'), undefined)
})
