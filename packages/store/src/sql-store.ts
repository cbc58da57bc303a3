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
import { blobsOver } from './blobs.ts'
import { consignmentsOver } from './consignments.ts'
import { type Desk, type Engine, type Looked, scrubbed } from './engine.ts'
import { rowInserter } from './insert.ts'
import { queues } from './queue.ts'
import type { Tables } from './schema.ts'
import {
  APPEND_LIMIT,
  type AppendCode,
  type EraseCode,
  type FailureCause,
  type Follower,
  type Head,
  PAGE_LENGTH,
  type Row,
  type Store,
  type StoredLog,
  StoreDamaged,
  StoreUnreachable,
  type Work,
} from './store.ts'

/** Labels tried in `claimSlug` before it gives up. */
export const SLUG_ATTEMPTS = 1_000

/** Thrown within a transaction to roll it back: the head is not the one that the caller worked on. */
class HeadMoved extends Error {}

/** The contract over one Kysely code path. */
export const sqlStore = (engine: Engine): Store => {
  const enter = queues()
  const insertRows = rowInserter()
  const followers = new Set<Follower>()
  // After a failed write nothing is written until what is in memory was dropped and the disk read again.
  let suspect = false

  /** Why nothing may be written now; undefined where it may. */
  const trouble = async (): Promise<FailureCause | undefined> => {
    if (!suspect) return undefined
    try {
      await engine.recover()
      suspect = false
      return undefined
    } catch (error) {
      const cause = engine.causeOf(error)
      if (cause === undefined || cause === 'taken') throw error
      return cause
    }
  }

  const desk: Desk = {
    engine,
    insertRows,
    write: async (work) => {
      const already = await trouble()
      if (already !== undefined) return refuse('not-recorded', { cause: already })
      try {
        return await work()
      } catch (error) {
        const cause = engine.causeOf(error)
        if (cause === undefined || cause === 'taken') throw error
        suspect = true
        return refuse('not-recorded', { cause })
      }
    },
    read: async (reading) => {
      try {
        return await reading()
      } catch (error) {
        const cause = engine.causeOf(error)
        if (cause === 'damaged') throw new StoreDamaged('pages', { cause: error })
        if (cause === 'unreachable' || cause === 'busy') throw new StoreUnreachable(cause, { cause: error })
        throw error
      }
    },
  }
  const { read, write } = desk

  /** The verdict on a failed transaction, once nothing of it can be under way any more. */
  const verdict = async (log: ProcessId, before: Head | undefined, cause: FailureCause): Promise<Result<never, AppendCode>> => {
    suspect = true
    if ((await trouble()) !== undefined) return refuse('outcome-unknown', { cause })
    try {
      const now = await engine.section(log, async (database) => ({ seen: await readHead(database, log) }))
      return now?.size === before?.size ? refuse('not-recorded', { cause }) : refuse('outcome-unknown', { cause })
    } catch (error) {
      if (engine.causeOf(error) === undefined) throw error
      return refuse('outcome-unknown', { cause })
    }
  }

  const tell = (log: ProcessId, size: RecordSize): void => {
    for (const follower of followers) follower({ log, size })
  }

  const append = async <Done>(
    log: ProcessId,
    have: RecordSize,
    work: (head: Head | undefined, news: readonly Row[]) => Work<Done> | Promise<Work<Done>>,
  ): Promise<Result<Done, AppendCode>> => {
    const already = await trouble()
    if (already !== undefined) return refuse('not-recorded', { cause: already })
    let before: Head | undefined
    let stage: 'looking' | 'working' | 'writing' = 'looking'
    try {
      const done = await engine.section(log, async (database): Promise<Looked<Work<Done>>> => {
        before = await readHead(database, log)
        const news = before === undefined ? [] : await readFrom(database, log, { from: have, until: before.size })
        stage = 'working'
        const seen = await work(before, news)
        if (isFull(seen)) checkWork(before, seen)
        stage = 'writing'
        if (!isFull(seen)) return { seen }
        const { rows, head } = seen
        return {
          seen,
          write: async (transaction) => {
            await moveHead(transaction, log, before, head)
            await insertRows(transaction, log, rows)
            await engine.announce?.(transaction, log, head.size)
          },
        }
      })
      if (isFull(done)) tell(log, done.head.size)
      return accept(done.result)
    } catch (error) {
      if (stage === ('working' as typeof stage)) throw error
      const cause = error instanceof HeadMoved ? 'taken' : engine.causeOf(error)
      if (cause === undefined) throw error
      if (cause === 'taken') return refuse('conflict')
      if (stage === 'looking' && cause === 'damaged') throw new StoreDamaged('pages', { cause: error })
      if (stage === 'looking') suspect = true
      return stage === 'looking' ? refuse('not-recorded', { cause }) : verdict(log, before, cause)
    }
  }

  return {
    append: (log, have, work) => enter(log, () => append(log, have, work)),

    entries: async function* (log, { from, until }) {
      for (let next: number = from; next < until; ) {
        const rows = await read(() => readPage(engine.reader(), log, { from: next, until }))
        if (rows.length === 0) return
        yield* rows
        next += rows.length
      }
    },

    head: (log) => read(() => readHead(engine.reader(), log)),

    logs: async () => {
      const rows = await read(() =>
        engine
          .reader()
          .selectFrom('head')
          .leftJoin('label', 'label.log', 'head.log')
          .selectAll('head')
          .select('label.slug')
          .orderBy('head.log')
          .execute(),
      )
      return rows.map((row): StoredLog => ({ log: row.log as ProcessId, slug: row.slug ?? undefined, head: headOf(row) }))
    },

    claimSlug: (log, wanted) => enter('label', () => write(() => claim(engine, log, wanted))),

    erase: (log, index) =>
      enter(log, () =>
        write<void, EraseCode>(async () => {
          const found = await engine
            .writer()
            .updateTable('act')
            .set({ state: 'erased', json: null, salt: null })
            .where('log', '=', log)
            .where('entry_index', '=', index)
            .executeTakeFirst()
          if (found.numUpdatedRows === 0n) return refuse('entry-unknown', { index })
          return scrubbed(engine, 'act', { index })
        }),
      ),

    ...blobsOver(desk),
    ...consignmentsOver(desk),

    follow: (follower) => {
      if (engine.follow !== undefined) return engine.follow(follower)
      followers.add(follower)
      return () => followers.delete(follower)
    },

    close: engine.close,
  }
}

/** The label that the record has, or the first free one. Two stores may try at once: the keys decide. */
const claim = async (engine: Engine, log: ProcessId, wanted: string): Promise<Result<string, 'slug'>> => {
  for (let attempt = 1; attempt <= SLUG_ATTEMPTS; attempt++) {
    const given = await engine.reader().selectFrom('label').select('slug').where('log', '=', log).executeTakeFirst()
    if (given !== undefined) return accept(given.slug)
    const slug = attempt === 1 ? wanted : `${wanted}-${attempt}`
    try {
      await engine.writer().insertInto('label').values({ log, slug }).execute()
      return accept(slug)
    } catch (error) {
      if (engine.causeOf(error) !== 'taken') throw error
    }
  }
  return refuse('slug', { slug: wanted })
}

type Full = { readonly rows: readonly Row[]; readonly head: Head }

const isFull = <Done>(work: Work<Done>): work is Extract<Work<Done>, { head: Head }> => 'head' in work && work.rows.length > 0

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

const readFrom = async (
  database: Kysely<Tables>,
  log: ProcessId,
  { from, until }: { from: number; until: number },
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (let next = from; next < until; next = from + rows.length) {
    const page = await readPage(database, log, { from: next, until })
    if (page.length === 0) throw new StoreDamaged('rows')
    rows.push(...page)
  }
  return rows
}

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
