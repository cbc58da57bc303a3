// Longer than 250 lines: the whole contract over one code path, read together.
import {
  accept,
  type EntryHash,
  type EntryIndex,
  type Hash,
  type Instant,
  type ProcessId,
  type RecordSize,
  type Result,
  refuse,
  utf8,
} from '@paraph/record'
import type { Kysely, Transaction } from 'kysely'
import { rowInserter } from './insert.ts'
import { queues } from './queue.ts'
import type { Tables } from './schema.ts'
import {
  APPEND_LIMIT,
  type AppendCode,
  type FailureCause,
  type Head,
  PAGE_LENGTH,
  type Row,
  type Store,
  type StoredLog,
  StoreDamaged,
} from './store.ts'

/** Labels tried in `claimSlug` before it gives up. */
export const SLUG_ATTEMPTS = 1_000

/** What one engine brings to the code that all engines share. */
export type Engine = {
  /** The connection that writes; another one after `recover`. */
  readonly writer: () => Kysely<Tables>
  /** A connection that sees committed rows only, also while the writer is within a transaction. */
  readonly reader: () => Kysely<Tables>
  /** Why a write failed; undefined where the error is no failure of the engine and so a bug. `taken`: a key was there already. */
  readonly causeOf: (error: unknown) => FailureCause | 'taken' | undefined
  /** After a failed write: drops what the writer holds in memory and makes what is on the disk durable. Throws where it cannot. */
  readonly recover: () => Promise<void>
  /** Overwrites what an update freed, as far as the engine can. */
  readonly scrub: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Thrown within a transaction to roll it back: the head is not the one that the caller worked on. */
class HeadMoved extends Error {}

/** The contract over one Kysely code path. */
export const sqlStore = (engine: Engine): Store => {
  const enter = queues()
  const insertRows = rowInserter()
  // After a failed write nothing is written until what is in memory was dropped and the disk read again.
  let suspect = false

  const recovered = async (): Promise<boolean> => {
    if (!suspect) return true
    try {
      await engine.recover()
      suspect = false
    } catch (error) {
      if (engine.causeOf(error) === undefined) throw error
    }
    return !suspect
  }

  const page = async (log: ProcessId, range: { from: number; until: number }): Promise<readonly Row[]> => {
    try {
      return await readPage(engine.reader(), log, range)
    } catch (error) {
      throw engine.causeOf(error) === 'damaged' ? new StoreDamaged('pages', { cause: error }) : error
    }
  }

  /** The verdict on a failed transaction, after the engine recovered as far as it could. */
  const verdict = async (log: ProcessId, before: Head | undefined, cause: FailureCause): Promise<Result<never, AppendCode>> => {
    suspect = true
    if (!(await recovered())) return refuse('outcome-unknown', { cause })
    const now = await readHead(engine.reader(), log)
    return now?.size === before?.size ? refuse('not-recorded', { cause }) : refuse('outcome-unknown', { cause })
  }

  return {
    append: (log, have, work) =>
      enter(log, async () => {
        if (!(await recovered())) return refuse('not-recorded', { cause: 'input-output' })
        const before = await readHead(engine.reader(), log)
        const news: Row[] = []
        for (let from: number = have; before !== undefined && from < before.size; from = have + news.length)
          news.push(...(await page(log, { from, until: before.size })))
        const done = await work(before, news)
        if (!('head' in done) || done.rows.length === 0) return accept(done.result)
        checkWork(before, done)
        try {
          await engine
            .writer()
            .transaction()
            .execute(async (transaction) => {
              await moveHead(transaction, log, before, done.head)
              await insertRows(transaction, log, done.rows)
            })
          return accept(done.result)
        } catch (error) {
          const cause = error instanceof HeadMoved ? 'taken' : engine.causeOf(error)
          if (cause === undefined) throw error
          return cause === 'taken' ? refuse('conflict') : verdict(log, before, cause)
        }
      }),

    entries: async function* (log, { from, until }) {
      for (let next: number = from; next < until; ) {
        const rows = await page(log, { from: next, until })
        if (rows.length === 0) return
        yield* rows
        next += rows.length
      }
    },

    head: (log) => readHead(engine.reader(), log),

    logs: async () => {
      const rows = await engine
        .reader()
        .selectFrom('head')
        .leftJoin('label', 'label.log', 'head.log')
        .selectAll('head')
        .select('label.slug')
        .orderBy('head.log')
        .execute()
      return rows.map((row): StoredLog => ({ log: row.log as ProcessId, slug: row.slug ?? undefined, head: headOf(row) }))
    },

    claimSlug: (log, wanted) =>
      enter('label', async () => {
        if (!(await recovered())) return refuse('not-recorded', { cause: 'input-output' })
        const given = await engine.reader().selectFrom('label').select('slug').where('log', '=', log).executeTakeFirst()
        if (given !== undefined) return accept(given.slug)
        for (let attempt = 1; attempt <= SLUG_ATTEMPTS; attempt++) {
          const slug = attempt === 1 ? wanted : `${wanted}-${attempt}`
          try {
            await engine.writer().insertInto('label').values({ log, slug }).execute()
            return accept(slug)
          } catch (error) {
            const cause = engine.causeOf(error)
            if (cause === undefined) throw error
            if (cause === 'taken') continue
            suspect = true
            return refuse('not-recorded', { cause })
          }
        }
        return refuse('slug', { slug: wanted })
      }),

    erase: (log, index) =>
      enter(log, async () => {
        if (!(await recovered())) return refuse('not-recorded', { cause: 'input-output' })
        let erased = false
        try {
          const found = await engine
            .writer()
            .updateTable('act')
            .set({ state: 'erased', json: null, salt: null })
            .where('log', '=', log)
            .where('entry_index', '=', index)
            .executeTakeFirst()
          if (found.numUpdatedRows === 0n) return refuse('entry-unknown', { index })
          erased = true
          await engine.scrub()
          return accept(undefined)
        } catch (error) {
          const cause = engine.causeOf(error)
          if (cause === undefined) throw error
          if (erased) return refuse('erasure-incomplete', { index })
          suspect = true
          return refuse('not-recorded', { cause })
        }
      }),

    close: engine.close,
  }
}

type Full = { readonly rows: readonly Row[]; readonly head: Head }

/** A caller that leaves a gap, or gives a head that does not cover its rows, is broken: nothing may be stored for it. */
const checkWork = (before: Head | undefined, { rows, head }: Full): void => {
  const size = before?.size ?? 0
  if (rows.length > APPEND_LIMIT) throw new RangeError(`${rows.length} rows in one append, at most ${APPEND_LIMIT}`)
  if (head.size !== size + rows.length) throw new RangeError(`a head of size ${head.size} over ${size} + ${rows.length} rows`)
  for (const [at, row] of rows.entries()) if (row.index !== size + at) throw new RangeError(`row ${row.index} where ${size + at} follows`)
  if (before !== undefined && head.recorded < before.recorded) throw new RangeError(`recorded goes back to ${head.recorded}`)
}

/** The compare-and-swap is the first statement: it takes the engine's write lock, or finds the head moved. */
const moveHead = async (
  transaction: Transaction<Tables>,
  log: ProcessId,
  before: Head | undefined,
  { size, root, checkpoint, recorded }: Head,
): Promise<void> => {
  if (before === undefined) await transaction.insertInto('head').values({ log, size, root, checkpoint, recorded }).execute()
  else {
    const swapped = await transaction
      .updateTable('head')
      .set({ size, root, checkpoint, recorded })
      .where('log', '=', log)
      .where('size', '=', before.size)
      .where('root', '=', before.root)
      .executeTakeFirst()
    if (swapped.numUpdatedRows !== 1n) throw new HeadMoved()
  }
  await transaction.insertInto('checkpoint').values({ log, size, root, note: checkpoint }).execute()
}

const readHead = async (database: Kysely<Tables>, log: ProcessId): Promise<Head | undefined> => {
  const row = await database.selectFrom('head').selectAll().where('log', '=', log).executeTakeFirst()
  return row === undefined ? undefined : headOf(row)
}

const headOf = (row: Tables['head']): Head => ({
  size: row.size as RecordSize,
  root: row.root as Hash,
  checkpoint: row.checkpoint,
  recorded: row.recorded as Instant,
})

/** At most `PAGE_LENGTH` rows from `from` on. A row whose act is missing altogether is read as withheld: the leaf stands by itself. */
const readPage = async (
  database: Kysely<Tables>,
  log: ProcessId,
  { from, until }: { from: number; until: number },
): Promise<readonly Row[]> => {
  const rows = await database
    .selectFrom('entry')
    .leftJoin('act', (join) => join.onRef('act.log', '=', 'entry.log').onRef('act.entry_index', '=', 'entry.entry_index'))
    .select(['entry.entry_index', 'entry.hash', 'entry.leaf', 'act.state', 'act.json', 'act.salt'])
    .where('entry.log', '=', log)
    .where('entry.entry_index', '>=', from)
    .where('entry.entry_index', '<', until)
    .orderBy('entry.entry_index')
    .limit(PAGE_LENGTH)
    .execute()
  return rows.map((row) => ({
    index: row.entry_index as EntryIndex,
    hash: row.hash as EntryHash,
    leaf: utf8(row.leaf),
    act: row.json !== null && row.salt !== null ? { json: row.json, salt: row.salt } : row.state === 'erased' ? 'erased' : 'withheld',
  }))
}
