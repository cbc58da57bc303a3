import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Fresh, storeContract } from './contract.ts'
import { testWith } from './needs.test-support.ts'
import { openDatabase } from './postgres.ts'
import { postgresServer, startServer } from './postgres.test-support.ts'
import { openStore } from './sqlite.ts'
import type { Store } from './store.ts'

/** Stores on one database, as several processes would have them. */
const several = async (open: () => Promise<Store>, dispose: () => Promise<void>): Promise<Fresh> => {
  const stores = [await open()]
  return {
    store: stores[0]!,
    another: async () => {
      const store = await open()
      stores.push(store)
      return store
    },
    dispose: async () => {
      for (const store of stores) await store.close()
      await dispose()
    },
  }
}

const opened = (store: Awaited<ReturnType<typeof openStore | typeof openDatabase>>): Store => {
  assert.ok(store.ok, JSON.stringify(store))
  return store.value
}

const onSqlite = storeContract({
  name: 'SQLite',
  holds: false,
  fresh: () => {
    const folder = mkdtempSync(join(tmpdir(), 'paraph-store-'))
    const open = async () => opened(await openStore({ path: join(folder, 'paraph.sqlite') }))
    return several(open, async () => rmSync(folder, { recursive: true }))
  },
})

const server = postgresServer.there ? await startServer() : undefined
after(() => server?.stop())

const onPostgres =
  server === undefined
    ? new Set<string>()
    : storeContract({
        name: 'PostgreSQL',
        holds: true,
        fresh: async () => {
          const url = await server.fresh()
          const open = async () => opened(await openDatabase({ url }))
          return several(open, async () => {})
        },
      })

testWith(postgresServer, 'every law was run on both engines', () => {
  assert.ok(onSqlite.size >= 25, `${onSqlite.size} laws`)
  assert.deepEqual([...onPostgres].toSorted(), [...onSqlite].toSorted())
})
