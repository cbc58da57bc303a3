import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ascribed, day, exercise, reconstruction, said, words } from './script.test-support.ts'

// Longer than 250 lines: the rule of each noun, in the order of the catalogue.

const issue = { type: 'issue.tabled', title: words('i') } as const
const open = { type: 'round.opened', takesPart: ['A', 'B'] } as const
const source = { type: 'source.captured', publisher: 'p', voice: 'outlet', language: 'en', dated: 'printed' } as const
const plenary = { audience: 'plenary' } as const

test('[R21] a track or an actor that an act names was brought by an act before, and a track is opened once', () => {
  const script = exercise()
  assert.equal(script.refused({ ...open, track: 'one' }, { by: 'M' })?.code, 'token-unknown')
  script.add('one', { type: 'track.opened', track: 'one', title: words('One') }, { by: 'M' })
  assert.equal(script.refused({ ...open, track: 'one' }, { by: 'M' }), undefined)
  assert.equal(script.refused({ type: 'track.opened', track: 'one', title: words('One') }, { by: 'M' })?.code, 'token-taken')
  assert.equal(script.refused({ type: 'track.linked', tracks: ['one', 'two'] }, { by: 'M' })?.code, 'token-unknown')
  assert.equal(script.refused({ type: 'track.handed-to', track: 'two', to: ['M'] }, { by: 'M' })?.code, 'token-unknown')
  assert.equal(script.refused({ type: 'actor.described', actor: 'group', words: words('x') }, { by: 'A' })?.code, 'token-unknown')
  script.add('named', { type: 'actor.named', actor: 'group', name: words('The group') }, { by: 'A' })
  assert.equal(script.refused({ type: 'actor.no-longer-named', actor: 'group' }, { by: 'B' })?.code, 'token-unknown')
  assert.equal(script.refused({ type: 'actor.no-longer-named', actor: 'group' }, { by: 'A' }), undefined)
})

test('[R22] an issue that is closed, split or merged is answered no more, until it is reopened', () => {
  const script = exercise().add('one', issue).add('two', issue).add('three', issue)
  script.add('split', { type: 'issue.split', issue: '@one', into: ['@two', '@three'] })
  assert.equal(script.refused({ type: 'issue.amended', issue: '@one', title: words('j') })?.code, 'superseded')
  assert.equal(script.refused({ type: 'issue.closed', issue: '@one' })?.code, 'superseded')
  script.add('merged', { type: 'issue.merged', issues: ['@two', '@three'], into: '@three' })
  assert.equal(script.refused({ type: 'issue.merged', issues: ['@two', '@three'], into: '@three' })?.code, 'superseded')
  assert.equal(script.refused({ type: 'issue.parked', issue: '@three' }), undefined)
  script.add('back', { type: 'issue.reopened', issue: '@one' })
  assert.equal(script.refused({ type: 'issue.reopened', issue: '@one' })?.code, 'superseded')
  assert.equal(script.refused({ type: 'issue.closed', issue: '@one' }), undefined)
})

test('[R23] a position is revised and withdrawn by its own body alone, and not after it was withdrawn', () => {
  const script = exercise().add('issue', issue)
  script.add('stand', { type: 'position.tabled', issue: '@issue', kind: 'demand', words: words('x') }, { by: 'A' })
  const revised = { type: 'position.revised', position: '@stand', kind: 'offer', words: words('y') }
  assert.equal(script.refused(revised, { by: 'B' })?.code, 'not-yours')
  script.add('revised', revised, { by: 'A' })
  assert.equal(script.refused({ type: 'position.withdrawn', position: '@revised' }, { by: 'A' })?.code, 'reference-not-first')
  script.add('withdrawn', { type: 'position.withdrawn', position: '@stand' }, { by: 'A' })
  assert.equal(script.refused(revised, { by: 'A' })?.code, 'superseded')
})

test('[R24] a paper is received by whom it was handed to, withdrawn and tabled by whose it is, and after its withdrawal left alone', () => {
  const script = exercise().add('paper', { type: 'paper.handed-over', kind: 'draft', title: words('p'), to: ['M'] }, { by: 'A' })
  assert.equal(
    script.refused({ type: 'paper.handed-over', kind: 'draft', title: words('p'), to: ['Z'] }, { by: 'A' })?.code,
    'body-unknown',
  )
  assert.equal(script.refused({ type: 'paper.received', paper: '@paper' }, { by: 'B' })?.code, 'not-yours')
  assert.equal(script.refused({ type: 'paper.received', paper: '@paper' }, { by: 'M' }), undefined)
  assert.equal(script.refused({ type: 'paper.tabled', paper: '@paper' }, { by: 'M' })?.code, 'not-yours')
  assert.equal(script.refused({ type: 'paper.passed-on', paper: '@paper', to: ['B'] }, { by: 'M' }), undefined)
  script.add('withdrawn', { type: 'paper.withdrawn', paper: '@paper' }, { by: 'A' })
  assert.equal(script.refused({ type: 'paper.passed-on', paper: '@paper', to: ['B'] }, { by: 'M' })?.code, 'superseded')
  assert.equal(script.refused({ type: 'paper.received', paper: '@paper' }, { by: 'M' })?.code, 'superseded')
})

test('[R25] a round opens in a track only where none is open at that time, by the spans and not by the order of arrival', () => {
  const at = (date: string) => ({ ...open, when: day(date) })
  const script = exercise().add('late', at('2026-02-20'), { by: 'M' })
  // Recorded later, happened earlier: no round was open then.
  assert.equal(script.refused(at('2026-02-10'), { by: 'M' }), undefined)
  assert.equal(script.refused(at('2026-02-25'), { by: 'M' })?.code, 'round-open-in-track')
  script.add('closed', { type: 'round.closed', round: '@late', outcome: 'progress', when: day('2026-02-22') }, { by: 'M' })
  assert.equal(script.refused(at('2026-02-21'), { by: 'M' })?.code, 'round-open-in-track')
  assert.equal(script.refused(at('2026-02-22'), { by: 'M' }), undefined)
  script.add('one', { type: 'track.opened', track: 'one', title: words('One') }, { by: 'M' })
  assert.equal(script.refused({ ...at('2026-02-21'), track: 'one' }, { by: 'M' }), undefined)
})

test('[R25] a further account of the same round’s opening is no second round', () => {
  const script = reconstruction().add('one', ascribed(open, { to: ['M'], when: day('2025-10-05') }), { by: 'R' })
  assert.equal(script.refused(ascribed(open, { to: ['M'], when: day('2025-10-06'), of: 'B' }), { by: 'R' })?.code, 'round-open-in-track')
  assert.equal(
    script.refused(ascribed({ ...open, round: '@one' }, { to: ['M'], when: day('2025-10-06'), of: 'B' }), { by: 'R' }),
    undefined,
  )
})

test('[R26] a round closes after it opened and once; one that opened is neither moved nor cancelled', () => {
  const script = exercise().add('plan', { type: 'round.scheduled', planned: day('2026-04-01') }, { by: 'M' })
  assert.equal(script.refused({ type: 'round.closed', round: '@plan', outcome: 'progress' }, { by: 'M' })?.code, 'round-not-open')
  assert.equal(script.refused({ type: 'round.rescheduled', round: '@plan', planned: day('2026-04-02') }, { by: 'M' }), undefined)
  script.add('opened', { ...open, round: '@plan' }, { by: 'M' })
  assert.equal(
    script.refused({ type: 'round.rescheduled', round: '@plan', planned: day('2026-04-02') }, { by: 'M' })?.code,
    'round-already-opened',
  )
  assert.equal(
    script.refused({ type: 'round.closed', round: '@plan', outcome: 'progress', when: day('2026-01-01') }, { by: 'M' })?.code,
    'closed-before-opened',
  )
  script.add('closed', { type: 'round.closed', round: '@plan', outcome: 'progress' }, { by: 'M' })
  assert.equal(script.refused({ type: 'round.closed', round: '@plan', outcome: 'agreement' }, { by: 'M' })?.code, 'superseded')
  assert.equal(script.refused({ ...open, takesPart: ['A', 'Z'] }, { by: 'M' })?.code, 'body-unknown')
})

test('[R27] a draft is agreed until it is issued, and a communiqué speaks for bodies of the process', () => {
  const issued = { type: 'communique.issued', title: words('c'), points: [words('1')], onBehalfOf: ['A', 'B'] }
  const script = exercise().add('draft', { type: 'communique.drafted', title: words('c'), points: [] }, { by: 'M' })
  assert.equal(script.refused({ type: 'communique.agreed', communique: '@draft' }, { by: 'A' }), undefined)
  assert.equal(script.refused({ ...issued, onBehalfOf: ['Z'] }, { by: 'M' })?.code, 'body-unknown')
  script.add('issued', { ...issued, communique: '@draft' }, { by: 'M' })
  assert.equal(script.refused({ type: 'communique.agreed', communique: '@draft' }, { by: 'A' })?.code, 'superseded')
  assert.equal(script.refused({ type: 'communique.disputed', communique: '@draft', words: words('no') }, { by: 'A' }), undefined)
})

test('[R28] a seat records statements of its own side; owning and clarifying are the speaker’s; a withdrawn statement is left alone', () => {
  const script = exercise().add('source', source)
  const { when: _when, ...mine } = said('A', 'x', day('2026-01-01'))
  assert.equal(script.refused(mine, { by: 'A' }), undefined)
  assert.equal(script.refused(mine, { by: 'B' })?.code, 'not-your-side')
  assert.equal(script.refused({ ...mine, reports: ['Z'] }, { by: 'A' })?.code, 'body-unknown')
  script.add('said', mine)
  assert.equal(script.refused({ type: 'statement.owned', statement: '@said' }, { by: 'B' })?.code, 'not-yours')
  assert.equal(script.refused({ type: 'statement.clarified', statement: '@said', words: words('y') }, { by: 'S' })?.code, 'right-not-held')
  for (const by of ['A', 'B', 'M'])
    assert.equal(script.refused({ type: 'statement.disputed', statement: '@said', words: words('y') }, { by }), undefined, by)
  script.add('back', { type: 'statement.withdrawn', statement: '@said' })
  assert.equal(script.refused({ type: 'statement.owned', statement: '@said' }, { by: 'A' })?.code, 'superseded')
  assert.equal(script.refused({ type: 'statement.disputed', statement: '@said', words: words('y') }, { by: 'B' })?.code, 'superseded')
})

test('[R29] an assurance is asked of another, passed on by a mediator, answered once by the asked body alone', () => {
  const script = exercise().add('asked', { type: 'assurance.asked', of: 'B', words: words('x'), ...plenary }, { by: 'A' })
  const answer = { type: 'assurance.answered', assurance: '@asked', answer: 'confirmed', ...plenary }
  assert.equal(script.refused({ type: 'assurance.asked', of: 'Z', words: words('x'), ...plenary }, { by: 'A' })?.code, 'body-unknown')
  assert.equal(script.refused(answer, { by: 'A' })?.code, 'own-request')
  assert.equal(script.refused(answer, { by: 'M' })?.code, 'not-yours')
  assert.equal(script.refused(answer, { by: 'B' })?.code, 'not-passed-on')
  assert.equal(script.refused({ type: 'assurance.passed-on', assurance: '@asked', ...plenary }, { by: 'B' })?.code, 'right-not-held')
  script.add('passed', { type: 'assurance.passed-on', assurance: '@asked', ...plenary }, { by: 'M' }).add('answer', answer, { by: 'B' })
  assert.equal(script.refused(answer, { by: 'B' })?.code, 'already-answered')
  assert.equal(script.refused({ type: 'assurance.closed', assurance: '@asked', ...plenary }, { by: 'B' })?.code, 'not-yours')
  script.add('closed', { type: 'assurance.closed', assurance: '@asked', ...plenary }, { by: 'A' })
  assert.equal(script.refused({ type: 'assurance.closed', assurance: '@asked', ...plenary }, { by: 'A' })?.code, 'superseded')
})

test('[R30] a commitment is of bodies of the process, and after it is retired nothing is added to it', () => {
  const script = exercise().add('issue', issue)
  const recorded = { type: 'commitment.recorded', title: words('c'), words: words('x'), debtors: ['A'], from: ['@issue'] }
  assert.equal(script.refused({ ...recorded, debtors: ['Z'] })?.code, 'body-unknown')
  script.add('duty', recorded).add('retired', { type: 'commitment.retired', commitment: '@duty' })
  for (const act of [
    { type: 'commitment.amended', commitment: '@duty', words: words('y') },
    { type: 'commitment.linked', commitment: '@duty', debtor: 'A', to: ['@issue'] },
    { type: 'commitment.retired', commitment: '@duty' },
  ]) {
    assert.equal(script.refused(act)?.code, 'superseded', act.type)
  }
})

test('[R31] a call of deadlock is lifted by its author alone, once', () => {
  const script = exercise().add('call', { type: 'deadlock.called', words: words('x') }, { by: 'A' })
  assert.equal(script.refused({ type: 'deadlock.lifted', call: '@call' }, { by: 'M' })?.code, 'not-yours')
  assert.equal(script.refused({ type: 'deadlock.move-tried', call: '@call', move: 'park', words: words('x') }, { by: 'M' }), undefined)
  script.add('lifted', { type: 'deadlock.lifted', call: '@call' }, { by: 'A' })
  assert.equal(script.refused({ type: 'deadlock.lifted', call: '@call' }, { by: 'A' })?.code, 'superseded')
  assert.equal(
    script.refused({ type: 'deadlock.move-tried', call: '@call', move: 'park', words: words('x') }, { by: 'M' })?.code,
    'superseded',
  )
})

test('[R32] measures belong to who took them, instruments to bodies of the process, and an incident merged or closed is left alone', () => {
  const script = exercise().add('source', source)
  script.add('measure', { type: 'measure.announced', kind: 'restrictive', words: words('x') }, { by: 'A' })
  assert.equal(script.refused({ type: 'measure.ended', measure: '@measure' }, { by: 'B' })?.code, 'not-yours')
  script.add('ended', { type: 'measure.ended', measure: '@measure' }, { by: 'A' })
  assert.equal(
    script.refused({ type: 'measure.taken', measure: '@measure', kind: 'restrictive', words: words('x') }, { by: 'A' })?.code,
    'superseded',
  )
  const reported = {
    type: 'instrument.reported',
    title: words('d'),
    parties: ['A', 'Z'],
    character: 'not-known',
    content: words('x'),
    signed: 'not-said',
  }
  assert.equal(script.refused(reported, { by: 'A' })?.code, 'body-unknown')
  const incident = { type: 'incident.opened', title: words('x'), sources: ['@source'] }
  script.add('one', incident, { by: 'J' }).add('two', incident, { by: 'J' })
  script.add('merged', { type: 'incident.merged', incidents: ['@one', '@two'], into: '@two' }, { by: 'J' })
  assert.equal(script.refused({ type: 'incident.closed', incident: '@one' }, { by: 'J' })?.code, 'superseded')
  script.add('closed', { type: 'incident.closed', incident: '@two' }, { by: 'J' })
  assert.equal(
    script.refused({ type: 'incident.self-reported', incident: '@two', title: words('x'), words: words('y') }, { by: 'A' })?.code,
    'superseded',
  )
})
