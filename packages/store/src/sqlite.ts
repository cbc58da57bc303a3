import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { accept, type Result, refuse } from '@paraph/record'
import Database from 'better-sqlite3'
import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver, sql } from 'kysely'
import { type DamageCode, inspect, mismatch } from './damage.ts'
import type { Engine } from './engine.ts'
import { headsAgree, prepareSchema, type SchemaCode, type SchemaGround } from './prepare.ts'
import type { Tables } from './schema.ts'
import { sqlStore } from './sql-store.ts'
import { preparedOnce } from './statements.ts'
import type { FailureCause, Store } from './store.ts'

/** The database's name within a data folder. */
export const DATABASE_NAME = 'paraph.sqlite'

/** How long a statement waits for another process's lock, in ms. */
export const BUSY_WAIT = 5_000

/** Where the database is: a data folder that holds `paraph.sqlite`, or its own path. `readonly` never creates nor writes it. */
export type StorePlace = ({ readonly home: string } | { readonly path: string }) & { readonly readonly?: boolean }

/**
 * `database-damaged`: facts say what was `found`, how many processes and entries are recoverable, and `how`; `recoverable` gives the whole
 * report. `database-newer`: written by a newer version. `database-missing`: read-only, and nothing is there.
 * `database-unusable`: `cause` says why it could not be opened.
 */
export type OpenCode = DamageCode | SchemaCode

/** Opens the store on SQLite, creating it where it is absent. The folder's lock is `openDataFolder`'s business; without it appends still cannot overwrite each other. */
export const openStore = async (place: StorePlace): Promise<Result<Store, OpenCode>> => {
  const path = 'home' in place ? join(place.home, DATABASE_NAME) : place.path
  const readonly = place.readonly ?? false
  if (readonly && !existsSync(path)) return refuse('database-missing', { path })
  if (existsSync(path) && !statSync(path).isFile()) return refuse('database-unusable', { cause: 'not-a-file', path })
  return inspect(path) ?? openAt(path, readonly)
}

/** As `openStore`, without looking at the file first: for a new one beside the keys of a folder, where a missing database would be suspicious. */
export const openAt = async (path: string, readonly: boolean): Promise<Result<Store, OpenCode>> => {
  let engine: Engine
  try {
    engine = sqliteEngine(path, readonly)
  } catch (error) {
    const cause = causeOf(error)
    if (cause === undefined) throw error
    return cause === 'damaged' ? mismatch(path, 'pages') : refuse('database-unusable', { cause, path })
  }
  const ready = await prepare(engine, path, readonly)
  if (!ready.ok) {
    await engine.close()
    return ready
  }
  return accept(sqlStore(engine))
}

/** Creates, brings forward or checks the schema, then compares heads with rows and checkpoints. */
const prepare = async (engine: Engine, path: string, readonly: boolean): Promise<Result<void, OpenCode>> => {
  try {
    const ready = await prepareSchema(schemaAt(engine, path), readonly)
    if (!ready.ok) return ready
    if (ready.value === 'damaged') return mismatch(path, 'rows')
    // An old database is not written by reading it: what it lacks is empty, beside it.
    if (readonly && ready.value < 2)
      await sql`create temp table blob (log text, hash text, size integer, bytes blob)`.execute(engine.reader())
    return (await headsAgree(engine.reader())) ? accept(undefined) : mismatch(path, 'rows')
  } catch (error) {
    const cause = causeOf(error)
    if (cause === undefined || cause === 'taken') throw error
    return cause === 'damaged' ? mismatch(path, 'pages') : refuse('database-unusable', { cause, path })
  }
}

const schemaAt = (engine: Engine, path: string): SchemaGround => ({
  reader: engine.reader(),
  writer: engine.writer,
  bytes: 'blob',
  place: { path },
  tables: async (database) => {
    const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(database)
    return rows.map((row) => row.name)
  },
  // Every transaction of the writer begins with SQLite's write lock.
  lock: async () => {},
})

/** WAL with synchronous=FULL lost no acknowledged row in 303 power-cut states; every weaker pair did (8-promises, *Facts measured*). */
const openWriter = (path: string): Database.Database => {
  const database = new Database(path, { timeout: BUSY_WAIT })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('secure_delete = ON')
    database.pragma('cell_size_check = ON')
    database.pragma('trusted_schema = OFF')
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/** Kysely's driver, but that a transaction takes the write lock as it begins, and for a rollback of what SQLite has rolled back by itself: its error would hide the first one. */
class Driver extends SqliteDriver {
  readonly #database: Database.Database
  constructor(database: Database.Database) {
    super({ database: preparedOnce(database) })
    this.#database = database
  }
  override async beginTransaction(connection: Parameters<SqliteDriver['beginTransaction']>[0]): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  override async rollbackTransaction(connection: Parameters<SqliteDriver['rollbackTransaction']>[0]): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

class Dialect extends SqliteDialect {
  readonly #database: Database.Database
  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }
  override createDriver(): SqliteDriver {
    return new Driver(this.#database)
  }
}

const over = (database: Database.Database): Kysely<Tables> => new Kysely<Tables>({ dialect: new Dialect(database) })

const sqliteEngine = (path: string, readonly: boolean): Engine => {
  let writing = readonly ? undefined : openWriter(path)
  let writer = writing === undefined ? undefined : over(writing)
  const reader = over(new Database(path, { readonly: true, timeout: BUSY_WAIT }))
  /** Copies the log into the database, both synced, and empties the log: what is visible is then durable, what failed is gone. */
  const flush = (): void => {
    if (writing?.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0)
      throw new Database.SqliteError('another process reads', 'SQLITE_BUSY')
  }
  const toWrite = () => {
    if (writer === undefined) throw new TypeError('a store opened read-only writes nothing')
    return writer
  }
  return {
    writer: toWrite,
    reader: () => reader,
    // One connection writes for the whole folder, so it is not held while somebody looks and judges (docs/decisions/0030).
    section: async (_log, look) => {
      const { seen, write } = await look(reader)
      if (write !== undefined) await toWrite().transaction().execute(write)
      return seen
    },
    causeOf,
    recover: async () => {
      await writer?.destroy()
      writing = openWriter(path)
      writer = over(writing)
      flush()
    },
    scrub: async () => flush(),
    close: async () => {
      await reader.destroy()
      await writer?.destroy()
    },
  }
}

/** SQLite's result codes (sqlite.org/rescode.html), mapped once. */
const causeOf = (error: unknown): FailureCause | 'taken' | undefined => {
  if (!(error instanceof Database.SqliteError)) return undefined
  const { code } = error
  if (code === 'SQLITE_FULL') return 'disk-full'
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE') return 'taken'
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM') return 'input-output'
  if (code.startsWith('SQLITE_READONLY')) return 'read-only'
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'damaged'
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return 'busy'
  return undefined
}
