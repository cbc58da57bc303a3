import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PERSONAS, personasOf } from './cast.ts'
import { seedOf } from './derive.ts'

const bodies = ['A', 'B', 'C', 'SEC', 'OBS'].map((id) => ({ id }))
const exercise = { nature: 'exercise', keysArePublic: true, slug: 'lake-sera', bodies } as const

test('everybody of the exercise may be played in it', () => {
  assert.equal(personasOf(exercise).length, 7)
  assert.deepEqual(
    personasOf({ ...exercise, slug: 'lake-sera-2' }).map(({ label }) => label),
    PERSONAS.map(({ label }) => label),
  )
})

test('nobody may be played in a real process, in a reconstruction, or where keys are not public', () => {
  assert.deepEqual(personasOf({ ...exercise, nature: 'process' }), [])
  assert.deepEqual(personasOf({ ...exercise, nature: 'reconstruction' }), [])
  assert.deepEqual(personasOf({ ...exercise, keysArePublic: false }), [])
  assert.deepEqual(personasOf({ ...exercise, slug: 'lake-sera-exercise' }), [])
  assert.deepEqual(personasOf({ ...exercise, bodies: bodies.slice(1) }), [])
})

test('a persona’s key is made of its label alone, by the rule that the exercise states', async () => {
  // SHA-256 of `paraph/example/lake-sera/A/head`, by another program: printf %s … | sha256sum
  assert.equal(Buffer.from(await seedOf('A/head')).toString('hex'), '953685cb1a1109cb9cbea37486b979cb42ab8f5d7fd120bcd09d4e58c1c08444')
})
