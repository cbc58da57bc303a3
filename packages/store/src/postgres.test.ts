import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { EntryIndex, RecordSize } from '@paraph/record'
import { type Line, lineTo } from './line.test-support.ts'
import { testWith } from './needs.test-support.ts'
import { isDatabaseUrl, openDatabase } from './postgres.ts'
import { postgresServer, startServer, type TestServer } from './postgres.test-support.ts'
import { SCHEMA_VERSION, TABLES } from './schema.ts'
import { type Store, StoreUnreachable } from './store.ts'
import { allRows, appendRows, LOG, OTHER_LOG, syntheticLog, until } from './synthetic.test-support.ts'

const server = postgresServer.there ? await startServer() : (undefined as unknown as TestServer)
after(() => server?.stop())

const opened = async (url: string, readonly = false): Promise<Store> => {
  const store = await openDatabase({ url, readonly })
  assert.ok(store.ok, JSON.stringify(store))
  return store.value
}

const onDatabase = (name: string, check: (url: string) => Promise<void>): void =>
  testWith(postgresServer, name, async () => check(await server.fresh()))

const onLine = (name: string, check: (store: Store, line: Line) => Promise<void>): void =>
  onDatabase(name, async (url) => {
    const line = await lineTo(url)
    const store = await opened(line.url)
    try {
      await check(store, line)
    } finally {
      line.mend()
      await store.close()
      line.close()
    }
  })

const terminateOthers = (url: string) =>
  server.superuser(url, (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'),
  )

const zero = 0 as RecordSize

onLine('a line cut before the commit: nothing was recorded, and that is said; the next append goes through', async (store, line) => {
  await appendRows(store, LOG, 1)
  line.cutAtCommit('before')
  assert.deepEqual(await appendRows(store, LOG, 1), { ok: false, refusal: { code: 'not-recorded', facts: { cause: 'unreachable' } } })
  assert.equal((await store.head(LOG))?.size, 1)
  assert.deepEqual(await appendRows(store, LOG, 1), { ok: true, value: 2 })
})

onLine('a line cut after the commit: the outcome is unknown, and it was recorded once', async (store, line) => {
  await appendRows(store, LOG, 1)
  line.cutAtCommit('after')
  assert.deepEqual(await appendRows(store, LOG, 1), { ok: false, refusal: { code: 'outcome-unknown', facts: { cause: 'unreachable' } } })
  assert.equal((await store.head(LOG))?.size, 2)
  assert.deepEqual(await appendRows(store, LOG, 1), { ok: true, value: 3 })
})

onLine('a first append behind a line cut after the commit is unknown likewise', async (store, line) => {
  line.cutAtCommit('after')
  const done = await appendRows(store, LOG, 1)
  assert.equal(!done.ok && done.refusal.code, 'outcome-unknown')
  assert.equal((await store.head(LOG))?.size, 1)
})

onLine('while the server is away every question is refused by name, and after it is back every one is answered', async (store, line) => {
  await appendRows(store, LOG, 2)
  line.cut()
  const done = await appendRows(store, LOG, 1)
  assert.deepEqual(!done.ok && [done.refusal.code, done.refusal.facts], ['not-recorded', { cause: 'unreachable' }])
  await assert.rejects(store.head(LOG), StoreUnreachable)
  await assert.rejects(store.logs(), StoreUnreachable)
  await assert.rejects(allRows(store, LOG), StoreUnreachable)
  const erased = await store.erase(LOG, 0 as EntryIndex)
  assert.equal(!erased.ok && erased.refusal.code, 'not-recorded')
  const label = await store.claimSlug(LOG, 'lake')
  assert.equal(!label.ok && label.refusal.code, 'not-recorded')
  line.mend()
  assert.deepEqual(await appendRows(store, LOG, 1), { ok: true, value: 3 })
  assert.equal((await allRows(store, LOG)).length, 3)
})

onDatabase('a connection that ends while an append is judged stores nothing and ends nothing else', async (url) => {
  const store = await opened(url)
  await appendRows(store, LOG, 1)
  const done = await store.append(LOG, zero, async (_head, news) => {
    await terminateOthers(url)
    const mine = syntheticLog()
    mine.tell(news)
    return mine.work(1)
  })
  assert.deepEqual(done, { ok: false, refusal: { code: 'not-recorded', facts: { cause: 'unreachable' } } })
  assert.deepEqual(await appendRows(store, LOG, 1), { ok: true, value: 2 })
  await store.close()
})

onDatabase('idle connections that the server ends are replaced without a word', async (url) => {
  const store = await opened(url)
  await Promise.all([store.head(LOG), store.head(OTHER_LOG), store.logs()])
  await terminateOthers(url)
  await new Promise((later) => setTimeout(later, 50))
  assert.deepEqual(await appendRows(store, LOG, 1), { ok: true, value: 1 })
  await store.close()
})

onLine('a follower hears what others append, and after a break what it missed', async (store, line) => {
  const other = await opened(await urlBehind(line))
  const heard: string[] = []
  store.follow(({ log, size }) => heard.push(`${log} ${size}`))
  await appendRows(other, LOG, 1)
  await until(() => heard.includes(`${LOG} 1`))
  line.cut()
  await appendRows(other, OTHER_LOG, 3)
  line.mend()
  await until(() => heard.includes(`${OTHER_LOG} 3`))
  await appendRows(other, LOG, 1)
  await until(() => heard.includes(`${LOG} 2`))
  await other.close()
})

/** The database of a line, without the line. */
const urlBehind = async (line: Line): Promise<string> => {
  const near = new URL(line.url)
  const far = new URL(await server.fresh())
  far.pathname = near.pathname
  return far.href
}

onDatabase('readers see only what is committed while an append is under way', async (url) => {
  const store = await opened(url)
  await appendRows(store, LOG, 1)
  await store.append(LOG, zero, async () => {
    assert.equal((await store.head(LOG))?.size, 1)
    return { rows: [], result: 0 }
  })
  await store.close()
})

onDatabase('a database of a newer version is refused, and one without tables is when it is only to be read', async (url) => {
  const empty = await openDatabase({ url, readonly: true })
  assert.equal(!empty.ok && empty.refusal.code, 'database-missing')
  await (await opened(url)).close()
  await server.superuser(url, (client) => client.query('update schema_version set version = version + 1'))
  assert.deepEqual(await openDatabase({ url }), {
    ok: false,
    refusal: { code: 'database-newer', facts: { version: SCHEMA_VERSION + 1, known: SCHEMA_VERSION } },
  })
})

onDatabase('several instances that start at once on an empty database make its tables once', async (url) => {
  const stores = await Promise.all(Array.from({ length: 4 }, () => opened(url)))
  assert.deepEqual(await appendRows(stores[3]!, LOG, 1), { ok: true, value: 1 })
  for (const store of stores) await store.close()
})

onDatabase('a database of something else is refused, and a head that disagrees with its rows', async (url) => {
  const other = await server.fresh()
  await server.superuser(other, (client) => client.query('create table recipe (name text)'))
  const foreign = await openDatabase({ url: other })
  assert.deepEqual(!foreign.ok && [foreign.refusal.code, foreign.refusal.facts['cause']], ['database-unusable', 'foreign'])
  const store = await opened(url)
  await appendRows(store, LOG, 2)
  await store.close()
  await server.superuser(url, (client) => client.query('update head set size = 1'))
  const damaged = await openDatabase({ url })
  assert.deepEqual(!damaged.ok && [damaged.refusal.code, damaged.refusal.facts['found']], ['database-damaged', 'rows'])
})

onDatabase('a server that may lose what it acknowledged is refused, except to read', async (url) => {
  await (await opened(url)).close()
  await server.superuser(url, (client) => client.query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`))
  const store = await openDatabase({ url })
  assert.deepEqual(!store.ok && [store.refusal.code, store.refusal.facts['cause']], ['database-unusable', 'not-durable'])
  await (await opened(url, true)).close()
})

onDatabase('what cannot be opened says why, and never the password', async (url) => {
  const change = (make: (place: URL) => void): string => {
    const place = new URL(url)
    make(place)
    return place.href
  }
  const cases: readonly (readonly [cause: string, url: string])[] = [
    ['denied', change((place) => (place.password = 'planted-secret'))],
    ['no-database', change((place) => (place.pathname = '/nowhere'))],
    ['unreachable', change((place) => (place.port = '1'))],
    ['no-tls', change((place) => place.searchParams.set('sslmode', 'verify-full'))],
    ['address', 'mysql://localhost/x'],
    ['address', 'postgres://[/x'],
  ]
  for (const [cause, place] of cases) {
    const store = await openDatabase({ url: place })
    assert.deepEqual(!store.ok && [store.refusal.code, store.refusal.facts['cause']], ['database-unusable', cause], place)
    assert.ok(!JSON.stringify(store).includes(new URL(url).password) && !JSON.stringify(store).includes('planted-secret'))
  }
  assert.deepEqual(['postgres://x/y', 'postgresql://x/y', '/srv/data', 'C:\\data'].map(isDatabaseUrl), [true, true, false, false])
})

onDatabase('every table says its kind, every key begins with the log, and a read-only store writes nothing', async (url) => {
  const store = await opened(url)
  await appendRows(store, LOG, 1)
  const { rows } = await server.superuser(url, (client) =>
    client.query<{ table: string; column: string }>(`
      select c.relname as table, a.attname as column from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where n.nspname = 'public' and i.indisprimary order by 1`),
  )
  assert.deepEqual(
    rows,
    Object.keys(TABLES)
      .toSorted()
      .map((table) => ({ table, column: 'log' })),
  )
  const reader = await opened(url, true)
  await assert.rejects(appendRows(reader, LOG, 1), /read-only/)
  await assert.rejects(reader.claimSlug(LOG, 'x'), /read-only/)
  await reader.close()
  await store.close()
})

onDatabase('an erased act is in no table any more, and its row’s old version is swept away at once', async (url) => {
  const store = await opened(url)
  await appendRows(store, LOG, 3)
  assert.equal((await store.erase(LOG, 1 as EntryIndex)).ok, true)
  const dead = await server.superuser(url, (client) => client.query("select n_dead_tup from pg_stat_user_tables where relname = 'act'"))
  assert.equal(Number(dead.rows[0].n_dead_tup), 0)
  assert.ok(!JSON.stringify(await allRows(store, LOG)).includes('act-1'))
  await store.close()
})
