import type { Timeline, TimelineEvent } from '../process/seen.ts'
import type { Window } from './window.ts'

/** Events asked for at once, and drawn as boxes at most: more of one window are a list, or a closer zoom. The contract allows no more. */
export const EVENTS_PAGE = 250

/** The events that an answer holds, of all lanes, in the order of (from, index). */
export const eventsOf = (timeline: Timeline): readonly TimelineEvent[] =>
  [...timeline.third, ...Object.values(timeline.parties).flat(), ...timeline.incidents].sort((one, other) =>
    one.when.from < other.when.from ? -1 : one.when.from > other.when.from ? 1 : one.act.index - other.act.index,
  )

/** Whether an answer holds the last events before an instant: those that would be asked for by it. */
export const isLastBefore = (timeline: Timeline, instant: string): boolean => {
  const last = eventsOf(timeline).at(-1)
  return timeline.page.next === null && (last === undefined || last.when.from < instant)
}

/** Whether no event before those that an answer holds lies in the window: it begins with the first of all, or with one before the window. */
export const holds = (timeline: Timeline, window: Window): boolean => {
  const [first] = eventsOf(timeline)
  return timeline.page.first === 0 || (first !== undefined && Date.parse(first.when.from) < window.from)
}
