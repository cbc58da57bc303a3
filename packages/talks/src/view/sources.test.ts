import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, day, exercise, type Fields, type Script, said, sha } from '../script.test-support.ts'
import { source, sources } from './sources.ts'

const of = <Value>(answer: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown }): Value => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}
const capture = (script: Script, label: string, more: Fields = {}): Script =>
  script.add(label, { type: 'source.captured', publisher: label, voice: 'outlet', language: 'en', dated: 'printed', ...more })

const pages = (): Script => {
  const script = exercise()
  capture(script, 'late', { published: day('2026-02-09'), origin: 'The Agency' })
  capture(script, 'own', { published: day('2026-02-05') })
  capture(script, 'early', { published: day('2026-02-01'), origin: ' the  agency ' })
  return script.add('said', { ...said('A', 'we open it', day('2026-02-01')), sources: ['@early'] })
}

test('[R80] pages of one origin are one group in the order of their days, however its name was typed', () => {
  const { groups, counts } = of(sources(pages().acts(), asking()))
  assert.deepEqual(
    groups.map(({ origin, sources: pages }) => [origin, pages.map(({ publisher, statements }) => [publisher, statements])]),
    [
      [
        'the  agency',
        [
          ['early', 1],
          ['late', 0],
        ],
      ],
      [null, [['own', 0]]],
    ],
  )
  assert.deepEqual(counts, { sources: 3, origins: 2, statements: 1 })
})

test('[R80] going through the pages meets each source once, and says where a group goes on', () => {
  const acts = pages().acts()
  const met: string[] = []
  const continued: boolean[] = []
  for (let first: number | null = 0; first !== null; ) {
    const answer: ReturnType<typeof sources> = sources(acts, { ...asking(), first, limit: 1 })
    const { groups, page } = of(answer)
    met.push(...groups.flatMap((group) => group.sources.map(({ publisher }) => publisher)))
    continued.push(...groups.map((group) => group.continued))
    first = page.next
  }
  assert.deepEqual(met, ['early', 'late', 'own'])
  assert.deepEqual(continued, [false, true, false])
})

test('[R81] a source stands beside its statements in the order of their places, those without one last', () => {
  const script = capture(exercise(), 'page', { origin: 'Agency', snapshot: { hash: sha('page'), media: 'text/html' } })
  capture(script, 'other', { origin: 'agency' })
  const place = (start: number) => ({ sources: ['@page'], place: { source: '@page', start, end: start + 4, of: sha('text') } })
  script.add('unplaced', { ...said('A', 'three', day('2026-02-01')), sources: ['@page'] })
  script.add('second', { ...said('B', 'two', day('2026-02-01')), ...place(90) })
  script.add('first', { ...said('A', 'one', day('2026-02-01')), ...place(10) })
  const page = of(source(script.acts(), { ...asking(), act: script.at('page') }))
  assert.deepEqual(
    page.sayings.map(({ words: text }) => text['en']),
    ['one', 'two', 'three'],
  )
  assert.deepEqual(page.source?.snapshot, { hash: sha('page'), media: 'text/html' })
  assert.deepEqual(page.sayings[0]?.place, { source: script.at('page'), start: 10, end: 14, of: sha('text') })
  assert.deepEqual(
    page.sameOrigin.map(({ publisher }) => publisher),
    ['other'],
  )
  assert.deepEqual(
    page.speakers.map(({ body, voice }) => [body, voice]),
    [
      ['B', 'official'],
      ['A', 'official'],
    ],
  )
  assert.equal(of(source(script.acts(), { ...asking(), act: script.at('first') })).source, null)
})

test('[R82] a place names a source of the statement, begins before it ends, and is of a named text', () => {
  const script = capture(capture(exercise(), 'page'), 'other')
  const at = (place: Fields) =>
    script.refused({ ...said('A', 'one', day('2026-02-01')), sources: ['@page'], place: { source: '@page', of: sha('text'), ...place } })
  assert.equal(at({ start: 0, end: 1 }), undefined)
  assert.equal(at({ start: 4, end: 4 })?.path, 'act.place.end')
  assert.equal(at({ start: -1, end: 4 })?.path, 'act.place.start')
  assert.equal(at({ start: 0, end: 4, source: '@other' })?.path, 'act.place.source')
  assert.equal(at({ start: 0, end: 4, of: 'x' })?.path, 'act.place.of')
})
