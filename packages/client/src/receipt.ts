import type { Receipt as GivenReceipt } from '@paraph/api'
import {
  type Entry,
  type EntryHash,
  type EntryIndex,
  type EntrySignature,
  type Hash,
  type NoteKey,
  type OpenCheckpoint,
  type Primitives,
  parseLeaf,
  type Receipt,
  type Result,
  utf8,
  verifyReceipt,
} from '@paraph/record'

/** A receipt that was checked, in the form that one keeps: `paraph verify --seen` reads it. */
export type KeptReceipt = { readonly receipt: Receipt; readonly opened: OpenCheckpoint }

/**
 * Checks what a host answered for an act that one signed: the leaf is that entry with the host's clock, it stands where the host says, and the
 * signed checkpoint covers it.
 */
export const keptReceipt = async (
  primitives: Primitives,
  { given, entry, sig, key }: { readonly given: GivenReceipt; readonly entry: Entry; readonly sig: EntrySignature; readonly key: NoteKey },
): Promise<Result<KeptReceipt>> => {
  const leaf = parseLeaf(utf8(given.leaf))
  if (!leaf.ok) return leaf
  const receipt: Receipt = {
    v: 1,
    entry: given.hash as EntryHash,
    index: given.index as EntryIndex,
    recorded: leaf.value.recorded,
    proof: given.proof as readonly Hash[],
    checkpoint: given.checkpoint,
  }
  const opened = await verifyReceipt(primitives, { receipt, entry, sig, key })
  return opened.ok ? { ok: true, value: { receipt, opened: opened.value } } : opened
}
