import type Database from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** Statements kept prepared on one connection: more than the code says, so that each is prepared once. */
export const STATEMENTS_LIMIT = 100

/**
 * A connection as Kysely asks for it, which prepares each statement once: preparing costs as much as running a short one. A kept statement is
 * run to its end before it is asked for again, since every query here is run whole.
 */
export const preparedOnce = (database: Database.Database): SqliteDatabase => {
  const kept = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    prepare: (text) => {
      const known = kept.get(text)
      if (known !== undefined) return known
      const made = database.prepare(text)
      if (kept.size >= STATEMENTS_LIMIT) kept.clear()
      kept.set(text, made)
      return made
    },
    close: () => database.close(),
  }
}
