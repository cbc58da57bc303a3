import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hex, leafHash, MerkleTree, type ProcessId, type Result, refuse, utf8 } from '@paraph/record'
import Database from 'better-sqlite3'

/** Bytes of a database up to which a log left behind by a crash is reason enough to check every page at opening (about 0.2 s). */
export const QUICK_CHECK_LIMIT = 64 * 1024 * 1024

/**
 * What is wrong with a database. `missing`: log keys are here, so records were, but no database. `not-a-database`: its first bytes are
 * foreign. `truncated`: the file is shorter than its header says. `pages`: SQLite finds pages torn or overwritten. `rows`: heads, entries and
 * checkpoints disagree.
 */
export type Damage = 'missing' | 'not-a-database' | 'truncated' | 'pages' | 'rows'

/**
 * How to go on. `restore-a-copy`: nothing can be read; put back a backup of the folder, or the bundles that somebody exported.
 * `append-the-rest-from-a-copy`: the verified entries are intact; the entries after them must come, byte for byte, from a mirror, a bundle or
 * a backup. Signing on from less than the newest signed size would fork the record, so nothing does that by itself.
 */
export type RecoveryWay = 'restore-a-copy' | 'append-the-rest-from-a-copy'

export type DamageCode = 'database-damaged'

/** One record within a damaged database. Counts are entries from index 0 on, without a gap. */
export type RecoverableLog = {
  readonly log: ProcessId
  /** the newest size that was signed, as far as that can still be read; 0 where it cannot */
  readonly signed: number
  /** leaves that can be read */
  readonly readable: number
  /** leaves under the newest signed checkpoint whose root they still make */
  readonly verified: number
  /** of the verified entries, those whose act is open and can be read */
  readonly acts: number
}

/** What a damaged database still holds. */
export type Recoverable = { readonly path: string; readonly logs: readonly RecoverableLog[]; readonly way: RecoveryWay }

const HEADER_LENGTH = 100
const MAGIC = 'SQLite format 3\u0000'

/** Looks at the file before SQLite does: SQLite takes an empty or missing file for a new database. Undefined where nothing is suspicious. */
export const inspect = (path: string): Result<never, DamageCode> | undefined => {
  const length = lengthOf(path)
  const log = lengthOf(`${path}-wal`)
  if (length === 0) {
    if (log > 0) return mismatch(path, 'truncated')
    return holdsLogKeys(dirname(path)) ? mismatch(path, existsSync(path) ? 'truncated' : 'missing') : undefined
  }
  // The making of it was cut off, before anything was promised: by this journal SQLite takes it back.
  if (log === 0 && lengthOf(`${path}-journal`) > 0) return undefined
  const header = readHeader(path)
  if (header.length < HEADER_LENGTH) return mismatch(path, 'truncated')
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return mismatch(path, 'not-a-database')
  if (log > 0) return length <= QUICK_CHECK_LIMIT && !pagesAreSound(path) ? mismatch(path, 'pages') : undefined
  return length < lengthByHeader(header) ? mismatch(path, 'truncated') : undefined
}

/** The refusal of a damaged database, with what is recoverable in its facts. */
export const mismatch = (path: string, found: Damage): Result<never, DamageCode> => {
  const { logs, way } = recoverable(path)
  const sum = (of: (log: RecoverableLog) => number) => logs.reduce((total, log) => total + of(log), 0)
  return refuse('database-damaged', {
    path,
    found: found === 'rows' && !pagesAreSound(path) ? 'pages' : found,
    processes: logs.length,
    signed: sum((log) => log.signed),
    verified: sum((log) => log.verified),
    acts: sum((log) => log.acts),
    way,
  })
}

/** Reads what can be read, row by row, and checks it against the signed checkpoints that can be read. Never writes, never throws. */
export const recoverable = (path: string): Recoverable => {
  const nothing: Recoverable = { path, logs: [], way: 'restore-a-copy' }
  if (lengthOf(path) === 0) return nothing
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true })
    try {
      const logs = logsIn(database).map((log) => recoverableLog(database, log))
      return { path, logs, way: logs.some((log) => log.verified > 0) ? 'append-the-rest-from-a-copy' : 'restore-a-copy' }
    } finally {
      database.close()
    }
  } catch {
    return nothing
  }
}

const logsIn = (database: Database.Database): readonly ProcessId[] => {
  const found = new Set<string>()
  for (const table of ['head', 'checkpoint', 'entry'])
    for (const row of readable<{ log: string }>(database, `select log from ${table} order by log`, [])) found.add(row.log)
  return [...found].sort() as ProcessId[]
}

const recoverableLog = (database: Database.Database, log: ProcessId): RecoverableLog => {
  const tree = new MerkleTree(sha256)
  const leaves = 'select entry_index as at, leaf from entry where log = ? order by entry_index'
  for (const { at, leaf } of readable<{ at: number; leaf: string }>(database, leaves, [log])) {
    if (at !== tree.size) break
    tree.append(leafHash(sha256, utf8(leaf)))
  }
  const signed = [
    ...readable<{ size: number; root: string }>(database, 'select size, root from checkpoint where log = ? order by size', [log]),
  ]
  const verified = signed.findLast(({ size, root }) => size <= tree.size && hex(tree.root(size)) === root)?.size ?? 0
  const acts = "select entry_index from act where log = ? and entry_index < ? and state = 'open' and length(json) > 0 order by entry_index"
  return {
    log,
    signed: signed.at(-1)?.size ?? 0,
    readable: tree.size,
    verified,
    acts: [...readable(database, acts, [log, verified])].length,
  }
}

/** Rows up to the first that cannot be read. */
function* readable<Row>(database: Database.Database, sql: string, values: readonly unknown[]): Iterable<Row> {
  try {
    yield* database.prepare<unknown[], Row>(sql).iterate(...values)
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
}

/** Whether SQLite finds every page in order. */
export const pagesAreSound = (path: string): boolean => {
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true })
    try {
      return database.pragma('quick_check(1)', { simple: true }) === 'ok'
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const lengthOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** Log keys are made by a host that has its database open: where they are, a database was. */
const holdsLogKeys = (home: string): boolean => {
  const keys = join(home, 'keys')
  return existsSync(keys) && readdirSync(keys).some((name) => name.startsWith('log-'))
}

const readHeader = (path: string): Buffer => {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(HEADER_LENGTH)
    return bytes.subarray(0, readSync(file, bytes, 0, HEADER_LENGTH, 0))
  } finally {
    closeSync(file)
  }
}

/** Page size × pages, as far as the header vouches for its own count (sqlite.org/fileformat.html, 1.3.7); 0 where it does not. */
const lengthByHeader = (header: Buffer): number => {
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  return header.readUInt32BE(24) === header.readUInt32BE(92) ? pageSize * header.readUInt32BE(28) : 0
}
