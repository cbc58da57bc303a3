import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import type { BodyId } from '@paraph/record'
import { enrolmentMessage, enrolmentProof } from './key.ts'
import { exercise, means, rawKey, words } from './script.test-support.ts'

const issue = { type: 'issue.tabled', title: words('x') } as const
const enrol = (label: string, more: object = {}) => ({
  type: 'key.enrolled',
  key: rawKey(label),
  kind: 'device',
  member: 'head-S',
  proof: '00'.repeat(64),
  ...more,
})

test('[R9] a key stands for its body from its enrolment to its revocation, and solemnly only if of a solemn kind', () => {
  const script = exercise()
  assert.equal(script.refused(issue, { key: rawKey('new') })?.code, 'key-unknown')
  script.add('new', enrol('new')).add('used', issue, { key: rawKey('new') })
  assert.equal(script.refused(issue, { key: rawKey('new'), by: 'A' })?.code, 'key-of-another-body')
  script.add('gone', { type: 'key.revoked', key: rawKey('new'), disownedFrom: 2 })
  assert.equal(script.refused(issue, { key: rawKey('new') })?.code, 'key-revoked')
  // The entry that it signed before stands: verification asks with the state before that entry's index.
  const used = means.key(script.state, script.openings[2]!)
  assert.ok(used.ok && Buffer.from(used.value.publicKey).toString('hex') === rawKey('new'))
  script.add('file', enrol('file', { kind: 'sealed-file' }))
  assert.equal(script.refused(issue, { key: rawKey('file') }), undefined)
  assert.equal(script.refused({ type: 'process.closed' }, { key: rawKey('file') })?.code, 'key-not-solemn')
})

test('[R10] a person is named on solemn acts alone, and is the one whose key signs', () => {
  const script = exercise()
  assert.equal(script.refused(issue, { person: 'head-S' })?.code, 'person-not-allowed')
  assert.equal(script.refused({ type: 'process.closed' }, { person: 'somebody' })?.code, 'person-not-this-key')
  assert.equal(script.refused({ type: 'process.closed' }), undefined)
})

test('[R11] a body enrols its own further keys, each once in the process and none of bad order, and revokes only its own', () => {
  const script = exercise()
  assert.equal(script.refused(enrol('key/A'))?.code, 'key-taken')
  assert.equal(script.refused(enrol('x', { key: '01'.padEnd(64, '0') }))?.code, 'key-not-enrolable')
  assert.equal(script.refused({ type: 'key.revoked', key: rawKey('key/A') })?.code, 'not-yours')
  assert.equal(script.refused({ type: 'key.revoked', key: rawKey('nobody') })?.code, 'key-unknown')
  script.add('new', enrol('new')).add('gone', { type: 'key.revoked', key: rawKey('new') })
  assert.equal(script.refused({ type: 'key.revoked', key: rawKey('new') })?.code, 'superseded')
})

test('[R11] the new key’s proof is over record, body, key and kind, and is handed out for checking', async () => {
  const signer = nodeSigner(createHash('sha256').update('mine').digest())
  const bare = { key: Buffer.from(signer.publicKey).toString('hex'), kind: 'device' as const }
  const of = { log: 'test.example/0', by: 'A' as BodyId }
  assert.equal(
    new TextDecoder().decode(enrolmentMessage(bare, of)),
    `paraph/enrol/v1\n{"by":"A","key":"${bare.key}","kind":"device","log":"test.example/0"}`,
  )
  const proof = Buffer.from(await signer.sign(enrolmentMessage(bare, of))).toString('hex')
  const checked = await nodePrimitives.verify([
    enrolmentProof({ ...bare, proof }, of),
    enrolmentProof({ ...bare, proof }, { ...of, by: 'B' as BodyId }),
  ])
  assert.deepEqual(checked, [true, false])
})
