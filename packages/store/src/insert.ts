import { isUtf8 } from 'node:buffer'
import type { ProcessId } from '@paraph/record'
import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import type { Row, StoredAct } from './store.ts'

/** Rows of one statement, the longest first: a batch is cut into these, so that few texts are compiled and prepared, each once. Five values a row at most stay below every engine's limit. */
const LENGTHS = [256, 128, 64, 32, 16, 8, 4, 2, 1] as const

type Values = { readonly [column: string]: string | number | null }
type Inserted = 'entry' | 'act'

/** Inserts rows of a log, within a transaction. */
export type InsertRows = (transaction: Transaction<Tables>, log: ProcessId, rows: readonly Row[]) => Promise<void>

/** Entries before acts: an act's row refers to its entry's. What was compiled is kept, for one engine. */
export const rowInserter = (): InsertRows => {
  const texts = new Map<string, string>()

  const textOf = (database: Kysely<Tables>, table: Inserted, some: readonly Values[]): string => {
    const name = `${table} ${some.length}`
    const known = texts.get(name)
    if (known !== undefined) return known
    const { sql } = database
      .insertInto(table)
      .values(some as never)
      .compile()
    texts.set(name, sql)
    return sql
  }

  const insert = async (transaction: Transaction<Tables>, table: Inserted, all: readonly Values[]): Promise<void> => {
    let from = 0
    for (const length of LENGTHS) {
      for (; all.length - from >= length; from += length) {
        const some = all.slice(from, from + length)
        await transaction.executeQuery(CompiledQuery.raw(textOf(transaction, table, some), some.flatMap(Object.values)))
      }
    }
  }

  return async (transaction, log, rows) => {
    const entries = rows.map((row) => ({ log, entry_index: row.index, hash: row.hash, leaf: leafText(row) }) satisfies Tables['entry'])
    const acts = rows.map((row) => ({ log, entry_index: row.index, ...actColumns(row.act) }) satisfies Tables['act'])
    await insert(transaction, 'entry', entries)
    await insert(transaction, 'act', acts)
  }
}

const leafText = (row: Row): string => {
  if (!isUtf8(row.leaf)) throw new TypeError(`leaf ${row.index} is not UTF-8`)
  return Buffer.from(row.leaf.buffer, row.leaf.byteOffset, row.leaf.length).toString('utf8')
}

/** Members in one order, whatever the act is: values are bound by place. */
const actColumns = (act: StoredAct) =>
  typeof act === 'string' ? ({ state: act, json: null, salt: null } as const) : ({ state: 'open', json: act.json, salt: act.salt } as const)
