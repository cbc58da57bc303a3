import { accept, CLOCK_TOLERANCE, type EntryIndex, type Instant, type Opening, type Result, refuse } from '@paraph/record'
import type { Filing } from './filing.ts'
import { type Grown, rootAt } from './live.ts'
import type { Means } from './means.ts'

/** An act under the lock: the process with every act queued before it, and the clock's word for this one. */
export type Case = { readonly means: Means; readonly grown: Grown; readonly filing: Filing; readonly recorded: Instant }

/** One step under the lock. */
export type LockedStep = (given: Case) => Result<Case>

/** An act's opening at the next free place. */
export const openingAt = ({ grown, filing, recorded }: Case): Opening => ({
  index: grown.tree.size as number as EntryIndex,
  hash: filing.hash,
  entry: filing.entry,
  recorded,
  act: { open: filing.act },
})

/** `saw` is an ancestor: some size ≥ 1 of this record up to here, with this record's root at that size. Entry 0 saw nothing. */
export const sawStep: LockedStep = (given) => {
  const { saw } = given.filing.entry
  const { tree } = given.grown
  if (saw.size > tree.size) return refuse('saw-in-the-future', { saw: saw.size, size: tree.size }, 'entry.saw.size')
  const first = tree.size === 0
  if (first !== (saw.size === 0) || rootAt(tree, saw.size) !== saw.root) return refuse('saw-foreign', { saw: saw.size }, 'entry.saw')
  return accept(given)
}

/** A commitment stands once: the same act under the same salt in a second entry is a copy, not a repetition. */
export const commitmentStep: LockedStep = (given) => {
  const index = given.grown.commitments.find(given.filing.entry.act)
  return index === undefined ? accept(given) : refuse('commitment-copied', { index }, 'entry.act')
}

/** The signer's clock is at most five minutes ahead of the host's. */
export const clockStep: LockedStep = (given) => {
  const { at } = given.filing.entry
  const ahead = Date.parse(at) - Date.parse(given.recorded)
  return ahead > CLOCK_TOLERANCE
    ? refuse('at-in-the-future', { at, recorded: given.recorded, limit: CLOCK_TOLERANCE }, 'entry.at')
    : accept(given)
}

/** The entry's key stands at this index, for this body, and may sign this kind of act. */
export const keyStep: LockedStep = (given) => {
  const standing = given.means.meaning.key(given.grown.state, openingAt(given))
  return standing.ok ? accept(given) : standing
}

/** Right and rule, as `talks` says them; the same function verifies a bundle. */
export const ruleStep: LockedStep = (given) => {
  const refusal = given.means.meaning.refuse(given.grown.state, openingAt(given))
  return refusal === undefined ? accept(given) : { ok: false, refusal }
}

/** The steps under the lock between idempotency and fold, in order. */
export const LOCKED_STEPS: readonly LockedStep[] = [commitmentStep, sawStep, clockStep, keyStep, ruleStep]

/** Judges one act against the process with every act before it. Refusing changes nothing. */
export const judge = (given: Case): Result<Opening> => {
  for (const step of LOCKED_STEPS) {
    const result = step(given)
    if (!result.ok) return result
  }
  return accept(openingAt(given))
}
