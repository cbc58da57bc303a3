import { equalBytes, fromUtf8, hex } from '../bytes.ts'
import { readBundle } from '../bundle.ts'
import { parseStrict } from '../canonical.ts'
import { type OpenCheckpoint, openCheckpoint } from '../checkpoint.ts'
import { MerkleTree } from '../merkle.ts'
import type { EntryIndex } from '../names.ts'
import { type NoteKey, parseNote } from '../note.ts'
import type { Primitives } from '../primitives.ts'
import { parseReceipt, type Receipt } from '../receipt.ts'
import { accept, type Result, refuse } from '../result.ts'
import { parseTlogProof, TLOG_PROOF_HEADER } from '../tlogproof.ts'
import { bundleSource } from './bundlesource.ts'
import { ALL_CHECKS } from './checks.ts'
import { readLeaves } from './leaves.ts'
import type { ReadEntry } from './place.ts'
import { type Fault, faultAt, faultOf } from './verdict.ts'

/** What somebody kept of a record's earlier state: only that can show that it was cut or replaced since. */
export type Seen =
  | { readonly kind: 'checkpoint'; readonly note: string }
  | { readonly kind: 'receipt'; readonly note: string; readonly receipt: Receipt }
  | { readonly kind: 'bundle'; readonly note: string; readonly bytes: Uint8Array }

/** Tells a receipt (JSON), a `.tlog-proof`, a bundle and a checkpoint from each other by their first bytes. Refuses `seen-unreadable`. */
export const parseSeen = (bytes: Uint8Array): Result<Seen, 'seen-unreadable'> => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const bundle = readBundle(bytes)
    const file = bundle.ok ? bundle.value.files.get('checkpoint') : undefined
    const note = file === undefined ? undefined : fromUtf8(file)
    return note?.ok ? accept({ kind: 'bundle', note: note.value, bytes }) : refuse('seen-unreadable', { kind: 'bundle' })
  }
  const text = fromUtf8(bytes)
  if (!text.ok) return refuse('seen-unreadable', { kind: 'bytes' })
  if (text.value.startsWith(`${TLOG_PROOF_HEADER}\n`)) {
    const proof = parseTlogProof(text.value)
    return proof.ok ? accept({ kind: 'checkpoint', note: proof.value.checkpoint }) : refuse('seen-unreadable', { kind: 'proof' })
  }
  if (text.value.trimStart().startsWith('{')) {
    const json = parseStrict(text.value)
    const receipt = json.ok ? parseReceipt(json.value) : json
    return receipt.ok
      ? accept({ kind: 'receipt', note: receipt.value.checkpoint, receipt: receipt.value })
      : refuse('seen-unreadable', { kind: 'receipt' })
  }
  return parseNote(text.value).ok ? accept({ kind: 'checkpoint', note: text.value }) : refuse('seen-unreadable', { kind: 'checkpoint' })
}

type Against = {
  readonly primitives: Primitives
  readonly seen: Seen
  readonly key: NoteKey
  readonly tree: MerkleTree
  readonly entries: readonly ReadEntry[]
  /** The note of the record under verification: with what was seen it is the evidence. */
  readonly note: string
}

/** Compares a record with what was seen of it. The facts of a fork or rollback hold both signed notes. */
export const checkSeen = async (against: Against): Promise<Fault | undefined> => {
  const { primitives, seen, key } = against
  const opened = await openCheckpoint(primitives.verify, { note: seen.note, key })
  if (!opened.ok) return faultOf('seen-foreign', { code: opened.refusal.code, seen: seen.note })
  if (seen.kind === 'bundle') return checkSeenBundle({ ...against, seen, opened: opened.value })
  return checkSeenState(against, opened.value) ?? (seen.kind === 'receipt' ? checkSeenReceipt(against, seen.receipt) : undefined)
}

const checkSeenState = ({ tree, seen, note }: Against, { checkpoint }: OpenCheckpoint): Fault | undefined => {
  const evidence = { seen: seen.note, shown: note, seenSize: checkpoint.size, size: tree.size }
  if (checkpoint.size > tree.size) return faultOf('seen-rollback', evidence)
  return hex(tree.root(checkpoint.size)) === checkpoint.root ? undefined : faultOf('seen-fork', evidence)
}

const checkSeenReceipt = ({ entries, seen, note }: Against, { entry, index }: Receipt): Fault | undefined => {
  const here = entries[index]
  return here === undefined || here.hash === entry
    ? undefined
    : faultAt('seen-fork', { index, hash: here.hash, facts: { receipt: entry, seen: seen.note, shown: note } })
}

/** A whole bundle says more than its checkpoint: where the two records part. */
const checkSeenBundle = async (
  against: Against & { readonly seen: Extract<Seen, { kind: 'bundle' }>; readonly opened: OpenCheckpoint },
): Promise<Fault | undefined> => {
  const { primitives, seen, opened, tree, note } = against
  const bundle = readBundle(seen.bytes)
  if (!bundle.ok) return faultOf('seen-unreadable', { code: bundle.refusal.code })
  const { size, root } = opened.checkpoint
  const { sha256 } = primitives
  const theirs = new MerkleTree(sha256)
  const read = await readLeaves({ source: bundleSource(bundle.value), sha256, size, tree: theirs, checks: ALL_CHECKS })
  if (!read.ok || hex(theirs.root()) !== root) return faultOf('seen-unreadable', { code: 'bundle' })
  const parted = firstDifference(tree, theirs)
  if (parted === undefined) return checkSeenState(against, opened)
  return faultAt('seen-fork', { index: parted, facts: { seen: seen.note, shown: note, seenSize: size, size: tree.size } })
}

const firstDifference = (ours: MerkleTree, theirs: MerkleTree): EntryIndex | undefined => {
  const shared = Math.min(ours.size, theirs.size)
  for (let index = 0; index < shared; index++) if (!equalBytes(ours.leaf(index), theirs.leaf(index))) return index as EntryIndex
  return undefined
}
