import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { accept, type EntryIndex, type Hash, hex, type Result, refuse } from '@paraph/record'
import { type RecordCheck, restoreBackup, writeBackup } from './backup.ts'
import { mountSmall, smallDisk, testWith } from './needs.test-support.ts'
import { secretsIn } from './secrets.ts'
import { openStore } from './sqlite.ts'
import type { Store } from './store.ts'
import { allRows, appendRows, LOG, OTHER_LOG, sha256 } from './synthetic.test-support.ts'

const opened = (store: Result<Store>): Store => {
  assert.ok(store.ok, JSON.stringify(store))
  return store.value
}
const wellRead: RecordCheck = async () => accept(undefined)
const file = new TextEncoder().encode('planted file')
const seed = new Uint8Array(32).fill(9)

type Place = { readonly home: string; readonly backup: string; readonly elsewhere: string; readonly store: Store }
const withHome = async (check: (place: Place) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'paraph-backup-'))
  const home = join(folder, 'home')
  secretsIn(join(home, 'keys')).saveKey('device-1', { seed, purpose: 'test' })
  const store = opened(await openStore({ home }))
  try {
    await appendRows(store, LOG, 40)
    await appendRows(store, LOG, 2)
    await appendRows(store, OTHER_LOG, 3)
    await store.claimSlug(LOG, 'lake')
    await store.putBlob(LOG, { hash: hex(sha256(file)) as Hash, bytes: file })
    await check({ home, backup: join(folder, 'kept.paraph-backup'), elsewhere: join(folder, 'elsewhere'), store })
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}
const folderAt = (home: string) => ({ home, secrets: secretsIn(join(home, 'keys')) })

/** Everything of the record that a store gives. */
const content = async (store: Store) => {
  const logs = await store.logs()
  const checkpoints: unknown[] = []
  const blobs: unknown[] = []
  for (const { log } of logs) {
    for await (const checkpoint of store.checkpoints(log)) checkpoints.push(checkpoint)
    for await (const { hash, size } of store.blobs(log)) blobs.push([hash, size, await store.blob(log, hash)])
  }
  return { logs, checkpoints, blobs, rows: await Promise.all(logs.map(({ log }) => allRows(store, log))) }
}

const refusalOf = (done: Result<unknown>) => {
  assert.equal(done.ok, false, JSON.stringify(done))
  return done.ok ? undefined : done.refusal
}

describe('a backup', () => {
  test('of a store in use is whole, is one file of its owner’s alone, and what is appended meanwhile disturbs nothing', () =>
    withHome(async ({ backup, elsewhere, store }) => {
      const before = await content(store)
      let busy: Promise<unknown> | undefined
      const made = await writeBackup(store, backup, { onProgress: () => (busy ??= appendRows(store, LOG, 1)) })
      await busy
      assert.ok(made.ok, JSON.stringify(made))
      assert.deepEqual(
        made.value.records.map(({ process, size, blobs }) => [process, size, blobs]),
        [
          [LOG, 42, 1],
          [OTHER_LOG, 3, 0],
        ],
      )
      assert.equal((await store.head(LOG))?.size, 43)
      assert.equal((statSync(backup).mode & 0o777).toString(8), '600')
      assert.deepEqual(readdirSync(join(backup, '..')).toSorted(), ['home', 'kept.paraph-backup'])
      const checked: string[] = []
      const restored = await restoreBackup(backup, folderAt(elsewhere), {
        check: async (_store, log) => accept(void checked.push(log)),
      })
      assert.ok(restored.ok, JSON.stringify(restored))
      assert.deepEqual(checked, [LOG, OTHER_LOG])
      const again = opened(await openStore({ home: elsewhere }))
      assert.deepEqual(await content(again), before)
      assert.deepEqual(await appendRows(again, LOG, 1), { ok: true, value: 43 })
      await again.close()
    }))

  test('holds secrets only when asked, and gives them back', () =>
    withHome(async ({ home, backup, elsewhere, store }) => {
      const without = await writeBackup(store, backup)
      assert.deepEqual(without.ok && without.value.secrets, [])
      assert.ok(!readFileSync(backup).includes(hex(seed)))
      const secrets = secretsIn(join(home, 'keys'))
      const made = await writeBackup(store, `${backup}-2`, { secrets })
      assert.deepEqual(made.ok && made.value.secrets, ['device-1'])
      const done = await restoreBackup(`${backup}-2`, folderAt(elsewhere), { check: wellRead })
      assert.deepEqual(done.ok && done.value.secrets, ['device-1'])
      assert.deepEqual(secretsIn(join(elsewhere, 'keys')).loadKey('device-1'), { ok: true, value: { seed, purpose: 'test' } })
      chmodSync(join(home, 'keys', 'device-1.json'), 0o644)
      const exposed = refusalOf(await writeBackup(store, `${backup}-3`, { secrets }))
      assert.deepEqual([exposed?.code, exposed?.facts['cause']], ['secret-unreadable', 'key-exposed'])
      assert.equal(existsSync(`${backup}-3`), false)
    }))

  test('holds nothing of what was erased', () =>
    withHome(async ({ backup, store }) => {
      for (const log of [LOG, OTHER_LOG]) await store.erase(log, 1 as EntryIndex)
      await store.eraseBlob(LOG, hex(sha256(file)) as Hash)
      assert.equal((await writeBackup(store, backup)).ok, true)
      const bytes = readFileSync(backup)
      assert.ok(bytes.includes('"act-2"'))
      assert.ok(!bytes.includes('"act-1"') && !bytes.includes('planted file'))
    }))

  test('overwrites nothing, and one that is broken off leaves nothing', () =>
    withHome(async ({ backup, store }) => {
      writeFileSync(backup, 'mine')
      assert.equal(refusalOf(await writeBackup(store, backup))?.code, 'file-exists')
      assert.equal(readFileSync(backup, 'utf8'), 'mine')
      const signal = { aborted: false }
      const stopped = await writeBackup(store, `${backup}-2`, { signal, onProgress: () => (signal.aborted = true) })
      assert.equal(refusalOf(stopped)?.code, 'cancelled')
      const nowhere = refusalOf(await writeBackup(store, join(backup, 'within-a-file')))
      assert.deepEqual([nowhere?.code, nowhere?.facts['cause']], ['file-unwritable', 'EEXIST'])
      assert.deepEqual(readdirSync(join(backup, '..')).toSorted(), ['home', 'kept.paraph-backup'])
    }))

  testWith(smallDisk, 'onto a full disk is refused as such, and leaves nothing', () =>
    withHome(async ({ store }) => {
      await appendRows(store, LOG, 2_000)
      const disk = mountSmall(300)!
      try {
        const refused = refusalOf(await writeBackup(store, join(disk.path, 'backup')))
        assert.deepEqual([refused?.code, refused?.facts['cause']], ['not-recorded', 'disk-full'])
        assert.deepEqual(readdirSync(disk.path), [])
      } finally {
        disk.unmount()
      }
    }),
  )
})

describe('restoring', () => {
  test('refuses a folder that holds more, and any folder with a database, and changes neither', () =>
    withHome(async ({ home, backup, store }) => {
      await writeBackup(store, backup)
      const same = refusalOf(await restoreBackup(backup, folderAt(home), { check: wellRead }))
      assert.equal(same?.code, 'folder-not-empty')
      await appendRows(store, OTHER_LOG, 1)
      const before = await content(store)
      assert.deepEqual(refusalOf(await restoreBackup(backup, folderAt(home), { check: wellRead })), {
        code: 'restore-onto-newer',
        facts: { process: OTHER_LOG, there: 4, copied: 3, path: home },
      })
      assert.deepEqual(await content(store), before)
    }))

  test('refuses what does not pass the check before anything is written', () =>
    withHome(async ({ backup, elsewhere, store }) => {
      await writeBackup(store, backup)
      const check: RecordCheck = async (_store, log) => (log === OTHER_LOG ? refuse('not-verified', { fault: 'root' }) : accept(undefined))
      assert.deepEqual(refusalOf(await restoreBackup(backup, folderAt(elsewhere), { check })), {
        code: 'not-restorable',
        facts: { process: OTHER_LOG, cause: 'not-verified', fault: 'root' },
      })
      assert.equal(existsSync(elsewhere), false)
    }))

  test('refuses a file that is cut, torn, foreign or absent, by name, and writes nothing', () =>
    withHome(async ({ backup, elsewhere, store }) => {
      await appendRows(store, LOG, 500)
      await writeBackup(store, backup)
      const length = statSync(backup).size
      const spoiled = (name: string, spoil: (path: string) => void): string => {
        const path = `${backup}-${name}`
        writeFileSync(path, readFileSync(backup))
        spoil(path)
        return path
      }
      const noise = Buffer.alloc(2_000, 0xa5)
      const cases: readonly (readonly [string, string, string | undefined])[] = [
        [spoiled('cut', (path) => truncateSync(path, length - 4_096)), 'backup-damaged', 'truncated'],
        [spoiled('stump', (path) => truncateSync(path, 60)), 'backup-damaged', 'truncated'],
        [spoiled('zip', (path) => writeFileSync(path, Buffer.alloc(9_000, 'PK'))), 'backup-damaged', 'not-a-database'],
        [
          spoiled('torn', (path) =>
            writeFileSync(
              path,
              Buffer.concat([readFileSync(path).subarray(0, length - 40_000), noise, readFileSync(path).subarray(length - 38_000)]),
            ),
          ),
          'backup-damaged',
          'pages',
        ],
        [`${backup}-absent`, 'backup-missing', undefined],
        [join(backup, '..'), 'database-unusable', undefined],
      ]
      for (const [path, code, found] of cases) {
        const refused = refusalOf(await restoreBackup(path, folderAt(elsewhere), { check: wellRead }))
        assert.deepEqual([refused?.code, refused?.facts['found']], [code, found], path)
      }
      assert.equal(existsSync(elsewhere), false)
    }))

  test('into a folder that lost its database but kept its keys goes through, unless a key differs', () =>
    withHome(async ({ home, backup, elsewhere, store }) => {
      const secrets = secretsIn(join(home, 'keys'))
      await writeBackup(store, backup, { secrets })
      const there = folderAt(elsewhere)
      there.secrets.saveKey('device-1', { seed: new Uint8Array(32), purpose: 'another' })
      assert.deepEqual(refusalOf(await restoreBackup(backup, there, { check: wellRead })), {
        code: 'secret-differs',
        facts: { name: 'device-1' },
      })
      rmSync(join(elsewhere, 'keys'), { recursive: true })
      there.secrets.saveKey('log-1', { seed, purpose: 'kept' })
      assert.equal((await restoreBackup(backup, there, { check: wellRead })).ok, true)
    }))
})
