import { chmodSync, existsSync, mkdirSync, readFileSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { accept, type Result, refuse, utf8 } from '@paraph/record'
import Database from 'better-sqlite3'
import { PRIVATE_FOLDER_MODE, type Secrets, secretsIn } from './secrets.ts'
import { replaceFile } from './write-all.ts'

const LOCK_NAME = 'lock'
const HOLDER_NAME = 'holder.json'
const KEYS_NAME = 'keys'

/** How long taking the lock waits for somebody who only looks whether it is held, in ms. */
export const LOCK_WAIT = 250

/**
 * Who holds a data folder. `address`: where its HTTP door is, absent while it has none. `token`: lets a command of the same user in at that
 * door, which is why the file is 0600. `database`: where its records are if not in the folder, as it may be said aloud.
 */
export type Holder = { readonly pid: number; readonly address?: string; readonly token?: string; readonly database?: string }

/** `folder-held`: another process writes here; facts `pid` and `address` where it has said so. `folder-unusable`: `cause` is the system's error code. */
export type FolderCode = 'folder-held' | 'folder-unusable'

/** A data folder that this process alone writes to, until it closes it or dies. */
export type DataFolder = {
  readonly home: string
  readonly secrets: Secrets
  /** Tells others where the door is. */
  readonly announce: (door: { readonly address: string; readonly token: string; readonly database?: string }) => void
  readonly close: () => void
}

/**
 * Takes the folder's lock, creating the folder where it is absent. The lock is an exclusive transaction on the SQLite file `lock`: the system
 * drops it when its holder dies, however that happens, and a stale one cannot be left behind.
 */
export const openDataFolder = (home: string): Result<DataFolder, FolderCode> => {
  let lock: Database.Database | undefined
  try {
    mkdirSync(home, { recursive: true, mode: PRIVATE_FOLDER_MODE })
    chmodSync(home, PRIVATE_FOLDER_MODE)
    lock = new Database(join(home, LOCK_NAME), { timeout: LOCK_WAIT })
    lock.exec('begin exclusive')
    announce(home, { pid: process.pid })
  } catch (error) {
    lock?.close()
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    return code.startsWith('SQLITE_BUSY')
      ? refuse('folder-held', factsOf(readHolderFile(home)))
      : refuse('folder-unusable', { cause: code, path: home })
  }
  const held = lock
  return accept({
    home,
    secrets: secretsIn(join(home, KEYS_NAME)),
    announce: (door) => announce(home, { pid: process.pid, ...door }),
    close: () => {
      if (!held.open) return
      unlinkSync(join(home, HOLDER_NAME))
      held.close()
    },
  })
}

/** Who holds the folder now: undefined where nobody does, whatever an old `holder.json` says. Takes nothing and changes nothing. */
export const readHolder = (home: string): Holder | undefined => {
  const path = join(home, LOCK_NAME)
  if (!existsSync(path)) return undefined
  const lock = new Database(path, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
    return undefined
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return readHolderFile(home)
    throw error
  } finally {
    lock.close()
  }
}

const announce = (home: string, holder: Holder): void => replaceFile(join(home, HOLDER_NAME), utf8(`${JSON.stringify(holder)}\n`))

/** `pid` 0 where the holder has not said who it is yet. */
const readHolderFile = (home: string): Holder => {
  try {
    const json = JSON.parse(readFileSync(join(home, HOLDER_NAME), 'utf8')) as Partial<Holder>
    return { ...json, pid: Number(json.pid) }
  } catch {
    return { pid: 0 }
  }
}

const factsOf = ({ pid, address }: Holder) => (address === undefined ? { pid } : { pid, address })
