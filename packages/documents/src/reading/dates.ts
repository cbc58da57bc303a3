import type { HowDated, Published } from './reading.ts'

/** A span of UTC, half-open, in ms. */
type Span = { readonly from: number; readonly until: number }
const [SECOND, MINUTE, DAY] = [1_000, 60_000, 86_400_000]
/** Dates before and after are taken for numbers of another kind. */
const [EARLIEST, LATEST] = [1400, 2200]

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const MONTH = `(${MONTHS.map((name) => (name === 'may' ? 'may' : `${name.slice(0, 3)}(?:${name.slice(3)}${name === 'september' ? '|t' : ''})?\\.?`)).join('|')})`
const IN_WORDS = new RegExp(
  `\\b(?:${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})|(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4}))\\b`,
  'gi',
)
const IN_NUMBERS = /\b(\d{4})-(\d{2})-(\d{2})\b/g
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

const published = ({ from, until }: Span, as: string, how: HowDated): Published => ({
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
  as: as.slice(0, 300),
  how,
})

const dayOf = (year: number, month: number, day: number): Span | undefined => {
  const from = Date.UTC(year, month - 1, day)
  const real = new Date(from)
  const exists = real.getUTCFullYear() === year && real.getUTCMonth() === month - 1 && real.getUTCDate() === day
  return exists && year >= EARLIEST && year <= LATEST ? { from, until: from + DAY } : undefined
}

/** A date in a field of a page (ISO 8601) or of a letter (RFC 5322). A time without zone is its day, for its place in the day is not known. */
export const printedIn = (field: string | undefined): Published | undefined => {
  const as = field?.trim() ?? ''
  const [, year, month, day, hour, minute, second, zone] = MOMENT.exec(as) ?? []
  if (year !== undefined) {
    const whole = dayOf(Number(year), Number(month), Number(day))
    if (whole === undefined) return undefined
    if (hour === undefined || zone === undefined) return published(whole, as, 'printed')
    const from = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${zoneOf(zone)}`)
    return Number.isNaN(from) ? undefined : published({ from, until: from + (second === undefined ? MINUTE : SECOND) }, as, 'printed')
  }
  const first = datesIn(as)[0]
  if (first === undefined) return undefined
  const letter = /\d{2}:\d{2}(:\d{2})?\s+(?:[+-]\d{4}|GMT|UTC?|Z)\b/.exec(as)
  const from = letter === null ? Number.NaN : Date.parse(as)
  return Number.isNaN(from)
    ? published(first.span, as, 'printed')
    : published({ from, until: from + (letter![1] === undefined ? MINUTE : SECOND) }, as, 'printed')
}

const zoneOf = (zone: string): string =>
  zone.toUpperCase() === 'Z' ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`

/** The day that an address carries: `/2025/11/07/`, `/2025-11-07-`, `20251107` as a part of its own. */
export const datedInAddress = (address: string | undefined): Published | undefined => {
  const path = address === undefined ? '' : address.replace(/^[a-z]+:\/\/[^/]*/i, '')
  const found =
    /(?:^|[/_-])(\d{4})([/_-])(\d{1,2})\2(\d{1,2})(?=[/_.?#-]|$)/.exec(path) ??
    /(?:^|[/_-])(\d{4})()(\d{2})(\d{2})(?=[/_.?#-]|$)/.exec(path)
  if (found === null) return undefined
  const [, year, , month, day] = found
  const span = dayOf(Number(year), Number(month), Number(day))
  return span === undefined ? undefined : published(span, found[0].replace(/^[/_-]/, ''), 'in-address')
}

type Found = { readonly span: Span; readonly as: string; readonly at: number }

/** Whole dates in a text, in order: `7 November 2025`, `Nov. 7, 2025`, `2025-11-07`. Dates of numbers with the month at an unsaid place are none. */
const datesIn = (text: string): readonly Found[] => {
  const worded = [...text.matchAll(IN_WORDS)].map(
    ({ 0: as, index, 1: monthFirst, 2: dayAfter, 3: year, 4: dayBefore, 5: monthAfter, 6: yearAfter }) => ({
      as,
      at: index,
      span: dayOf(Number(year ?? yearAfter), monthOf(monthFirst ?? monthAfter!), Number(dayAfter ?? dayBefore)),
    }),
  )
  const numbered = [...text.matchAll(IN_NUMBERS)].map(({ 0: as, index, 1: year, 2: month, 3: day }) => ({
    as,
    at: index,
    span: dayOf(Number(year), Number(month), Number(day)),
  }))
  return [...worded, ...numbered].filter((one): one is Found => one.span !== undefined).sort((one, other) => one.at - other.at)
}

const monthOf = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1

/** UTF-16 units at the start of a text in which a date on a short line of its own is the head of the text. */
const HEAD = 600
const SHORT_LINE = 80

/** The date of a text without fields: in its head on a line of its own, else the latest that it names, so that it is not older. */
export const datedInText = (text: string): Published | undefined => {
  const dates = datesIn(text)
  for (const { at, as, span } of dates) {
    if (at > HEAD) break
    const line = text.slice(text.lastIndexOf('\n', at) + 1, (text.indexOf('\n', at) + text.length + 1) % (text.length + 1))
    if (line.trim().length <= SHORT_LINE) return published(span, as, 'printed')
  }
  const latest = dates.reduce<Found | undefined>(
    (late, one) => (late === undefined || one.span.from > late.span.from ? one : late),
    undefined,
  )
  return latest === undefined ? undefined : published(latest.span, latest.as, 'by-content')
}
