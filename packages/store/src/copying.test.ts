import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type EntryIndex, type Hash, hex, type Result } from '@paraph/record'
import { copyRecords } from './copying.ts'
import { testWith } from './needs.test-support.ts'
import { openDatabase } from './postgres.ts'
import { postgresServer, startServer, type TestServer } from './postgres.test-support.ts'
import { openStore } from './sqlite.ts'
import type { Store } from './store.ts'
import { allRows, appendRows, LOG, OTHER_LOG, sha256 } from './synthetic.test-support.ts'

const server = postgresServer.there ? await startServer() : (undefined as unknown as TestServer)
after(() => server?.stop())

const opened = (store: Result<Store>): Store => {
  assert.ok(store.ok, JSON.stringify(store))
  return store.value
}

const content = async (store: Store) => {
  const logs = await store.logs()
  const [checkpoints, blobs]: [unknown[], unknown[]] = [[], []]
  for (const { log } of logs) {
    for await (const checkpoint of store.checkpoints(log)) checkpoints.push(checkpoint)
    for await (const { hash, size } of store.blobs(log)) blobs.push([hash, size, await store.blob(log, hash)])
  }
  return { logs, checkpoints, blobs, rows: await Promise.all(logs.map(({ log }) => allRows(store, log))) }
}

const onThree = (name: string, check: (stores: readonly [Store, Store, Store]) => Promise<void>): void =>
  testWith(postgresServer, name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paraph-copy-'))
    const first = opened(await openStore({ path: join(folder, 'first.sqlite') }))
    const middle = opened(await openDatabase({ url: await server.fresh() }))
    const last = opened(await openStore({ path: join(folder, 'last.sqlite') }))
    try {
      for (const count of [1, 700, 3]) await appendRows(first, LOG, count)
      await appendRows(first, OTHER_LOG, 5)
      await first.claimSlug(LOG, 'جھیل')
      await first.erase(LOG, 3 as EntryIndex)
      for (const length of [0, 1, 300_000]) {
        const bytes = new Uint8Array(length).fill(length)
        await first.putBlob(OTHER_LOG, { hash: hex(sha256(bytes)) as Hash, bytes })
      }
      await check([first, middle, last])
    } finally {
      for (const store of [first, middle, last]) await store.close()
      rmSync(folder, { recursive: true })
    }
  })

onThree('from SQLite to PostgreSQL and back not a byte of the record changes', async ([first, middle, last]) => {
  const before = await content(first)
  const there = await copyRecords(first, middle, { still: true })
  assert.ok(there.ok, JSON.stringify(there))
  assert.deepEqual(await content(middle), before)
  const back = await copyRecords(middle, last, { still: true })
  assert.ok(back.ok, JSON.stringify(back))
  assert.deepEqual(await content(last), before)
  assert.deepEqual(await appendRows(last, LOG, 1), { ok: true, value: 705 })
})

onThree('a copy that was broken off is taken up again, and what is there already is left alone', async ([first, middle]) => {
  const signal = { aborted: false }
  const stopped = await copyRecords(first, middle, {
    signal,
    onProgress: ({ records, entries }) => {
      if (records === 1 && entries === 2) signal.aborted = true
    },
  })
  assert.deepEqual(stopped, { ok: false, refusal: { code: 'cancelled', facts: { records: 1 } } })
  assert.deepEqual(
    (await middle.logs()).map(({ log }) => log),
    [LOG],
  )
  const again = await copyRecords(first, middle)
  assert.deepEqual(again.ok && again.value.map(({ already }) => already), [true, false])
  assert.deepEqual(await content(middle), await content(first))
})

onThree('a target that holds more, or another history, is refused before anything is copied', async ([first, middle]) => {
  await appendRows(middle, OTHER_LOG, 6)
  assert.deepEqual(await copyRecords(first, middle), {
    ok: false,
    refusal: { code: 'restore-onto-newer', facts: { process: OTHER_LOG, there: 6, copied: 5 } },
  })
  assert.equal(await middle.head(LOG), undefined)
})

onThree('a source that was to stand still and did not is found out', async ([first, middle]) => {
  let busy: Promise<unknown> | undefined
  const done = await copyRecords(first, middle, { still: true, onProgress: () => (busy ??= appendRows(first, LOG, 1)) })
  await busy
  assert.deepEqual(done, { ok: false, refusal: { code: 'source-moved', facts: { process: LOG, size: 705 } } })
})
