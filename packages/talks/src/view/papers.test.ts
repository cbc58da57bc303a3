import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BodyId } from '@paraph/record'
import { asking, day, exercise, type Script, words } from '../script.test-support.ts'
import { assurances } from './assurances.ts'
import { communiques } from './communiques.ts'
import { papers } from './papers.ts'

const of = <Value>(answer: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown }): Value => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}
const plenary = { audience: 'plenary' } as const
const [A, B, J, M] = ['A', 'B', 'J', 'M'] as const

test('[R84] a request is told to who asked, who was asked and the mediators, to nobody else, and to nobody in particular not at all', () => {
  const script = exercise({ parties: ['A', 'B', 'D'] })
  script.add('asked', { type: 'assurance.asked', of: B, words: words('in writing'), inSameForm: words('ours too'), ...plenary }, { by: A })
  const told = (by?: string) => of(assurances(script.acts(), { ...asking(), ...(by === undefined ? {} : { by: by as BodyId }) })).assurances
  for (const by of [A, B, M]) assert.equal(told(by).length, 1, by)
  for (const by of ['D', J, 'S', undefined]) assert.equal(told(by).length, 0, by ?? 'nobody')
  const [asked] = told(A)
  assert.deepEqual([asked?.passedOn, asked?.answered, asked?.closed], [[], [], null])
  assert.deepEqual(asked?.inSameForm, { en: 'ours too', ur: '«ours too»' })
})

test('[R84] passing on, answering and closing are shown with who did them; a mediator returns it by closing it with a reason', () => {
  const script = exercise()
  const ask = (label: string) => script.add(label, { type: 'assurance.asked', of: B, words: words(label), ...plenary }, { by: A })
  ask('one').add('one/on', { type: 'assurance.passed-on', assurance: '@one', ...plenary }, { by: M })
  script.add('one/said', { type: 'assurance.answered', assurance: '@one', answer: 'elsewhere', where: '@one', ...plenary }, { by: B })
  ask('two').add('two/back', { type: 'assurance.closed', assurance: '@two', reason: words('ask it otherwise'), ...plenary }, { by: M })
  const [two, one] = of(assurances(script.acts(), { ...asking(), by: A as BodyId })).assurances
  assert.deepEqual([one?.passedOn[0]?.by, one?.answered[0]?.answer, one?.answered[0]?.where], [[M], 'elsewhere', script.at('one')])
  assert.deepEqual([two?.passedOn, two?.closed?.by, two?.closed?.reason?.['en']], [[], [M], 'ask it otherwise'])
})

const handed = (script: Script): Script =>
  script
    .add('paper', { type: 'paper.handed-over', kind: 'draft', title: words('A draft'), to: [B], through: [M], quotable: false }, { by: A })
    .add('paper/in', { type: 'paper.received', paper: '@paper' }, { by: M })
    .add('paper/on', { type: 'paper.passed-on', paper: '@paper', to: [B] }, { by: M })
    .add('paper/back', { type: 'paper.returned', paper: '@paper', reason: words('not yet') }, { by: B })

test('[R85] the custody of a paper is every step in its order, with whom to and through', () => {
  const script = handed(exercise()).add('letter', { type: 'paper.handed-over', kind: 'letter', title: words('L'), to: [M] }, { by: B })
  const [letter, draft] = of(papers(script.acts(), asking())).papers
  assert.deepEqual(
    draft?.custody.map(({ verb, by, to, through, reason }) => [verb, by, to, through, reason?.['en'] ?? null]),
    [
      ['handed-over', [A], [B], [M], null],
      ['received', [M], [], [], null],
      ['passed-on', [M], [B], [], null],
      ['returned', [B], [], [], 'not yet'],
    ],
  )
  assert.deepEqual([draft?.quotable, draft?.withoutPrejudice, draft?.tabled], [false, true, false])
  assert.deepEqual([letter?.quotable, letter?.withoutPrejudice], [null, false])
})

test('[R86] a communiqué has its issuers, points, embargo and disputes; it is under embargo until that ends', () => {
  const script = exercise({ when: day('2026-01-01') })
  const giving = { embargo: day('2026-02-01', '2026-02-03'), speaks: [{ body: M }], lines: [words('say this')], silence: day('2026-02-01') }
  script.add(
    'issued',
    { type: 'communique.issued', title: words('Points'), points: [words('One')], onBehalfOf: [A, B], when: day('2026-02-01'), ...giving },
    { by: M },
  )
  script.add('disputed', { type: 'communique.disputed', communique: '@issued', words: words('not so') }, { by: B })
  const at = (moment: string) => of(communiques(script.acts(), asking(moment))).communiques[0]
  const text = at('2026-03-02')?.issued[0]
  assert.deepEqual([text?.by, text?.onBehalfOf, text?.points[0]?.['en'], text?.lines[0]?.['en']], [[M], [A, B], 'One', 'say this'])
  assert.deepEqual([text?.speaks[0]?.body, text?.embargo], [M, day('2026-02-01', '2026-02-03')])
  assert.deepEqual([at('2026-02-02')?.issued[0]?.underEmbargo, at('2026-02-03')?.issued[0]?.underEmbargo], [true, false])
  assert.deepEqual(at('2026-03-02')?.disputedBy[0]?.bodies, [B])
})
