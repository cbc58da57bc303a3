import type { RecordFacts } from '../meaning.ts'
import type { BodyId, EntryHash, EntryIndex, Hash, Instant, KeyId, ProcessId, RecordSize } from '../names.ts'

/**
 * Every fault that a verification can name, in the order in which faults are looked for: the first found is the verdict.
 * (3-record, *Bundle*; 11-fine-print, *Record*)
 */
export const FAULTS = [
  /** A tile or entry bundle that the checkpoint's size needs is not there. */
  'tile-missing',
  /** The frames of an entry bundle do not come out even. */
  'frame',
  /** A leaf is not the one that the level 0 tile has at its index. */
  'leaf-hash',
  /** A leaf is not canonical, or not in its shape. */
  'leaf-form',
  /** The leaves' root is not the checkpoint's. */
  'root',
  /** A hash tile is not what the leaves make. */
  'hash-tile',
  /** The checkpoint is not signed by the log key in force. */
  'log-signature',
  /** There is no entry 0 that founds a record. */
  'entry-zero',
  /** A checkpoint's or entry's origin is not the one that entry 0 derives. */
  'origin',
  /** An entry of a sealed record, which this version does not check. */
  'sealed-entry',
  /** The same entry twice. */
  'duplicate-entry',
  /** An open act is not canonical, or not in its shape. */
  'act-form',
  /** The commitment does not open to this act and salt. */
  'commitment',
  /** The act is of another type than its entry says. */
  'act-type',
  /** A structure act, or one that the record says is published, is not here: those are never undisclosed. */
  'act-missing',
  /** The key was not enrolled, was revoked, is another body's, or is not of a kind that may sign this. */
  'key-standing',
  /** The key enrolled under this id is another key. */
  'key-id',
  /** The signature is not the key's over this entry. */
  'signature',
  /** A solemn act without a person, or a person on an act that is not solemn. */
  'person',
  /** `saw` is not a state of this record before the entry. */
  'saw',
  /** `recorded` goes back. */
  'clock-back',
  /** `at` is more than 5 minutes after `recorded`. */
  'clock-ahead',
  /** The act was against a schema, right or rule when it was appended. */
  'rule',
  /** A blob is not what its name says. */
  'blob',
  /** What was seen before cannot be read. */
  'seen-unreadable',
  /** What was seen before is no state of this record's log: another origin, or not signed by its key. */
  'seen-foreign',
  /** The record is shorter than what was seen before. */
  'seen-rollback',
  /** The record is another one than what was seen before. */
  'seen-fork',
  /** It is another process than the one trusted. */
  'trust',
  /** A file that no bundle has. */
  'unknown-file',
  /** A signature line that is not the log's. */
  'unknown-signature',
  /** The bundle is not byte for byte the one that these files make. */
  'bundle-form',
] as const

/** The stable name of a fault. */
export type FaultName = (typeof FAULTS)[number]

/** A fault with the entry where it was found, if it is an entry's, and what its sentence needs (`entry`: the entry's hash, `code`, `path`, `file` …). */
export type Fault = {
  readonly name: FaultName
  readonly index?: EntryIndex
  readonly facts: Readonly<Record<string, string | number>>
}

/** Why there is nothing to give a verdict on. */
export type UnreadableReason = 'not-a-zip' | 'zip-limit' | 'no-checkpoint' | 'checkpoint-malformed'

/** How many of each; `entries` = open + undisclosed + erased. */
export type RecordCounts = {
  readonly entries: number
  readonly open: number
  readonly undisclosed: number
  readonly erased: number
  /** Open acts whose rules may rest on acts that are not here, and which seem to break one. */
  readonly notCheckable: number
  /** Open acts of a type that this version does not know. */
  readonly unknownTypes: number
}

/** A key that signed, for whom, and how many entries. */
export type SigningKey = { readonly key: KeyId; readonly by: BodyId; readonly kind: string; readonly entries: number }

/** A record that passed. `state` is the caller's own, folded. `trusted`: it is the process that the caller named. */
export type Verified<State> = {
  readonly verdict: 'verified'
  readonly process: ProcessId
  readonly origin: string
  readonly size: RecordSize
  readonly root: Hash
  readonly checkpoint: string
  /** `recorded` of the newest entry. */
  readonly newest: Instant
  readonly counts: RecordCounts
  readonly keys: readonly SigningKey[]
  readonly identity: 'trusted' | 'self-consistent'
  readonly facts: RecordFacts
  readonly state: State
}

/** What a verification says. */
export type Verdict<State> =
  | Verified<State>
  | { readonly verdict: 'fault'; readonly fault: Fault }
  | { readonly verdict: 'unreadable'; readonly reason: UnreadableReason; readonly facts: Readonly<Record<string, string | number>> }
  | { readonly verdict: 'cancelled' }

/** Exit status of the command line: 0 verified, 1 a fault, 2 unreadable; 130, as for an interrupt, where it was cancelled. */
export const exitStatus = (verdict: Verdict<unknown>): number => ({ verified: 0, fault: 1, unreadable: 2, cancelled: 130 })[verdict.verdict]

/** Which of two faults is the verdict: the earlier check of the record as a whole, else the lower index, else the earlier check. */
export const firstFault = (left: Fault | undefined, right: Fault | undefined): Fault | undefined => {
  if (left === undefined || right === undefined) return left ?? right
  const [a, b] = [left.index ?? -1, right.index ?? -1]
  if (a !== b) return a < b ? left : right
  return FAULTS.indexOf(left.name) <= FAULTS.indexOf(right.name) ? left : right
}

/** An entry's fault. */
export const faultAt = (
  name: FaultName,
  { index, hash, facts = {} }: { index: number; hash?: EntryHash; facts?: Fault['facts'] },
): Fault => ({ name, index: index as EntryIndex, facts: hash === undefined ? facts : { entry: hash, ...facts } })

/** A fault of the record as a whole. */
export const faultOf = (name: FaultName, facts: Fault['facts'] = {}): Fault => ({ name, facts })
