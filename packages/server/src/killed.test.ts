import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { assertVerifies, expect, exerciseOf, json, nameOf, openAt, openExercise, openHome } from './exercise.test-support.ts'
import { ask } from './http.test-support.ts'

const PROGRAM = fileURLToPath(new URL('serving.program.ts', import.meta.url))

/** A serving process of its own on a folder. */
const startServing = (home: string): Promise<{ address: string; kill: () => Promise<void> }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, home], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise<void>((done) => child.on('close', () => done()))
    child.stdout.once('data', (bytes) =>
      resolve({
        address: String(bytes).trim(),
        kill: async () => {
          child.kill('SIGKILL')
          await ended
        },
      }),
    )
  })

test('a serving process killed in the middle of a hammer: every receipt holds after, and sending all of it again records each act once', async () => {
  const home = await openHome()
  const exercise = await openExercise(home.host, { keysArePublic: true })
  const submissions = await Promise.all(Array.from({ length: 300 }, (_, at) => exercise.issue(`issue ${at}`)))
  await home.suspend()
  const receipts = new Map<string, number>()
  for (const stopAt of [40, 120, 300]) {
    const serving = await startServing(home.home)
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (const [at, submission] of submissions.entries()) {
        if (at % 6 !== writer) continue
        const answer = await ask(serving.address, `/api/v1/processes/${exercise.id}/entries`, { method: 'POST', body: submission }).catch(
          () => undefined,
        )
        if (answer === undefined) return
        assert.ok(answer.status === 201 || answer.status === 200, answer.text)
        const { entry: hash, index } = answer.json() as { entry: string; index: number }
        const before = receipts.get(hash)
        if (before !== undefined) assert.equal(index, before, 'a receipt given before the kill still holds')
        receipts.set(hash, index)
        if (receipts.size >= stopAt && stopAt < 300) {
          await serving.kill()
          return
        }
      }
    })
    await Promise.all(writers)
    await serving.kill()
  }
  const { host, close } = await openAt(home.home)
  const record = expect(await host.record(exercise.id))
  assert.equal(record.head.size, 301)
  assert.deepEqual(new Set(receipts.keys()), new Set(submissions.map(nameOf)))
  for (const [hash, index] of receipts) assert.equal(expect(await host.row(record, hash as never)).index, index)
  await assertVerifies(host, exercise.id)
  const more = await exerciseOf(host, exercise.id, {})
  expect(await host.submit(exercise.id, json(await more.issue('after'))))
  await close()
  await home.dispose()
})
