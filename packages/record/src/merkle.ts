import type { EntryIndex, RecordSize } from './names.ts'
import type { Primitives } from './primitives.ts'

type Sha256 = Primitives['sha256']

/** Bytes of every hash here (SHA-256). */
export const HASH_LENGTH = 32

/** Hashes in a full tile. */
export const TILE_WIDTH = 256

/** Levels of the tree that one tile spans: 2⁸ = 256. */
const TILE_LEVELS = 8

/** 0x00 ‖ leaf, over and over in one place: hashing is synchronous. Longer leaves than this, which no record has, take memory of their own. */
const LEAF = new Uint8Array(1 + 8192)

/** SHA-256(0x00 ‖ leaf bytes) (RFC 6962, section 2.1). */
export const leafHash = (sha256: Sha256, bytes: Uint8Array): Uint8Array => {
  const whole = bytes.length < LEAF.length ? LEAF : new Uint8Array(1 + bytes.length)
  whole.set(bytes, 1)
  return sha256(whole.subarray(0, 1 + bytes.length))
}

/** 0x01 ‖ left ‖ right, over and over in one place: hashing is synchronous, and a record takes a dozen nodes an entry. */
const NODE = new Uint8Array(1 + 2 * HASH_LENGTH)
NODE[0] = 1

/** SHA-256(0x01 ‖ left ‖ right) of two hashes (RFC 6962, section 2.1). */
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array => {
  if (left.length !== HASH_LENGTH || right.length !== HASH_LENGTH) throw new RangeError(`a node is of two hashes of ${HASH_LENGTH} bytes`)
  NODE.set(left, 1)
  NODE.set(right, 1 + HASH_LENGTH)
  return sha256(NODE)
}

/** Root of the tree over these leaf hashes. */
export const rootOf = (sha256: Sha256, leafHashes: readonly Uint8Array[]): Uint8Array => {
  const tree = new MerkleTree(sha256)
  for (const hash of leafHashes) tree.append(hash)
  return tree.root()
}

/** Hashes of one level in memory that doubles as it fills. */
class Row {
  #bytes = new Uint8Array(HASH_LENGTH * 16)
  length = 0

  push(hash: Uint8Array): void {
    const end = (this.length + 1) * HASH_LENGTH
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes.set(hash, this.length * HASH_LENGTH)
    this.length++
  }

  /** A view on hashes from `index`: valid until the next `push`, so copy what leaves this file. */
  view(index: number, count = 1): Uint8Array {
    return this.#bytes.subarray(index * HASH_LENGTH, (index + count) * HASH_LENGTH)
  }
}

/**
 * The Merkle tree of a record (RFC 6962), grown in place by whoever owns it. It keeps the hash of every full subtree, 64 bytes a leaf, so that
 * an append, a root or proof at any earlier size, and a tile are all O(log n) or better. Sizes are never shifted: they exceed 32 bits.
 */
export class MerkleTree {
  readonly #sha256: Sha256
  /** `#rows[k]` holds the full subtrees of 2ᵏ leaves. */
  readonly #rows: Row[] = [new Row()]

  constructor(sha256: Sha256) {
    this.#sha256 = sha256
  }

  /** How many leaves it has. */
  get size(): RecordSize {
    return this.#rows[0]!.length as RecordSize
  }

  /** Adds a leaf by its 32-byte leaf hash. Amortised O(1), at worst O(log n). */
  append(hash: Uint8Array): void {
    if (hash.length !== HASH_LENGTH) throw new RangeError(`a leaf hash has ${HASH_LENGTH} bytes, not ${hash.length}`)
    let node = hash
    for (let level = 0; ; level++) {
      let row = this.#rows[level]
      if (row === undefined) {
        row = new Row()
        this.#rows.push(row)
      }
      row.push(node)
      if (row.length % 2 === 1) return
      node = nodeHash(this.#sha256, row.view(row.length - 2), row.view(row.length - 1))
    }
  }

  /** The leaf hash at an index. */
  leaf(index: EntryIndex | number): Uint8Array {
    this.#within(index + 1)
    return this.#rows[0]!.view(index).slice()
  }

  /** Root at a size, the newest by default; of size 0 it is SHA-256 of nothing. Throws beyond the tree. */
  root(size: RecordSize | number = this.size): Uint8Array {
    this.#within(size)
    return size === 0 ? this.#sha256(new Uint8Array(0)) : this.#hash(0, size)
  }

  /** Audit path of a leaf in the tree of a size, from the leaf's sibling upwards (RFC 6962, section 2.1.1). */
  inclusionProof(index: EntryIndex | number, size: RecordSize | number = this.size): readonly Uint8Array[] {
    this.#within(size)
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
    const path: Uint8Array[] = []
    let start = 0
    let end: number = size
    while (end - start > 1) {
      const middle = start + splitOf(end - start)
      if (index < middle) {
        path.push(this.#hash(middle, end))
        end = middle
      } else {
        path.push(this.#hash(start, middle))
        start = middle
      }
    }
    return path.reverse()
  }

  /** That the tree of `from` leaves is a prefix of the tree of `to` (RFC 6962, section 2.1.2). Empty where `from` is 0 or equals `to`. */
  consistencyProof(from: RecordSize | number, to: RecordSize | number = this.size): readonly Uint8Array[] {
    this.#within(to)
    if (!Number.isSafeInteger(from) || from < 0 || from > to) throw new RangeError(`no tree of ${from} before one of ${to}`)
    if (from === 0 || from === to) return []
    const path: Uint8Array[] = []
    let start = 0
    let end: number = to
    while (end !== from) {
      const middle = start + splitOf(end - start)
      if (from <= middle) {
        path.push(this.#hash(middle, end))
        end = middle
      } else {
        path.push(this.#hash(start, middle))
        start = middle
      }
    }
    if (start > 0) path.push(this.#hash(start, end))
    return path.reverse()
  }

  /**
   * Bytes of a hash tile: `width` hashes (1 to 256) from the tile's first, each of a full subtree of 256^level leaves (c2sp.org/tlog-tiles).
   * Throws where the tree does not hold them yet.
   */
  hashTile(level: number, index: number, width: number = TILE_WIDTH): Uint8Array {
    const row = this.#rows[level * TILE_LEVELS]
    const start = index * TILE_WIDTH
    if (row === undefined || width < 1 || width > TILE_WIDTH || start + width > row.length) {
      throw new RangeError(`no tile ${level}/${index} of width ${width} in a tree of ${this.size}`)
    }
    return row.view(start, width).slice()
  }

  #within(size: number): void {
    if (!Number.isSafeInteger(size) || size < 0 || size > this.size) throw new RangeError(`no size ${size} in a tree of ${this.size}`)
  }

  /** MTH(D[start:end]) for a range that RFC 6962's recursion reaches: start is a multiple of the range's largest power of two. */
  #hash(start: number, end: number): Uint8Array {
    const peaks: Uint8Array[] = []
    let at = start
    let level = this.#rows.length - 1
    while (at < end) {
      while (2 ** level > end - at) level--
      peaks.push(this.#rows[level]!.view(at / 2 ** level))
      at += 2 ** level
    }
    let root: Uint8Array = peaks.pop()!.slice()
    for (let peak = peaks.pop(); peak !== undefined; peak = peaks.pop()) root = nodeHash(this.#sha256, peak, root)
    return root
  }
}

/** Largest power of two below `count` (count ≥ 2). */
const splitOf = (count: number): number => {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}
