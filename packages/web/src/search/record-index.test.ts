import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Opened } from '@paraph/talks'
import { FOUND_LIMIT, recordIndex } from './record-index.ts'

const act = (index: number, type: string, open: object, doers: readonly string[] = ['C']): Opened =>
  ({ mark: { index, hash: `${index}`.padStart(64, '0'), type, by: 'C', doers }, act: { open } }) as unknown as Opened

const acts = [
  act(0, 'process.opened', { title: { en: 'Lake talks', ur: 'جھیل پر مذاکرات' } }),
  act(1, 'source.captured', { publisher: 'Sera Gazette', origin: 'The Agency', address: 'https://gazette.example/lake' }),
  act(2, 'statement.recorded', {
    speaker: { body: 'A', name: { en: 'Mira Tólen' } },
    words: { en: 'The gates are opened by June.' },
    quoted: { language: 'ur', text: 'دروازے جون تک کھلیں گے۔' },
    sources: ['1'.padStart(64, '0')],
  }),
  act(3, 'paper.handed-over', { title: { en: 'A draft on the gates' } }, ['B']),
]
const indexed = async (all: readonly Opened[] = acts) => {
  const index = recordIndex()
  await index.grow(all)
  return index
}
const found = async (text: string, more: { noun?: string; by?: string } = {}) =>
  (await indexed()).search({ text, ...more }).found.map(({ index }) => index)

test('words, quotations, speakers and sources are found, in any script and however they are written', async () => {
  assert.deepEqual(await found('gates june'), [2])
  assert.deepEqual(await found('tolen'), [2])
  assert.deepEqual(await found('دروازي'), [])
  assert.deepEqual(await found('جُون'), [2])
  assert.deepEqual(await found('agency'), [1])
  assert.deepEqual(await found('مذاكرات'), [0])
})

test('every word counts, the last may be half typed, and nothing like it is guessed', async () => {
  assert.deepEqual((await found('gat')).toSorted(), [2, 3])
  assert.deepEqual(await found('gat june'), [])
  assert.deepEqual(await found('gatez'), [])
  assert.deepEqual(await found('  ?! '), [])
})

test('acts are sought among those of a noun, and among those of a body: a statement is its speaker’s', async () => {
  assert.deepEqual(await found('gates', { noun: 'paper' }), [3])
  assert.deepEqual(await found('gates', { by: 'A' }), [2])
  assert.deepEqual(await found('gates', { by: 'C' }), [])
})

test('what is found is marked in its own letters', async () => {
  const [one] = (await indexed()).search({ text: 'JUN' }).found
  assert.deepEqual(
    one?.texts.map(({ field, pieces }) => [field, pieces.filter((piece) => piece.found).map(({ text }) => text)]),
    [['words', ['June']]],
  )
  assert.equal(one?.texts[0]?.pieces.map(({ text }) => text).join(''), 'The gates are opened by June.')
})

test('it grows with the record, and begins anew with another one', async () => {
  const index = await indexed(acts.slice(0, 3))
  assert.equal(index.search({ text: 'gates' }).total, 1)
  await index.grow(acts)
  assert.equal(index.search({ text: 'gates' }).total, 2)
  await index.grow(
    [act(9, 'issue.tabled', { title: { en: 'Other' } })].map((one) => ({ ...one, mark: { ...one.mark, index: 0 } })) as never,
  )
  assert.deepEqual([index.search({ text: 'gates' }).total, index.search({ text: 'other' }).total], [0, 1])
})

test('an answer has a limit and says how many there are; a long record is taken in with pauses', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => act(index, 'issue.tabled', { title: { en: `The gates, number ${index}` } }))
  const index = recordIndex()
  let pauses = 0
  await index.grow(many, () => pauses++)
  assert.ok(pauses >= 100)
  const answer = index.search({ text: 'gates' })
  assert.deepEqual([answer.total, answer.found.length], [10_000, FOUND_LIMIT])
  assert.equal(answer.found[0]?.index, 9_999)
})
