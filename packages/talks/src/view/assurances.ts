import { accept, type BodyId, type EntryHash, type Result } from '@paraph/record'
import type { Asking, Seen } from '../asking.ts'
import type { Assurance, AssuranceAnswered } from '../assurance.ts'
import { actRef } from '../duties.ts'
import type { Mark, Opened, Span } from '../kind.ts'
import type { TalksCode } from '../refusal.ts'
import type { Words } from '../shapes.ts'
import { limited, type Page, pageOf } from './page.ts'
import { processOf, seeFounded } from './process.ts'
import { titleOf } from './title.ts'
import type { ActRef, ProcessView } from './types.ts'

/** Requests of one answer at most. */
export const ASSURANCES_LIMIT = 100

/** One step of a request: by whom, when. */
export type Step = { readonly by: readonly BodyId[]; readonly when: Span; readonly act: ActRef; readonly reason: Words | null }
/** An answer, one of seven; `where`: the entry that it points to. */
export type AnswerView = {
  readonly answer: AssuranceAnswered['answer']
  readonly words: Words | null
  readonly where: EntryHash | null
  readonly by: readonly BodyId[]
  readonly when: Span
  readonly act: ActRef
}
/**
 * A commitment asked for in writing. What was not done has no name here: a request is passed on, answered and closed by acts; between two acts
 * nothing is said, and no time is counted.
 */
export type AssuranceView = {
  readonly id: EntryHash
  readonly act: ActRef
  readonly by: readonly BodyId[]
  readonly of: BodyId
  readonly words: Words
  readonly inSameForm: Words | null
  readonly statement: EntryHash | null
  readonly commitment: EntryHash | null
  /** what it is asked about, where an act has words for that */
  readonly about: Words | null
  readonly when: Span
  readonly passedOn: readonly Step[]
  readonly answered: readonly AnswerView[]
  readonly closed: Step | null
}
/** Own requests: those that `by` asked, was asked, or mediates. Without `by` there are none, and how many there are is said to nobody. */
export type Assurances = {
  readonly process: ProcessView
  readonly by: BodyId | null
  readonly page: Page
  readonly assurances: readonly AssuranceView[]
}

export type AskingAssurances = Asking & {
  readonly by?: BodyId | undefined
  readonly first?: number | undefined
  readonly limit?: number | undefined
}

/** The requests that concern one body, the latest first. */
export const assurances = (acts: readonly Opened[], asking: AskingAssurances): Result<Assurances, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const { state } = seen.value
  const { by } = asking
  const mediates = by !== undefined && (state.bodies.get(by)?.founding?.roles.includes('mediator') ?? false)
  const concerns = ({ asked }: Assurance): boolean =>
    asked !== undefined && by !== undefined && (mediates || asked.mark.doers.includes(by) || asked.act.of === by)
  const own = [...state.assurances.all.values()].filter(concerns).reverse()
  const { page, shown } = pageOf(own, { first: asking.first ?? 0, limit: limited(asking.limit, ASSURANCES_LIMIT) })
  return accept({ process: processOf(seen.value), by: by ?? null, page, assurances: shown.map((one) => viewOf(seen.value, one)) })
}

const viewOf = (seen: Seen, { id, asked, passedOn, answered, closed }: Assurance): AssuranceView => {
  const { act, mark } = asked!
  const about = act.commitment ?? act.statement
  return {
    id,
    act: actRef(seen, mark),
    by: mark.doers,
    of: act.of,
    words: act.words,
    inSameForm: act.inSameForm ?? null,
    statement: act.statement ?? null,
    commitment: act.commitment ?? null,
    about: about === undefined ? null : titleOf(seen, about),
    when: mark.happened,
    passedOn: passedOn.map((step) => stepOf(seen, step)),
    answered: answered.map(({ act: answer, mark: given }) => ({
      answer: answer.answer,
      words: answer.words ?? null,
      where: answer.where ?? null,
      by: given.doers,
      when: given.happened,
      act: actRef(seen, given),
    })),
    closed: closed === undefined ? null : stepOf(seen, closed),
  }
}

/** A step by its mark; its reason stands in its act. */
export const stepOf = (seen: Seen, mark: Mark): Step => {
  const filed = seen.state.filed.get(mark.hash)
  const open = filed === undefined || typeof filed.act === 'string' ? {} : (filed.act.open as { readonly reason?: Words })
  return { by: mark.doers, when: mark.happened, act: actRef(seen, mark), reason: open.reason ?? null }
}
