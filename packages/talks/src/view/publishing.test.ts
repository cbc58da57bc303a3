import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BodyId, EntryHash } from '@paraph/record'
import { asking, day, exercise, joined, said, type Script, words } from '../script.test-support.ts'
import { publishing, type Publishing } from './publishing.ts'

const publish = (acts: readonly string[], asks?: readonly string[]) => ({
  type: 'publication.decided',
  decision: 'publish',
  acts: acts.map((act) => `@${act}`),
  ...(asks === undefined ? {} : { asks: [...asks] }),
})
const of = (script: Script, by: string, act?: string): Publishing => {
  const answer = publishing(script.acts(), {
    ...asking(),
    by: by as BodyId,
    ...(act === undefined ? {} : { act: script.at(act) as EntryHash }),
  })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const own = (seen: Publishing) => seen.own.map(({ shown, asks }) => [shown.words[0]?.['en'] ?? shown.title?.['en'], [...asks].sort()])

/** A and B tabled a position each, the mediator issued a communiqué for both, the secretariat recorded a statement of B. */
const talks = (): Script =>
  joined(exercise())
    .add('issue', { type: 'issue.tabled', title: words('Crossings') })
    .add('source', { type: 'source.captured', publisher: 'Outlet', voice: 'outlet', language: 'en', dated: 'printed' })
    .add('a', { type: 'position.tabled', issue: '@issue', kind: 'demand', words: words('open them') }, { by: 'A' })
    .add('b', { type: 'position.tabled', issue: '@issue', kind: 'refusal', words: words('not yet') }, { by: 'B' })
    .add('joint', { type: 'communique.issued', title: words('Points'), points: [words('One')], onBehalfOf: ['A', 'B'] }, { by: 'M' })
    .add('said', said('B', 'we keep it', day('2026-02-01'), { about: ['@issue'] }))

test('[R100] a body is offered its own open acts and the joint ones, each with the others whom it needs; none that carries the record', () => {
  const script = talks()
  assert.deepEqual(own(of(script, 'A')), [
    ['One', ['B', 'M']],
    ['open them', []],
  ])
  assert.deepEqual(own(of(script, 'B')), [
    ['we keep it', ['S']],
    ['One', ['A', 'M']],
    ['not yet', []],
  ])
  assert.deepEqual(of(script, 'A').page, { first: 0, total: 2, next: null })
  const none = publishing(script.acts(), { ...asking(), by: 'X' as BodyId })
  assert.equal(none.ok ? '' : none.refusal.code, 'body-unknown')
})

test('[R100] what waits for a body is gone when it consents; what was decided is not offered again until it is taken back', () => {
  const script = talks().add('out', publish(['joint', 'a'], ['B', 'M']), { by: 'A' })
  const waits = (by: string) =>
    of(script, by)
      .waits.filter(({ shown }) => shown.type === 'publication.decided')
      .map(({ about, asks, given, withheld }) => [about.length, asks, given, withheld.map((one) => one.by)])
  assert.deepEqual(waits('B'), [[2, ['B', 'M'], [], []]])
  assert.deepEqual(waits('A'), [])
  assert.equal(of(script, 'A').pending.length, 1)
  assert.deepEqual(own(of(script, 'A')), [])
  script.add('no', { type: 'consent.withheld', to: '@out', reason: words('later') }, { by: 'M' })
  script.add('yes', { type: 'consent.given', to: '@out' }, { by: 'B' })
  assert.deepEqual(waits('B'), [])
  assert.deepEqual(waits('M'), [[2, ['B', 'M'], ['B'], ['M']]])
  assert.deepEqual(of(script, 'M').published, [])
  script.add('back', { type: 'publication.decided', decision: 'withdraw', acts: ['@joint', '@a'] }, { by: 'A' })
  assert.deepEqual(waits('M'), [])
  assert.equal(of(script, 'A').pending.length, 0)
  assert.equal(own(of(script, 'A')).length, 2)
})

test('[R100] another joint act waits for who did not put it; a draft is agreed to elsewhere', () => {
  const script = talks()
    .add('draft', { type: 'communique.drafted', title: words('Draft'), points: [words('Two')] }, { by: 'M' })
    .add('ours', { type: 'communique.issued', title: words('Ours'), points: [words('Three')], onBehalfOf: ['A', 'B'] }, { by: 'A' })
  const waits = (by: string) =>
    of(script, by)
      .waits.filter(({ shown }) => shown.type.startsWith('communique.'))
      .map(({ shown, asks, about }) => [shown.title?.['en'], asks, about.length])
  assert.deepEqual(waits('A'), [['Points', ['A', 'B'], 0]])
  assert.deepEqual(waits('B'), [
    ['Ours', ['B'], 0],
    ['Points', ['A', 'B'], 0],
  ])
  script.add('yes', { type: 'consent.given', to: '@ours' }, { by: 'B' })
  assert.equal(waits('B').length, 1)
})

test('[R100] what is public is told to everybody, since when and by whom; its owners take it back', () => {
  const script = talks().add('out', publish(['said'], ['B']))
  script.add('yes', { type: 'consent.given', to: '@out' }, { by: 'B' }).add('mine', publish(['a']), { by: 'A' })
  const told = (by: string) => of(script, by).published.map(({ shown, published, mine }) => [shown.words[0]?.['en'], published.by, mine])
  assert.deepEqual(told('B'), [
    ['open them', ['A'], false],
    ['we keep it', ['S', 'B'], true],
  ])
  assert.deepEqual(
    told('A').map(([, , mine]) => mine),
    [true, false],
  )
})

test('[R96] erasing asks the other owners and the secretariat; nobody else is offered it, and no act that carries the record', () => {
  const script = talks()
  const erasing = (by: string, act: string) => {
    const one = of(script, by, act).erasing
    return [one?.why, one?.asks === null ? null : [...(one?.asks ?? [])].sort()]
  }
  assert.deepEqual(erasing('A', 'a'), ['may', ['S']])
  assert.deepEqual(erasing('S', 'a'), ['may', ['A']])
  assert.deepEqual(erasing('B', 'a'), ['not-yours', null])
  assert.deepEqual(erasing('M', 'joint'), ['may', ['A', 'B', 'S']])
  assert.deepEqual(erasing('A', 'joined/A'), ['structure', null])
  script.add('gone', { type: 'erasure.made', acts: ['@a'], asks: ['S'] }, { by: 'A' })
  assert.equal(of(script, 'S').waits.filter(({ shown }) => shown.type === 'erasure.made').length, 1)
  script.add('yes', { type: 'consent.given', to: '@gone' })
  assert.deepEqual(erasing('A', 'a'), ['erased', null])
})
