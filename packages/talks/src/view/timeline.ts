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
import { claimPairs } from './pairs.ts'
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

/** Page *timeline*: lanes in fixed order, the same columns for every party. */
export const timeline = (acts: readonly Opened[], asking: Asking): Result<Timeline, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const parties = partiesInOrder(seen.value.state)
  const lanes = lanesOf(seen.value, parties)
  return accept({
    process: processOf(seen.value),
    ...spanOf(seen.value),
    rounds: roundsOf(seen.value),
    third: lanes.get(undefined) ?? [],
    parties: Object.fromEntries(parties.map((party) => [party, lanes.get(party) ?? []])),
    incidents: incidents(seen.value),
    commitments: duties(seen.value),
    pairs: claimPairs(seen.value),
  })
}

/** Each act once in the lane of every party whose it is, else in the lane of third parties. */
const lanesOf = (seen: Seen, parties: readonly BodyId[]): ReadonlyMap<BodyId | undefined, readonly TimelineEvent[]> => {
  const lanes = new Map<BodyId | undefined, TimelineEvent[]>()
  const events = [...seen.state.filed.values()]
    .filter(({ act, mark }) => typeof act !== 'string' && STANDS(mark.type))
    .sort((one, other) => byHappened(one.mark, other.mark))
  for (const filed of events) {
    const whose = whoseOf(filed)
    const theirs = whose.filter((body) => parties.includes(body))
    for (const lane of theirs.length === 0 ? [undefined] : theirs) {
      const lanesOwn = lanes.get(lane) ?? []
      lanesOwn.push(eventOf(seen, filed, lane ?? whose[0] ?? null))
      lanes.set(lane, lanesOwn)
    }
  }
  return lanes
}

/** Whose an act is: a statement's speaker, else its doers. */
const whoseOf = ({ act, mark }: Filed): readonly BodyId[] => {
  if (mark.type !== 'statement.recorded' || typeof act === 'string') return mark.doers
  const body = (act.open as StatementRecorded).speaker.body
  return body === undefined ? [] : [body]
}

const eventOf = (seen: Seen, filed: Filed, body: BodyId | null): TimelineEvent => ({
  act: actRef(seen, filed.mark),
  when: filed.mark.happened,
  kind: filed.mark.type,
  title: titleOf(seen, filed.mark.hash) ?? {},
  body,
  firmness: firmness(seen, filed),
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

/** Incidents are recorded about somebody: whoever records one, it is *reported* until there is a finding. */
const incidents = (seen: Seen): readonly TimelineEvent[] =>
  [...seen.state.incidents.values()]
    .filter(({ mergedInto }) => mergedInto === undefined)
    .flatMap(({ id }) => {
      const filed = seen.state.filed.get(id)
      return filed === undefined ? [] : [{ ...eventOf(seen, filed, null), firmness: 'reported' as const }]
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
