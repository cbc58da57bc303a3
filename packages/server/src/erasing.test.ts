import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Hash, ProcessId } from '@paraph/record'
import { assertVerifies, expect, json, nameOf, openAt, openExercise, openHome } from './exercise.test-support.ts'
import { serveHome } from './http.test-support.ts'

const PLANTED = 'quincunx-of-the-northern-sluice'
const PROGRAM = fileURLToPath(new URL('erasing.program.ts', import.meta.url))

/** Files of a folder, recursively, in which the planted words stand. */
const holding = (home: string, words = PLANTED): string[] =>
  readdirSync(home, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(words))
    .map(({ name }) => name)

/** An exercise in which A tabled the planted words among other acts, and asked for their erasure. */
const planted = async (host: Parameters<typeof openExercise>[0], more: Parameters<typeof openExercise>[1] = {}) => {
  const exercise = await openExercise(host, more)
  const submit = async (by: string, act: object, person?: string) => {
    const signed = await exercise.sign(by, act as never, person === undefined ? {} : { person })
    expect(await host.submit(exercise.id, json(signed)))
    return nameOf(signed)
  }
  const issue = await submit('SEC', { type: 'issue.tabled', title: { en: 'Gates' } })
  for (let at = 0; at < 20; at++)
    await submit('B', { type: 'position.tabled', issue, kind: 'demand', words: { en: `before ${at} ${'x'.repeat(900)}` } })
  const words = await submit('A', { type: 'position.tabled', issue, kind: 'demand', words: { en: `${PLANTED} `.repeat(30) } })
  for (let at = 0; at < 20; at++) await submit('B', { type: 'position.tabled', issue, kind: 'demand', words: { en: `after ${at}` } })
  const erasure = await submit('A', { type: 'erasure.made', acts: [words], asks: ['SEC'] }, 'head-a')
  const consent = await exercise.sign('SEC', { type: 'consent.given', to: erasure }, { person: 'clerk' })
  return { ...exercise, issue, words, consent, submit }
}

test('what is erased is nowhere in the folder, in no answer and not in memory, and the record verifies', async () => {
  const home = await openHome()
  const { id, words, consent, submit, issue } = await planted(home.host)
  assert.ok(holding(home.home).length > 0)
  const before = expect(await home.host.record(id))
  expect(await home.host.submit(id, json(consent)))
  assert.deepEqual(holding(home.home), [])
  const record = expect(await home.host.record(id))
  assert.notEqual(record.state, before.state)
  assert.equal(record.state.filed.get(words)?.act, 'erased')
  assert.ok(!JSON.stringify(record.opened).includes(PLANTED))
  assert.equal(expect(await home.host.row(record, words)).act, 'erased')
  await assertVerifies(home.host, id)
  await submit('A', { type: 'position.tabled', issue, kind: 'offer', words: { en: 'half' } })
  await home.reopen()
  assert.equal(expect(await home.host.record(id)).gone, 1)
  await assertVerifies(home.host, id)
  await home.dispose()
})

test('a process killed between the commit and the erasing: the next start erases, asked for the record or not', async () => {
  for (const byAsking of [true, false]) {
    const home = await openHome()
    const { id, words, consent } = await planted(home.host)
    await home.suspend()
    const { signal } = spawnSync(process.execPath, [PROGRAM, home.home, id, JSON.stringify(consent)], { stdio: 'inherit' })
    assert.equal(signal, 'SIGKILL')
    assert.ok(holding(home.home).length > 0, 'the commit stands and nothing is erased yet')
    const { host, close } = await openAt(home.home)
    if (byAsking) assert.equal(expect(await host.record(id)).state.filed.get(words)?.act, 'erased')
    else await host.finishErasures()
    assert.deepEqual(holding(home.home), [])
    await assertVerifies(host, id)
    await close()
    await home.dispose()
  }
})

test('a store that cannot erase: the act is shown to nobody all the same, and is tried again with the next act', async () => {
  let broken = true
  const home = await openHome({
    store: (store) => ({
      ...store,
      erase: async (log, index) => (broken ? { ok: false, refusal: { code: 'not-recorded', facts: {} } } : store.erase(log, index)),
    }),
  })
  const { id, words, consent, submit } = await planted(home.host)
  expect(await home.host.submit(id, json(consent)))
  const record = expect(await home.host.record(id))
  assert.equal(record.state.filed.get(words)?.act, 'erased')
  assert.equal(expect(await home.host.row(record, words)).act, 'erased')
  for await (const row of home.host.rows(record.id, { from: 0, until: record.head.size }))
    if (row.hash === words) assert.equal(row.act, 'erased')
  assert.ok(holding(home.home).length > 0)
  broken = false
  await submit('SEC', { type: 'issue.tabled', title: { en: 'More' } })
  assert.deepEqual(holding(home.home), [])
  await home.dispose()
})

test('a file goes with the last act that names it', async () => {
  const home = await openHome()
  const exercise = await openExercise(home.host)
  const bytes = Buffer.from(`${PLANTED} in a page`)
  const hash = createHash('sha256').update(bytes).digest('hex') as Hash
  expect(await home.store.putBlob(exercise.id as ProcessId, { hash, bytes }))
  const source = (publisher: string) => ({
    type: 'source.captured',
    publisher,
    voice: 'outlet',
    language: 'en',
    dated: 'printed',
    snapshot: { hash, media: 'text/plain' },
  })
  const erased = async (publisher: string) => {
    const captured = await exercise.sign('A', source(publisher) as never)
    expect(await home.host.submit(exercise.id, json(captured)))
    return async () => {
      const erasure = await exercise.sign('A', { type: 'erasure.made', acts: [nameOf(captured)], asks: ['SEC'] }, { person: 'head-a' })
      expect(await home.host.submit(exercise.id, json(erasure)))
      const consent = await exercise.sign('SEC', { type: 'consent.given', to: nameOf(erasure) }, { person: 'clerk' })
      expect(await home.host.submit(exercise.id, json(consent)))
    }
  }
  const [first, second] = [await erased('one'), await erased('two')]
  await first()
  assert.ok((await home.store.blob(exercise.id as ProcessId, hash)) !== undefined)
  await second()
  assert.equal(await home.store.blob(exercise.id as ProcessId, hash), undefined)
  assert.deepEqual(holding(home.home), [])
  await home.dispose()
})

test('answers that were kept are dropped: what was erased is in none, and has another tag', async () => {
  const served = await serveHome()
  const { id, words, consent } = await planted(served.home.host, { slug: 'open-gates', keysArePublic: true })
  const asked = async () => {
    const answers = await Promise.all(
      ['overview', 'rows', 'entries', `acts/${words}`, 'bundle'].map((view) => served.ask(`/api/v1/processes/${id}/${view}`)),
    )
    return { text: answers.map(({ text }) => text).join('\n'), tags: answers.map(({ headers }) => headers['etag']) }
  }
  const before = await asked()
  assert.ok(before.text.includes(PLANTED))
  expect(await served.home.host.submit(id, json(consent)))
  const after = await asked()
  assert.ok(!after.text.includes(PLANTED))
  for (const [at, tag] of after.tags.entries()) assert.notEqual(tag, before.tags[at])
  assert.ok(after.text.includes('"erased"'))
  await served.dispose()
})
