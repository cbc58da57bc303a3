import { fromHex } from '@paraph/record'

const HASH_LENGTH = 32
const FREE = -1

/** Where each hash stands in the order of adding: 32 bytes and two table slots each, where a Map of hex texts takes five times that. */
export class HashIndex {
  #hashes = new Uint8Array(HASH_LENGTH * 16)
  #table = new Int32Array(64).fill(FREE)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Adds 64 hex digits under the next index. A hash that is there already keeps its first place. */
  add(hash: string): void {
    const bytes = bytesOf(hash)
    if ((this.#size + 1) * HASH_LENGTH > this.#hashes.length) {
      const larger = new Uint8Array(this.#hashes.length * 2)
      larger.set(this.#hashes)
      this.#hashes = larger
    }
    if (this.#size * 2 >= this.#table.length) this.#grow()
    this.#hashes.set(bytes, this.#size * HASH_LENGTH)
    this.#file(this.#size)
    this.#size++
  }

  /** Index of a hash, undefined where it was never added. */
  find(hash: string): number | undefined {
    const bytes = bytesOf(hash)
    for (let slot = this.#slotOf(bytes, 0); ; slot = (slot + 1) % this.#table.length) {
      const index = this.#table[slot]!
      if (index === FREE) return undefined
      if (this.#equals(index, bytes)) return index
    }
  }

  /** Takes the first slot that is free; slots are tried in one order, so the first of two equal hashes is found first. */
  #file(index: number): void {
    let slot = this.#slotOf(this.#hashes, index * HASH_LENGTH)
    while (this.#table[slot] !== FREE) slot = (slot + 1) % this.#table.length
    this.#table[slot] = index
  }

  /** A SHA-256 is as good as random in its first bytes; who grinds hashes to collide there slows a search, no more. */
  #slotOf(bytes: Uint8Array, at: number): number {
    return (bytes[at]! * 0x1000000 + bytes[at + 1]! * 0x10000 + bytes[at + 2]! * 0x100 + bytes[at + 3]!) % this.#table.length
  }

  #equals(index: number, bytes: Uint8Array): boolean {
    const start = index * HASH_LENGTH
    for (let at = 0; at < HASH_LENGTH; at++) if (this.#hashes[start + at] !== bytes[at]) return false
    return true
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(FREE)
    for (let index = 0; index < this.#size; index++) this.#file(index)
  }
}

const bytesOf = (hash: string): Uint8Array => {
  const bytes = fromHex(hash)
  if (!bytes.ok || bytes.value.length !== HASH_LENGTH) throw new RangeError(`no hash: ${hash}`)
  return bytes.value
}
