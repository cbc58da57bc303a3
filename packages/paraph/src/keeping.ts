import {
  accept,
  CHECKPOINT_FILE,
  entriesPath,
  openActBytes,
  type RecordSource,
  recordFiles,
  type Refusal,
  type Result,
  refuse,
  tilePath,
  verifyRecord,
} from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { type Copied, type CopyOptions, type RecordCheck, StoreDamaged, StoreUnreachable } from '@paraph/store'
import { meaning } from '@paraph/talks'
import { REFUSED } from './command.ts'
import { readRecord } from './reading.ts'
import { tellRefusal } from './refused.ts'
import { progressLine, type Surroundings } from './surroundings.ts'

/** Interrupted, as a shell counts it (docs/decisions/0060). */
export const INTERRUPTED = 130

/** A record in a store verified as `paraph verify` verifies a bundle: bytes, tree, signatures, openings, rights and rules. */
export const checkRecord: RecordCheck = async (store, log) => {
  const record = await readRecord(store, log)
  if (!record.ok) return record
  const { head, leaves, acts } = record.value
  const files = recordFiles(nodePrimitives.sha256, { checkpoint: head.checkpoint, leaves })
  const source: RecordSource = {
    checkpoint: async () => files.get(CHECKPOINT_FILE),
    hashTile: async (tile) => files.get(tilePath(tile)),
    entryTile: async (tile) => files.get(entriesPath(tile)),
    acts: async (entries) =>
      entries.map((entry) => {
        const act = acts.get(entry)
        return act === undefined ? undefined : openActBytes(act)
      }),
  }
  const verdict = await verifyRecord(source, { primitives: nodePrimitives, meaning: meaning(nodePrimitives) })
  if (verdict.verdict === 'verified') return accept(undefined)
  if (verdict.verdict !== 'fault') return refuse('not-verified', { fault: verdict.verdict })
  const { name, index } = verdict.fault
  return refuse('not-verified', index === undefined ? { fault: name } : { fault: name, index })
}

/** What a database does while it is read, as a refusal: torn pages, a server that is away. */
export const named = async <Done, Code extends string>(
  work: () => Promise<Result<Done, Code>>,
): Promise<Result<Done, Code | 'database-damaged' | 'database-unreachable'>> => {
  try {
    return await work()
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    return { ok: false, refusal }
  }
}

/** What a store threw, as a refusal; undefined where it is a bug. */
export const refusalIn = (error: unknown): Refusal<'database-damaged' | 'database-unreachable'> | undefined => {
  if (error instanceof StoreDamaged) return refuse('database-damaged', { found: error.message }).refusal
  return error instanceof StoreUnreachable ? refuse('database-unreachable').refusal : undefined
}

/** Progress for a person, and an end in good order for whoever interrupts. */
export const copying = (surroundings: Surroundings): CopyOptions & { readonly done: () => void } => {
  const line = progressLine(surroundings)
  const cancel = new AbortController()
  surroundings.onInterrupt(() => cancel.abort())
  return {
    signal: cancel.signal,
    onProgress: ({ records, ofRecords, entries, of }) => line.tell(`record ${records + 1} of ${ofRecords} · ${entries} of ${of} entries`),
    done: line.done,
  }
}

/** Says a refusal and gives the exit status. */
export const ended = (surroundings: Surroundings, command: string, refusal: Refusal, json: boolean): number => {
  tellRefusal(surroundings, command, refusal, json)
  return refusal.code === 'cancelled' ? INTERRUPTED : REFUSED
}

/** A record a line. */
export const recordLines = (records: readonly Copied[]): readonly string[] =>
  records.map(
    ({ process, slug, size, recorded, blobs }) =>
      `  ${slug ?? process} (${process}) to entry ${size - 1}, recorded ${recorded}${blobs === 0 ? '' : `, ${blobs} files`}`,
  )

export const KEPT_STATUSES: readonly string[] = [
  '0 done',
  '1 refused, with the reason; nothing was changed',
  '64 the command line was not understood · 130 interrupted',
]
