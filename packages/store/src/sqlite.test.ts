import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { EntryIndex, RecordSize } from '@paraph/record'
import Database from 'better-sqlite3'
import { SCHEMA_VERSION, TABLES } from './schema.ts'
import { openStore } from './sqlite.ts'
import type { Store } from './store.ts'
import { allRows, appendRows, LOG, syntheticLog } from './synthetic.test-support.ts'

const opened = async (path: string, readonly = false): Promise<Store> => {
  const store = await openStore({ path, readonly })
  assert.ok(store.ok, JSON.stringify(store))
  return store.value
}

const within = (name: string, check: (path: string) => Promise<void>) =>
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paraph-store-'))
    try {
      await check(join(folder, 'paraph.sqlite'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

within('everything is there after closing and opening again', async (path) => {
  const store = await opened(path)
  await appendRows(store, LOG, 4)
  const rows = await allRows(store, LOG)
  await store.close()
  const again = await opened(path)
  assert.deepEqual(await allRows(again, LOG), rows)
  await again.close()
})

within('a read-only store sees what a writer commits while it is open, and refuses where there is nothing', async (path) => {
  assert.deepEqual(await openStore({ path, readonly: true }), { ok: false, refusal: { code: 'database-missing', facts: { path } } })
  const store = await opened(path)
  const reader = await opened(path, true)
  await appendRows(store, LOG, 2)
  assert.equal((await allRows(reader, LOG)).length, 2)
  await assert.rejects(
    reader
      .append(LOG, 2 as RecordSize, (_head, news) => {
        const mine = syntheticLog('x')
        mine.tell(news)
        mine.tell([])
        return { rows: [], result: 0 }
      })
      .then(() => appendRows(reader, LOG, 1)),
    /read-only/,
  )
  await reader.close()
  await store.close()
})

within('a database of a newer version is refused, and not changed', async (path) => {
  await (await opened(path)).close()
  const database = new Database(path)
  database.prepare('update schema_version set version = ?').run(SCHEMA_VERSION + 1)
  database.close()
  const before = readFileSync(path)
  assert.deepEqual(await openStore({ path }), {
    ok: false,
    refusal: { code: 'database-newer', facts: { version: SCHEMA_VERSION + 1, known: SCHEMA_VERSION } },
  })
  assert.deepEqual(readFileSync(path), before)
})

within('a database of something else is refused', async (path) => {
  const database = new Database(path)
  database.exec('create table recipe (name text)')
  database.close()
  const store = await openStore({ path })
  assert.equal(!store.ok && store.refusal.code, 'database-unusable')
})

within('every table of the database says its kind, and every key begins with the log', async (path) => {
  await (await opened(path)).close()
  const database = new Database(path, { readonly: true })
  const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as (keyof typeof TABLES)[]
  assert.deepEqual(tables.toSorted(), Object.keys(TABLES).toSorted())
  for (const table of tables) {
    const key = (database.pragma(`table_info(${table})`) as { name: string; pk: number }[]).find((column) => column.pk === 1)
    assert.equal(key?.name, 'log', table)
  }
  database.close()
})

within('the words of an erased act are nowhere in the files', async (path) => {
  const store = await opened(path)
  await appendRows(store, LOG, 3)
  const files = () => Buffer.concat([readFileSync(path), readFileSync(`${path}-wal`)]).toString('latin1')
  assert.ok(files().includes('act-1'), 'the search finds words that are there')
  await store.erase(LOG, 1 as EntryIndex)
  assert.ok(!files().includes('act-1'))
  assert.ok(files().includes('act-2'))
  await store.close()
})

within('a commit is synced in full: WAL, synchronous FULL', async (path) => {
  const store = await opened(path)
  const database = new Database(path, { readonly: true })
  assert.equal(database.pragma('journal_mode', { simple: true }), 'wal')
  database.close()
  await store.close()
})
