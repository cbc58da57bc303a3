import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProcessId } from '@paraph/record'
import { expect, json, openHome, openExercise, assertVerifies } from './exercise.test-support.ts'
import { openHeld } from './held.ts'

const id = (name: string): ProcessId => name as ProcessId

test('at the limit everything stays; beyond it the process that nobody asked for longest is let go', () => {
  const gone: string[] = []
  const held = openHeld(10)
  const touch = (name: string, size: number, may = true) =>
    held.touch(id(name), size, () => {
      if (may) gone.push(name)
      return may
    })
  touch('a', 4)
  touch('b', 4)
  touch('c', 2)
  assert.deepEqual([gone, held.acts()], [[], 10])
  touch('a', 4)
  touch('d', 1)
  assert.deepEqual([gone, held.acts()], [['b'], 7])
  touch('e', 100)
  assert.deepEqual([gone, held.acts()], [['b', 'c', 'a', 'd'], 100], 'one is held whatever its size')
})

test('a process in whose line something is under way is passed over', () => {
  const gone: string[] = []
  const held = openHeld(2)
  held.touch(id('busy'), 2, () => false)
  held.touch(id('idle'), 1, () => gone.push('idle') > 0)
  held.touch(id('new'), 1, () => true)
  assert.deepEqual([gone, held.acts()], [['idle'], 3])
})

test('what was let go is refolded when it is asked for: the same state, and acts go on', async () => {
  const home = await openHome({ liveActs: 1 })
  try {
    const one = await openExercise(home.host, { slug: 'one' })
    const two = await openExercise(home.host, { slug: 'two' })
    for (const exercise of [one, two, one, two]) {
      expect(await home.host.submit(exercise.id, json(await exercise.issue('x'))))
      const before = expect(await home.host.record(exercise.id))
      expect(await home.host.record(exercise === one ? two.id : one.id))
      const after = expect(await home.host.record(exercise.id))
      assert.notEqual(after.state, before.state, 'it was let go')
      assert.deepEqual(after.state, before.state)
    }
    for (const { id } of [one, two]) await assertVerifies(home.host, id)
  } finally {
    await home.dispose()
  }
})
