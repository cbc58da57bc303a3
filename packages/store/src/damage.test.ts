import assert from 'node:assert/strict'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import Database from 'better-sqlite3'
import { recoverable } from './damage.ts'
import { openStore } from './sqlite.ts'
import { StoreDamaged } from './store.ts'
import { allRows, appendRows, LOG, OTHER_LOG } from './synthetic.test-support.ts'

/** A database of two records (40 rows in eight appends, 5 in one), closed, so that all of it is in the one file. */
const withDatabase = (name: string, check: (path: string, home: string) => Promise<void>) =>
  test(name, async () => {
    const home = mkdtempSync(join(tmpdir(), 'paraph-damage-'))
    try {
      const path = join(home, 'paraph.sqlite')
      const store = await openStore({ path })
      assert.ok(store.ok)
      for (let append = 0; append < 8; append++) await appendRows(store.value, LOG, 5)
      await appendRows(store.value, OTHER_LOG, 5)
      await store.value.close()
      await check(path, home)
    } finally {
      rmSync(home, { recursive: true })
    }
  })

const refusalOf = async (path: string) => {
  const store = await openStore({ path })
  if (store.ok) await store.value.close()
  assert.equal(store.ok, false, 'a damaged database was opened')
  return !store.ok ? { code: store.refusal.code, ...store.refusal.facts } : undefined
}
const whole = { processes: 2, signed: 45, verified: 45, acts: 45, way: 'append-the-rest-from-a-copy' }

describe('a damaged database is refused, with what is recoverable', () => {
  withDatabase('cut to nothing', async (path, home) => {
    truncateSync(path, 0)
    mkdirSync(join(home, 'keys'))
    writeFileSync(join(home, 'keys', 'log-1.json'), '')
    assert.deepEqual(await refusalOf(path), {
      code: 'database-damaged',
      path,
      found: 'truncated',
      processes: 0,
      signed: 0,
      verified: 0,
      acts: 0,
      way: 'restore-a-copy',
    })
    rmSync(path)
    assert.equal((await refusalOf(path))?.['found' as never], 'missing')
    assert.equal(existsSync(path), false, 'nothing was put in its place')
  })

  withDatabase('cut within its header', async (path) => {
    truncateSync(path, 50)
    assert.deepEqual(await refusalOf(path), {
      code: 'database-damaged',
      path,
      found: 'truncated',
      processes: 0,
      signed: 0,
      verified: 0,
      acts: 0,
      way: 'restore-a-copy',
    })
  })

  withDatabase('overwritten with something else', async (path) => {
    writeFileSync(path, Buffer.alloc(8192, 'x'))
    assert.equal((await refusalOf(path))?.['found' as never], 'not-a-database')
  })

  withDatabase('cut to half its pages', async (path) => {
    const half = Math.floor(readFileSync(path).length / 4096 / 2) * 4096
    truncateSync(path, half)
    const refusal = (await refusalOf(path)) as unknown as typeof whole & { code: string; found: string }
    assert.equal(refusal.code, 'database-damaged')
    assert.equal(refusal.found, 'truncated')
    assert.ok(refusal.verified < 45)
  })

  withDatabase('at every cut, at every page: refused, and never claimed to be more than it is', async (path, home) => {
    const bytes = readFileSync(path)
    for (let length = 4096; length < bytes.length; length += 4096) {
      const cut = join(home, 'cut.sqlite')
      writeFileSync(cut, bytes.subarray(0, length))
      const refusal = (await refusalOf(cut)) as unknown as typeof whole
      assert.ok(refusal.verified <= refusal.signed || refusal.signed === 0)
      assert.ok(refusal.acts <= refusal.verified)
    }
  })

  withDatabase('rows deleted behind our back: the head says so, and the newest checkpoint that still holds is found', async (path) => {
    const database = new Database(path)
    database.prepare('delete from act where log = ? and entry_index >= 33').run(LOG)
    database.prepare('delete from entry where log = ? and entry_index >= 33').run(LOG)
    database.close()
    assert.deepEqual(await refusalOf(path), { code: 'database-damaged', path, found: 'rows', ...whole, verified: 35, acts: 35 })
    assert.deepEqual(recoverable(path), {
      path,
      logs: [
        { log: LOG, signed: 40, readable: 33, verified: 30, acts: 30 },
        { log: OTHER_LOG, signed: 5, readable: 5, verified: 5, acts: 5 },
      ],
      way: 'append-the-rest-from-a-copy',
    })
  })

  withDatabase('a row in the middle deleted', async (path) => {
    const database = new Database(path)
    database.prepare('delete from act where log = ? and entry_index = 12').run(LOG)
    database.prepare('delete from entry where log = ? and entry_index = 12').run(LOG)
    database.close()
    assert.deepEqual(await refusalOf(path), { code: 'database-damaged', path, found: 'rows', ...whole, verified: 15, acts: 15 })
  })

  withDatabase('a head set back to an earlier size', async (path) => {
    const database = new Database(path)
    database.prepare('update head set size = 35 where log = ?').run(LOG)
    database.close()
    assert.deepEqual(await refusalOf(path), { code: 'database-damaged', path, found: 'rows', ...whole })
  })

  withDatabase('a checkpoint exchanged', async (path) => {
    const database = new Database(path)
    database.prepare("update checkpoint set root = 'x' where log = ? and size = 40").run(LOG)
    database.close()
    assert.deepEqual(await refusalOf(path), { code: 'database-damaged', path, found: 'rows', ...whole, verified: 40, acts: 40 })
  })

  withDatabase('a page torn: half of it old, half of it noise', async (path) => {
    const bytes = readFileSync(path)
    let refused = 0
    for (let page = 1; page < bytes.length / 4096; page++) {
      const torn = `${path}.torn`
      copyFileSync(path, torn)
      const noisy = Buffer.from(bytes)
      noisy.fill(0xa5, page * 4096, page * 4096 + 2048)
      writeFileSync(torn, noisy)
      const store = await openStore({ path: torn })
      if (!store.ok) {
        assert.equal(store.refusal.code, 'database-damaged', JSON.stringify(store.refusal))
        refused++
        continue
      }
      // A page that opening has no reason to read is met by whoever loads the record, and named as well.
      try {
        const read = async () => [await allRows(store.value, LOG), await allRows(store.value, OTHER_LOG)].flat().length
        await assert.rejects(read(), StoreDamaged)
        refused++
      } catch (error) {
        if (!(error instanceof assert.AssertionError)) throw error
      }
      await store.value.close()
    }
    assert.ok(refused >= bytes.length / 4096 / 2, `${refused} of ${bytes.length / 4096} torn pages noticed`)
  })

  withDatabase('after a crash with its log left behind, every page is checked at opening', async (path, home) => {
    const store = await openStore({ path })
    assert.ok(store.ok)
    await appendRows(store.value, LOG, 1)
    const [bytes, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
    await store.value.close()
    const openings = async (withLog: boolean): Promise<number> => {
      let refused = 0
      for (let page = 1; page < bytes.length / 4096; page++) {
        const torn = join(home, `torn-${withLog}-${page}.sqlite`)
        const noisy = Buffer.from(bytes)
        noisy.fill(0xa5, page * 4096, page * 4096 + 2048)
        writeFileSync(torn, noisy)
        if (withLog) writeFileSync(`${torn}-wal`, log)
        const opened = await openStore({ path: torn })
        if (opened.ok) await opened.value.close()
        else refused++
      }
      return refused
    }
    const [after, without] = [await openings(true), await openings(false)]
    assert.ok(after > without, `${after} of the torn pages were refused at opening after a crash, ${without} otherwise`)
  })
})
