import assert from 'node:assert/strict'
import test from 'node:test'
import { parseActs } from './acts.ts'

const read = (text: string): unknown => {
  const acts = parseActs(text)
  return acts.ok ? acts.value.map(({ type }) => type) : [acts.refusal.code, acts.refusal.path]
}

test('one act, an array of acts and one act a line are all acts in order', () => {
  assert.deepEqual(read('{"type":"a"}'), ['a'])
  assert.deepEqual(read('[{"type":"a"},{"type":"b"}]'), ['a', 'b'])
  assert.deepEqual(read('{"type":"a"}\n\n{"type":"b"}\r\n'), ['a', 'b'])
  assert.deepEqual(read('{\n  "type": "a"\n}\n'), ['a'])
})

test('what is no act is refused with its place', () => {
  assert.deepEqual(read(''), ['acts-none', undefined])
  assert.deepEqual(read('[]'), ['acts-none', undefined])
  assert.deepEqual(read('{"type":"a"}\n{"type"'), ['act-unreadable', 'line 2'])
  assert.deepEqual(read('[{"type":"a"},3]'), ['act-unreadable', '[1]'])
  assert.deepEqual(read('{"kind":"a"}'), ['act-unreadable', '[0]'])
  assert.deepEqual(read('{"type":"a"}\n{"type":"b","n":0.1}'), ['act-unreadable', 'n'])
})
