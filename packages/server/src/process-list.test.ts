import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProcessView } from '@paraph/talks'
import { hex } from '@paraph/record'
import { expect, json, nameOf, signerOf } from './exercise.test-support.ts'
import { serveHome } from './http.test-support.ts'

test('a list shows each process as its own page does, now and after whatever frames it', async () => {
  let now = Date.now()
  const served = await serveHome({ now: () => now })
  try {
    const cookie = await served.session()
    const views = async () => {
      const answer = await served.ask('/api/v1/processes', { headers: { cookie } })
      assert.equal(answer.status, 200, answer.text)
      const { processes } = answer.json() as { processes: ProcessView[] }
      for (const view of processes)
        assert.deepEqual(view, (await served.ask(`/api/v1/processes/${view.id}`, { headers: { cookie } })).json(), view.slug)
      return processes
    }
    assert.deepEqual(
      (await views()).map(({ slug }) => slug),
      ['open-lake', 'closed-lake'],
    )
    const { open, home } = served
    const tabled = await open.issue('Ferries')
    const key = { key: hex(signerOf('A').publicKey), kind: 'device', member: 'head-a' }
    const body = { id: 'A', roles: ['party'], names: { en: 'A' }, keys: [key] }
    const joined = await open.sign('A', { type: 'body.joined', body, head: 'head-a' }, { person: 'head-a' })
    const acts = [
      tabled,
      joined,
      await open.sign('SEC', { type: 'issue.closed', issue: nameOf(tabled) }),
      await open.sign('SEC', { type: 'process.suspended' }),
    ]
    let met = 0
    for (const act of acts) {
      const filed = await home.host.submit(open.id, json(act))
      assert.ok(filed.ok, JSON.stringify(filed))
      met++
      const [first] = await views()
      assert.equal(first?.size, expect(await home.host.record(open.id)).head.size)
    }
    assert.ok(met === acts.length, `${met} acts were recorded`)
    now += 100 * 365 * 24 * 60 * 60 * 1000
    await views()
  } finally {
    await served.dispose()
  }
})
