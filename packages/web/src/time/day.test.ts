import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Span } from '../process/seen.ts'
import { atOf, clockText, dayEnding, dayText, endOfDay, instantOf, spanText, zoneName, zoneOf } from './day.ts'

const span = (from: string, until: string, zone?: string) => ({ from, until, ...(zone === undefined ? {} : { zone }) }) as Span

test('a date means its end, 24:00 UTC, and is found again from it', () => {
  assert.equal(endOfDay('2025-11-10'), '2025-11-11T00:00:00.000Z')
  assert.equal(dayEnding('2025-11-11T00:00:00.000Z'), '2025-11-10')
  assert.equal(dayEnding('2025-11-11T00:00:00.001Z'), null)
  assert.equal(instantOf('2025-12-31'), '2026-01-01T00:00:00.000Z')
  assert.equal(atOf('2026-01-01T00:00:00.000Z'), '2025-12-31')
})

test('an at that is neither a date nor an instant is nothing', () => {
  assert.equal(instantOf('soon'), null)
  assert.equal(instantOf('2025-13-40'), null)
  assert.equal(instantOf('2025-11-07T16:20:00Z'), '2025-11-07T16:20:00.000Z')
})

test('a day without hours is said as a day, two days as a range', () => {
  assert.equal(spanText(span('2025-11-07T00:00:00.000Z', '2025-11-08T00:00:00.000Z'), 'en'), '7 November 2025')
  assert.match(spanText(span('2025-11-06T00:00:00.000Z', '2025-11-08T00:00:00.000Z'), 'en'), /^6\s?–\s?7 November 2025$/)
})

test('an hour is said in the zone that the source names', () => {
  const truce = span('2025-10-15T13:00:00.000Z', '2025-10-15T13:01:00.000Z', 'Asia/Karachi')
  assert.equal(spanText(truce, 'en', 'short'), '15 Oct, 18:00')
  assert.equal(zoneName(truce.from, 'Asia/Karachi'), 'UTC+5')
  assert.equal(zoneOf('UTC+5'), '+05:00')
  assert.equal(zoneOf('+04:30'), '+04:30')
  assert.equal(zoneOf('nowhere'), 'UTC')
})

test('Urdu dates have Latin digits and their own month names', () => {
  assert.equal(dayText('2025-11-07T00:00:00.000Z', 'ur'), '7 نومبر، 2025')
  assert.equal(clockText('2025-11-07T16:20:00.000Z', 'ur'), '16:20')
})
