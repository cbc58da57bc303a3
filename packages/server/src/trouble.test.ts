import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { HOST_REFUSALS, ProblemShape } from '@paraph/api'
import { hex } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { secretsIn } from '@paraph/store'
import {
  assertVerifies,
  expect,
  foundingAct,
  HOST_NAME,
  json,
  nameOf,
  openExercise,
  signerOf,
  submissionOf,
} from './exercise.test-support.ts'
import { failingStore } from './failing-store.test-support.ts'
import { createHost } from './host.ts'
import { listen, serveHome, type Served, signIn, until } from './http.test-support.ts'
import { LOG_KEYS_LIMIT, QUEUE_LIMIT } from './limits.ts'

/** The host's own trouble, as the one who sends an act meets it. */
const within = (name: string, check: (given: { served: Served } & ReturnType<typeof failingStore>) => Promise<void>) =>
  test(name, async () => {
    const store = failingStore()
    const served = (await serveHome({ wrap: store.wrap })) as Served
    try {
      await check({ served, ...store })
    } finally {
      await served.dispose()
    }
  })
const send = (served: Served, submission: unknown) =>
  served.ask('/api/v1/processes/open-lake/entries', { method: 'POST', body: submission })
const codeOf = ({ text }: { text: string }): string => ProblemShape.parse(JSON.parse(text)).code

describe('trouble of the host over HTTP', () => {
  for (const [failure, code, status] of [
    ['stored', 'outcome-unknown', 503],
    ['not-stored', 'outcome-unknown', 503],
    ['not-asked', 'not-recorded', 503],
    ['disk-full', 'disk-full', 507],
  ] as const)
    within(`${failure}: ${code}, and a retry is safe`, async ({ served, fail }) => {
      const submission = await served.open.issue('x')
      fail(failure)
      const answer = await send(served, submission)
      assert.deepEqual([codeOf(answer), answer.status], [code, status])
      if (status === 503) assert.equal(answer.headers['retry-after'], '2')
      assert.equal((await send(served, submission)).status, failure === 'stored' ? 200 : 201)
      assert.equal(expect(await served.home.host.record('open-lake')).head.size, 2)
      await assertVerifies(served.home.host, served.open.id)
    })

  within('a record whose pages are torn is named and not signed over; the others go on', async ({ served, fail, mend }) => {
    const submission = await served.open.issue('x')
    fail('torn')
    assert.equal(codeOf(await send(served, submission)), 'outcome-unknown')
    assert.equal(codeOf(await send(served, submission)), 'database-damaged')
    const cookie = await signIn(served.serving)
    const seen = await served.ask('/api/v1/processes/open-lake', { headers: { cookie } })
    assert.deepEqual([codeOf(seen), seen.status], ['database-damaged', 500])
    assert.equal((await served.ask('/api/v1/processes/closed-lake', { headers: { cookie } })).status, 200)
    mend()
    assert.equal((await send(served, submission)).status, 201)
  })

  within('a bug is told as such and to whoever runs the host, and nothing is gone on from', async ({ served, fail }) => {
    const submission = await served.open.issue('x')
    fail('bug')
    const answer = await send(served, submission)
    assert.deepEqual([codeOf(answer), answer.status], ['internal', 500])
    assert.equal(served.faults.length, 1)
    assert.equal((await send(served, submission)).status, 201)
    await assertVerifies(served.home.host, served.open.id)
  })

  within('more acts than may wait are refused busy, at the limit and not before', async ({ served, fail }) => {
    // The first is taken out of the line at once and is held up; as many as the limit may wait behind it.
    const filled = await Promise.all(Array.from({ length: QUEUE_LIMIT + 2 }, (_, at) => served.open.issue(`x ${at}`)))
    fail('slow')
    const first = served.home.host.submit('open-lake', json(filled[0]!))
    await new Promise((later) => setTimeout(later, 50))
    const rest = await Promise.all([first, ...filled.slice(1).map((submission) => served.home.host.submit('open-lake', json(submission)))])
    const refused = rest.filter((result) => !result.ok)
    assert.ok(refused.every((result) => !result.ok && result.refusal.code === 'busy'))
    const size = expect(await served.home.host.record('open-lake')).head.size
    assert.equal(size, 1 + rest.length - refused.length)
  })

  within('log keys that no process uses are limited', async ({ served }) => {
    const cookie = await signIn(served.serving)
    for (let made = 0; made < LOG_KEYS_LIMIT; made++) assert.equal(served.home.host.makeLogKey().ok, true)
    const answer = await served.ask('/api/v1/host-keys', { method: 'POST', headers: { cookie } })
    assert.deepEqual([codeOf(answer), answer.status], ['too-many-log-keys', 429])
  })

  within('a key that was revoked, and a reconstruction asked what it knew when', async ({ served }) => {
    const revoked = { type: 'key.revoked', key: hex(signerOf('B').publicKey) }
    assert.equal((await send(served, await served.open.sign('B', revoked))).status, 201)
    assert.equal(codeOf(await send(served, await served.open.sign('B', { type: 'process.suspended' }))), 'key-revoked')
    const { key } = expect(served.home.host.makeLogKey())
    const bodies = [
      {
        id: 'RAP',
        roles: ['rapporteur'],
        names: { en: 'Rapporteur' },
        keys: [{ key: hex(signerOf('RAP').publicKey), kind: 'device', member: 'pen' }],
      },
    ]
    const act = foundingAct(key, { slug: 'rebuilt', nature: 'reconstruction', bodies, keysArePublic: true })
    expect(await served.home.host.found(json(await submissionOf({ log: null, by: 'RAP', person: 'pen', act }))))
    assert.equal(codeOf(await served.ask('/api/v1/processes/rebuilt/standing?known=1')), 'known-begins-at-import')
  })

  within('a database that does not answer: every request is refused as such, and goes on once it does', async ({ served, leave, mend }) => {
    const submission = await served.open.issue('x')
    leave()
    const asked = [
      await served.ask('/api/v1/processes'),
      await served.ask('/api/v1/processes/open-lake/entries'),
      await served.ask(`/api/v1/processes/open-lake/acts/${nameOf(served.open.founding)}`),
      await served.ask('/api/v1/processes/open-lake/bundle'),
    ]
    for (const answer of asked) assert.deepEqual([codeOf(answer), answer.status], ['database-unreachable', 503])
    assert.equal(codeOf(await send(served, submission)), 'not-recorded')
    assert.equal((await served.ask('/healthz')).status, 503)
    const stream = await listen(served.serving.address)
    mend()
    assert.equal((await send(served, submission)).status, 201)
    assert.equal((await served.ask('/healthz')).status, 200)
    await until(() => stream.events.some(({ data }) => data.size === 2))
    stream.stop()
    assert.deepEqual(served.faults, [])
    await assertVerifies(served.home.host, served.open.id)
  })

  within('a commit that met a full disk makes the host unwell until one succeeds', async ({ served, fail }) => {
    fail('disk-full')
    await send(served, await served.open.issue('x'))
    const unwell = await served.ask('/healthz')
    assert.deepEqual([codeOf(unwell), unwell.status], ['disk-full', 507])
    assert.equal((await send(served, await served.open.issue('y'))).status, 201)
    assert.equal((await served.ask('/healthz')).status, 200)
  })

  within('a server without the key that signs a record records nothing, and says that another one may', async ({ served }) => {
    const bare = await createHost({
      store: served.home.store,
      secrets: secretsIn(join(served.home.home, 'no-keys')),
      clock: () => new Date().toISOString() as never,
      primitives: nodePrimitives,
      name: HOST_NAME,
      shared: true,
    })
    const refused = await bare.submit('open-lake', json(await served.open.issue('x')))
    assert.equal(!refused.ok && refused.refusal.code, 'log-key-missing')
    assert.equal(expect(await bare.record('open-lake')).head.size, 1)
    await bare.close()
  })

  within('a process for which no label is to be had is called by its id', async ({ served, takeLabels }) => {
    takeLabels()
    const other = await openExercise(served.home.host, { slug: 'wanted' })
    assert.equal(expect(await served.home.host.record(other.id)).slug, other.id)
  })
})

test('every refusal of the host is met by a test of this folder', () => {
  const folder = new URL('./', import.meta.url)
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const missing = Object.keys(HOST_REFUSALS).filter((code) => !texts.some((text) => text.includes(`'${code}'`)))
  assert.deepEqual(missing, [])
})
