import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { expect, json } from './exercise.test-support.ts'
import { listen, serveHome, until } from './http.test-support.ts'
import { mayMeasure } from './metrics.ts'

const here = { peer: '127.0.0.1', host: 'localhost:4600', authorization: undefined, forwarded: false }

/** Samples of a page of metrics by name and labels. */
const samplesOf = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line): [string, number] => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )

describe('metrics', () => {
  test('acts, refusals by code, commits, processes and streams are counted under names of Prometheus', async () => {
    const served = await serveHome()
    try {
      const path = '/api/v1/processes/open-lake/entries'
      const submission = await served.open.issue('Ferries')
      for (const status of [201, 200]) assert.equal((await served.ask(path, { method: 'POST', body: submission })).status, status)
      const forged = { ...submission, sig: (await served.open.issue('Fishing')).sig }
      assert.equal((await served.ask(path, { method: 'POST', body: forged })).status, 403)
      const reader = await listen(served.serving.address)
      await until(() => reader.events.length > 0)
      const answer = await served.ask('/metrics')
      assert.equal(answer.headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8')
      const samples = samplesOf(answer.text)
      assert.equal(samples.get('paraph_acts_accepted_total'), 1, 'an act that was known is not counted again')
      assert.equal(samples.get('paraph_acts_refused_total{code="signature"}'), 1)
      assert.equal(samples.get('paraph_commit_seconds_count'), 1)
      assert.equal(samples.get('paraph_acts_per_commit_sum'), 1)
      assert.equal(samples.get('paraph_processes'), 2)
      assert.equal(samples.get('paraph_streams'), 1)
      assert.ok((samples.get('process_resident_memory_bytes') ?? 0) > 0)
      assert.ok(samples.has('nodejs_eventloop_lag_seconds'))
      reader.stop()
    } finally {
      await served.dispose()
    }
  })

  test('no sample says of which process, body or act it is', async () => {
    const served = await serveHome()
    try {
      expect(await served.home.host.submit(served.open.id, json(await served.open.issue('Ferries'))))
      const { text } = await served.ask('/metrics')
      for (const word of ['open-lake', served.open.id, served.open.log, 'Ferries', 'SEC', 'issue.tabled', 'host.example'])
        assert.ok(!text.includes(word), word)
    } finally {
      await served.dispose()
    }
  })

  test('with a token its bearer alone sees them; everybody else is told that nothing is there', async () => {
    const served = await serveHome({ metricsToken: 'a-token-of-the-operator' })
    try {
      assert.equal((await served.ask('/metrics')).status, 404)
      assert.equal((await served.ask('/metrics', { headers: { authorization: 'Bearer a-token-of-the-operatoR' } })).status, 404)
      assert.equal((await served.ask('/metrics', { headers: { authorization: 'Bearer a-token-of-the-operator' } })).status, 200)
    } finally {
      await served.dispose()
    }
  })

  test('without a token they are for this machine by its own name, and not for whom a proxy passes on', () => {
    assert.equal(mayMeasure(here, undefined), true)
    for (const peer of ['::1', '::ffff:127.0.0.1', '127.8.9.10']) assert.equal(mayMeasure({ ...here, peer }, undefined), true, peer)
    for (const peer of ['192.0.2.7', '::ffff:192.0.2.7', 'fe80::1', '127.0.0.1.example', undefined])
      assert.equal(mayMeasure({ ...here, peer }, undefined), false, peer)
    assert.equal(mayMeasure({ ...here, host: 'paraph.example' }, undefined), false)
    assert.equal(mayMeasure({ ...here, forwarded: true }, undefined), false)
    assert.equal(mayMeasure(here, 'token'), false, 'where there is a token, being here is not enough')
  })

  test('a request that a proxy says it passed on is refused', async () => {
    const served = await serveHome()
    try {
      for (const name of ['forwarded', 'x-forwarded-for', 'via'])
        assert.equal((await served.ask('/metrics', { headers: { [name]: 'for=192.0.2.7' } })).status, 404, name)
      assert.equal((await served.ask('/metrics')).status, 200)
    } finally {
      await served.dispose()
    }
  })
})

describe('health', () => {
  test('is told to whoever asks, by any name, and tells nothing else', async () => {
    const served = await serveHome()
    try {
      for (const host of ['localhost', '10.1.2.3:4600']) {
        const { status, text } = await served.ask('/healthz', { headers: { host } })
        assert.deepEqual([status, text], [200, 'ok\n'])
      }
      assert.equal((await served.ask('/api/v1/processes', { headers: { host: '10.1.2.3:4600' } })).status, 421)
    } finally {
      await served.dispose()
    }
  })
})
