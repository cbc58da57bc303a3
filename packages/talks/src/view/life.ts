import type { Seen } from '../asking.ts'
import { kindOf } from '../catalogue.ts'
import type { Opened } from '../kind.ts'
import { ofRound } from '../round.ts'
import { lastClosing, firstOpening } from './rounds.ts'
import { titleOf } from './title.ts'
import type { LifeMark } from './types.ts'

/** Acts that are events of a process's life, for the slider. What was said, and what was tabled, are not. */
const EVENTS = new Set([
  'incident.opened',
  'incident.self-reported',
  'deadlock.called',
  'deadlock.lifted',
  'communique.issued',
  'instrument.reported',
  'paper.handed-over',
  'measure.announced',
  'measure.taken',
  'measure.ended',
  'process.suspended',
  'process.resumed',
  'process.closed',
  'body.left',
  'body.returned',
])

/** Whether an act is needed to know a process's life: its events, its rounds, and what frames them. */
export const isOfLife = ({ mark }: Opened): boolean =>
  EVENTS.has(mark.type) || mark.type.startsWith('round.') || kindOf(mark.type)?.framesTime === true

/** The whole life of a process: a bar per round, a point per event; of several accounts of one thing the first. Of a state folded over everything known. */
export const lifeOf = (whole: Seen): readonly LifeMark[] => {
  const rounds = [...whole.state.rounds.values()].flatMap((round): readonly LifeMark[] => {
    const from = firstOpening(round)
    const plan = [...round.plans.values()].at(-1)
    const at = from?.happened.from ?? plan?.act.planned.from
    if (at === undefined) return []
    const until = from === undefined ? plan!.act.planned.until : (lastClosing(round)?.happened.until ?? null)
    return [{ at, until, kind: 'round', label: ofRound(round, 'place') ?? null, act: round.id }]
  })
  const events = [...whole.state.filed.values()]
    .filter(({ mark, act, names }) => EVENTS.has(mark.type) && typeof act !== 'string' && names === mark.hash)
    .map(({ mark }): LifeMark => ({ at: mark.happened.from, until: null, kind: 'event', label: titleOf(whole, mark.hash), act: mark.hash }))
  return [...rounds, ...events].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.act < other.act ? -1 : 1))
}
