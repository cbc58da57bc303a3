import { accept, type Instant, INSTANT, type Result, refuse } from '@paraph/record'
import type { Mark, Span } from './kind.ts'
import { isRealMoment } from './shapes.ts'

const DAY = 86_400_000

/** `when` as an instant, moved by whole days (24 hours, UTC). */
export const daysLater = (when: Instant, days: number): Instant => new Date(Date.parse(when) + days * DAY).toISOString() as Instant

export const later = (one: Instant, other: Instant): Instant => (one < other ? other : one)

/** Order of acts on the axis *happened*: (from, index). (11-fine-print, *Time*) */
export const byHappened = (one: Mark, other: Mark): number =>
  one.happened.from < other.happened.from ? -1 : one.happened.from > other.happened.from ? 1 : one.index - other.index

/** Whether `span` has passed at `at`. */
export const passed = (span: Span, at: Instant): boolean => span.until <= at

/** An instant in full, and a real one: Date takes 31 February for 3 March. */
const real = (text: string): boolean => INSTANT.test(text) && isRealMoment(text)

/**
 * A query's time: an instant (`2025-11-10T12:00:00.000Z`, with or without milliseconds, always UTC), or a date (`2025-11-10`), which means its end, 24:00 UTC.
 * Anything else is refused `not-a-time`.
 */
export const parseQueryTime = (text: string): Result<Instant, 'not-a-time'> => {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const start = `${text}T00:00:00.000Z`
    return real(start) ? accept(daysLater(start as Instant, 1)) : refuse('not-a-time', { given: text })
  }
  const full = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(text)
    ? text.replace('Z', ':00.000Z')
    : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)
      ? text.replace('Z', '.000Z')
      : text
  return real(full) ? accept(full as Instant) : refuse('not-a-time', { given: text.slice(0, 40) })
}
