import { type Kysely, sql } from 'kysely'

/** The schema that this version writes. A database of a newer one is refused, never guessed at. */
export const SCHEMA_VERSION = 1

/** The three kinds of stored data (2-architecture). Secrets, the fourth, are never in a database. */
export type TableKind = 'record' | 'derived' | 'operational'

/** Every table and the one kind it belongs to. Tiles, leaf hashes and views are computed, so nothing derived is stored yet. */
export const TABLES: Readonly<Record<keyof Tables, TableKind>> = {
  entry: 'record',
  act: 'record',
  head: 'record',
  checkpoint: 'record',
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
  /** What this host calls a record in addresses. Not on the record. */
  label: { log: string; slug: string }
  schema_version: { log: string; version: number }
}

/** `schema_version` has one row, under a name that no log can have. */
export const WHOLE_DATABASE = '*'

/** Creates the tables of an empty database, in one transaction. */
export const createTables = (database: Kysely<Tables>): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const { schema } = transaction
    await schema
      .createTable('entry')
      .addColumn('log', 'text', (column) => column.notNull())
      .addColumn('entry_index', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('leaf', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('entry_key', ['log', 'entry_index'])
      .addUniqueConstraint('entry_hash_once', ['log', 'hash'])
      .execute()
    await schema
      .createTable('act')
      .addColumn('log', 'text', (column) => column.notNull())
      .addColumn('entry_index', 'integer', (column) => column.notNull())
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
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('root', 'text', (column) => column.notNull())
      .addColumn('checkpoint', 'text', (column) => column.notNull())
      .addColumn('recorded', 'text', (column) => column.notNull())
      .execute()
    await schema
      .createTable('checkpoint')
      .addColumn('log', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
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
    await transaction.insertInto('schema_version').values({ log: WHOLE_DATABASE, version: SCHEMA_VERSION }).execute()
  })
