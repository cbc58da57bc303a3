import { type EntryHash, type EntryIndex, fromUtf8, type Instant, parseLeaf, type Receipt, receiptOf } from '@paraph/record'
import type { Live } from './live.ts'

/** What an accepted act gets: the audit path from its leaf to the root of the newest signed checkpoint. Only of a committed entry. */
export const receiptFor = (
  { tree, head }: Pick<Live, 'tree' | 'head'>,
  { index, hash, recorded }: { readonly index: EntryIndex; readonly hash: EntryHash; readonly recorded: Instant },
): Receipt => receiptOf({ entry: hash, index, recorded, proof: tree.inclusionProof(index, head.size), checkpoint: head.checkpoint })

/** When a stored leaf says that it was recorded. */
export const recordedOf = (bytes: Uint8Array): Instant => {
  const leaf = parseLeaf(bytes)
  if (!leaf.ok) throw new TypeError(`a stored leaf: ${leaf.refusal.code}`)
  return leaf.value.recorded
}

/** A leaf's bytes as the JSON text that they are. */
export const leafText = (leaf: Uint8Array): string => {
  const text = fromUtf8(leaf)
  if (!text.ok) throw new TypeError('a leaf that is not UTF-8')
  return text.value
}
