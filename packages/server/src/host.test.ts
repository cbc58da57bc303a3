import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hex, type Instant, type Json, leafBytes, leafHash, MerkleTree, verifyReceipt } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import {
  assertVerifies,
  type Exercise,
  expect,
  foundingAct,
  type Home,
  json,
  logKeyOf,
  nameOf,
  openExercise,
  openHome,
  sha256,
  sizeSignedIn,
  type Submission,
  submissionOf,
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

  within('several acts at once stand in their order, each at its own moment, also where each saw the one before', async ({ home }) => {
    const moments = new Map<string, Instant>()
    const clocked = await openHome({ clock: (entry) => moments.get(entry) ?? ('2025-01-01T00:00:00.000Z' as Instant) })
    try {
      const at = (minute: number) => new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString() as Instant
      const { key } = expect(clocked.host.makeLogKey())
      const founding = await submissionOf({ log: null, by: 'SEC', person: 'clerk', act: foundingAct(key), at: at(0) })
      const { id } = expect(await clocked.host.found(json(founding)))
      const { origin, tree } = expect(await clocked.host.record(id))
      const leaves = new MerkleTree(sha256)
      const submissions: Submission[] = []
      const add = ({ entry, sig }: Submission, recorded: Instant) => leaves.append(leafHash(sha256, leafBytes({ entry, sig, recorded })))
      add(founding, at(0))
      assert.equal(hex(leaves.root()), hex(tree.root(1)))
      for (let minute = 1; minute <= 300; minute++) {
        const act = { type: 'issue.tabled', title: { en: `issue ${minute}` } }
        const saw = { size: minute, root: hex(leaves.root()) }
        const submission = await submissionOf({ log: origin, by: 'SEC', act, at: at(minute), saw })
        moments.set(nameOf(submission), at(minute))
        add(submission, at(minute))
        submissions.push(submission)
      }
      const refused = { ...submissions[0]!, sig: submissions[1]!.sig }
      const answers = await clocked.host.submitAll(id, [json(refused), ...submissions.map(json)])
      const [first, ...rest] = answers
      assert.equal(first!.ok || first!.refusal.code, 'signature')
      assert.deepEqual(
        rest.map((answer) => [expect(answer).receipt.index, expect(answer).receipt.recorded]),
        submissions.map((_, place) => [place + 1, at(place + 1)]),
      )
      await assertVerifies(clocked.host, id)
      assert.deepEqual(
        (await home.host.submitAll(id, [json(submissions[0]!)])).map((answer) => answer.ok || answer.refusal.code),
        ['process-unknown'],
      )
    } finally {
      await clocked.dispose()
    }
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
