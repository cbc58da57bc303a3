import { accept, type ProcessId, type Result, refuse } from '@paraph/record'
import type { Kysely, Transaction } from 'kysely'
import type { InsertRows } from './insert.ts'
import type { Tables } from './schema.ts'
import type { FailureCause, Follower } from './store.ts'

/** What one engine brings to the code that all engines share. */
export type Engine = {
  /** The connection that writes; another one after `recover`. */
  readonly writer: () => Kysely<Tables>
  /** A connection that sees committed rows only, also while the writer is within a transaction. */
  readonly reader: () => Kysely<Tables>
  /**
   * A critical section of one record: `look` sees what is committed, `write` commits what follows from it. Other stores either wait until it is
   * over or, on an engine that cannot hold them, are found out by the compare-and-swap in `write`.
   */
  readonly section: <Seen>(log: ProcessId, look: (database: Kysely<Tables>) => Promise<Looked<Seen>>) => Promise<Seen>
  /** Why a write failed; undefined where the error is no failure of the engine and so a bug. `taken`: a key was there already. */
  readonly causeOf: (error: unknown) => FailureCause | 'taken' | undefined
  /** After a failed write: drops what the writer holds in memory and makes what is on the disk durable. Throws where it cannot. */
  readonly recover: () => Promise<void>
  /** Overwrites what an update or deletion freed in a table, as far as the engine can. */
  readonly scrub: (table: 'act' | 'blob') => Promise<void>
  /** Says within a transaction that a head moves, to the stores that follow from other processes; absent where there can be none. */
  readonly announce?: (transaction: Transaction<Tables>, log: ProcessId, size: number) => Promise<void>
  /** Tells of what stores announce. */
  readonly follow?: (follower: Follower) => () => void
  readonly close: () => Promise<void>
}

/** What a look at a record gives, and what is to be committed because of it: nothing where `write` is absent. */
export type Looked<Seen> = { readonly seen: Seen; readonly write?: (transaction: Transaction<Tables>) => Promise<void> }

/** What every part of the store works with. */
export type Desk = {
  readonly engine: Engine
  /** Runs one statement or transaction that writes. A failure of the engine is a refusal; `taken` is the caller's to expect. */
  readonly write: <Done, Code extends string>(work: () => Promise<Result<Done, Code>>) => Promise<Result<Done, Code | 'not-recorded'>>
  /** Runs reading, naming the engine's failures: `StoreDamaged`, `StoreUnreachable`. */
  readonly read: <Rows>(reading: () => Promise<Rows>) => Promise<Rows>
  readonly insertRows: InsertRows
}

/** What was deleted is gone; here its traces in the engine's files go as well, or the answer says that they may not have. */
export const scrubbed = async (
  engine: Engine,
  table: 'act' | 'blob',
  facts: Readonly<Record<string, string | number>>,
): Promise<Result<void, 'erasure-incomplete'>> => {
  try {
    await engine.scrub(table)
    return accept(undefined)
  } catch (error) {
    if (engine.causeOf(error) === undefined) throw error
    return refuse('erasure-incomplete', facts)
  }
}
