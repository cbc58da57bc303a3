import type { Primitives, Signed } from '../primitives.ts'
import type { ReadEntry } from './place.ts'
import { type Fault, faultAt } from './verdict.ts'

/** Signatures handed over at once, and batches under way before the walk waits: enough to keep a pool busy, small beside the record. */
export const SIGNATURE_BATCH = 256
export const BATCHES_UNDER_WAY = 32

/** Signatures checked in batches while the walk goes on. Batches are answered in order, so the first fault found is the lowest. */
export class SignatureQueue {
  readonly #verify: Primitives['verify']
  readonly #onChecked: (signatures: number) => void
  #batch: { readonly entry: ReadEntry; readonly signed: Signed }[] = []
  readonly #underWay: { readonly entries: readonly ReadEntry[]; readonly answers: Promise<readonly boolean[]> }[] = []
  #checked = 0

  constructor(verify: Primitives['verify'], onChecked: (signatures: number) => void) {
    this.#verify = verify
    this.#onChecked = onChecked
  }

  add(entry: ReadEntry, signed: Signed): void {
    this.#batch.push({ entry, signed })
    if (this.#batch.length === SIGNATURE_BATCH) this.#send()
  }

  /** Waits while too much is under way; the first wrong signature, if it is known by now. */
  async settle(): Promise<Fault | undefined> {
    while (this.#underWay.length > BATCHES_UNDER_WAY) {
      const fault = await this.#oldest()
      if (fault !== undefined) return fault
    }
    return undefined
  }

  /** Waits for all; the first wrong signature. */
  async finish(): Promise<Fault | undefined> {
    this.#send()
    let first: Fault | undefined
    while (this.#underWay.length > 0) {
      const fault = await this.#oldest()
      first ??= fault
    }
    return first
  }

  #send(): void {
    if (this.#batch.length === 0) return
    const answers = this.#verify(this.#batch.map(({ signed }) => signed))
    // A rejection is met when this batch's turn comes; until then it must not count as unhandled.
    answers.catch(() => undefined)
    this.#underWay.push({ entries: this.#batch.map(({ entry }) => entry), answers })
    this.#batch = []
  }

  async #oldest(): Promise<Fault | undefined> {
    const { entries, answers } = this.#underWay.shift()!
    const given = await answers
    if (given.length !== entries.length) throw new TypeError('verify gave another number of answers')
    this.#checked += given.length
    this.#onChecked(this.#checked)
    const wrong = given.indexOf(false)
    if (wrong < 0) return undefined
    const { index, hash, leaf } = entries[wrong]!
    return faultAt('signature', { index, hash, facts: { key: leaf.entry.key, by: leaf.entry.by } })
  }
}
