import { accept, type BodyId, type Instant, type Result } from '@paraph/record'
import { foldAct } from './fold.ts'
import { kindOf } from './catalogue.ts'
import type { Opened } from './kind.ts'
import type { Say } from './message.ts'
import { coverage } from './process.ts'
import { no, type TalksCode } from './refusal.ts'
import { begin, type State } from './state.ts'
import { byHappened } from './time.ts'

/** What a standing or view is asked: at what time, as known by when, by what clock, in whose words. */
export type Asking = {
  /** fold what began before this moment; without it: `now`, or where coverage ended */
  readonly happened?: Instant | undefined
  /** fold what was recorded up to here: a size of the record, or a moment of its clock. Refused in a reconstruction */
  readonly known?: number | Instant | undefined
  /** the clock, as an argument; used only where `happened` is not given */
  readonly now: Instant
  readonly say: Say
  /** BCP 47 tag of the reader's language, for dates, lists and our own words within acts */
  readonly language: string
}

/** A folded state with what it was folded for. */
export type Seen = {
  readonly state: Readonly<State>
  readonly happened: Instant
  readonly as: 'given' | 'now' | 'coverage-end'
  /** how many acts of the record were known: a size */
  readonly known: number
  /** acts of types that this version does not know */
  readonly computedWithout: number
  /** the latest `recorded` of what was known; null where nothing was */
  readonly lastRecorded: Instant | null
  /** bodies whose acts were folded, sorted by token */
  readonly seenBy: readonly BodyId[]
  readonly say: Say
  readonly language: string
}

/** Folds acts for what is asked: framing acts first, then what happened before the moment, in the order (from, index). */
export const see = (acts: readonly Opened[], asking: Asking): Result<Seen, TalksCode> => {
  const known = knownSize(acts, asking)
  if (!known.ok) return known
  const recorded = acts.filter(({ mark }) => mark.index < known.value)
  const framing = recorded.filter(frames).sort((one, other) => one.mark.index - other.mark.index)
  const state = begin()
  for (const act of framing) foldAct(state, act)
  const nature = state.process.opened?.act.nature
  if (nature === 'reconstruction' && asking.known !== undefined) return { ok: false, refusal: no('known-begins-at-import') }
  const moment = momentOf(state, asking)
  if (isBeforeOpening(state, moment.happened)) {
    return { ok: false, refusal: no('before-opening', { at: moment.happened, opened: state.process.opened!.mark.happened.from }) }
  }
  const happened = recorded.filter((act) => !frames(act) && act.mark.happened.from < moment.happened)
  happened.sort((one, other) => byHappened(one.mark, other.mark))
  for (const act of happened) foldAct(state, act)
  return accept({
    state,
    ...moment,
    known: known.value,
    computedWithout: recorded.filter(({ act }) => act === 'unknown-type').length,
    lastRecorded: recorded.reduce<Instant | null>((last, { mark }) => (last === null || last < mark.recorded ? mark.recorded : last), null),
    seenBy: doersOf([...framing, ...happened]),
    say: asking.say,
    language: asking.language,
  })
}

const frames = ({ mark }: Opened): boolean => kindOf(mark.type)?.framesTime === true

/** `known` as a size: what is recorded later than a moment is not known at it. */
const knownSize = (acts: readonly Opened[], { known }: Asking): Result<number, TalksCode> => {
  const size = acts.reduce((most, { mark }) => Math.max(most, mark.index + 1), 0)
  if (known === undefined) return accept(size)
  if (typeof known === 'number') return known <= size ? accept(known) : { ok: false, refusal: no('known-beyond-record', { known, size }) }
  return accept(acts.reduce((most, { mark }) => (mark.recorded <= known ? Math.max(most, mark.index + 1) : most), 0))
}

const momentOf = (state: Readonly<State>, { happened, now }: Asking): Pick<Seen, 'happened' | 'as'> => {
  if (happened !== undefined) return { happened, as: 'given' }
  const past = coverage(state).filter(({ from }) => from <= now)
  const end = past.at(-1)?.until
  return end !== undefined && end < now ? { happened: end, as: 'coverage-end' } : { happened: now, as: 'now' }
}

/** A process rebuilt from sources is *not known* before its coverage; one that runs has no time before its opening. */
const isBeforeOpening = (state: Readonly<State>, at: Instant): boolean => {
  const opened = state.process.opened
  return opened !== undefined && state.process.covered.length === 0 && at < opened.mark.happened.from
}

const doersOf = (acts: readonly Opened[]): readonly BodyId[] => {
  const doers = new Set<BodyId>()
  for (const { mark } of acts) for (const doer of mark.doers) doers.add(doer)
  return [...doers].sort()
}
