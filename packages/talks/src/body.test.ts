import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exercise, joined, means, rawKey } from './script.test-support.ts'

const keysOf = (id: string, key = rawKey(`key/${id}`)) => [{ key, kind: 'device', member: `head-${id}` }]
const joining = (id: string, more: object = {}) => ({
  type: 'body.joined',
  body: { id, roles: ['party'], names: { en: `Body ${id}` }, keys: keysOf(id), ...more },
  head: `head-${id}`,
})

test('[R12] a body joins for itself, once, as listed, with a head among the members of its keys', () => {
  const script = exercise()
  assert.equal(script.refused(joining('B'), { by: 'A' })?.code, 'not-yours')
  assert.equal(script.refused(joining('A', { keys: keysOf('A', rawKey('key/B')) }), { by: 'A' })?.code, 'key-taken')
  assert.equal(script.refused({ ...joining('A'), head: 'nobody' }, { by: 'A' })?.code, 'token-unknown')
  script.add('joined', joining('A'), { by: 'A' })
  assert.equal(script.refused(joining('A'), { by: 'A' })?.code, 'already-joined')
})

test('[R12] joining gives no role: a body keeps those that it was listed with', () => {
  const script = exercise().add('joined', joining('A', { roles: ['secretariat'] }), { by: 'A' })
  assert.deepEqual(script.state.bodies.get('A' as never)?.founding?.roles, ['party'])
})

test('[R12] a body is not yet recognised by the parties that were there until each has given its consent; the opener’s stands by its founding', () => {
  const script = joined(exercise(), ['A', 'B'])
  const facts = () => new Map(means.facts(script.state).joined.map(({ body, recognisedBy, notYetBy }) => [body, [recognisedBy, notYetBy]]))
  assert.deepEqual(facts().get('S'), [[], []])
  assert.deepEqual(facts().get('A'), [[], []])
  assert.deepEqual(facts().get('B'), [[], ['A']])
  script.add('yes', { type: 'consent.given', to: '@joined/B' }, { by: 'A' })
  assert.deepEqual(facts().get('B'), [['A'], []])
})

test('[R12] who was listed with keys joins with one of those; the keys that its joining brings stand from there', () => {
  const script = exercise()
  const two = joining('A', { keys: [...keysOf('A'), { key: rawKey('second'), kind: 'device', member: 'second' }] })
  assert.equal(script.refused(two, { by: 'A', key: rawKey('second') })?.code, 'key-unknown')
  script.add('joined', two, { by: 'A' })
  assert.equal(script.refused({ type: 'body.left' }, { by: 'A', key: rawKey('second') }), undefined)
})

test('[R12] a fingerprint covers the founding act and the head keys of every joined body', () => {
  const script = joined(exercise(), ['A'])
  const facts = means.facts(script.state)
  assert.deepEqual(facts.fingerprintOver, {
    v: 1,
    opened: script.at('opened'),
    bodies: [
      { id: 'A', head: [rawKey('key/A')], authority: null },
      { id: 'S', head: [rawKey('key/S')], authority: null },
    ],
  })
  assert.equal(facts.host?.name, 'test.example')
})

test('[R20] a body leaves while it is there and returns while it is away', () => {
  const script = exercise()
  assert.equal(script.refused({ type: 'body.returned' }, { by: 'A' })?.code, 'not-left')
  script.add('left', { type: 'body.left' }, { by: 'A' })
  assert.equal(script.refused({ type: 'body.left' }, { by: 'A' })?.code, 'already-left')
  script.add('returned', { type: 'body.returned' }, { by: 'A' })
  assert.equal(script.refused({ type: 'body.left' }, { by: 'A' }), undefined)
})
