import { accept, type EntryHash, type Instant, type Result } from '@paraph/record'
import type { Asking, Seen } from '../asking.ts'
import { actRef, commitmentsOf } from '../duties.ts'
import type { Opened } from '../kind.ts'
import type { TalksCode } from '../refusal.ts'
import { standingOf } from '../standing.ts'
import { datesOf } from './dates.ts'
import { isOfLife, lifeOf } from './life.ts'
import { matrixOf } from './matrix.ts'
import { claimPairs } from './pairs.ts'
import { processOf, seeFounded } from './process.ts'
import type { ActRef, Overview } from './types.ts'

/** Later than any act: what is folded at it is everything. */
export const END_OF_TIME = '9999-12-31T23:59:59.999Z' as Instant

/** Page *where it stands*. Refused as `standing`, and `process-not-opened` without a founding act. */
export const overview = (acts: readonly Opened[], asking: Asking): Result<Overview, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  // The slider's line is the same whatever moment is asked for, and by when it was known.
  const whole = seeFounded(acts.filter(isOfLife), { ...asking, known: undefined, happened: END_OF_TIME })
  if (!whole.ok) return whole
  const { standing, headline } = standingOf(seen.value)
  const commitments = commitmentsOf(seen.value)
  const view = {
    process: processOf(seen.value),
    at: atOf(seen.value),
    standing,
    headline,
    matrix: matrixOf(seen.value),
    commitments,
    pairs: claimPairs(seen.value, (id) => isCurrent(seen.value, id)),
    dates: datesOf(seen.value),
    life: lifeOf(whole.value),
  }
  return accept({
    ...view,
    acts: {
      ...refsOf(
        whole.value,
        view.life.map(({ act }) => act),
      ),
      ...refsOf(seen.value, namedIn(view)),
    },
  })
}

export const atOf = ({ happened, as, known }: Seen): Overview['at'] => ({ happened, as, known })

/** Claims about what stands: rounds, calls that are not lifted, documents; incidents and issues have their own pages. */
const isCurrent = ({ state }: Seen, about: EntryHash): boolean => {
  const call = state.deadlocks.calls.get(about)
  return (
    (call !== undefined && call.lifted === undefined) ||
    state.rounds.has(about) ||
    state.instruments.has(about) ||
    state.commitments.has(about) ||
    state.communiques.has(about)
  )
}

/** Every entry that a view names, as pages link it. */
export const refsOf = (seen: Seen, hashes: Iterable<EntryHash>): Readonly<Record<string, ActRef>> => {
  const refs: Record<string, ActRef> = {}
  for (const hash of hashes) {
    const filed = seen.state.filed.get(hash)
    if (filed !== undefined) refs[hash] = actRef(seen, filed.mark)
  }
  return refs
}

const HASH = /^[0-9a-f]{64}$/
/** Every entry hash that stands anywhere in a value. */
export const namedIn = (value: unknown, found: Set<EntryHash> = new Set()): Set<EntryHash> => {
  if (typeof value === 'string') {
    if (HASH.test(value)) found.add(value as EntryHash)
  } else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) namedIn(inner, found)
  return found
}
