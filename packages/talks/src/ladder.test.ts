import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ascribe, ascribed, asking, bare, day, exercise, joined, reconstruction, type Script, said, words } from './script.test-support.ts'
import type { CommitmentView } from './view/types.ts'
import { commitments } from './view/commitments.ts'

const boards = (script: Script, at?: string): readonly CommitmentView[] => {
  const board = commitments(script.acts(), asking(at))
  if (!board.ok) throw new Error(JSON.stringify(board.refusal))
  return board.value.commitments
}
const laneOf = (script: Script, debtor: string, at?: string) => boards(script, at)[0]!.lanes.find((lane) => lane.debtor === debtor)!
const rungs = (script: Script, debtor: string, at?: string) =>
  laneOf(script, debtor, at).textPath.map(({ rung, dashed }) => `${rung}${dashed ? ' dashed' : ''}`)
const duty = (script: Script, from: readonly string[], more: object = {}) =>
  script.add(
    'duty',
    {
      type: 'commitment.recorded',
      title: words('c'),
      words: words('keep it'),
      debtors: ['A', 'B'],
      from: [...from],
      when: day('2025-10-20'),
      ...more,
    },
    { by: 'R' },
  )
const say = (script: Script, label: string, body: string, more: object = {}) =>
  script.add(label, said(body, 'we keep it', day('2025-10-10'), more as never), { by: 'R' })

test('[R55] what a debtor’s official says is stated by it, and of every other debtor claimed by whoever says it', () => {
  const script = duty(say(reconstruction(), 'said', 'A'), ['@said'])
  assert.deepEqual(rungs(script, 'A'), ['stated dashed'])
  assert.deepEqual(rungs(script, 'B'), ['claimed dashed'])
  assert.deepEqual(laneOf(script, 'B').text?.by, ['A'])
  assert.match(bare(laneOf(script, 'B').text!.how.text), /^claimed by A$/)
})

test('[R55] state media, unnamed officials, outlets, hearsay and what is said by continuity only claim, and a view of another’s mind says nothing of a duty', () => {
  for (const more of [
    { voice: 'state-media' },
    { voice: 'unnamed-official' },
    { voice: 'outlet' },
    { form: 'hearsay' },
    { form: 'by-continuity' },
  ]) {
    assert.deepEqual(rungs(duty(say(reconstruction(), 'said', 'A', more), ['@said']), 'A'), ['claimed dashed'], JSON.stringify(more))
  }
  const mind = duty(say(reconstruction(), 'said', 'M', { kind: 'view-of-anothers-mind', words: words('the mediators have no hope') }), [
    '@said',
  ])
  assert.deepEqual([rungs(mind, 'A'), rungs(mind, 'B')], [[], []])
})

test('[R55] what a speaker reports of its own body is not stated by that body', () => {
  assert.deepEqual(rungs(duty(say(reconstruction(), 'said', 'A', { reports: ['A'] }), ['@said']), 'A'), ['claimed dashed'])
})

test('[R56] written is named by its kind: own act, published by them, joint and issued by somebody', () => {
  const issued = (onBehalfOf: string[], to: string[]) =>
    duty(
      ascribe(
        reconstruction(),
        'points',
        { type: 'communique.issued', title: words('p'), points: [words('1')], onBehalfOf },
        { to, when: day('2025-10-15') },
      ),
      ['@points'],
    )
  const joint = issued(['A', 'B', 'M'], ['M'])
  assert.deepEqual(rungs(joint, 'A'), ['written dashed'])
  assert.equal(bare(laneOf(joint, 'A').text!.how.text), 'written (joint, issued by M)')
  const alone = issued(['A'], ['A'])
  assert.equal(bare(laneOf(alone, 'A').text!.how.text), 'written (published by A)')
  assert.deepEqual(rungs(alone, 'B'), ['claimed dashed'])
  const own = joined(exercise(), ['A', 'B']).add('issue', { type: 'issue.tabled', title: words('i') })
  own.add('stand', { type: 'position.tabled', issue: '@issue', kind: 'offer', words: words('x') }, { by: 'A' })
  own.add('duty', { type: 'commitment.recorded', title: words('c'), words: words('x'), debtors: ['A'], from: ['@stand'] })
  assert.deepEqual(rungs(own, 'A'), ['written'])
  assert.equal(laneOf(own, 'A').text!.how.rule, 'written-own')
})

test('[R56] a joint communiqué is solid for who issued it, agreed to it or gave its consent, and dashed for everybody else', () => {
  const script = joined(exercise(), ['A', 'B'])
  script.add('points', { type: 'communique.issued', title: words('p'), points: [words('1')], onBehalfOf: ['A', 'B'] }, { by: 'M' })
  script.add('duty', { type: 'commitment.recorded', title: words('c'), words: words('x'), debtors: ['A', 'B'], from: ['@points'] })
  script.add('yes', { type: 'consent.given', to: '@points' }, { by: 'A' })
  assert.deepEqual([rungs(script, 'A'), rungs(script, 'B')], [['written'], ['written dashed']])
})

test('[R57] a dashed rung never fills a solid one: of one rung the solid stands, and every rung keeps its own mark', () => {
  const script = joined(exercise(), ['A']).add('source', {
    type: 'source.captured',
    publisher: 'p',
    voice: 'outlet',
    language: 'en',
    dated: 'printed',
  })
  const { when: _when, ...words1 } = said('A', 'we keep it', day('2026-01-01'))
  script.add('said', words1).add('own', words1, { by: 'A' })
  script.add('points', ascribed({ type: 'communique.issued', title: words('p'), points: [], onBehalfOf: ['A', 'B'] }, { to: ['M'] }))
  script.add('duty', {
    type: 'commitment.recorded',
    title: words('c'),
    words: words('x'),
    debtors: ['A'],
    from: ['@own', '@said', '@points'],
  })
  assert.deepEqual(rungs(script, 'A'), ['stated dashed', 'stated', 'written dashed'])
  assert.deepEqual([laneOf(script, 'A').text?.rung, laneOf(script, 'A').text?.dashed], ['written', true])
  script.add('owned', { type: 'statement.owned', statement: '@said' }, { by: 'A' })
  assert.deepEqual(rungs(script, 'A'), ['stated', 'stated', 'written dashed'])
})

test('[R57] a document that is reported gives its accounts side by side: stated by whom it describes itself, claimed by everybody else, signatures dashed by account', () => {
  const script = reconstruction()
  const reported = {
    type: 'instrument.reported',
    title: words('d'),
    parties: ['A', 'B'],
    character: 'not-known',
    content: words('x'),
  } as const
  ascribe(script, 'one', { ...reported, signed: 'kind-not-known' }, { to: ['A'], when: day('2025-10-19') })
  ascribe(script, 'two', { ...reported, instrument: '@one', signed: 'not-said' }, { to: ['B'], when: day('2025-10-19') })
  duty(script, ['@one'])
  for (const debtor of ['A', 'B']) {
    assert.deepEqual(rungs(script, debtor), ['claimed dashed', 'stated dashed'])
    const { consent, consentPath } = laneOf(script, debtor)
    assert.deepEqual([consent?.rung, consent?.dashed, consent?.by, consentPath.length], ['signed-kind-not-known', true, ['A'], 1])
  }
})

test('[R57] a duty found in one later account of a document rests on that account alone, its signature on every account', () => {
  const script = reconstruction()
  const reported = {
    type: 'instrument.reported',
    title: words('d'),
    parties: ['A', 'B'],
    character: 'not-known',
    content: words('x'),
  } as const
  ascribe(script, 'one', { ...reported, signed: 'kind-not-known' }, { to: ['A'], when: day('2025-10-19') })
  ascribe(script, 'two', { ...reported, instrument: '@one', signed: 'not-said' }, { to: ['B'], when: day('2025-10-19') })
  duty(script, ['@two'])
  assert.deepEqual(rungs(script, 'A'), ['claimed dashed'])
  assert.deepEqual(rungs(script, 'B'), ['stated dashed'])
  assert.equal(laneOf(script, 'A').consent?.rung, 'signed-kind-not-known')
})

test('[R57] an account that names who signed says nothing of whom it does not name', () => {
  const script = reconstruction()
  const reported = {
    type: 'instrument.reported',
    title: words('d'),
    parties: ['A', 'B'],
    character: 'not-known',
    content: words('x'),
  } as const
  ascribe(
    script,
    'one',
    { ...reported, signed: 'definitive', by: [{ body: 'A', name: words('n') }] },
    { to: ['A'], when: day('2025-10-19') },
  )
  duty(script, ['@one'])
  assert.deepEqual([laneOf(script, 'A').consent?.rung, laneOf(script, 'B').consent], ['consented', null])
})

test('[R57] further evidence counts for the debtor that it is linked for, from when it is linked', () => {
  const script = duty(say(reconstruction(), 'said', 'A'), ['@said'])
  say(script, 'said-b', 'B')
  script.add(
    'linked',
    { type: 'commitment.linked', commitment: '@duty', debtor: 'B', to: ['@said-b'], when: day('2025-10-25') },
    { by: 'R' },
  )
  assert.deepEqual(rungs(script, 'B', '2025-10-24'), ['claimed dashed'])
  assert.deepEqual(rungs(script, 'B', '2025-10-25'), ['claimed dashed', 'stated dashed'])
  assert.deepEqual(rungs(script, 'A'), ['stated dashed'])
})

const mirrored = () => {
  const script = reconstruction()
  say(script, 'on-b', 'A').add('on-a', said('B', 'as long as A keeps still', day('2025-10-11')), { by: 'R' })
  return duty(script, ['@on-b', '@on-a'], {
    conditions: [
      { words: words('as long as B keeps still'), on: 'B', stated: ['@on-b'] },
      { words: words('as long as A keeps still'), on: 'A', stated: ['@on-a'] },
    ],
  })
}

test('[R58] a condition cannot be determined: no reading is agreed, nobody is named to judge, there is no finding; each is stated by its own side', () => {
  const [view] = boards(mirrored())
  assert.equal(view!.status, 'cannot-be-determined')
  assert.deepEqual(
    view!.conditions.map(({ on, statedBy, status }) => [on, statedBy, status]),
    [
      ['B', ['A'], 'cannot-be-determined'],
      ['A', ['B'], 'cannot-be-determined'],
    ],
  )
  for (const { because } of view!.conditions)
    assert.deepEqual(
      because.map(({ rule }) => rule),
      ['condition-stated', 'no-reading-agreed', 'nobody-named-to-judge', 'no-finding'],
    )
})

test('[R58] a condition stands from when it is stated, though the duty is recorded as of an earlier day', () => {
  const script = say(reconstruction(), 'said', 'A')
  script.add('later', said('A', 'as long as B keeps still', day('2025-11-07')), { by: 'R' })
  duty(script, ['@said'], { conditions: [{ words: words('as long as B keeps still'), on: 'B', stated: ['@later'] }] })
  const on = (at: string) => [boards(script, at)[0]!.conditions.length, boards(script, at)[0]!.status]
  assert.deepEqual(on('2025-11-06'), [0, 'recorded'])
  assert.deepEqual(on('2025-11-07'), [1, 'cannot-be-determined'])
})

test('[R58] who is only claimed to have stated a condition does not state it', () => {
  const script = say(reconstruction(), 'rumour', 'A', { voice: 'outlet' })
  duty(script, ['@rumour'], { conditions: [{ words: words('as long as B keeps still'), on: 'B', stated: ['@rumour'] }] })
  assert.deepEqual(boards(script)[0]!.conditions[0]!.statedBy, [])
})

test('[R59] a duty’s line says its own dates and nothing more: retired, ended, due, its date passed, no deadline stated', () => {
  const of = (more: object, at?: string) => boards(duty(say(reconstruction(), 'said', 'A'), ['@said'], more), at)[0]!.status
  assert.equal(of({}), 'recorded')
  assert.equal(of({ due: { words: words('promptly') } }), 'no-deadline-stated')
  const due = { due: { words: words('by the 6th'), by: day('2025-11-06') } }
  assert.equal(of(due, '2025-11-05'), 'due')
  assert.equal(of(due, '2025-11-06'), 'date-passed')
  const ends = { ends: { words: words('for two days'), at: day('2025-10-25') } }
  assert.equal(of(ends, '2025-10-24'), 'recorded')
  assert.equal(of(ends, '2025-10-25'), 'end-passed')
  const retired = duty(say(reconstruction(), 'said', 'A'), ['@said']).add(
    'retired',
    { type: 'commitment.retired', commitment: '@duty', when: day('2025-10-30') },
    { by: 'R' },
  )
  assert.deepEqual([boards(retired, '2025-10-29')[0]!.status, boards(retired, '2025-10-30')[0]!.status], ['recorded', 'retired'])
})
