import { accept, type BodyId, type EntryHash, type Instant, type Result } from '@paraph/record'
import type { Asking, Seen } from '../asking.ts'
import { actRef } from '../duties.ts'
import type { Filed } from '../filed.ts'
import type { Opened } from '../kind.ts'
import { partiesInOrder } from '../order.ts'
import { coverage } from '../process.ts'
import type { TalksCode } from '../refusal.ts'
import type { StatementRecorded } from '../statement.ts'
import { byHappened } from '../time.ts'
import { firmnessOfMark } from './matrix.ts'
import { limited, pageOf } from './page.ts'
import { claimsOfLastDay } from './pairs.ts'
import { processOf, seeFounded } from './process.ts'
import { roundsOf } from './rounds.ts'
import { sayingOf } from './saying.ts'
import { titleOf } from './title.ts'
import type { Timeline, TimelineEvent } from './types.ts'

/** Nouns that stand in the lane of whose act or words they are. Rounds, incidents and commitments have lanes of their own. */
const LANES = new Set(['statement', 'position', 'paper', 'communique', 'deadlock', 'instrument', 'measure', 'assurance', 'body', 'issue'])
/** Of statements only the words themselves are events; what is done to them later is shown at them. */
const STANDS = (type: string): boolean =>
  LANES.has(type.split('.')[0]!) && type !== 'body.joined' && (!type.startsWith('statement.') || type === 'statement.recorded')

/** Events of one answer at most. */
export const EVENTS_LIMIT = 250

/** Which events: those from `first` on, or the last of those that began before `until`; without either the last of all. */
export type AskingTimeline = Asking & {
  readonly first?: number | undefined
  readonly until?: Instant | undefined
  readonly limit?: number | undefined
}

/** Page *timeline*: lanes in fixed order, the same columns for every party. Of its events a page at a time. */
export const timeline = (acts: readonly Opened[], asking: AskingTimeline): Result<Timeline, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const parties = partiesInOrder(seen.value.state)
  const { page, shown } = eventsOf(placedOf(seen.value, parties), asking)
  const lane = (wanted: Lane) => shown.filter(({ lane }) => lane === wanted).map((placed) => eventOf(seen.value, placed))
  return accept({
    process: processOf(seen.value),
    ...spanOf(seen.value),
    rounds: roundsOf(seen.value),
    page,
    third: lane(THIRD),
    parties: Object.fromEntries(parties.map((party) => [party, lane(party)])),
    incidents: lane(INCIDENTS),
    commitments: duties(seen.value),
    pairs: claimsOfLastDay(seen.value),
  })
}

const eventsOf = (placed: readonly Placed[], { first, until, limit }: AskingTimeline) => {
  const most = limited(limit, EVENTS_LIMIT)
  const end = until === undefined ? placed.length : placed.filter(({ filed }) => filed.mark.happened.from < until).length
  return pageOf(placed, first === undefined ? { first: end - most, limit: Math.min(most, end) } : { first, limit: most })
}

/** A party's lane, or the one of third parties, or the one of incidents, which no token of a body can be. */
type Lane = BodyId | typeof THIRD | typeof INCIDENTS
const THIRD = '.third'
const INCIDENTS = '.incidents'
type Placed = { readonly filed: Filed; readonly lane: Lane; readonly body: BodyId | null }

/** Everything that stands in a lane, in the order of (from, index): an act in the lane of every party whose it is, else in that of third parties. */
const placedOf = (seen: Seen, parties: readonly BodyId[]): readonly Placed[] => {
  const acts = [...seen.state.filed.values()].filter(({ act, mark }) => typeof act !== 'string' && STANDS(mark.type))
  const placed = acts.flatMap((filed): readonly Placed[] => {
    const whose = whoseOf(filed)
    const theirs = whose.filter((body) => parties.includes(body))
    return theirs.length === 0 ? [{ filed, lane: THIRD, body: whose[0] ?? null }] : theirs.map((body) => ({ filed, lane: body, body }))
  })
  return [...placed, ...incidents(seen)].sort((one, other) => byHappened(one.filed.mark, other.filed.mark))
}

/** Whose an act is: a statement's speaker, else its doers. */
const whoseOf = ({ act, mark }: Filed): readonly BodyId[] => {
  if (mark.type !== 'statement.recorded' || typeof act === 'string') return mark.doers
  const body = (act.open as StatementRecorded).speaker.body
  return body === undefined ? [] : [body]
}

const eventOf = (seen: Seen, { filed, lane, body }: Placed): TimelineEvent => ({
  act: actRef(seen, filed.mark),
  when: filed.mark.happened,
  kind: filed.mark.type,
  title: titleOf(seen, filed.mark.hash) ?? {},
  body,
  // Incidents are recorded about somebody: whoever records one, it is *reported* until there is a finding.
  firmness: lane === INCIDENTS ? 'reported' : firmness(seen, filed),
  sources: sourcesOf(filed),
})

const firmness = (seen: Seen, { mark }: Filed): TimelineEvent['firmness'] => {
  const statement = mark.type === 'statement.recorded' ? seen.state.statements.all.get(mark.hash) : undefined
  if (statement !== undefined) return actRef(seen, mark).own ? 'own' : (sayingOf(seen, statement)?.firmness ?? 'reported')
  return mark.ground === undefined ? 'own' : firmnessOfMark(seen, mark)
}

const sourcesOf = ({ act, mark }: Filed): readonly EntryHash[] => {
  const own = typeof act === 'string' ? undefined : (act.open as { readonly sources?: readonly EntryHash[] }).sources
  return own ?? (mark.ground === undefined ? [] : [mark.ground.source])
}

const incidents = ({ state }: Seen): readonly Placed[] =>
  [...state.incidents.values()]
    .filter(({ mergedInto }) => mergedInto === undefined)
    .flatMap(({ id }) => {
      const filed = state.filed.get(id)
      return filed === undefined ? [] : [{ filed, lane: INCIDENTS, body: null }]
    })

const duties = (seen: Seen): Timeline['commitments'] =>
  [...seen.state.commitments.values()].flatMap(({ id, recorded, extended, retired }) =>
    recorded === undefined
      ? []
      : [
          {
            id,
            title: recorded.act.title,
            from: recorded.mark.happened.from,
            until: retired?.mark.happened.from ?? (extended.at(-1)?.act.ends ?? recorded.act.ends)?.at?.until ?? null,
            act: actRef(seen, recorded.mark),
          },
        ],
  )

/** From the first that was searched or happened to the moment asked for. */
const spanOf = ({ state, happened }: Seen): { readonly from: Instant; readonly until: Instant } => {
  const starts = [
    coverage(state)[0]?.from,
    ...[...state.filed.values()].filter(({ mark }) => mark.timed).map(({ mark }) => mark.happened.from),
  ]
  const opened = state.process.opened!.mark.happened.from
  const from = starts.reduce<Instant>(
    (first, start) => (start !== undefined && start < first ? start : first),
    opened < happened ? opened : happened,
  )
  return { from, until: coverage(state).at(-1)?.until ?? happened }
}
