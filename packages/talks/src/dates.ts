import type { Instant } from '@paraph/record'
import type { Span } from './kind.ts'
import { daysLater } from './time.ts'

const DAY_BEGINS = 'T00:00:00.000Z'

/** Urdu with Latin digits, as its newspapers print dates; English with the day first. Other languages as Intl gives them. */
const localeOf = (language: string): string => {
  const primary = language.split('-')[0]
  return primary === 'ur' ? 'ur-PK-u-nu-latn' : primary === 'en' ? 'en-GB' : language
}

// Intl formatters are dear to make and hold no state.
const formatters = new Map<string, Intl.DateTimeFormat>()
const formatter = (language: string, withTime: boolean): Intl.DateTimeFormat => {
  const key = `${language} ${withTime}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const date = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const
  const made = new Intl.DateTimeFormat(localeOf(language), withTime ? { ...date, hour: '2-digit', minute: '2-digit', hour12: false } : date)
  formatters.set(key, made)
  return made
}

const day = (at: Instant, language: string): string => formatter(language, false).format(new Date(at))
const wholeDay = (at: Instant): boolean => at.endsWith(DAY_BEGINS)

/**
 * A time in words, UTC. A span of whole days is said by its days, a moment by day and time; a moment at midnight that ends a span or a query is
 * the end of the day before it (`end: true`). Nothing is said more exactly than it is given.
 */
export const dateWords = (time: Instant | Span, language: string, { end = false }: { readonly end?: boolean } = {}): string => {
  if (typeof time === 'string') {
    if (wholeDay(time)) return day(end ? daysLater(time, -1) : time, language)
    return `${formatter(language, true).format(new Date(time))} UTC`
  }
  if (!wholeDay(time.from) || !wholeDay(time.until))
    return time.until <= time.from ? dateWords(time.from, language) : between(time, language)
  const last = daysLater(time.until, -1)
  return last <= time.from ? day(time.from, language) : formatter(language, false).formatRange(new Date(time.from), new Date(last))
}

/** A span with hours: its moment where it is at most a minute long, else its day or days. */
const between = ({ from, until }: Span, language: string): string => {
  if (Date.parse(until) - Date.parse(from) <= 60_000) return dateWords(from, language)
  const last = new Date(Date.parse(until) - 1).toISOString() as Instant
  return from.slice(0, 10) === last.slice(0, 10)
    ? day(from, language)
    : formatter(language, false).formatRange(new Date(from), new Date(last))
}

const FIRST_STRONG = '\u2068'
const POP = '\u2069'
/** Words of unknown direction, isolated from the sentence around them (Unicode UAX 9, FSI and PDI). */
export const isolated = (words: string): string => `${FIRST_STRONG}${words}${POP}`

const lists = new Map<string, Intl.ListFormat>()
/** Several names as the language lists them, each isolated. */
export const listWords = (names: readonly string[], language: string): string => {
  const known = lists.get(language) ?? new Intl.ListFormat(localeOf(language), { type: 'conjunction' })
  lists.set(language, known)
  return known.format(names.map(isolated))
}
