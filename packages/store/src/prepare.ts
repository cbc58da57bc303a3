import { accept, type Result, refuse } from '@paraph/record'
import type { Kysely, Transaction } from 'kysely'
import { type BytesColumn, createTables, migrate, SCHEMA_VERSION, type Tables, WHOLE_DATABASE } from './schema.ts'

/** `database-missing`: read-only, and nothing is there. `database-newer`: written by a newer version. `database-unusable`: `cause` `foreign` where other tables are. */
export type SchemaCode = 'database-missing' | 'database-newer' | 'database-unusable'

/** A database as its schema is looked at and brought forward. */
export type SchemaGround = {
  readonly reader: Kysely<Tables>
  readonly writer: () => Kysely<Tables>
  readonly bytes: BytesColumn
  /** Facts for refusals: which database it is. */
  readonly place: Readonly<Record<string, string>>
  readonly tables: (database: Kysely<Tables>) => Promise<readonly string[]>
  /** Keeps every other store from preparing until the transaction ends. */
  readonly lock: (transaction: Transaction<Tables>) => Promise<void>
}

type Schema = 'empty' | 'foreign' | 'damaged' | number

/**
 * Creates the tables of an empty database, brings an older one forward, in one transaction; leaves a newer one alone. Gives the version that is
 * there now: an older one only where the database is opened read-only. `damaged`: the tables are there but no version.
 */
export const prepareSchema = async (ground: SchemaGround, readonly: boolean): Promise<Result<number | 'damaged', SchemaCode>> => {
  const seen = await schemaIn(ground, ground.reader)
  const current = seen === SCHEMA_VERSION
  if (readonly || current || seen === 'foreign' || seen === 'damaged' || newer(seen)) return verdict(ground, seen)
  const made = await ground
    .writer()
    .transaction()
    .execute(async (transaction): Promise<Schema> => {
      await ground.lock(transaction)
      // Somebody else may have done it while we waited for the lock.
      const found = await schemaIn(ground, transaction)
      if (found === 'empty') await createTables(transaction, ground.bytes)
      else if (typeof found === 'number' && found < SCHEMA_VERSION) await migrate(transaction, found, ground.bytes)
      else return found
      return SCHEMA_VERSION
    })
  return verdict(ground, made)
}

const newer = (schema: Schema): boolean => typeof schema === 'number' && schema > SCHEMA_VERSION

const verdict = ({ place }: SchemaGround, schema: Schema): Result<number | 'damaged', SchemaCode> => {
  if (schema === 'empty') return refuse('database-missing', place)
  if (schema === 'foreign') return refuse('database-unusable', { cause: 'foreign', ...place })
  if (schema !== 'damaged' && newer(schema)) return refuse('database-newer', { version: schema, known: SCHEMA_VERSION })
  return accept(schema)
}

const schemaIn = async (ground: SchemaGround, database: Kysely<Tables>): Promise<Schema> => {
  const names = await ground.tables(database)
  if (names.length === 0) return 'empty'
  if (!names.includes('schema_version')) return 'foreign'
  const row = await database.selectFrom('schema_version').select('version').where('log', '=', WHOLE_DATABASE).executeTakeFirst()
  return row?.version ?? 'damaged'
}

/** Every head has as many entries as it says, the last at its place, and its checkpoint is the one kept for that size. */
export const headsAgree = async (database: Kysely<Tables>): Promise<boolean> => {
  const heads = await database
    .selectFrom('head')
    .leftJoin('checkpoint', (join) => join.onRef('checkpoint.log', '=', 'head.log').onRef('checkpoint.size', '=', 'head.size'))
    .select(['head.log', 'head.size', 'head.root', 'head.checkpoint', 'checkpoint.note', 'checkpoint.root as signed_root'])
    .execute()
  const known = new Set(heads.map((head) => head.log))
  const counts = await database
    .selectFrom('entry')
    .select(({ fn }) => ['log', fn.countAll<number>().as('count'), fn.max('entry_index').as('last')])
    .groupBy('log')
    .execute()
  const counted = new Map(counts.map((count) => [count.log, count]))
  return (
    counts.every(({ log }) => known.has(log)) &&
    heads.every((head) => {
      const count = counted.get(head.log)
      return count?.count === head.size && count.last === head.size - 1 && head.note === head.checkpoint && head.signed_root === head.root
    })
  )
}
