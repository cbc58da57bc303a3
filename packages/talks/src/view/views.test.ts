import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyKind } from '../every-kind.test-support.ts'
import {
  ascribe,
  asking,
  bare,
  day,
  english,
  exercise,
  grounds,
  joined,
  reconstruction,
  type Script,
  said,
  words,
} from '../script.test-support.ts'
import { threeRounds } from '../talks.test-support.ts'
import { askedOf } from './asked.ts'
import { overview } from './overview.ts'
import { DAY_PAIRS_LIMIT, LATEST_LIMIT } from './pairs.ts'
import { processView } from './process.ts'
import { ROWS_LIMIT, rows } from './rows.ts'
import { ROW_SAYINGS, SOURCE_ROWS_LIMIT, statements } from './statements.ts'
import { EVENTS_LIMIT, timeline } from './timeline.ts'

// Longer than 250 lines: one case per view.

const of = <Value>(answer: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown }): Value => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}
const page = (script: Script, at?: string) => of(overview(script.acts(), asking(at)))

test('[R60] where it stands: the headline in its parts, the first neutral, then one clause per author with the acts it rests on', () => {
  const { headline, standing } = page(threeRounds(), '2025-11-10')
  assert.equal(headline.computed, 'No round is open and none was found scheduled in the sources held.')
  assert.deepEqual(
    headline.authors.map(({ body }) => body),
    ['A', 'B'],
  )
  assert.equal(standing.sentence, [headline.computed, ...headline.authors.map(({ text }) => text)].join(' '))
  for (const { acts } of headline.authors) assert.ok(acts.length > 0)
})

test('[R60] the matrix has a cell for every party on every issue: the latest position, dashed by whose account it is, null where none was tabled', () => {
  const script = threeRounds()
  const stand = (label: string, text: string, to: string, when: string, account?: string) =>
    ascribe(
      script,
      label,
      { type: 'position.tabled', issue: '@issue', kind: 'demand', words: words(text), sayings: ['@said-caller'] },
      { to: [to], when: day(when), ...(account === undefined ? {} : { of: account }) },
    )
  stand('one', 'first', 'A', '2025-10-06')
  stand('two', 'second', 'A', '2025-10-20')
  const cells = (at: string) => page(script, at).matrix[0]!.cells
  assert.equal(cells('2025-10-06')['A']!.words['en'], 'first')
  assert.deepEqual([cells('2025-10-20')['A']!.words['en'], cells('2025-10-20')['A']!.firmness], ['second', 'stated'])
  assert.equal(cells('2025-10-20')['B'], null)
  stand('of-b', 'third', 'B', '2025-10-21', 'A')
  assert.equal(cells('2025-10-21')['B']!.firmness, 'claimed')
  stand('of-b-2', 'fourth', 'B', '2025-10-22', 'M')
  assert.equal(cells('2025-10-22')['B']!.firmness, 'reported')
  ascribe(script, 'gone', { type: 'position.withdrawn', position: '@two' }, { to: ['A'], when: day('2025-10-23') })
  assert.equal(cells('2025-10-23')['A']!.words['en'], 'first')
})

test('[R36] the latest position is the one that happened last, not the one that was recorded last', () => {
  const script = threeRounds()
  const to = (when: string) => ({ to: ['A'], when: day(when) })
  const revised = (text: string) => ({ type: 'position.revised', position: '@stand', kind: 'offer', words: words(text) })
  ascribe(script, 'stand', { type: 'position.tabled', issue: '@issue', kind: 'demand', words: words('first') }, to('2025-10-06'))
  ascribe(script, 'third', revised('third'), to('2025-10-20'))
  ascribe(script, 'second', revised('second'), to('2025-10-15'))
  assert.equal(page(script, '2025-10-16').matrix[0]!.cells['A']!.words['en'], 'second')
  assert.equal(page(script, '2025-10-25').matrix[0]!.cells['A']!.words['en'], 'third')
})

test('[R60] the life of a process is whole at every moment asked for, a bar per round and a point per event, each once', () => {
  const [early, late] = [page(threeRounds(), '2025-10-10').life, page(threeRounds(), '2025-11-10').life]
  assert.deepEqual(early, late)
  assert.deepEqual(
    late.map(({ kind, at }) => `${kind} ${at.slice(0, 10)}`),
    ['round 2025-10-18', 'round 2025-10-25', 'round 2025-11-06', 'event 2025-11-07'],
  )
  assert.equal(late[2]!.until, '2025-11-08T00:00:00.000Z')
})

test('[R60] the life of a process is whole by whenever it was known, what stands is not', () => {
  const script = joined(exercise()).add('issue', { type: 'issue.tabled', title: words('an issue') }, { by: 'S' })
  script.add('call', { type: 'deadlock.called', words: words('no way on') }, { by: 'A' })
  const [early, late] = [{ known: 3 }, {}].map((more) => of(overview(script.acts(), asking(undefined, more))))
  assert.deepEqual(early!.life, late!.life)
  assert.deepEqual([early!.life.length, early!.matrix.length, late!.matrix.length], [1, 0, 1])
})

test('[R60] the next date is the announced round, else that none was found; a date is never invented', () => {
  const text = (at: string) => page(threeRounds(), at).dates.map(({ text: said }) => said)
  assert.deepEqual(text('2025-10-20'), ['25 October 2025'])
  assert.deepEqual(text('2025-11-10'), ['none found scheduled in the sources held'])
})

test('[R61] the claims about one thing stand side by side, a column for every party in fixed order, kept where it is empty', () => {
  const script = reconstruction({ parties: ['A', 'B', 'C'] })
  script.add(
    'incident',
    {
      type: 'incident.opened',
      title: words('Fire at the ridge'),
      sources: ['@source'],
      confirmation: words('not confirmed'),
      when: day('2025-10-10'),
    },
    { by: 'R' },
  )
  script.add('a', said('A', 'they fired', day('2025-10-11'), { about: ['@incident'], reports: ['B'] }), { by: 'R' })
  script.add('b', said('B', 'we did not', day('2025-10-10'), { about: ['@incident'] }), { by: 'R' })
  script.add('m', said('M', 'we regret it', day('2025-10-12'), { about: ['@incident'] }), { by: 'R' })
  const { pairs } = of(timeline(script.acts(), asking()))
  const { titles } = of(statements(script.acts(), asking()))
  assert.equal(pairs.length, 1)
  assert.deepEqual(Object.keys(pairs[0]!.claims), ['A', 'B', 'C'])
  assert.deepEqual(
    Object.values(pairs[0]!.claims).map((claims) => claims.map(({ words: said }) => said['en'])),
    [['they fired'], ['we did not'], []],
  )
  assert.deepEqual(
    pairs[0]!.others.map(({ body }) => body),
    ['M'],
  )
  assert.deepEqual(
    [pairs[0]!.title['en'], pairs[0]!.confirmation?.['en'], pairs[0]!.disputed],
    ['Fire at the ridge', 'not confirmed', false],
  )
  assert.equal(titles[script.at('incident')]?.['en'], 'Fire at the ridge')
  ascribe(script, 'no', { type: 'statement.disputed', statement: '@a', words: words('not so') }, { to: ['B'], when: day('2025-10-12') })
  assert.equal(of(timeline(script.acts(), asking())).pairs[0]!.disputed, true)
})

test('[R61] a timeline shows the claims about what began on the last day before the moment, and no more than a page of them', () => {
  const script = reconstruction({ parties: ['A', 'B'] })
  const at = (label: string, when: string) => {
    script.add(label, { type: 'incident.opened', title: words(label), sources: ['@source'], when: day(when) }, { by: 'R' })
    script.add(`said-${label}`, said('A', `of ${label}`, day('2025-10-20'), { about: [`@${label}`] }), { by: 'R' })
  }
  at('early', '2025-10-10')
  for (let count = 0; count <= DAY_PAIRS_LIMIT; count++) at(`late-${count}`, '2025-10-15')
  const titles = (moment: string) => of(timeline(script.acts(), asking(moment))).pairs.map(({ title }) => title['en'])
  assert.deepEqual(titles('2025-10-19'), [])
  assert.equal(titles('2025-10-20').length, DAY_PAIRS_LIMIT)
  assert.ok(!titles('2025-10-20').includes('early'))
})

test('[R61] where it stands shows each party’s latest claims, the same number for every one', () => {
  const script = threeRounds()
  for (let at = 0; at < LATEST_LIMIT + 2; at++)
    script.add(`more-${at}`, said('B', `word ${at}`, day('2025-11-09'), { about: ['@round-3'] }), { by: 'R' })
  const pair = page(script, '2025-11-10').pairs.find(({ about }) => about === script.at('round-3'))!
  assert.deepEqual([pair.claims['A']!.length, pair.claims['B']!.length], [1, LATEST_LIMIT])
  assert.deepEqual(pair.earlier, { A: 0, B: 3 })
  const { sayings } = of(statements(script.acts(), asking('2025-11-10')))
  assert.equal(sayings.filter(({ body }) => body === 'B').length, LATEST_LIMIT + 3)
})

const long = () => {
  const script = threeRounds()
  script.add('other', { type: 'source.captured', publisher: 'q', voice: 'outlet', language: 'en', dated: 'printed' }, { by: 'R' })
  for (let at = 0; at < ROW_SAYINGS * 3 + 1; at++)
    script.add(`more-${at}`, said(at % 3 === 0 ? 'A' : 'B', `word ${at}`, day('2025-11-09'), { about: ['@round-3'] }), { by: 'R' })
  return script
}

test('[R74] statements are given beside their sources a page at a time: every source is met, every statement stands with each of its own, once', () => {
  const script = long()
  const whole = of(statements(script.acts(), asking()))
  assert.deepEqual(whole.page, { first: 0, total: whole.rows.length, next: null })
  assert.ok(whole.rows.length > 3 && whole.rows.length <= SOURCE_ROWS_LIMIT)
  assert.equal(whole.counts.sources, whole.sources.length)
  assert.equal(whole.counts.sayings, whole.sayings.length)
  const told = whole.rows.flatMap(({ source, sayings }) => sayings.map((saying) => `${source} ${saying}`))
  const wanted = whole.sayings.flatMap(({ act, sources }) => sources.map((source) => `${source} ${act.hash}`))
  assert.deepEqual([...told].sort(), [...wanted].sort())
  assert.deepEqual(new Set(whole.rows.flatMap(({ source }) => source ?? [])), new Set(whole.sources.map(({ act }) => act.hash)))
  for (const [at, row] of whole.rows.entries()) assert.equal(row.continued, row.source === whole.rows[at - 1]?.source)
  const pages = []
  for (let first: number | null = 0; first !== null; first = pages.at(-1)!.page.next)
    pages.push(of(statements(script.acts(), { ...asking(), first, limit: 2 })))
  assert.deepEqual(
    pages.flatMap(({ rows }) => rows),
    whole.rows,
  )
  for (const { rows, sayings, sources, counts } of pages) {
    assert.deepEqual(new Set(sayings.map(({ act }) => act.hash)), new Set(rows.flatMap((row) => row.sayings)))
    assert.deepEqual(new Set(sources.map(({ act }) => act.hash)), new Set(rows.flatMap(({ source }) => source ?? [])))
    assert.deepEqual(counts, whole.counts)
  }
})

test('[R74] of one body’s statements only these and their sources are given, and an act is met on the page on which it stands', () => {
  const script = long()
  const ofA = of(statements(script.acts(), { ...asking(), by: 'A' as never }))
  assert.ok(ofA.sayings.length > 1 && ofA.sayings.every(({ body }) => body === 'A'))
  assert.ok(ofA.rows.every(({ sayings }) => sayings.length > 0))
  const act = script.at(`more-${ROW_SAYINGS * 3}`)
  const { page, rows } = of(statements(script.acts(), { ...asking(), act, limit: 2 }))
  assert.ok(page.first > 0 && page.first % 2 === 0)
  assert.ok(rows.some(({ sayings }) => sayings.includes(act)))
  assert.equal(of(statements(script.acts(), { ...asking(), act: script.at('opened'), limit: 2 })).page.first, 0)
})

test('[R74] events are given a page at a time, the last unless told, each on one page', () => {
  const acts = long().acts()
  const events = (view: ReturnType<typeof whole>) => [...view.third, ...Object.values(view.parties).flat(), ...view.incidents]
  const whole = (more: object = {}) => of(timeline(acts, { ...asking(), ...more }))
  const all = whole()
  assert.deepEqual(all.page, { first: 0, total: events(all).length, next: null })
  assert.ok(all.page.total > 20 && all.page.total <= EVENTS_LIMIT)
  assert.deepEqual(whole({ limit: 5 }).page, { first: all.page.total - 5, total: all.page.total, next: null })
  const met: string[] = []
  for (let first: number | null = 0; first !== null; ) {
    const part = whole({ first, limit: 7 })
    met.push(...events(part).map(({ act }) => act.hash))
    first = part.page.next
  }
  assert.deepEqual(
    [...met].sort(),
    events(all)
      .map(({ act }) => act.hash)
      .sort(),
  )
  const before = whole({ until: '2025-11-09T00:00:00.000Z', limit: 2 })
  assert.ok(events(before).every(({ when }) => when.from < '2025-11-09T00:00:00.000Z'))
  assert.deepEqual([events(before).length, before.page.next], [2, before.page.first + 2])
  assert.deepEqual(whole({ until: '2020-01-01T00:00:00.000Z' }).page, { first: 0, total: all.page.total, next: 0 })
})

test('[R75] a query is read alike by whoever answers: a date means its end, a size is a size, what is no time is refused with its place', () => {
  const read = askedOf({ at: '2025-11-10', known: '7', first: '40', limit: '2', until: '2025-11-09T00:00:00Z', by: 'A' })
  assert.deepEqual(read.ok && read.value, {
    happened: '2025-11-11T00:00:00.000Z',
    known: 7,
    first: 40,
    limit: 2,
    until: '2025-11-09T00:00:00.000Z',
    by: 'A',
    act: undefined,
  })
  const known = askedOf({ known: '2025-11-10' })
  assert.equal(known.ok && known.value.known, '2025-11-11T00:00:00.000Z')
  for (const name of ['at', 'known', 'until']) {
    const no = askedOf({ [name]: 'tomorrow' })
    assert.deepEqual(!no.ok && [no.refusal.code, no.refusal.path], ['not-a-time', `query.${name}`])
  }
})

test('[R64] a view of another’s mind is its speaker’s words, of that kind, and nobody’s assessment or position', () => {
  const script = threeRounds()
  script.add(
    'mind',
    said('A', 'the mediators have no hope', day('2025-11-07'), { kind: 'view-of-anothers-mind', reports: ['M'], about: ['@round-3'] }),
    { by: 'R' },
  )
  const view = of(statements(script.acts(), asking('2025-11-10')))
  const saying = view.sayings.find(({ words: text }) => text['en'] === 'the mediators have no hope')!
  assert.deepEqual([saying.body, saying.kind, saying.reports], ['A', 'view-of-anothers-mind', ['M']])
  assert.deepEqual(page(script, '2025-11-10').matrix[0]!.cells, { A: null, B: null })
})

test('[R64] a statement is stated where its speaker’s body speaks itself, claimed where it is hearsay, reported where no body speaks; own where it put it on the record', () => {
  const script = joined(exercise()).add('source', {
    type: 'source.captured',
    publisher: 'p',
    voice: 'outlet',
    language: 'en',
    dated: 'printed',
  })
  const add = (label: string, more: object, by = 'S') => script.add(label, said('A', label, day('2026-01-01'), more as never), { by })
  add('official', {})
  add('rumour', { form: 'hearsay' })
  add('paper', { voice: 'outlet' })
  add('mine', {}, 'A')
  const sayings = of(statements(script.acts(), asking())).sayings
  assert.deepEqual(sayings.map(({ words: text, firmness, act }) => `${text['en']} ${firmness}${act.own ? ' own' : ''}`).sort(), [
    'mine stated own',
    'official stated',
    'paper reported',
    'rumour claimed',
  ])
})

test('[R64] in a reconstruction what the rapporteur puts down about others is not its own, its founding and capturing are', () => {
  const own = new Set(
    rows(threeRounds().acts(), { say: english, language: 'en' })
      .filter(({ ref }) => ref.own)
      .map(({ type }) => type.split('.')[0]),
  )
  assert.deepEqual([...own].sort(), ['process', 'source'])
  const running = joined(exercise()).add('issue', { type: 'issue.tabled', title: words('an issue') }, { by: 'S' })
  assert.ok(rows(running.acts(), { say: english, language: 'en' })[0]!.ref.own)
})

test('[R65] rows are newest first, a page at a time, each saying who did it and, where it is ascribed, by whose account and who recorded it', () => {
  const acts = threeRounds().acts()
  const all = rows(acts, { say: english, language: 'en' })
  assert.deepEqual(
    all.map(({ ref }) => ref.index),
    [...acts.keys()].reverse(),
  )
  const some = rows(acts, { before: 5, limit: 2, say: english, language: 'en' })
  assert.deepEqual(
    some.map(({ ref }) => ref.index),
    [4, 3],
  )
  const texts = all.map(({ text }) => bare(text))
  assert.ok(texts.includes('Deadlock called: A, by published original, recorded by R'))
  assert.ok(texts.includes('Round closed: M, by account of B, recorded by R'))
  assert.ok(texts.includes('Statement recorded: B, recorded by R'))
  assert.equal(texts.at(-1), 'Process opened, by R')
  assert.equal(all.at(-1)!.solemn, true)
  assert.ok(ROWS_LIMIT >= 100)
  const [row] = rows([{ ...acts[0]!, act: 'erased' }], { say: english, language: 'en' })
  assert.deepEqual([row!.act, row!.title], ['erased', null])
})

test('[R66] a process shows its bodies in the agreed order, each with place, letter, and who has not yet recognised it', () => {
  const script = joined(exercise({ grounds: grounds({ order: { kind: 'listed', bodies: ['B', 'A'] } }) }), ['A', 'B'])
  const view = of(processView(script.acts(), asking()))
  assert.deepEqual(
    view.bodies
      .map(({ id, place, letter, joined: is, notYetRecognisedBy }) => [id, place, letter, is, notYetRecognisedBy.join()])
      .slice(0, 2),
    [
      ['B', 1, 'B', true, 'A'],
      ['A', 2, 'A', true, ''],
    ],
  )
  assert.deepEqual(
    view.bodies.slice(2).map(({ id, place }) => [id, place]),
    [
      ['J', 0],
      ['M', 0],
      ['S', 0],
    ],
  )
  assert.deepEqual([view.id, view.size, view.nature], [script.at('opened').slice(0, 32), 3, 'exercise'])
  const none = processView([], asking())
  assert.equal(none.ok ? '' : none.refusal.code, 'process-not-opened')
})

test('[R67] a timeline has a lane for every party, the third parties’, rounds with each side’s number, incidents and commitments', () => {
  const view = of(timeline(threeRounds().acts(), asking('2025-11-10')))
  assert.deepEqual(
    view.rounds.map(({ from, until, outcome }) => [from.slice(0, 10), until?.slice(0, 10), outcome]),
    [
      ['2025-10-18', '2025-10-20', 'agreement'],
      ['2025-10-25', '2025-10-31', 'adjourned'],
      ['2025-11-06', '2025-11-08', 'no-result'],
    ],
  )
  assert.deepEqual(Object.keys(view.parties), ['A', 'B'])
  assert.deepEqual(
    view.parties['A']!.map(({ kind, firmness }) => `${kind} ${firmness}`),
    ['issue.tabled stated', 'statement.recorded stated', 'deadlock.called stated'],
  )
  assert.deepEqual(
    view.parties['B']!.map(({ kind }) => kind),
    ['statement.recorded'],
  )
  const whole = of(timeline(everyKind().acts(), asking('2026-06-01')))
  assert.deepEqual(whole.rounds[0]!.numbers, [{ by: 'A', number: 1 }])
  assert.equal(whole.incidents.length, 1)
  assert.deepEqual(
    whole.commitments.map(({ title }) => title['en']),
    ['Keep it'],
  )
})

test('[R67] two accounts that differ on a round’s outcome leave it disputed in the timeline', () => {
  const script = threeRounds()
  ascribe(
    script,
    'other',
    { type: 'round.closed', round: '@round-3', outcome: 'progress' },
    { to: ['M'], when: day('2025-11-07'), of: words('an outlet') },
  )
  assert.equal(of(timeline(script.acts(), asking('2025-11-10'))).rounds.at(-1)!.outcome, 'disputed')
})

test('[R60] every entry that a page names is among its references', () => {
  const view = page(everyKind(), '2026-02-01')
  const hashes = new Set(JSON.stringify({ ...view, acts: {}, process: {} }).match(/\b[0-9a-f]{64}\b/g))
  for (const hash of hashes) assert.ok(hash in view.acts, hash)
})
