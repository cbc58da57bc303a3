import type { PlacedLeaf } from '../entry.ts'
import { entryHashOf } from '../hashes.ts'
import { readLeaf } from '../leaf.ts'
import type { EntryIndex } from '../names.ts'
import type { Primitives } from '../primitives.ts'
import { type Outcome, pass, stop } from './checks.ts'
import { faultAt } from './verdict.ts'

/** A leaf with its place and name, and the bytes of its entry (a view on the entry bundle): what its name and signature are over. */
export type ReadEntry = PlacedLeaf & { readonly entryBytes: Uint8Array }

/** Leaves from an index on, each canonical and in its shape: parsed once, for all checks that follow. */
export const placeLeaves = (
  leaves: readonly Uint8Array[],
  { sha256, first }: { sha256: Primitives['sha256']; first: number },
): Outcome<readonly ReadEntry[]> => {
  const placed: ReadEntry[] = []
  for (const [at, bytes] of leaves.entries()) {
    const index = (first + at) as EntryIndex
    const read = readLeaf(bytes)
    if (!read.ok) {
      const { code, path } = read.refusal
      return stop(faultAt('leaf-form', { index, facts: path === undefined ? { code } : { code, path } }))
    }
    const { leaf, entryBytes } = read.value
    placed.push({ index, hash: entryHashOf(sha256, entryBytes), leaf, entryBytes })
  }
  return pass(placed)
}
