import { sql, type Transaction } from 'kysely'

/** The schema that this version writes. An older one is brought forward, a newer one is refused, never guessed at. 1: without blobs. */
export const SCHEMA_VERSION = 2

/** The three kinds of stored data (2-architecture). Secrets, the fourth, are never in a database. */
export type TableKind = 'record' | 'derived' | 'operational'

/** Every table and the one kind it belongs to. Tiles, leaf hashes and views are computed, so nothing derived is stored yet. */
export const TABLES: Readonly<Record<keyof Tables, TableKind>> = {
  entry: 'record',
  act: 'record',
  head: 'record',
  checkpoint: 'record',
  blob: 'record',
  label: 'operational',
  schema_version: 'operational',
}

/** Columns are in forms that every engine has: text, integers, ISO-8601 UTC text, canonical JSON as text. Every key begins with the log. */
export type Tables = {
  /** The leaf as its canonical text. */
  entry: { log: string; entry_index: number; hash: string; leaf: string }
  /** Beside the log, so that it can be erased: `json` and `salt` are null unless `state` is `open`. */
  act: { log: string; entry_index: number; state: 'open' | 'erased' | 'withheld'; json: string | null; salt: string | null }
  /** One row a record, the newest checkpoint with the newest `recorded`: what an append compares and swaps. */
  head: { log: string; size: number; root: string; checkpoint: string; recorded: string }
  /** Every checkpoint ever signed. The key makes signing one size twice impossible. */
  checkpoint: { log: string; size: number; root: string; note: string }
  /** Files that acts name by their SHA-256. `size` in bytes. */
  blob: { log: string; hash: string; size: number; bytes: Uint8Array }
  /** What this host calls a record in addresses. Not on the record. */
  label: { log: string; slug: string }
  schema_version: { log: string; version: number }
}

/** `schema_version` has one row, under a name that no log can have. */
export const WHOLE_DATABASE = '*'

/** How an engine calls a column of bytes. */
export type BytesColumn = 'blob' | 'bytea'

/** Creates the tables of an empty database, within a transaction. */
export const createTables = async (transaction: Transaction<Tables>, bytes: BytesColumn): Promise<void> => {
  await createFirst(transaction)
  await createBlobs(transaction, bytes)
  await transaction.insertInto('schema_version').values({ log: WHOLE_DATABASE, version: SCHEMA_VERSION }).execute()
}

/** Brings a database of version `from` to this one, within a transaction that nobody else's migration shares. */
export const migrate = async (transaction: Transaction<Tables>, from: number, bytes: BytesColumn): Promise<void> => {
  if (from < 2) await createBlobs(transaction, bytes)
  await transaction.updateTable('schema_version').set({ version: SCHEMA_VERSION }).where('log', '=', WHOLE_DATABASE).execute()
}

const createBlobs = (transaction: Transaction<Tables>, bytes: BytesColumn): Promise<void> =>
  transaction.schema
    .createTable('blob')
    .addColumn('log', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('blob_key', ['log', 'hash'])
    .execute()

/** The tables of version 1. */
const createFirst = async ({ schema }: Transaction<Tables>): Promise<void> => {
  await schema
    .createTable('entry')
    .addColumn('log', 'text', (column) => column.notNull())
    .addColumn('entry_index', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('leaf', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('entry_key', ['log', 'entry_index'])
    .addUniqueConstraint('entry_hash_once', ['log', 'hash'])
    .execute()
  await schema
    .createTable('act')
    .addColumn('log', 'text', (column) => column.notNull())
    .addColumn('entry_index', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('open', 'erased', 'withheld')`))
    .addColumn('json', 'text')
    .addColumn('salt', 'text')
    .addPrimaryKeyConstraint('act_key', ['log', 'entry_index'])
    .addForeignKeyConstraint('act_of_entry', ['log', 'entry_index'], 'entry', ['log', 'entry_index'])
    .addCheckConstraint('act_open', sql`(state = 'open') = (json is not null) and (state = 'open') = (salt is not null)`)
    .execute()
  await schema
    .createTable('head')
    .addColumn('log', 'text', (column) => column.notNull().primaryKey())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('root', 'text', (column) => column.notNull())
    .addColumn('checkpoint', 'text', (column) => column.notNull())
    .addColumn('recorded', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('checkpoint')
    .addColumn('log', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('root', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('checkpoint_key', ['log', 'size'])
    .execute()
  await schema
    .createTable('label')
    .addColumn('log', 'text', (column) => column.notNull().primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .execute()
  await schema
    .createTable('schema_version')
    .addColumn('log', 'text', (column) => column.notNull().primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute()
}
