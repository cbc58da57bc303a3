import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LifeMark } from '../process/seen.ts'
import { instantUnder, lifeOf, placeOf, stepFrom } from './stops.ts'

const event = (at: string) => ({ at, until: null, kind: 'event', label: null, act: '' }) as unknown as LifeMark
const round = (at: string, until: string) => ({ at, until, kind: 'round', label: null, act: '' }) as unknown as LifeMark

const talks = [
  event('2025-10-09T00:00:00.000Z'),
  round('2025-10-18T00:00:00.000Z', '2025-10-20T00:00:00.000Z'),
  event('2025-11-07T00:00:00.000Z'),
  event('2025-11-07T12:00:00.000Z'),
]
const life = lifeOf(talks, { opened: '2025-10-09T00:00:00.000Z', end: '2025-12-04T00:00:00.000Z' })

test('a long life stops at the end of each day on which something happened, once', () => {
  assert.deepEqual(life.stops, [
    '2025-10-10T00:00:00.000Z',
    '2025-10-19T00:00:00.000Z',
    '2025-10-20T00:00:00.000Z',
    '2025-11-08T00:00:00.000Z',
    '2025-12-04T00:00:00.000Z',
  ])
})

test('steps go from event to event and stay at the ends', () => {
  assert.equal(stepFrom(life, '2025-10-20T00:00:00.000Z', 1), '2025-11-08T00:00:00.000Z')
  assert.equal(stepFrom(life, '2025-10-25T00:00:00.000Z', -1), '2025-10-20T00:00:00.000Z')
  assert.equal(stepFrom(life, '2025-12-04T00:00:00.000Z', 1), '2025-12-04T00:00:00.000Z')
  assert.equal(stepFrom(life, '2025-10-10T00:00:00.000Z', -1), '2025-10-10T00:00:00.000Z')
})

test('the line runs from 0 to 1 and nothing lies off it', () => {
  assert.equal(placeOf(life, life.from), 0)
  assert.equal(placeOf(life, life.until), 1)
  assert.equal(life.edge, life.until)
  assert.equal(placeOf(life, '2030-01-01T00:00:00.000Z'), 1)
})

test('a pointer takes the end of the nearest day, never before the first', () => {
  assert.equal(instantUnder(life, 0), '2025-10-10T00:00:00.000Z')
  assert.equal(instantUnder(life, 1), '2025-12-04T00:00:00.000Z')
  assert.equal(instantUnder(life, placeOf(life, '2025-11-10T05:00:00.000Z')), '2025-11-10T00:00:00.000Z')
})

test('a short life stops just after each event, because what began before is what has happened', () => {
  const short = lifeOf([event('2026-06-03T10:00:00.000Z'), event('2026-06-03T10:05:00.000Z')], {
    opened: '2026-06-03T09:00:00.000Z',
    end: '2026-06-03T11:00:00.000Z',
  })
  assert.deepEqual(short.stops, ['2026-06-03T10:00:00.001Z', '2026-06-03T10:05:00.001Z', '2026-06-03T11:00:00.000Z'])
  assert.equal(instantUnder(short, 0.51), '2026-06-03T10:00:00.001Z')
})

test('events after the end of what can be asked are no stops', () => {
  const late = lifeOf([...talks, event('2026-02-01T00:00:00.000Z')], {
    opened: '2025-10-09T00:00:00.000Z',
    end: '2025-12-04T00:00:00.000Z',
  })
  assert.deepEqual(late.stops, life.stops)
})

test('what is planned for later lengthens the line, and the life keeps at least half of it', () => {
  const marks = [event('2026-06-01T10:00:00.000Z'), round('2026-06-02T09:00:00.000Z', '2026-06-02T17:00:00.000Z')]
  const frame = { opened: '2026-06-01T09:00:00.000Z', end: '2026-06-01T11:00:00.000Z' }
  const near = lifeOf(marks, frame)
  assert.equal(near.edge, '2026-06-01T13:00:00.000Z')
  assert.equal(placeOf(near, near.until), 0.5)
  assert.equal(placeOf(near, '2026-06-02T09:00:00.000Z'), 1)
  assert.equal(near.stops.at(-1), frame.end)
  assert.equal(instantUnder(near, 1), frame.end)
})
