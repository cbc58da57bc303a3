import type { BodyId, EntryHash, Instant } from '@paraph/record'
import type { Seen } from './asking.ts'
import { absentSince } from './body.ts'
import { openIssues } from './issue.ts'
import type { Mark } from './kind.ts'
import { partiesInOrder } from './order.ts'
import { endsOfPlans, type Planned, planned } from './plans.ts'
import { coverage, stopped, suspendedSince } from './process.ts'
import type { State } from './state.ts'
import { byHappened, daysLater, later } from './time.ts'
import { linkedTracks } from './track.ts'
import type { TalksStatus } from './view/types.ts'
import type { RoundAs, World } from './world.ts'

/** What a row of the table found: the status, since when its reason holds, whose acts it rests on, and what its sentence needs. */
export type Row = {
  readonly status: TalksStatus
  readonly since: Instant | null
  readonly by: readonly BodyId[]
  readonly marks: readonly Mark[]
  /** the rounds that it is about: open, planned, or last closed */
  readonly rounds: readonly EntryHash[]
  readonly plans?: readonly Planned[]
}
type Rule = (seen: Seen, world: World) => Row | undefined

/** Whether a moment was searched. The end of a span is in it: a date asked for means its end. */
export const isCovered = (state: Readonly<State>, at: Instant): boolean => {
  const spans = coverage(state)
  return spans.length === 0 || spans.some(({ from, until }) => from <= at && at <= until)
}

const notKnown: Rule = ({ state, happened }) => {
  if (isCovered(state, happened)) return undefined
  const before = coverage(state).filter(({ until }) => until <= happened)
  return {
    status: 'not-known',
    since: before.at(-1)?.until ?? null,
    by: [],
    marks: state.process.covered.map(({ mark }) => mark),
    rounds: [],
  }
}

const closedOrSuspended: Rule = ({ state }) => {
  const step = stopped(state)
  if (step === undefined) return undefined
  const first = step.verb === 'closed' ? step : (suspendedSince(state) ?? step)
  return {
    status: step.verb === 'closed' ? 'closed' : 'suspended',
    since: first.mark.happened.from,
    by: first.mark.doers,
    marks: [first.mark],
    rounds: [],
  }
}

const openings = (rounds: readonly RoundAs[]): readonly Mark[] => rounds.map(({ opened }) => opened!.mark).sort(byHappened)

const inRound: Rule = (_seen, world) => {
  const open = world.rounds.filter((round) => round.open)
  if (open.length === 0) return undefined
  const marks = openings(open)
  return {
    status: 'in-round',
    since: marks[0]!.happened.from,
    by: unique(marks.flatMap(({ doers }) => doers)),
    marks,
    rounds: open.map(({ round }) => round.id),
  }
}

const partyAbsent: Rule = ({ state }) => {
  const absent = partiesInOrder(state).filter((id) => absentSince(state.bodies.get(id)!) !== undefined)
  if (absent.length === 0) return undefined
  const marks = absent.map((id) => absentSince(state.bodies.get(id)!)!.mark).sort(byHappened)
  return { status: 'party-absent', since: marks[0]!.happened.from, by: absent, marks, rounds: [] }
}

/** The round that closed last; undefined where none did. */
export const lastClosed = (world: World): RoundAs | undefined =>
  world.rounds
    .filter(({ opened, open, closed }) => opened !== undefined && !open && closed !== undefined)
    .sort((one, other) => byHappened(one.closed!.mark, other.closed!.mark))
    .at(-1)

const betweenRounds: Rule = ({ happened }, world) => {
  const plans = planned(world, happened)
  if (plans.length === 0) return undefined
  const marks = plans.flatMap((one) => one.plans.map(({ mark }) => mark)).sort(byHappened)
  const closing = lastClosed(world)?.closed?.mark.happened.from
  const announced = marks[0]!.happened.from
  return {
    status: 'between-rounds',
    since: closing === undefined ? announced : later(announced, closing),
    by: unique(marks.flatMap(({ doers }) => doers)),
    marks,
    rounds: [...plans.map(({ round }) => round.id), ...(closing === undefined ? [] : [lastClosed(world)!.round.id])],
    plans,
  }
}

const deadlockCalled: Rule = ({ state }, world) => {
  const standing = [...state.deadlocks.calls.values()]
    .filter(({ called, lifted }) => called !== undefined && lifted === undefined)
    .flatMap(({ called }) => called!.mark.doers.map((author) => ({ author, mark: called!.mark, track: trackOfCall(state, called!.act) })))
    .filter(({ author, mark, track }) => !lapsed(state, world, { author, mark, track }))
    .sort((one, other) => byHappened(one.mark, other.mark))
  if (standing.length === 0) return undefined
  const by = unique(standing.map(({ author }) => author))
  const marks = unique(by.map((author) => standing.find((call) => call.author === author)!.mark))
  return {
    status: 'deadlock-called',
    since: marks[0]!.happened.from,
    by,
    marks,
    rounds: unique(marks.flatMap((mark) => roundsOfCall(state, world, mark))),
  }
}

/** The round that a call is about: the one it names, else the one that closed last on its track. */
const roundsOfCall = (state: Readonly<State>, world: World, { hash }: Mark): readonly EntryHash[] => {
  const call = state.deadlocks.calls.get(hash)!.called!.act
  if (call.round !== undefined) return [call.round]
  const last = lastClosed({
    ...world,
    rounds: world.rounds.filter(({ track }) => call.track === undefined || linkedTracks(state, call.track, track)),
  })
  return last === undefined ? [] : [last.round.id]
}

/** The track of a call: its own, else that of the round it names; undefined: the whole process. */
const trackOfCall = (
  state: Readonly<State>,
  { track, round }: { readonly track?: string | undefined; readonly round?: EntryHash | undefined },
) => {
  if (track !== undefined || round === undefined) return track
  const called = state.rounds.get(round)
  return [...(called?.opened.values() ?? []), ...(called?.scheduled.values() ?? [])].find(({ act }) => act.track !== undefined)?.act.track
}

/** A call lapses for an author who takes part in a later round on its track or on one linked. */
const lapsed = (
  state: Readonly<State>,
  world: World,
  call: { readonly author: BodyId; readonly mark: Mark; readonly track: string | undefined },
): boolean =>
  world.rounds.some(
    ({ opened, track }) =>
      opened !== undefined &&
      byHappened(opened.mark, call.mark) > 0 &&
      opened.act.takesPart.includes(call.author) &&
      (call.track === undefined || linkedTracks(state, call.track, track)),
  )

/** The moment from which `no-result` holds if nothing comes: the grace period after the closing, or after a plan that came to nothing. */
export const graceEnds = ({ state, happened }: Seen, world: World): Instant | undefined => {
  const last = lastClosed(world)
  const days = state.process.grounds?.graceDays
  if (last === undefined || days === undefined || openIssues(state).length === 0) return undefined
  if (last.closed!.act.outcome !== 'no-result' && last.closed!.act.outcome !== 'broken-off') return undefined
  const closing = last.closed!.mark.happened.from
  return daysLater(endsOfPlans(world, happened).reduce(later, closing), days)
}

const noResult: Rule = (seen, world) => {
  const ends = graceEnds(seen, world)
  if (ends === undefined || ends > seen.happened || planned(world, seen.happened).length > 0) return undefined
  const { round, closed } = lastClosed(world)!
  return { status: 'no-result', since: closed!.mark.happened.from, by: closed!.mark.doers, marks: [closed!.mark], rounds: [round.id] }
}

/** Acts that change a position, a bracket or a form. Schedules do not count. */
const CHANGES = new Set(['position', 'commitment', 'communique', 'instrument'])

const quiet: Rule = ({ state, happened }) => {
  const days = state.process.grounds?.quietDays
  if (days === undefined || openIssues(state).length === 0) return undefined
  let last: Mark | undefined
  for (const { mark, act } of state.filed.values()) {
    if (typeof act !== 'string' && CHANGES.has(mark.type.split('.')[0]!) && (last === undefined || byHappened(last, mark) < 0)) last = mark
  }
  const since = last?.happened.from ?? state.process.opened?.mark.happened.from
  if (since === undefined || daysLater(since, days) > happened) return undefined
  return { status: 'quiet', since, by: [], marks: last === undefined ? [] : [last], rounds: [] }
}

/** Otherwise. Since the end of whatever stood before, else since what was searched begins, else since the opening. */
const open: Rule = ({ state, happened }, world) => {
  const span = coverage(state).findLast(({ from, until }) => from <= happened && happened <= until)
  const ends = [
    span?.from ?? state.process.opened?.mark.happened.from,
    ...world.rounds.map(({ closed }) => closed?.mark.happened.from),
    ...endsOfPlans(world, happened),
    ...[...state.deadlocks.calls.values()].map(({ lifted }) => lifted?.happened.from),
    ...[...state.bodies.values()].flatMap(({ steps }) =>
      steps.filter(({ verb }) => verb === 'returned').map(({ mark }) => mark.happened.from),
    ),
    ...state.process.steps.filter(({ verb }) => verb === 'resumed').map(({ mark }) => mark.happened.from),
  ].filter((end) => end !== undefined)
  const last = lastClosed(world)
  return {
    status: 'open',
    since: ends.length === 0 ? null : ends.reduce(later),
    by: [],
    marks: last === undefined ? (state.process.opened === undefined ? [] : [state.process.opened.mark]) : [last.closed!.mark],
    rounds: last === undefined ? [] : [last.round.id],
  }
}

const table: readonly Rule[] = [notKnown, closedOrSuspended, inRound, partyAbsent, betweenRounds, deadlockCalled, noResult, quiet]

/** The row that holds, and the rows before it that hold by some accounts and not by others. */
export type Found = { readonly row: Row; readonly world: World; readonly disputed: readonly Disputed[] }
export type Disputed = {
  readonly status: TalksStatus
  readonly holds: readonly World[]
  readonly fails: readonly World[]
  readonly row: Row
}

/** The table of 4-acts, *Standing*: the first row that holds under every account. `open` where none does. */
export const firstThatHolds = (seen: Seen, all: readonly World[]): Found => {
  const disputed: Disputed[] = []
  for (const rule of table) {
    const found = all.map((world) => ({ world, row: rule(seen, world) }))
    const holding = found.filter(({ row }) => row !== undefined)
    if (holding.length === all.length) return { row: holding[0]!.row!, world: holding[0]!.world, disputed }
    if (holding.length > 0) {
      const fails = found.filter(({ row }) => row === undefined).map(({ world }) => world)
      disputed.push({ status: holding[0]!.row!.status, holds: holding.map(({ world }) => world), fails, row: holding[0]!.row! })
    }
  }
  return { row: open(seen, all[0]!)!, world: all[0]!, disputed }
}

const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)]
