import { commaOf, intlOf } from '../language/language.ts'
import type { Span } from '../process/seen.ts'

const DAY = 86_400_000

/** Whether an instant is midnight UTC: then a day is named, not an hour. */
const midnight = (instant: string): boolean => instant.endsWith('T00:00:00.000Z')

/** Whether a span is whole days of UTC, without hours. */
export const wholeDays = (span: Span): boolean => midnight(span.from) && midnight(span.until)

const DATE_ONLY = /^\d{4}-\d\d-\d\d$/

/** `2025-11-10` means the end of that day: 24:00 UTC. */
export const endOfDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00.000Z`) + DAY).toISOString()

/** The date whose end an instant is, or nothing where it is within a day. */
export const dayEnding = (instant: string): string | null =>
  midnight(instant) ? new Date(Date.parse(instant) - DAY).toISOString().slice(0, 10) : null

/** An `at` of the address as an instant: a date (its end) or an instant; nothing where it is neither. */
export const instantOf = (at: string): string | null => {
  if (DATE_ONLY.test(at)) {
    const start = Date.parse(`${at}T00:00:00.000Z`)
    return Number.isNaN(start) ? null : endOfDay(at)
  }
  const moment = Date.parse(at)
  return Number.isNaN(moment) ? null : new Date(moment).toISOString()
}

/** The shortest `at` for an instant: a date where it is the end of one. */
export const atOf = (instant: string): string => dayEnding(instant) ?? instant

export type Length = 'long' | 'short' | 'day' | 'year'
const FIELDS: Readonly<Record<Length, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  year: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
}
const formats = new Map<string, Intl.DateTimeFormat>()
const format = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const name = language + JSON.stringify(options)
  const held = formats.get(name) ?? new Intl.DateTimeFormat(intlOf(language), options)
  formats.set(name, held)
  return held
}

/** A zone that `Intl` takes: a name, or an offset as `+05:00`; UTC where there is none or an unknown one. */
export const zoneOf = (zone: string | undefined): string => {
  if (zone === undefined) return 'UTC'
  const offset = zone.replace(/^UTC(?=[+-])/, '')
  const padded = offset.replace(/^([+-])(\d)(?=$|:)/, '$10$2').replace(/^([+-]\d\d)$/, '$1:00')
  try {
    format('en', { timeZone: padded })
    return padded
  } catch {
    return 'UTC'
  }
}

/** A zone's short name at an instant, as `UTC+5`. */
export const zoneName = (instant: string, zone: string): string => {
  if (zone === 'UTC') return 'UTC'
  const parts = format('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date(instant))
  return (parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC').replace('GMT', 'UTC')
}

/** A day, in its zone. */
export const dayText = (
  instant: string,
  language: string,
  { length = 'long', zone = 'UTC' }: { length?: Length; zone?: string } = {},
): string => format(language, { ...FIELDS[length], timeZone: zone }).format(new Date(instant))

/** An hour of the day, always of 24. */
export const clockText = (
  instant: string,
  language: string,
  { zone = 'UTC', seconds = false }: { zone?: string; seconds?: boolean } = {},
): string =>
  format(language, {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' as const } : {}),
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(instant))

/** Days from one to another as one text: "6–7 November 2025". */
export const rangeText = (
  from: string,
  until: string,
  language: string,
  { length = 'long', zone = 'UTC' }: { length?: Length; zone?: string } = {},
): string => format(language, { ...FIELDS[length], timeZone: zone }).formatRange(new Date(from), new Date(Date.parse(until) - 1))

/** A span in words: whole days as days, hours with the hour they begin. The zone is said apart. */
export const spanText = (span: Span, language: string, length: Length = 'long'): string => {
  if (wholeDays(span)) return rangeText(span.from, span.until, language, { length })
  const zone = zoneOf(span.zone)
  // a day of another zone has no hours either
  if (Date.parse(span.until) - Date.parse(span.from) >= DAY) return rangeText(span.from, span.until, language, { length, zone })
  return `${dayText(span.from, language, { length, zone })}${commaOf(language)}${clockText(span.from, language, { zone })}`
}
