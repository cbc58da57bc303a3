import { accept, type Result } from '@paraph/record'
import type { Asking } from '../asking.ts'
import { commitmentsOf } from '../duties.ts'
import type { Opened } from '../kind.ts'
import type { TalksCode } from '../refusal.ts'
import { atOf, namedIn, refsOf } from './overview.ts'
import { processOf, seeFounded } from './process.ts'
import type { Commitments } from './types.ts'

/** Page *commitments*: the form-ladder board. */
export const commitments = (acts: readonly Opened[], asking: Asking): Result<Commitments, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const views = commitmentsOf(seen.value)
  return accept({ process: processOf(seen.value), at: atOf(seen.value), commitments: views, acts: refsOf(seen.value, namedIn(views)) })
}
