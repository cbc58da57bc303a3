import type { Seen } from '../asking.ts'
import { actRef } from '../duties.ts'
import type { Mark } from '../kind.ts'
import { ofRound, type Round, trackOfRound } from '../round.ts'
import { byHappened } from '../time.ts'
import { trackMediators } from '../track.ts'
import type { Timeline } from './types.ts'

/** The earliest account of a round's opening. */
export const firstOpening = ({ opened }: Round): Mark | undefined => [...opened.values()].map(({ mark }) => mark).sort(byHappened)[0]
/** The latest account of its closing. */
export const lastClosing = ({ closed }: Round): Mark | undefined =>
  [...closed.values()]
    .map(({ mark }) => mark)
    .sort(byHappened)
    .at(-1)

/** Rounds in the order of time, with every account's acts; an outcome only where every account that knows one gives the same. */
export const roundsOf = (seen: Seen): Timeline['rounds'] =>
  [...seen.state.rounds.values()]
    .filter(({ opened, plans }) => opened.size > 0 || plans.size > 0)
    .map((round) => {
      const plan = [...round.plans.values()].at(-1)?.act.planned ?? null
      const opening = firstOpening(round)
      return {
        id: round.id,
        place: ofRound(round, 'place') ?? null,
        numbers: numbers(round),
        from: opening?.happened.from ?? plan!.from,
        until: opening === undefined ? null : (lastClosing(round)?.happened.until ?? null),
        scheduled: plan,
        outcome: outcome(round),
        mediators: ofRound(round, 'mediators') ?? trackMediators(seen.state, trackOfRound(round)),
        acts: round.entries.map((mark) => actRef(seen, mark)),
      }
    })
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.id < other.id ? -1 : 1))

/** A round's number as each side counts it; the same counting said twice stands once. */
const numbers = (round: Round): Timeline['rounds'][number]['numbers'] => {
  const all = [...round.opened.values(), ...round.scheduled.values()].flatMap(({ act }) => act.number ?? [])
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

const outcome = (round: Round): string | null => {
  const said = new Set([...round.closed.values()].map(({ act }) => act.outcome).filter((one) => one !== 'not-known'))
  if (said.size === 1) return [...said][0]!
  return said.size === 0 ? (round.closed.size === 0 ? null : 'not-known') : 'disputed'
}
