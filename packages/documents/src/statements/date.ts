import type { SaidWhen } from './suggestion.ts'
import type { Token } from './token.ts'

const DAY = 86_400_000
const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')

/** A day of the Gregorian calendar as the number of days since 1970-01-01, which is easy to count from. */
export type DayNumber = number

/** The day, or undefined where there is none such (31 February). Years 1000 to 2999. */
export const dayNumber = (year: number, month: number, day: number): DayNumber | undefined => {
  const moment = new Date(Date.UTC(year, month - 1, day))
  const real = year >= 1000 && year < 3000 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return real ? moment.getTime() / DAY : undefined
}

/** A whole day in UTC: the source names no zone. (11-fine-print, *Time*) */
export const whenOf = (day: DayNumber, as: string): SaidWhen => ({
  from: new Date(day * DAY).toISOString(),
  until: new Date((day + 1) * DAY).toISOString(),
  as,
})

/** A day found among words: which, in which words, and whether it names its year itself or counts from the document's day. */
export type FoundDay = {
  readonly day: DayNumber
  readonly as: string
  readonly from: number
  readonly to: number
  readonly relative: boolean
}

const numeral = (token: Token | undefined): number => Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token?.lower ?? '')?.[1] ?? Number.NaN)
const yearOf = (token: Token | undefined): number => Number(/^[12]\d{3}$/.exec(token?.text ?? '')?.[0] ?? Number.NaN)
const monthOf = (token: Token | undefined): number => {
  const at =
    token?.capital === true
      ? MONTHS.findIndex((month) => month === token.lower || (token.lower.length === 3 && month.startsWith(token.lower)))
      : -1
  return at < 0 ? Number.NaN : at + 1
}

/**
 * Days named among the tokens from `from` to `to`. Without a document's day only a full date is one: a day is never invented.
 * A weekday is the last one up to the document's day; a month and day without a year the last one too.
 */
export const daysAmong = (
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  today: DayNumber | undefined,
): FoundDay[] => {
  const found: FoundDay[] = []
  for (let at = from; at < to; at += 1) {
    const day = written(tokens, at, today) ?? (today === undefined ? undefined : relative(tokens, at, today))
    if (day !== undefined && day.to <= to) {
      found.push(day)
      at = day.to - 1
    }
  }
  return found
}

/** `7 November 2025`, `November 7, 2025`, `10th January`, `2025-11-07`. */
const written = (tokens: readonly Token[], at: number, today: DayNumber | undefined): FoundDay | undefined => {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(tokens[at]!.text)
  if (iso !== null) return named(tokens, { at, to: at + 1, relative: false }, dayNumber(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  const dayFirst = !Number.isNaN(numeral(tokens[at])) && !Number.isNaN(monthOf(tokens[at + 1]))
  const monthFirst = !Number.isNaN(monthOf(tokens[at])) && !Number.isNaN(numeral(tokens[at + 1]))
  if (!dayFirst && !monthFirst) return undefined
  const [day, month] = dayFirst ? [numeral(tokens[at]), monthOf(tokens[at + 1])] : [numeral(tokens[at + 1]), monthOf(tokens[at])]
  const comma = tokens[at + 2]?.text === ',' ? 1 : 0
  const year = yearOf(tokens[at + 2 + comma])
  if (!Number.isNaN(year)) return named(tokens, { at, to: at + 3 + comma, relative: false }, dayNumber(year, month, day))
  if (today === undefined) return undefined
  const thisYear = new Date(today * DAY).getUTCFullYear()
  const here = dayNumber(thisYear, month, day)
  return named(tokens, { at, to: at + 2, relative: true }, here !== undefined && here > today ? dayNumber(thisYear - 1, month, day) : here)
}

/** Counted from the document's own day. */
const relative = (tokens: readonly Token[], at: number, today: DayNumber): FoundDay | undefined => {
  const { lower, capital } = tokens[at]!
  const next = tokens[at + 1]?.lower ?? ''
  const pair = `${lower} ${next}`
  if (lower === 'today' || lower === 'tonight') return named(tokens, { at, to: at + 1, relative: true }, today)
  if (pair === 'this morning' || pair === 'this afternoon' || pair === 'this evening')
    return named(tokens, { at, to: at + 2, relative: true }, today)
  if (lower === 'yesterday') return named(tokens, { at, to: at + 1, relative: true }, today - 1)
  if (pair === 'last night' || pair === 'last evening') return named(tokens, { at, to: at + 2, relative: true }, today - 1)
  const weekday = capital ? WEEKDAYS.indexOf(lower.replace(/'s$/, '')) : -1
  // `next Monday`, `Thursday of next week` lie ahead: nothing was said on them yet.
  if (weekday < 0 || tokens[at - 1]?.lower === 'next' || (next === 'of' && tokens[at + 2]?.lower === 'next')) return undefined
  const back = modulo(today + 4 - weekday, 7)
  return named(tokens, { at, to: at + 1, relative: true }, today - back)
}

/** Days before 1970 are negative; the remainder here never is. */
const modulo = (value: number, by: number): number => ((value % by) + by) % by

const named = (
  tokens: readonly Token[],
  { at, to, relative: counted }: { at: number; to: number; relative: boolean },
  day: DayNumber | undefined,
): FoundDay | undefined =>
  day === undefined
    ? undefined
    : {
        day,
        as: tokens
          .slice(at, to)
          .map(({ text }) => text)
          .join(' ')
          .replaceAll(' ,', ','),
        from: at,
        to,
        relative: counted,
      }
