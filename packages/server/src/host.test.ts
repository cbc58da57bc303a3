import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hex, type Json, verifyReceipt } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import {
  assertVerifies,
  type Exercise,
  expect,
  type Home,
  json,
  logKeyOf,
  nameOf,
  openExercise,
  openHome,
  sizeSignedIn,
} from './exercise.test-support.ts'

const within = (
  name: string,
  check: (given: { home: Home; exercise: Exercise }) => Promise<void>,
  founding: { [name: string]: Json } = {},
) =>
  test(name, async () => {
    const home = await openHome()
    try {
      await check({ home, exercise: await openExercise(home.host, founding) })
    } finally {
      await home.dispose()
    }
  })

describe('the pipeline', () => {
  within('an accepted act gets a receipt whose proof leads from its leaf to the signed root', async ({ home, exercise }) => {
    const submission = await exercise.issue('fish')
    const { receipt, fresh } = expect(await home.host.submit(exercise.id, json(submission)))
    assert.equal(fresh, true)
    assert.equal(receipt.index, 1)
    assert.equal(receipt.entry, nameOf(submission))
    const held = expect(await verifyReceipt(nodePrimitives, { receipt, ...submission, key: await logKeyOf(home.host, exercise.id) }))
    assert.equal(held.checkpoint.size, 2)
  })

  within('the same entry again gets the receipt of the one on the record, also at once and after more', async ({ home, exercise }) => {
    const submission = json(await exercise.issue('fish'))
    const twice = await Promise.all([home.host.submit(exercise.id, submission), home.host.submit(exercise.id, submission)])
    assert.deepEqual(twice.map((filed) => expect(filed).fresh).sort(), [false, true])
    expect(await home.host.submit(exercise.id, json(await exercise.issue('water'))))
    const again = expect(await home.host.submit(exercise.id, submission))
    assert.equal(again.fresh, false)
    assert.equal(again.receipt.index, 1)
    assert.equal(sizeSignedIn(again.receipt), 3)
    assert.equal(expect(await home.host.record(exercise.id)).head.size, 3)
  })

  within('a process is founded once however often it is asked, and is found by label and by id', async ({ home, exercise }) => {
    const again = expect(await home.host.found(json(exercise.founding)))
    assert.equal(again.fresh, false)
    assert.equal(expect(await home.host.record('lake')).id, exercise.id)
    const other = await openExercise(home.host)
    assert.equal(expect(await home.host.record('lake-2')).id, other.id)
  })

  within('everything is there after opening again, refolded to the equal state', async ({ home, exercise }) => {
    for (const title of ['fish', 'water', 'roads']) expect(await home.host.submit(exercise.id, json(await exercise.issue(title))))
    const before = expect(await home.host.record(exercise.id))
    await home.reopen()
    const after = expect(await home.host.record('lake'))
    assert.deepEqual(after.head, before.head)
    assert.deepEqual(after.opened, before.opened)
    assert.deepEqual(after.state, before.state)
    assert.equal(hex(after.tree.root()), hex(before.tree.root()))
  })

  within('eight writers with a hundred acts each: every act once, and the bundle verifies', async ({ home, exercise }) => {
    const submissions = await Promise.all(Array.from({ length: 800 }, (_, at) => exercise.issue(`issue ${at}`)))
    const writers = Array.from({ length: 8 }, (_, writer) => submissions.filter((__, at) => at % 8 === writer))
    const indices = await Promise.all(
      writers.map(async (mine) => {
        const places: number[] = []
        for (const submission of mine) places.push(expect(await home.host.submit(exercise.id, json(submission))).receipt.index)
        return places
      }),
    )
    assert.deepEqual(
      indices.flat().sort((one, other) => one - other),
      Array.from({ length: 800 }, (_, at) => at + 1),
    )
    for (const places of indices)
      assert.deepEqual(
        places,
        [...places].sort((one, other) => one - other),
        'a writer that waits is never overtaken by itself',
      )
    await assertVerifies(home.host, exercise.id)
  })
})
