import type { Receipt } from '@paraph/api'
import { type EntryIndex, fromUtf8, hex } from '@paraph/record'
import type { Live } from './live.ts'

/** What an accepted act gets: the audit path from its leaf to the root of the newest signed checkpoint. Only of a committed entry. */
export const receiptFor = (
  { tree, head }: Pick<Live, 'tree' | 'head'>,
  { index, hash, leaf }: { index: EntryIndex; hash: string; leaf: Uint8Array },
): Receipt => ({
  hash,
  index,
  size: head.size,
  checkpoint: head.checkpoint,
  proof: tree.inclusionProof(index, head.size).map(hex),
  leaf: leafText(leaf),
})

/** A leaf's bytes as the JSON text that they are. */
export const leafText = (leaf: Uint8Array): string => {
  const text = fromUtf8(leaf)
  if (!text.ok) throw new TypeError('a leaf that is not UTF-8')
  return text.value
}
