import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@paraph/record'
import { dateWords, isolated, listWords } from './dates.ts'
import { daysLater, parseQueryTime } from './time.ts'

test('[R37] a date asked for means its end, 24:00 UTC; an instant means itself, with or without seconds; anything else is refused', () => {
  const read = (text: string) => {
    const answer = parseQueryTime(text)
    return answer.ok ? answer.value : answer.refusal.code
  }
  assert.equal(read('2025-11-10'), '2025-11-11T00:00:00.000Z')
  assert.equal(read('2024-02-28'), '2024-02-29T00:00:00.000Z')
  assert.equal(read('2025-12-31'), '2026-01-01T00:00:00.000Z')
  assert.equal(read('2025-11-10T12:30Z'), '2025-11-10T12:30:00.000Z')
  assert.equal(read('2025-11-10T12:30:15Z'), '2025-11-10T12:30:15.000Z')
  assert.equal(read('2025-11-10T12:30:15.250Z'), '2025-11-10T12:30:15.250Z')
  for (const text of ['', '2025-02-29', '2025-11', '10.11.2025', '2025-11-10T12:30:00+05:00', '2025-11-10T24:00:00Z', 'now', '٢٠٢٥-١١-١٠'])
    assert.equal(read(text), 'not-a-time', text)
  assert.equal(daysLater('2025-10-26T00:00:00.000Z' as Instant, 14), '2025-11-09T00:00:00.000Z')
})

const span = (from: string, until: string) => ({ from: from as Instant, until: until as Instant })

test('[R70] a time is said as exactly as it is given: days by their days, a moment by day and hour with its zone, in the reader’s language', () => {
  assert.equal(dateWords(span('2025-11-07T00:00:00.000Z', '2025-11-08T00:00:00.000Z'), 'en'), '7 November 2025')
  assert.match(dateWords(span('2025-11-06T00:00:00.000Z', '2025-11-08T00:00:00.000Z'), 'en'), /^6\s?–\s?7 November 2025$/)
  assert.equal(dateWords(span('2025-10-15T13:00:00.000Z', '2025-10-15T13:01:00.000Z'), 'en'), '15 October 2025 at 13:00 UTC')
  assert.equal(dateWords(span('2025-10-25T11:30:00.000Z', '2025-10-25T20:00:00.000Z'), 'en'), '25 October 2025')
  assert.equal(dateWords('2025-12-04T00:00:00.000Z' as Instant, 'en', { end: true }), '3 December 2025')
  assert.equal(dateWords('2025-12-04T00:00:00.000Z' as Instant, 'en'), '4 December 2025')
})

test('[R70] Urdu dates have Latin digits and Urdu months, and lists are said as the language lists', () => {
  assert.equal(dateWords(span('2025-11-07T00:00:00.000Z', '2025-11-08T00:00:00.000Z'), 'ur'), '7 نومبر، 2025')
  assert.equal(listWords(['A', 'B', 'C'], 'en'), `${isolated('A')}, ${isolated('B')} and ${isolated('C')}`)
  assert.equal(listWords(['A', 'B'], 'ur'), `${isolated('A')} اور ${isolated('B')}`)
})
