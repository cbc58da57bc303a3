import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Result, refuse } from '@paraph/record'
import Database from 'better-sqlite3'
import { openAt, type OpenCode } from './sqlite.ts'
import type { Store } from './store.ts'
import { PRIVATE_MODE, syncFolder } from './write-all.ts'

/** `file-exists`: nothing is ever overwritten. `file-unwritable`: `cause` is the system's error code. */
export type NewFileCode = 'file-exists' | 'file-unwritable'

/**
 * Makes a database in one new file of mode 0600: filled under another name beside it, synced, and given its name at the end. So under that name
 * there is all of it or nothing, whatever happens; what was begun is removed. `more` runs on the closed file before it gets its name.
 */
export const newDatabase = async <Done, Code extends string>(
  path: string,
  fill: (store: Store) => Promise<Result<Done, Code>>,
  more: (path: string) => void = () => {},
): Promise<Result<Done, Code | OpenCode | NewFileCode>> => {
  if (existsSync(path)) return refuse('file-exists', { path })
  const begun = `${path}.begun`
  let ours = false
  const remove = (): void => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${begun}${end}`, { force: true })
  }
  try {
    mkdirSync(dirname(path), { recursive: true })
    remove()
    closeSync(openSync(begun, 'wx', PRIVATE_MODE))
    ours = true
    const store = await openAt(begun, false)
    if (!store.ok) return store
    const filled = await fill(store.value).finally(() => store.value.close())
    if (!filled.ok) return filled
    asOneFile(begun)
    more(begun)
    sync(begun)
    if (existsSync(path)) return refuse('file-exists', { path })
    renameSync(begun, path)
    syncFolder(dirname(path))
    return filled
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
    if (code === undefined || code.startsWith('ERR_')) throw error
    return refuse('file-unwritable', { path, cause: code })
  } finally {
    if (ours) remove()
  }
}

/** Out of WAL: one file that can be read where nothing can be written, and copied as it is. */
const asOneFile = (path: string): void => {
  const database = new Database(path)
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
}

const sync = (path: string): void => {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
