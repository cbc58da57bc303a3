import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodePrimitives } from '@paraph/record/node'
import { openStore, secretsIn } from '@paraph/store'
import { join } from 'node:path'
import { assertVerifies, expect, HOST_NAME, json, nameOf, openExercise, openHome } from './exercise.test-support.ts'
import { createHost } from './host.ts'

test('two hosts on one database, as two instances beside one server would be, catch up with each other and never fork', async () => {
  const home = await openHome()
  const exercise = await openExercise(home.host)
  const store = expect(await openStore({ home: home.home }))
  const clock = () => new Date().toISOString() as never
  const second = await createHost({
    store,
    secrets: secretsIn(join(home.home, 'keys')),
    clock,
    primitives: nodePrimitives,
    name: HOST_NAME,
  })
  try {
    const issue = await exercise.issue('fish')
    expect(await home.host.submit(exercise.id, json(issue)))
    // The second has loaded the record by now and learns of the next entry only under the lock.
    expect(await second.record(exercise.id))
    expect(await home.host.submit(exercise.id, json(await exercise.issue('water'))))
    const closing = await exercise.sign('SEC', { type: 'issue.closed', issue: nameOf(issue) })
    assert.equal(expect(await second.submit(exercise.id, json(closing))).receipt.index, 3)
    const late = await home.host.submit(
      exercise.id,
      json(await exercise.sign('SEC', { type: 'issue.closed', issue: nameOf(issue) }, { at: new Date(Date.now() - 1).toISOString() })),
    )
    assert.equal(!late.ok && late.refusal.code, 'superseded', 'judged with what the other host recorded')

    const many = await Promise.all(Array.from({ length: 60 }, (_, at) => exercise.issue(`issue ${at}`)))
    const results = await Promise.all(
      many.map((submission, at) => (at % 2 === 0 ? home.host : second).submit(exercise.id, json(submission))),
    )
    for (const [at, result] of results.entries()) {
      if (!result.ok) assert.equal(result.refusal.code, 'not-recorded')
      expect(await second.submit(exercise.id, json(many[at]!)))
    }
    expect(await home.host.submit(exercise.id, json(await exercise.issue('last'))))
    assert.equal(expect(await home.host.record(exercise.id)).head.size, 65)
    await assertVerifies(home.host, exercise.id)
  } finally {
    await second.close()
    await store.close()
    await home.dispose()
  }
})
