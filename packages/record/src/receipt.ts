import { bytesOfHash, hex } from './bytes.ts'
import { type CheckpointCode, type OpenCheckpoint, openCheckpoint } from './checkpoint.ts'
import type { Leaf } from './entry.ts'
import { entryHash } from './hashes.ts'
import type { Json } from './json.ts'
import { leafBytes } from './leaf.ts'
import { leafHash } from './merkle.ts'
import type { EntryHash, EntryIndex, Hash, Instant } from './names.ts'
import { NOTE_LIMIT, type NoteKey } from './note.ts'
import { parseCount, parseHash, parseInstant, parseMembers, type ShapeCode } from './parse.ts'
import type { Primitives } from './primitives.ts'
import { verifyInclusion } from './proof.ts'
import { accept, type Result, refuse } from './result.ts'
import { PROOF_LIMIT } from './tlogproof.ts'

/**
 * What a host gives for an accepted entry: its name and place, the host's clock (the one part of the leaf that the signer lacks), the audit path
 * in hex from the leaf's sibling upwards, and the signed checkpoint that the path leads to.
 */
export type Receipt = {
  readonly v: 1
  readonly entry: EntryHash
  readonly index: EntryIndex
  readonly recorded: Instant
  readonly proof: readonly Hash[]
  readonly checkpoint: string
}

/** What checking a receipt may refuse. */
export type ReceiptCode = CheckpointCode | 'receipt-other-entry' | 'receipt-not-included'

/** A receipt out of its parts; hashes of the proof are raw bytes. */
export const receiptOf = ({ proof, ...rest }: Omit<Receipt, 'v' | 'proof'> & { readonly proof: readonly Uint8Array[] }): Receipt => ({
  v: 1,
  ...rest,
  proof: proof.map((hash) => hex(hash) as Hash),
})

/** A receipt out of JSON; nothing in it is verified. */
export const parseReceipt = (json: Json | undefined, path = 'receipt'): Result<Receipt, ShapeCode> => {
  const members = parseMembers(json, { path, required: ['v', 'entry', 'index', 'recorded', 'proof', 'checkpoint'] })
  if (!members.ok) return members
  const { v, entry, index, recorded, proof, checkpoint } = members.value
  if (v !== 1) return refuse('wrong-value', { wanted: 1 }, `${path}.v`)
  const parts = {
    entry: parseHash<EntryHash>(entry, `${path}.entry`),
    index: parseCount(index, `${path}.index`),
    recorded: parseInstant(recorded, `${path}.recorded`),
  }
  if (!parts.entry.ok) return parts.entry
  if (!parts.index.ok) return parts.index
  if (!parts.recorded.ok) return parts.recorded
  if (!Array.isArray(proof) || proof.length > PROOF_LIMIT)
    return refuse('wrong-type', { wanted: 'list', limit: PROOF_LIMIT }, `${path}.proof`)
  const hashes: Hash[] = []
  for (const [at, item] of (proof as readonly Json[]).entries()) {
    const hash = parseHash<Hash>(item, `${path}.proof[${at}]`)
    if (!hash.ok) return hash
    hashes.push(hash.value)
  }
  if (typeof checkpoint !== 'string' || checkpoint.length > NOTE_LIMIT)
    return refuse('wrong-type', { wanted: 'note' }, `${path}.checkpoint`)
  return accept({
    v: 1,
    entry: parts.entry.value,
    index: parts.index.value as EntryIndex,
    recorded: parts.recorded.value,
    proof: hashes,
    checkpoint,
  })
}

/**
 * Checks what a host gave for an entry that one signed: the checkpoint is signed by the log's key, and the leaf made of the entry, its signature
 * and the receipt's `recorded` stands under it at the receipt's index.
 */
export const verifyReceipt = async (
  { sha256, verify }: Primitives,
  { receipt, entry, sig, key }: { receipt: Receipt; key: NoteKey } & Pick<Leaf, 'entry' | 'sig'>,
): Promise<Result<OpenCheckpoint, ReceiptCode>> => {
  const hash = entryHash(sha256, entry)
  if (hash !== receipt.entry) return refuse('receipt-other-entry', { entry: hash, receipt: receipt.entry })
  const opened = await openCheckpoint(verify, { note: receipt.checkpoint, key })
  if (!opened.ok) return opened
  const { size, root } = opened.value.checkpoint
  const held = verifyInclusion(sha256, {
    index: receipt.index,
    size,
    leafHash: leafHash(sha256, leafBytes({ entry, sig, recorded: receipt.recorded })),
    proof: receipt.proof.map(bytesOfHash),
    root: bytesOfHash(root),
  })
  return held ? opened : refuse('receipt-not-included', { index: receipt.index, size })
}
