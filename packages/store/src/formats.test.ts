import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { EntryIndex, Hash } from '@paraph/record'
import { hex } from '@paraph/record'
import Database from 'better-sqlite3'
import { SCHEMA_VERSION } from './schema.ts'
import { openStore } from './sqlite.ts'
import { allRows, appendRows, LOG, sha256, syntheticLog } from './synthetic.test-support.ts'

const PROGRAM = fileURLToPath(new URL('writer.program.ts', import.meta.url))

/** A data folder's database as each released schema made it, word for word. A new schema adds its own, and none is ever changed. */
const FORMATS: Readonly<Record<number, string>> = {
  1: `
CREATE TABLE "entry" ("log" text not null, "entry_index" integer not null, "hash" text not null, "leaf" text not null, constraint "entry_key" primary key ("log", "entry_index"), constraint "entry_hash_once" unique ("log", "hash"));
CREATE TABLE "act" ("log" text not null, "entry_index" integer not null, "state" text not null check (state in ('open', 'erased', 'withheld')), "json" text, "salt" text, constraint "act_key" primary key ("log", "entry_index"), constraint "act_of_entry" foreign key ("log", "entry_index") references "entry" ("log", "entry_index"), constraint "act_open" check ((state = 'open') = (json is not null) and (state = 'open') = (salt is not null)));
CREATE TABLE "head" ("log" text not null primary key, "size" integer not null, "root" text not null, "checkpoint" text not null, "recorded" text not null);
CREATE TABLE "checkpoint" ("log" text not null, "size" integer not null, "root" text not null, "note" text not null, constraint "checkpoint_key" primary key ("log", "size"));
CREATE TABLE "label" ("log" text not null primary key, "slug" text not null unique);
CREATE TABLE "schema_version" ("log" text not null primary key, "version" integer not null);
INSERT INTO schema_version VALUES ('*', 1);`,
}

/** A database of an old format with three rows of which one is erased, and a label. */
const makeOld = (path: string, version: number) => {
  const { rows, head } = syntheticLog().work(3)
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.exec(FORMATS[version]!)
  for (const { index, hash, leaf, act } of rows) {
    database.prepare('insert into entry values (?, ?, ?, ?)').run(LOG, index, hash, Buffer.from(leaf).toString())
    if (index === 1 || typeof act === 'string') database.prepare("insert into act values (?, ?, 'erased', null, null)").run(LOG, index)
    else database.prepare("insert into act values (?, ?, 'open', ?, ?)").run(LOG, index, act.json, act.salt)
  }
  database.prepare('insert into head values (?, ?, ?, ?, ?)').run(LOG, head.size, head.root, head.checkpoint, head.recorded)
  database.prepare('insert into checkpoint values (?, ?, ?, ?)').run(LOG, head.size, head.root, head.checkpoint)
  database.prepare('insert into label values (?, ?)').run(LOG, 'lake')
  database.close()
  return { rows: rows.map((row) => (row.index === 1 ? { ...row, act: 'erased' as const } : row)), head }
}

const within = (name: string, check: (path: string) => Promise<void>) =>
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paraph-format-'))
    try {
      await check(join(folder, 'paraph.sqlite'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

test('there is a fixture for every format before this one', () => {
  assert.deepEqual(
    Object.keys(FORMATS).map(Number),
    Array.from({ length: SCHEMA_VERSION - 1 }, (_, at) => at + 1),
  )
})

for (const version of Object.keys(FORMATS).map(Number)) {
  within(`a database of format ${version} is brought forward, its record unchanged, and goes on`, async (path) => {
    const { rows, head } = makeOld(path, version)
    for (let opening = 0; opening < 2; opening++) {
      const store = await openStore({ path })
      assert.ok(store.ok, JSON.stringify(store))
      assert.deepEqual(await allRows(store.value, LOG), rows)
      assert.deepEqual(await store.value.logs(), [{ log: LOG, slug: 'lake', head }])
      await store.value.close()
    }
    const store = await openStore({ path })
    assert.ok(store.ok)
    const bytes = new TextEncoder().encode('a file')
    assert.equal((await store.value.putBlob(LOG, { hash: hex(sha256(bytes)) as Hash, bytes })).ok, true)
    assert.deepEqual(await appendRows(store.value, LOG, 1), { ok: true, value: 4 })
    assert.equal((await store.value.erase(LOG, 0 as EntryIndex)).ok, true)
    await store.value.close()
  })

  within(`a database of format ${version} is read as it is, and not changed by reading`, async (path) => {
    const { rows, head } = makeOld(path, version)
    const before = readFileSync(path)
    const store = await openStore({ path, readonly: true })
    assert.ok(store.ok, JSON.stringify(store))
    assert.deepEqual(await allRows(store.value, LOG), rows)
    assert.deepEqual(await store.value.head(LOG), head)
    for await (const blob of store.value.blobs(LOG)) assert.fail(`a file ${blob.hash} from nowhere`)
    await store.value.close()
    assert.deepEqual(readFileSync(path), before)
  })

  within(`two processes that bring a database of format ${version} forward at once do it once`, async (path) => {
    const { rows } = makeOld(path, version)
    const programs = [0, 1].map(() => spawn(process.execPath, [PROGRAM, path, '0'], { stdio: ['ignore', 'ignore', 'inherit'] }))
    const ends = programs.map((child) => new Promise((resolve) => child.on('close', resolve)))
    assert.deepEqual(await Promise.all(ends), [0, 0])
    const store = await openStore({ path, readonly: true })
    assert.ok(store.ok, JSON.stringify(store))
    assert.deepEqual(await allRows(store.value, LOG), rows)
    await store.value.close()
  })
}
