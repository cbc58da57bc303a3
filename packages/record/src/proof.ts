import { equalBytes } from './bytes.ts'
import { HASH_LENGTH, nodeHash } from './merkle.ts'
import type { EntryIndex, RecordSize } from './names.ts'
import type { Primitives } from './primitives.ts'

type Sha256 = Primitives['sha256']

/** What an inclusion proof claims. Hashes are raw bytes. */
export type Inclusion = {
  readonly index: EntryIndex | number
  readonly size: RecordSize | number
  readonly leafHash: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Whether the leaf hash stands at the index in the tree of that size and root (RFC 9162, section 2.1.3.2). */
export const verifyInclusion = (sha256: Sha256, { index, size, leafHash, proof, root }: Inclusion): boolean => {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leafHash, root, ...proof])) return false
  let node: number = index
  let last: number = size - 1
  let hash = leafHash
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sha256, sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else {
      hash = nodeHash(sha256, hash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equalBytes(hash, root)
}

/** What a consistency proof claims. Hashes are raw bytes. */
export type Consistency = {
  readonly from: RecordSize | number
  readonly to: RecordSize | number
  readonly fromRoot: Uint8Array
  readonly toRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether the tree of `from` is a prefix of the tree of `to` (RFC 9162, section 2.1.4.2). About the empty tree nothing can be proved: false. */
export const verifyConsistency = (sha256: Sha256, { from, to, fromRoot, toRoot, proof }: Consistency): boolean => {
  if (!isCount(from) || !isCount(to) || from < 1 || from > to) return false
  if (from === to) return proof.length === 0 && equalBytes(fromRoot, toRoot)
  if (!areHashes([fromRoot, toRoot, ...proof])) return false
  const path = isPowerOfTwo(from) ? [fromRoot, ...proof] : [...proof]
  let node: number = from - 1
  let last: number = to - 1
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  const first = path.shift()
  if (first === undefined) return false
  let older = first
  let newer = first
  for (const sibling of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      older = nodeHash(sha256, sibling, older)
      newer = nodeHash(sha256, sibling, newer)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else {
      newer = nodeHash(sha256, newer, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equalBytes(older, fromRoot) && equalBytes(newer, toRoot)
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every((hash) => hash.length === HASH_LENGTH)

const isPowerOfTwo = (value: number): boolean => {
  let power = 1
  while (power < value) power *= 2
  return power === value
}
