import assert from 'node:assert/strict'
import { test } from 'node:test'
import { found, textOf } from './found.ts'

const offered = (index: number, kind: string, words: Record<string, string>, ...asks: string[]) => {
  const shown = {
    act: { hash: 'a', index, own: true },
    kind,
    doers: ['A'],
    words: [words],
    title: null,
    speaker: null,
    quoted: null,
    source: null,
  }
  const act = { shown, asks } as never as Parameters<typeof textOf>[0]
  return { act, text: textOf(act) }
}
const own = [
  offered(12, 'Position tabled', { en: 'Café opens at the northern gate', ur: 'پھاٹک کُھلے' }),
  offered(7, 'Issue tabled', { en: 'Gates' }, 'SEC'),
]
const numbers = (sought: string, kind = '') => found(own, { sought, kind }).map(({ shown }) => shown.act.index as number)

test('an act is found by the beginnings of all its words, in any language, by its number and by whom it asks', () => {
  assert.deepEqual(numbers(''), [12, 7])
  assert.deepEqual(numbers('gate'), [12, 7])
  assert.deepEqual(numbers('NORTH cafe'), [12])
  assert.deepEqual(numbers('پھاٹک کھلے'), [12])
  assert.deepEqual(numbers('7'), [7])
  assert.deepEqual(numbers('sec'), [7])
  assert.deepEqual(numbers('orthern'), [])
})

test('and by its kind', () => {
  assert.deepEqual(numbers('gate', 'Issue tabled'), [7])
})
