import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, type Draft, exercise, grounds, joined, means, rawKey, words } from './script.test-support.ts'

const first = () => exercise().openings[0]!
const asked = (more: object) => {
  const opening = first()
  const act = (opening.act as { readonly open: Draft }).open
  return means.refuse(means.begin(), { ...opening, act: { open: { ...act, ...more } } })?.code
}

test('[R6] the founding act stands first and once, and before it nothing does', () => {
  assert.equal(asked({}), undefined)
  const script = exercise()
  const again = { ...first(), index: 1 as never }
  assert.equal(means.refuse(script.state, again)?.code, 'process-already-opened')
  assert.equal(means.refuse(means.begin(), script.opening({ type: 'issue.tabled', title: words('x') }))?.code, 'process-not-opened')
})

test('[R7] device keys may sign solemnly only in an exercise or a reconstruction, until passkeys come', () => {
  assert.equal(asked({ nature: 'process' }), 'passkeys-needed')
  assert.equal(asked({ nature: 'exercise' }), undefined)
  assert.equal(asked({ nature: 'process', solemn: ['sealed-file'] }), undefined)
})

test('[R8] tokens and keys of a founding act are unique, its opener is listed, and its keys are good', () => {
  const body = (id: string, key: string) => ({ id, roles: ['party'], names: { en: id }, keys: [{ key, kind: 'device' }] })
  const opener = { id: 'S', roles: ['secretariat'], names: { en: 'S' }, keys: [{ key: rawKey('key/S'), kind: 'device', member: 'head-S' }] }
  assert.equal(asked({ bodies: [opener, body('A', rawKey('a')), body('A', rawKey('b'))] }), 'token-taken')
  assert.equal(asked({ bodies: [opener, body('A', rawKey('a')), body('B', rawKey('a'))] }), 'key-taken')
  assert.equal(asked({ bodies: [body('A', rawKey('a'))] }), 'opener-not-listed')
  assert.equal(asked({ bodies: [opener, body('A', `01${'00'.repeat(31)}`)] }), 'key-not-enrolable')
  assert.equal(asked({ slug: 'a'.repeat(32) }), 'act-schema')
})

test('[R18] an amendment takes effect when every party that had joined has given its consent, and not before', () => {
  const script = joined(exercise(), ['A', 'B'])
  script.add('amended', { type: 'process.amended', grounds: { graceDays: 3 } })
  assert.equal(script.state.process.grounds?.graceDays, 14)
  script.add('yes/A', { type: 'consent.given', to: '@amended' }, { by: 'A' })
  assert.equal(script.state.process.grounds?.graceDays, 14)
  script.add('yes/B', { type: 'consent.given', to: '@amended' }, { by: 'B' })
  assert.equal(script.state.process.grounds?.graceDays, 3)
  assert.equal(script.state.process.grounds?.agreement, 'consensus')
})

test('[R18] the signer’s own amendment needs no answer of its own, and an amendment lists bodies that then have keys', () => {
  const script = joined(exercise(), ['A', 'B'])
  const body = { id: 'C', roles: ['party'], names: { en: 'Body C' }, keys: [{ key: rawKey('c'), kind: 'device', member: 'head-C' }] }
  script.add('amended', { type: 'process.amended', bodies: [body] }, { by: 'A' })
  assert.equal(script.refused({ type: 'body.left' }, { by: 'C', key: rawKey('c') })?.code, 'key-unknown')
  script.add('yes', { type: 'consent.given', to: '@amended' }, { by: 'B' })
  assert.equal(script.refused({ type: 'body.left' }, { by: 'C', key: rawKey('c') }), undefined)
})

test('[R19] a process is suspended while it is not, resumed while it is, and after its closing nothing of it moves', () => {
  const script = exercise()
  assert.equal(script.refused({ type: 'process.resumed' })?.code, 'not-suspended')
  script.add('suspended', { type: 'process.suspended' })
  assert.equal(script.refused({ type: 'process.suspended' })?.code, 'already-suspended')
  script.add('resumed', { type: 'process.resumed' }).add('closed', { type: 'process.closed' })
  for (const type of ['process.suspended', 'process.resumed', 'process.closed'])
    assert.equal(script.refused({ type })?.code, 'process-closed')
})

test('[R19] what was searched is a span that ends after it begins', () => {
  const covered = (from: string, until: string) =>
    exercise({ grounds: grounds() }).refused({ type: 'process.covered', from, until, zone: 'UTC' })?.code
  assert.equal(covered('2025-10-02T00:00:00.000Z', '2025-10-01T00:00:00.000Z'), 'span-empty')
  assert.equal(covered('2025-10-01T00:00:00.000Z', '2025-10-02T00:00:00.000Z'), undefined)
  assert.equal(exercise().refused({ type: 'process.suspended', when: day('2026-01-01') }), undefined)
})
