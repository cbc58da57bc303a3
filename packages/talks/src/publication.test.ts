import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublic, isPublished, publicationOf } from './publication.ts'
import { ownersOf } from './owner.ts'
import { asking, day, english, exercise, joined, means, reconstruction, said, type Script, words } from './script.test-support.ts'
import { draftStanding } from './view/draft.ts'
import { published } from './view/published.ts'

const publish = (acts: readonly string[], asks?: readonly string[]) => ({
  type: 'publication.decided',
  decision: 'publish',
  acts: acts.map((act) => `@${act}`),
  ...(asks === undefined ? {} : { asks: [...asks] }),
})
const withdraw = (...acts: string[]) => ({ type: 'publication.decided', decision: 'withdraw', acts: acts.map((act) => `@${act}`) })
const page = ({ state, openings }: Script, language = 'en') =>
  published(state, { say: english, language, size: openings.length, recorded: openings.at(-1)!.recorded })

/** A process of two parties in which A and B each tabled a position, and the mediator issued a communiqué for both. */
const talks = (): Script =>
  joined(exercise())
    .add('source', { type: 'source.captured', publisher: 'Outlet', voice: 'outlet', language: 'en', dated: 'printed' })
    .add('issue', { type: 'issue.tabled', title: words('Crossings') })
    .add('a', { type: 'position.tabled', issue: '@issue', kind: 'demand', words: words('open them') }, { by: 'A' })
    .add('b', { type: 'position.tabled', issue: '@issue', kind: 'refusal', words: words('not yet') }, { by: 'B' })
    .add(
      'joint',
      { type: 'communique.issued', title: words('Points'), points: [words('One'), words('Two')], onBehalfOf: ['A', 'B'] },
      { by: 'M' },
    )
    .add('said', said('B', 'we keep it', day('2026-02-01'), { about: ['@issue'] }))
const frozen = {
  type: 'publication.drafted',
  at: '2026-03-01T00:00:00.000Z',
  talks: words('t'),
  text: words('x'),
  commitments: [],
} as const

test('[R90] whose an act is: its recorder’s, and of its doers, its issuers, its speaker whoever can answer', () => {
  const script = talks().add('frozen', { ...frozen, sentence: words('No round is open.') }, { by: 'M' })
  const owners = (label: string) => [...ownersOf(script.state, script.at(label))].sort()
  assert.deepEqual(owners('a'), ['A'])
  assert.deepEqual(owners('joint'), ['A', 'B', 'M'])
  assert.deepEqual(owners('said'), ['B', 'S'])
  assert.deepEqual(owners('frozen'), ['A', 'B', 'M'])
  const rebuilt = reconstruction().add('said', said('A', 'x', day('2025-11-01')), { by: 'R' })
  assert.deepEqual(ownersOf(rebuilt.state, rebuilt.at('said')), ['R'])
})

test('[R91] each owner publishes its own, at once where it alone owns it, and nobody else’s', () => {
  const script = talks()
  assert.equal(script.refused(publish(['b']), { by: 'A' })?.code, 'not-yours')
  assert.equal(script.refused(publish(['a']), { by: 'M' })?.code, 'not-yours')
  assert.equal(isPublished(script.state), false)
  script.add('decided', publish(['a']), { by: 'A' })
  assert.ok(isPublic(script.state, script.at('a')))
  assert.equal(script.refused(publish(['a']), { by: 'A' })?.code, 'already-published')
})

test('[R91] a joint act is public when every owner whom the decision asks has given its consent, and each must be asked', () => {
  const script = talks()
  assert.deepEqual(script.refused(publish(['joint'], ['A']), { by: 'M' }), {
    code: 'owner-not-asked',
    path: 'act.asks',
    facts: { body: 'B' },
  })
  assert.equal(script.refused(publish(['joint'], ['A', 'M']), { by: 'M' })?.code, 'own-request')
  assert.equal(script.refused(publish(['joint'], ['A', 'B', 'Z']), { by: 'M' })?.code, 'body-unknown')
  script.add('decided', publish(['joint'], ['A', 'B']), { by: 'M' })
  const yes = { type: 'consent.given', to: '@decided' }
  assert.equal(script.refused(yes, { by: 'S' })?.code, 'not-yours')
  script.add('yes/A', yes, { by: 'A' })
  assert.equal(isPublic(script.state, script.at('joint')), false)
  script.add('no/B', { type: 'consent.withheld', to: '@decided' }, { by: 'B' })
  assert.equal(isPublic(script.state, script.at('joint')), false)
  script.add('yes/B', yes, { by: 'B' })
  const publication = publicationOf(script.state, script.at('joint'))!
  assert.deepEqual(publication.by, ['M', 'A', 'B'])
  assert.equal(publication.since.hash, script.at('yes/B'))
})

test('[R91] one that cannot answer is not asked: in a reconstruction the rapporteur publishes what it recorded, alone', () => {
  const script = reconstruction().add('said', said('A', 'x', day('2025-11-01')), { by: 'R' })
  assert.equal(script.refused(publish(['said'], ['A']), { by: 'R' })?.code, 'cannot-answer')
  script.add('decided', publish(['said']), { by: 'R' })
  assert.ok(isPublic(script.state, script.at('said')))
})

test('[R99] a communiqué, drafted or issued, is not published before its own embargo has ended', () => {
  const until = '2026-03-05T18:00:00.000Z'
  const text = { title: words('Points'), points: [words('One')], embargo: { from: '2026-03-01T00:00:00.000Z', until } }
  const script = joined(exercise())
    .add('drafted', { type: 'communique.drafted', ...text }, { by: 'A' })
    .add('issued', { type: 'communique.issued', communique: '@drafted', ...text, onBehalfOf: ['A'] }, { by: 'A' })
    .add('free', { type: 'communique.issued', title: words('Points'), points: [], onBehalfOf: ['A'] }, { by: 'A' })
  for (const act of ['drafted', 'issued'])
    assert.deepEqual(script.refused(publish(['free', act]), { by: 'A', recorded: '2026-03-05T17:59:59.999Z' }), {
      code: 'embargo-not-over',
      path: 'act.acts[1]',
      facts: { act: script.at(act), until },
    })
  assert.equal(script.refused(publish(['drafted', 'issued']), { by: 'A', recorded: until }), undefined)
  assert.equal(script.refused(publish(['free']), { by: 'A' }), undefined)
})

test('[R92] a standing is published in the words that were frozen, with the agreement of every party', () => {
  const script = talks()
  const drafted = draftStanding(script.acts(), { now: asking().now, known: 7, voices: { en: english, ur: english } })
  assert.ok(drafted.ok)
  assert.deepEqual(Object.keys(drafted.value.sentence), ['en', 'ur'])
  script.add('frozen', { type: 'publication.drafted', ...JSON.parse(JSON.stringify(drafted.value)) }, { by: 'M' })
  assert.equal(script.refused(publish(['frozen'], ['A']), { by: 'M' })?.code, 'owner-not-asked')
  script.add('decided', publish(['frozen'], ['A', 'B']), { by: 'M' })
  for (const by of ['A', 'B']) script.add(`yes/${by}`, { type: 'consent.given', to: '@decided' }, { by })
  script.add('later', { type: 'round.opened', takesPart: ['A', 'B'] }, { by: 'M' })
  const [standing] = page(script)!.standings
  assert.deepEqual(standing!.sentence, drafted.value.sentence)
  assert.deepEqual(standing!.published.by, ['M', 'A', 'B'])
})

test('[R93] one owner takes a publication back for all; what was public is then named and not shown, and what waits is taken back with it', () => {
  const script = talks().add('decided', publish(['joint'], ['A', 'B']), { by: 'M' })
  assert.equal(script.refused(withdraw('a'), { by: 'A' })?.code, 'not-published')
  for (const by of ['A', 'B']) script.add(`yes/${by}`, { type: 'consent.given', to: '@decided' }, { by })
  assert.equal(script.refused(withdraw('joint'), { by: 'S' })?.code, 'not-yours')
  script.add('back', withdraw('joint'), { by: 'B' })
  assert.equal(isPublic(script.state, script.at('joint')), false)
  const seen = page(script)!
  assert.deepEqual(seen.acts, [])
  assert.deepEqual(
    seen.unpublished.map(({ why, by }) => [why, by]),
    [['withdrawn', ['B']]],
  )
  assert.ok(!JSON.stringify(seen).includes('Points'))
  assert.equal(script.refused(withdraw('joint'), { by: 'B' })?.code, 'not-published')
  script.add('again', publish(['joint'], ['A', 'M']), { by: 'B' }).add('back/again', withdraw('joint'), { by: 'A' })
  assert.equal(script.refused({ type: 'consent.given', to: '@again' }, { by: 'M' })?.code, 'superseded')
})

test('[R94] the public page holds what was published with its date and by whom, and nothing else', () => {
  const script = talks()
  assert.equal(page(script), undefined)
  script.add('decided', publish(['a']), { by: 'A' }).add('source/out', publish(['source']))
  const seen = page(script)!
  assert.deepEqual(
    seen.acts.map(({ type, words: [first], published }) => [type, first, published.by]),
    [
      ['position.tabled', { en: 'open them', ur: '«open them»' }, ['A']],
      ['source.captured', undefined, ['S']],
    ],
  )
  assert.deepEqual(seen.acts[1]!.source, { publisher: 'Outlet', title: null, address: null })
  assert.ok(!JSON.stringify(seen).includes('not yet'))
  assert.deepEqual(seen.standings, [])
})

test('[R94] statements about one thing stand beside each other, a party that none was published of keeps its column', () => {
  const script = talks().add('decided', publish(['said'], ['B']))
  script.add('yes', { type: 'consent.given', to: '@decided' }, { by: 'B' })
  const [pair] = page(script)!.pairs
  assert.deepEqual(
    pair!.columns.map(({ body, acts }) => [body, acts.length]),
    [
      ['A', 0],
      ['B', 1],
    ],
  )
  assert.deepEqual(page(script)!.acts, [])
})

test('[R94] what is published has one page after another, the latest happening first', () => {
  const script = talks()
    .add('one', publish(['a']), { by: 'A' })
    .add('two', publish(['b']), { by: 'B' })
  const part = published(script.state, {
    say: english,
    language: 'en',
    size: script.openings.length,
    recorded: script.openings.at(-1)!.recorded,
    first: 1,
    limit: 1,
  })!
  assert.deepEqual(part.page, { first: 1, total: 2, next: null })
  assert.deepEqual(part.acts[0]!.doers, ['A'])
})

test('[R95] the facts of a record name what is public, for who verifies it', () => {
  const script = talks().add('decided', publish(['a']), { by: 'A' })
  assert.deepEqual([...means.facts(script.state).published], [script.at('a')])
  script.add('gone', { type: 'erasure.made', acts: ['@a'], asks: ['S'] }, { by: 'A' })
  script.add('yes', { type: 'consent.given', to: '@gone' })
  assert.deepEqual([...means.facts(script.state).published], [])
  assert.deepEqual([...means.facts(script.state).erased], [[script.at('a'), ['A', 'S']]])
  assert.deepEqual(
    page(script)!.unpublished.map(({ why, by }) => [why, by]),
    [['erased', ['A', 'S']]],
  )
})
