import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { accept, fromHex, hex, type ProcessId, type Result, refuse } from '@paraph/record'
import Database from 'better-sqlite3'
import { type Copied, type CopyCode, type CopyOptions, copyRecords } from './copying.ts'
import { pagesAreSound } from './damage.ts'
import type { DataFolder } from './folder.ts'
import { newDatabase, type NewFileCode } from './newfile.ts'
import type { SecretKey, Secrets } from './secrets.ts'
import { DATABASE_NAME, type OpenCode, openStore } from './sqlite.ts'
import { type Store, StoreDamaged } from './store.ts'

/** What a backup or a restoring brought: the records, and the names of the secrets with them. */
export type Kept = { readonly records: readonly Copied[]; readonly secrets: readonly string[] }

/** `secret-unreadable`: a key that was to go along cannot be read; `name` and `cause` say which and why. */
export type BackupCode = CopyCode | OpenCode | NewFileCode | 'secret-unreadable'

/**
 * Writes a backup of a store in use, of either engine, into one new file: an SQLite database as a data folder has one, in which what was erased
 * is not. `secrets`: keys to keep in it too, in a table of their own; whoever has the file has them. The file is of mode 0600 either way.
 */
export const writeBackup = async (
  store: Store,
  path: string,
  { secrets, ...options }: CopyOptions & { readonly secrets?: Secrets | undefined } = {},
): Promise<Result<Kept, BackupCode>> => {
  const keys: { readonly name: string; readonly key: SecretKey }[] = []
  for (const name of secrets?.keyNames() ?? []) {
    const key = secrets?.loadKey(name)
    if (key?.ok !== true) return refuse('secret-unreadable', { name, cause: key?.refusal.code ?? 'key-missing' })
    keys.push({ name, key: key.value })
  }
  const records = await newDatabase(
    path,
    (target) => copyRecords(store, target, options),
    (begun) => writeSecrets(begun, keys),
  )
  return records.ok ? accept({ records: records.value, secrets: keys.map(({ name }) => name) }) : records
}

/** `folder-not-empty`: a database is there already. `not-restorable`: a record in the backup did not pass the check; facts say which and why. */
export type RestoreCode = BackupCode | OpenBackupCode | 'folder-not-empty' | 'not-restorable' | 'secret-differs'

/** Looks at one record of a backup: a refusal stops the restoring before anything is written. */
export type RecordCheck = (store: Store, log: ProcessId) => Promise<Result<void>>

/**
 * Puts a backup back into a data folder that has no database, held by the caller: every page, then every record by `check`, then the copy, then
 * the secrets in it. A folder with a database is never written, whichever is newer; `restore-onto-newer` says that it holds more.
 */
export const restoreBackup = async (
  path: string,
  folder: Pick<DataFolder, 'home' | 'secrets'>,
  { check, ...options }: CopyOptions & { readonly check: RecordCheck },
): Promise<Result<Kept, RestoreCode>> => {
  const backup = await openBackup(path)
  if (!backup.ok) return backup
  try {
    const occupied = await occupation(folder.home, backup.value)
    if (occupied !== undefined) return occupied
    const keys = readSecrets(path)
    for (const { name, key } of keys) {
      const here = folder.secrets.loadKey(name)
      if (here.ok ? hex(here.value.seed) !== hex(key.seed) : here.refusal.code !== 'key-missing') return refuse('secret-differs', { name })
    }
    const checked = await checkAll(backup.value, check)
    if (!checked.ok) return checked
    const records = await newDatabase(join(folder.home, DATABASE_NAME), (target) => copyRecords(backup.value, target, options))
    if (!records.ok) return records
    for (const { name, key } of keys) folder.secrets.saveKey(name, key)
    return accept({ records: records.value, secrets: keys.map(({ name }) => name) })
  } finally {
    await backup.value.close()
  }
}

/** `backup-missing`: no such file. `backup-damaged`: `found` says how, as for a database (`Damage`). */
export type OpenBackupCode = 'backup-missing' | 'backup-damaged' | Exclude<OpenCode, 'database-missing' | 'database-damaged'>

/** Opens a backup to read, once every page of it was found in order. A closed data folder's own database will do. */
export const openBackup = async (path: string): Promise<Result<Store, OpenBackupCode>> => {
  const opened = await openStore({ path, readonly: true })
  if (opened.ok) {
    if (pagesAreSound(path)) return opened
    await opened.value.close()
    return refuse('backup-damaged', { path, found: 'pages' })
  }
  const { code, facts } = opened.refusal
  if (code === 'database-missing') return refuse('backup-missing', { path })
  if (code === 'database-damaged') return refuse('backup-damaged', { path, found: facts['found'] ?? '' })
  return refuse(code, { ...facts, path })
}

/** Every record by `check`, and read to its last file: the refusal names the first that fails. */
export const checkAll = async (store: Store, check: RecordCheck): Promise<Result<void, 'not-restorable'>> => {
  for (const { log } of await store.logs()) {
    try {
      const checked = await check(store, log)
      if (!checked.ok) return refuse('not-restorable', { process: log, cause: checked.refusal.code, ...checked.refusal.facts })
    } catch (error) {
      if (!(error instanceof StoreDamaged)) throw error
      return refuse('not-restorable', { process: log, cause: 'database-damaged' })
    }
  }
  return accept(undefined)
}

const occupation = async (home: string, backup: Store): Promise<Result<never, 'folder-not-empty' | 'restore-onto-newer'> | undefined> => {
  if (!existsSync(join(home, DATABASE_NAME))) return undefined
  const here = await openStore({ home, readonly: true })
  if (!here.ok) return refuse('folder-not-empty', { path: home, found: here.refusal.code })
  try {
    for (const { log, head } of await here.value.logs()) {
      const copied = await backup.head(log)
      if ((copied?.size ?? 0) < head.size)
        return refuse('restore-onto-newer', { process: log, there: head.size, copied: copied?.size ?? 0, path: home })
    }
    return refuse('folder-not-empty', { path: home })
  } finally {
    await here.value.close()
  }
}

const writeSecrets = (path: string, keys: readonly { readonly name: string; readonly key: SecretKey }[]): void => {
  if (keys.length === 0) return
  const database = new Database(path)
  try {
    database.exec('create table secret (name text primary key, purpose text not null, seed text not null)')
    const insert = database.prepare('insert into secret values (?, ?, ?)')
    for (const { name, key } of keys) insert.run(name, key.purpose, hex(key.seed))
  } finally {
    database.close()
  }
}

const readSecrets = (path: string): readonly { readonly name: string; readonly key: SecretKey }[] => {
  const database = new Database(path, { readonly: true })
  try {
    if (database.prepare("select 1 from sqlite_master where type = 'table' and name = 'secret'").get() === undefined) return []
    const rows = database.prepare<[], { name: string; purpose: string; seed: string }>('select * from secret order by name').all()
    return rows.flatMap(({ name, purpose, seed }) => {
      const bytes = fromHex(seed)
      return bytes.ok ? [{ name, key: { seed: bytes.value, purpose } }] : []
    })
  } finally {
    database.close()
  }
}
