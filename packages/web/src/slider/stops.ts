import type { LifeMark } from '../process/seen.ts'
import { endOfDay } from '../time/day.ts'

const DAY = 86_400_000
/** A life shorter than this has its events by the hour: the thumb then stops after each event, not after each day. */
const BY_HOURS_UNTIL = 7 * DAY

/** The whole life of a process on a line: where it begins and ends, where the thumb stops. Instants; a stop is an `at`, so that what began before it has happened. */
/** `edge`: where the line ends: `until`, or beyond it where something is planned later, never so far that the life takes less than half of the line. */
export type Life = {
  readonly from: string
  readonly until: string
  readonly edge: string
  readonly stops: readonly string[]
  readonly byDay: boolean
}

const endOfItsDay = (instant: string): string => endOfDay(instant.slice(0, 10))
const justAfter = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString()

/**
 * The line of a life. `opened` and `end` frame it: its first instant known, and the last that can be asked for (now, or where the sources
 * end). An event of a day is seen from the end of that day on.
 */
export const lifeOf = (marks: readonly LifeMark[], frame: { readonly opened: string; readonly end: string }): Life => {
  const seen = marks.flatMap((mark) => [mark.at, ...(mark.until === null ? [] : [mark.until])]).filter((instant) => instant <= frame.end)
  const first = seen.reduce((earliest, instant) => (instant < earliest ? instant : earliest), frame.opened)
  const long = Date.parse(frame.end) - Date.parse(first) > BY_HOURS_UNTIL
  const stopOf = long ? endOfItsDay : justAfter
  const stops = new Set<string>()
  for (const mark of marks) {
    stops.add(stopOf(mark.at))
    // a round's end is exclusive: it is over at that instant, and its last day is the one before
    if (mark.until !== null) stops.add(long ? endOfItsDay(new Date(Date.parse(mark.until) - 1).toISOString()) : justAfter(mark.until))
  }
  stops.add(frame.end)
  const from = long ? `${first.slice(0, 10)}T00:00:00.000Z` : first
  const latest = marks.reduce((last, mark) => ((mark.until ?? mark.at) > last ? (mark.until ?? mark.at) : last), frame.end)
  const farthest = new Date(2 * Date.parse(frame.end) - Date.parse(from)).toISOString()
  return {
    from,
    until: frame.end,
    edge: latest < farthest ? latest : farthest,
    stops: [...stops].filter((stop) => stop > from && stop <= frame.end).sort(),
    byDay: long,
  }
}

/** The stop before or after an instant; the instant itself where there is none. */
export const stepFrom = (life: Life, at: string, direction: 1 | -1): string =>
  (direction === 1 ? life.stops.find((stop) => stop > at) : life.stops.findLast((stop) => stop < at)) ?? at

/** Where on the line an instant lies, 0 to 1. */
export const placeOf = (life: Life, instant: string): number => {
  const [from, until] = [Date.parse(life.from), Date.parse(life.edge)]
  return until <= from ? 1 : Math.min(1, Math.max(0, (Date.parse(instant) - from) / (until - from)))
}

/** The instant under a pointer: the end of the nearest day, or the nearest stop where the life is short. */
export const instantUnder = (life: Life, place: number): string => {
  const [from, until] = [Date.parse(life.from), Date.parse(life.edge)]
  const time = from + Math.min(1, Math.max(0, place)) * (until - from)
  if (life.byDay) {
    const snapped = new Date(Math.max(from + DAY, Math.round(time / DAY) * DAY)).toISOString()
    return snapped > life.until ? life.until : snapped
  }
  return life.stops.reduce(
    (best, stop) => (Math.abs(Date.parse(stop) - time) < Math.abs(Date.parse(best) - time) ? stop : best),
    life.until,
  )
}
