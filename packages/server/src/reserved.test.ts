import assert from 'node:assert/strict'
import test from 'node:test'
import { fromHex, type Json } from '@paraph/record'
import type { Shaped } from './filing.ts'
import { reservedStep } from './reserved.ts'

const PLAYER = 'a1'.repeat(32)
const HOST = 'b2'.repeat(32)
const SALT = 'c3'.repeat(32)
const OTHER = 'd4'.repeat(32)
const ORIGIN = 'examples/0123'

const bytes = (text: string): Uint8Array => {
  const read = fromHex(text)
  assert.ok(read.ok)
  return read.value
}
const step = reservedStep({ keys: new Set([PLAYER, HOST]), salts: new Set([SALT]), playable: new Map([[PLAYER, ORIGIN]]) })

/** What the step says of an act by its key and the record that its entry names. */
const said = async (key: string, log: string | null, { act = {}, salt = OTHER }: { act?: Json; salt?: string } = {}): Promise<string> => {
  const answer = await step({ entry: { log }, publicKey: bytes(key), salt: bytes(salt), act } as unknown as Shaped)
  return answer.ok ? 'taken' : `${answer.refusal.code} ${answer.refusal.path}`
}

test('a playable key signs in the one record of its origin, and nowhere else', async () => {
  assert.equal(await said(PLAYER, ORIGIN), 'taken')
  assert.equal(await said(PLAYER, 'examples/4567'), 'example-key key')
  assert.equal(await said(PLAYER, `elsewhere/${ORIGIN.split('/')[1]}`), 'example-key key')
  assert.equal(await said(PLAYER, null), 'example-key key', 'it founds nothing')
})

test('a reserved key that is not playable signs nowhere, and a key of somebody’s own does', async () => {
  assert.equal(await said(HOST, ORIGIN), 'example-key key')
  assert.equal(await said(OTHER, ORIGIN), 'taken')
})

test('no act brings or revokes a reserved key, in the record where it is playable too; no salt is drawn twice', async () => {
  assert.equal(await said(PLAYER, ORIGIN, { act: { type: 'key.revoked', key: PLAYER } }), 'example-key act.key')
  assert.equal(
    await said(OTHER, 'examples/4567', { act: { bodies: [{ keys: [{ key: HOST }] }] } }),
    'example-key act.bodies[0].keys[0].key',
  )
  assert.equal(await said(PLAYER, ORIGIN, { salt: SALT }), 'example-salt salt')
})
