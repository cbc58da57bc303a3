import { accept, type EntryIndex, type Hash, type ProcessId, type RecordSize, type Result, refuse } from '@paraph/record'
import type { Consignment, ReceiveCode, Row, Store, StoredLog } from './store.ts'

/** How far a copy is: the record under way, its entries so far, and how many records are done. */
export type CopyProgress = {
  readonly process: ProcessId
  readonly entries: number
  readonly of: RecordSize
  readonly records: number
  readonly ofRecords: number
}

/** A record that was copied, with what went with it. `already`: the very same was there. */
export type Copied = {
  readonly process: ProcessId
  readonly slug: string | undefined
  readonly size: RecordSize
  readonly root: Hash
  readonly recorded: string
  readonly blobs: number
  readonly already: boolean
}

/**
 * `restore-onto-newer`: the target holds more entries of a record, or another history; facts `process`, `there`, `copied`, in entries.
 * `source-moved`: somebody appended to the source while it was copied; the copy is whole up to what it was. `cancelled`: records copied so far
 * stay, the one under way is not there.
 */
export type CopyCode = ReceiveCode | 'restore-onto-newer' | 'source-moved' | 'cancelled'

/** What goes with a copy. `still`: the source is to stand still, and having moved is a refusal. */
export type CopyOptions = {
  readonly onProgress?: ((progress: CopyProgress) => void) | undefined
  readonly signal?: { readonly aborted: boolean } | undefined
  readonly still?: boolean
}

class Cancelled extends Error {}

/**
 * Copies every record from one store to another, of whatever engine, byte for byte: rows, every checkpoint, files, label. Each record arrives in
 * one transaction; the records of a source in use are each as they were at one size. A record that is there already, the same, is left alone, so
 * a copy that was broken off is taken up again. What the target has and the source has not stays.
 */
export const copyRecords = async (from: Store, to: Store, options: CopyOptions = {}): Promise<Result<readonly Copied[], CopyCode>> => {
  const logs = await from.logs()
  const collision = await collisionOf(logs, to)
  if (collision !== undefined) return collision
  const copied: Copied[] = []
  for (const stored of logs) {
    const already = (await to.head(stored.log)) !== undefined
    let blobs = 0
    const tell = (entries: number): void => {
      if (options.signal?.aborted === true) throw new Cancelled()
      options.onProgress?.({ process: stored.log, entries, of: stored.head.size, records: copied.length, ofRecords: logs.length })
    }
    try {
      const done = already
        ? accept(undefined)
        : await to.receive(
            stored.log,
            consignmentOf(from, stored, tell, () => blobs++),
          )
      if (!done.ok) return done
    } catch (error) {
      if (error instanceof Cancelled) return refuse('cancelled', { records: copied.length })
      throw error
    }
    const { size, root, recorded } = stored.head
    copied.push({ process: stored.log, slug: stored.slug, size, root, recorded, blobs, already })
  }
  if (options.still === true)
    for (const { log, head } of await from.logs())
      if (logs.find((stored) => stored.log === log)?.head.size !== head.size)
        return refuse('source-moved', { process: log, size: head.size })
  return accept(copied)
}

/** The first record that the target has otherwise: found before anything is copied. */
const collisionOf = async (logs: readonly StoredLog[], to: Store): Promise<Result<never, 'restore-onto-newer'> | undefined> => {
  for (const { log, head } of logs) {
    const there = await to.head(log)
    if (there !== undefined && (there.size !== head.size || there.checkpoint !== head.checkpoint))
      return refuse('restore-onto-newer', { process: log, there: there.size, copied: head.size })
  }
  return undefined
}

const consignmentOf = (from: Store, { log, slug, head }: StoredLog, tell: (entries: number) => void, counted: () => void): Consignment => ({
  head,
  slug,
  rows: told(from.entries(log, { from: 0 as EntryIndex, until: head.size as number as EntryIndex }), tell),
  checkpoints: from.checkpoints(log),
  blobs: filesOf(from, log, counted),
})

async function* told(rows: AsyncIterable<Row>, tell: (entries: number) => void): AsyncIterable<Row> {
  for await (const row of rows) {
    tell(row.index + 1)
    yield row
  }
}

/** A file that is erased while the list is read is gone from the copy as well. */
async function* filesOf(from: Store, log: ProcessId, counted: () => void): Consignment['blobs'] {
  for await (const { hash } of from.blobs(log)) {
    const bytes = await from.blob(log, hash)
    if (bytes === undefined) continue
    counted()
    yield { hash, bytes }
  }
}
