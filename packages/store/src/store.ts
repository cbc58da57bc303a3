import type { EntryHash, EntryIndex, Hash, Instant, ProcessId, RecordSize, Result } from '@paraph/record'

/** Rows that one `append` may add; more is a bug of the caller. */
export const APPEND_LIMIT = 4_096

/** Rows that `entries` reads at a time. */
export const PAGE_LENGTH = 512

/** Bytes of one file beside the acts (16 MiB). */
export const BLOB_LIMIT = 16 * 1024 * 1024

/** What a row keeps of an act: its canonical text and its salt (64 hex), or why they are not here. */
export type StoredAct = { readonly json: string; readonly salt: string } | 'erased' | 'withheld'

/** One entry as it is kept: its place, its name, the leaf's bytes (JCS), and the act beside it. */
export type Row = { readonly index: EntryIndex; readonly hash: EntryHash; readonly leaf: Uint8Array; readonly act: StoredAct }

/** The newest state of a record: `root` as 64 hex digits, the signed note over both, and the newest `recorded`. */
export type Head = { readonly size: RecordSize; readonly root: Hash; readonly checkpoint: string; readonly recorded: Instant }

/** What the caller's work hands back: rows that follow the head without a gap, the head after them, and what it wants returned. No rows: nothing is written. */
export type Work<Done> =
  | { readonly rows: readonly Row[]; readonly head: Head; readonly result: Done }
  | { readonly rows: readonly []; readonly result: Done }

/**
 * `conflict`: somebody else appended since; nothing of this was stored. `not-recorded`: nothing was stored, `cause` says why.
 * `outcome-unknown`: the rows may or may not be there. After each the caller drops what it holds and reloads from the store.
 */
export type AppendCode = 'conflict' | 'not-recorded' | 'outcome-unknown'

/** `cause` of a failed write, in `facts`. `unreachable`: the database server does not answer, or broke off. */
export type FailureCause = 'disk-full' | 'input-output' | 'read-only' | 'damaged' | 'busy' | 'unreachable'

/** Thrown by reading where the engine finds its pages torn. Who loads a record says it as `database-damaged`. */
export class StoreDamaged extends Error {}

/** Thrown by reading while the database server cannot be reached or does not answer in time; reading again later is safe. */
export class StoreUnreachable extends Error {}

/** `erasure-incomplete`: the act is erased, but what it was may still stand in the engine's log; erasing again finishes it. */
export type EraseCode = 'entry-unknown' | 'not-recorded' | 'erasure-incomplete'

/** `blob-too-long`: more than `BLOB_LIMIT`. */
export type BlobCode = 'blob-too-long' | 'not-recorded'

/** A file kept beside a record's acts: its name is its SHA-256, `size` in bytes. */
export type StoredBlob = { readonly hash: Hash; readonly size: number }

/** A checkpoint once signed: `note` is the signed note over size and root. */
export type SignedSize = { readonly size: RecordSize; readonly root: Hash; readonly note: string }

/** Told of every new head, by whichever instance, its own store's included; some are told twice, or only the newest of several. */
export type Follower = (moved: { readonly log: ProcessId; readonly size: RecordSize }) => void

/** A whole record on its way from one store to another (`copyRecords`). */
export type Consignment = {
  readonly head: Head
  readonly slug: string | undefined
  readonly rows: AsyncIterable<Row>
  readonly checkpoints: AsyncIterable<SignedSize>
  readonly blobs: AsyncIterable<{ readonly hash: Hash; readonly bytes: Uint8Array }>
}

/** `record-here`: the target holds that record already. `label-taken`: another record has its label here. `consignment-incomplete`: rows, checkpoints and head disagree. */
export type ReceiveCode = 'record-here' | 'label-taken' | 'consignment-incomplete' | 'not-recorded'

/** A record that the store holds, with its label on this host (absent until one was claimed). */
export type StoredLog = { readonly log: ProcessId; readonly slug: string | undefined; readonly head: Head }

/** The contract of every engine (10-shapes). `contract.ts` is its tests. */
export type Store = {
  /**
   * One critical section for rule and append: `work` sees the head (undefined while the record is empty) and every row from `have` on,
   * and nobody else appends to `log` until it is done. Rows, head and signed checkpoint are committed in one transaction, compared and
   * swapped on (size, root), durable before the answer. What `work` throws passes through, with nothing stored.
   */
  readonly append: <Done>(
    log: ProcessId,
    have: RecordSize,
    work: (head: Head | undefined, news: readonly Row[]) => Work<Done> | Promise<Work<Done>>,
  ) => Promise<Result<Done, AppendCode>>
  /** Committed rows with from ≤ index < until, in order. */
  readonly entries: (log: ProcessId, range: { readonly from: EntryIndex; readonly until: EntryIndex }) => AsyncIterable<Row>
  /** The committed head, undefined where the record is unknown. */
  readonly head: (log: ProcessId) => Promise<Head | undefined>
  /** Every record, in the order of their ids. */
  readonly logs: () => Promise<readonly StoredLog[]>
  /** Gives the record the label `wanted`, or `wanted-2`, `wanted-3`, … where that is taken; a label once given stays. Answers the label. */
  readonly claimSlug: (log: ProcessId, wanted: string) => Promise<Result<string, 'slug' | 'not-recorded'>>
  /** Deletes an act and its salt, and leaves its entry whole. Overwritten on the disk as far as the engine can. */
  readonly erase: (log: ProcessId, index: EntryIndex) => Promise<Result<void, EraseCode>>
  /** Keeps a file under its SHA-256 (another name throws); keeping it again changes nothing. Needs no record yet: a capture comes before the act that names it. */
  readonly putBlob: (log: ProcessId, blob: { readonly hash: Hash; readonly bytes: Uint8Array }) => Promise<Result<void, BlobCode>>
  readonly blob: (log: ProcessId, hash: Hash) => Promise<Uint8Array | undefined>
  /** The files kept for a record, in the order of their names. */
  readonly blobs: (log: ProcessId) => AsyncIterable<StoredBlob>
  /** Deletes a file, overwritten as `erase` does. */
  readonly eraseBlob: (log: ProcessId, hash: Hash) => Promise<Result<void, 'blob-unknown' | 'not-recorded' | 'erasure-incomplete'>>
  /** Every checkpoint ever signed for the record, the smallest size first. */
  readonly checkpoints: (log: ProcessId) => AsyncIterable<SignedSize>
  /** Takes over a whole record, in one transaction: all of it is here afterwards, or nothing. Signs nothing. What the consignment throws passes through, with nothing stored. */
  readonly receive: (log: ProcessId, consignment: Consignment) => Promise<Result<void, ReceiveCode>>
  /** Tells of new heads from now on, until the function it gives is called. After a break in the connection every head is told again. */
  readonly follow: (follower: Follower) => () => void
  readonly close: () => Promise<void>
}
