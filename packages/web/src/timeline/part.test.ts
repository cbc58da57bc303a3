import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Timeline } from '../process/seen.ts'
import { eventsOf, holds, isLastBefore } from './part.ts'

const event = (index: number, from: string) => ({ act: { index }, when: { from } })
const answer = (first: number) =>
  ({
    page: { first, total: 9, next: null },
    third: [event(4, '2025-10-03T00:00:00.000Z')],
    parties: { A: [event(2, '2025-10-02T00:00:00.000Z'), event(5, '2025-10-05T00:00:00.000Z')], B: [event(3, '2025-10-02T00:00:00.000Z')] },
    incidents: [event(6, '2025-10-04T00:00:00.000Z')],
  }) as unknown as Timeline
const window = (from: string) => ({ from: Date.parse(from), unit: 86_400_000, columns: 40, dated: 35 })

test('the events of all lanes are in the order of time, then of the record', () => {
  assert.deepEqual(
    eventsOf(answer(5)).map(({ act }) => act.index as number),
    [2, 3, 4, 6, 5],
  )
})

test('the last answer is the last before every instant after its last event', () => {
  assert.equal(isLastBefore(answer(4), '2025-10-05T00:00:00.001Z'), true)
  assert.equal(isLastBefore(answer(4), '2025-10-05T00:00:00.000Z'), false)
  assert.equal(isLastBefore({ ...answer(4), page: { first: 2, total: 9, next: 7 } }, '2026-01-01T00:00:00.000Z'), false)
})

test('an answer holds a window that begins after its first event, or any where it begins with the first of all', () => {
  assert.equal(holds(answer(4), window('2025-10-03T00:00:00.000Z')), true)
  assert.equal(holds(answer(4), window('2025-10-02T00:00:00.000Z')), false, 'another event of that moment may come before it')
  assert.equal(holds(answer(0), window('2025-01-01T00:00:00.000Z')), true)
  assert.equal(holds({ ...answer(4), third: [], parties: {}, incidents: [] }, window('2025-10-03T00:00:00.000Z')), false)
})
