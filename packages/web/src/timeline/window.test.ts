import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnOf, shareOf, TAIL, windowOf, zoomFor } from './window.ts'

const from = Date.parse('2025-10-09T00:00:00.000Z')
const until = Date.parse('2025-12-04T00:00:00.000Z')
const at = Date.parse('2025-11-11T00:00:00.000Z')
const days = (start?: number) => windowOf({ from, until, at, zoom: 'days', columns: 38, start })

test('the window holds the moment that is looked at', () => {
  const window = days()
  const column = columnOf(window, new Date(at - 1).toISOString())
  assert.ok(column >= 0 && column < window.dated, String(column))
})

test('it never begins before the life, nor later than its last columns need', () => {
  assert.equal(days(0).from, from)
  assert.equal(new Date(days(until * 2).from).toISOString(), new Date(until - (38 - TAIL) * 86_400_000).toISOString())
})

test('the whole life fits into the dated columns', () => {
  const window = windowOf({ from, until, at, zoom: 'whole', columns: 38 })
  assert.equal(columnOf(window, '2025-10-09T00:00:00.000Z'), 0)
  assert.ok(columnOf(window, '2025-12-03T23:59:59.000Z') < window.dated)
})

test('an instant outside is clipped to the edge', () => {
  assert.equal(shareOf(days(0), '2020-01-01T00:00:00.000Z'), 0)
  assert.equal(shareOf(days(0), '2030-01-01T00:00:00.000Z'), (38 - TAIL) / 38)
})

test('a short life is shown by hours, weeks by day, years by week or whole', () => {
  assert.equal(zoomFor(0, 3_600_000), 'hours')
  assert.equal(zoomFor(from, until), 'days')
  assert.equal(zoomFor(0, 200 * 86_400_000), 'weeks')
  assert.equal(zoomFor(0, 3_000 * 86_400_000), 'whole')
})
