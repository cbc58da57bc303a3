import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertVerifies, expect, json, openExercise, openHome } from './exercise.test-support.ts'
import { failingStore } from './failing-store.test-support.ts'

describe('failures of the commit, in pairs', () => {
  for (const failure of ['stored', 'not-stored', 'disk-full', 'not-asked'] as const) {
    const told = { stored: 'outcome-unknown', 'not-stored': 'outcome-unknown', 'disk-full': 'disk-full', 'not-asked': 'not-recorded' }[
      failure
    ]
    test(`an act whose commit failed (${failure}) is told ${told}, and sending it again records it once`, async () => {
      const { wrap, fail } = failingStore()
      const home = await openHome({ store: wrap })
      try {
        const exercise = await openExercise(home.host)
        const [lost, other] = [json(await exercise.issue('lost')), json(await exercise.issue('other'))]
        fail(failure)
        const results = await Promise.all([home.host.submit(exercise.id, lost), home.host.submit(exercise.id, other)])
        for (const result of results) assert.equal(!result.ok && result.refusal.code, told)
        const size = expect(await home.host.record(exercise.id)).head.size
        assert.equal(size, failure === 'stored' ? 3 : 1, 'what is shown after is what is on the disk')
        const again = await Promise.all([home.host.submit(exercise.id, lost), home.host.submit(exercise.id, other)])
        for (const result of again) assert.equal(expect(result).fresh, failure !== 'stored')
        assert.equal(expect(await home.host.record(exercise.id)).head.size, 3)
        await assertVerifies(home.host, exercise.id)
        await home.reopen()
        await assertVerifies(home.host, exercise.id)
      } finally {
        await home.dispose()
      }
    })

    test(`a founding whose commit failed (${failure}) is founded once by sending it again`, async () => {
      const { wrap, fail } = failingStore()
      const home = await openHome({ store: wrap })
      try {
        let failed = false
        const founding = new Proxy(home.host, {
          get: (host, name) =>
            name !== 'found'
              ? Reflect.get(host, name)
              : async (submission: never) => {
                  fail(failure)
                  const first = await host.found(submission)
                  failed = !first.ok && first.refusal.code === told
                  return host.found(submission)
                },
        })
        const exercise = await openExercise(founding)
        assert.equal(failed, true)
        assert.equal(home.host.processes().length, 1)
        await assertVerifies(home.host, exercise.id)
        assert.equal(expect(await home.host.record('lake')).id, exercise.id)
      } finally {
        await home.dispose()
      }
    })
  }

  test('an act judged after one that was then lost is not told the rule’s refusal', async () => {
    const { wrap, fail } = failingStore()
    const home = await openHome({ store: wrap })
    try {
      const exercise = await openExercise(home.host)
      const issue = await exercise.issue('fish')
      const { receipt } = expect(await home.host.submit(exercise.id, json(issue)))
      const close = (at: number) =>
        exercise.sign('SEC', { type: 'issue.closed', issue: receipt.entry }, { at: new Date(Date.now() - at).toISOString() })
      const [one, two] = [json(await close(1)), json(await close(2))]
      fail('not-stored')
      const results = await Promise.all([home.host.submit(exercise.id, one), home.host.submit(exercise.id, two)])
      assert.deepEqual(
        results.map((result) => !result.ok && result.refusal.code),
        ['outcome-unknown', 'outcome-unknown'],
      )
      expect(await home.host.submit(exercise.id, two))
    } finally {
      await home.dispose()
    }
  })
})
