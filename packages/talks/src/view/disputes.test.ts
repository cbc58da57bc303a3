import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ascribe, asking, day, exercise, reconstruction, said, words } from '../script.test-support.ts'
import { disputes } from './disputes.ts'

const shown = (script: ReturnType<typeof exercise>, at?: string) => {
  const answer = disputes(script.acts(), asking(at))
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value.disputes
}
const source = { type: 'source.captured', publisher: 'p', voice: 'outlet', language: 'en', dated: 'printed' } as const

test('[R83] a disputed statement stands beside the contrary words, a column for every party in the agreed order', () => {
  const script = exercise({ parties: ['A', 'B', 'D'] }).add('source', source)
  script.add('said', said('B', 'A agreed aloud', day('2026-02-01')))
  assert.deepEqual(shown(script), [])
  script.add('disputed', { type: 'statement.disputed', statement: '@said', words: words('we did not') }, { by: 'A' })
  script.add('heard', { type: 'statement.disputed', statement: '@said', words: words('nobody heard it') }, { by: 'M' })
  const [dispute] = shown(script)
  assert.deepEqual(
    dispute?.columns.map(({ body, claims }) => [body, claims.map(({ says, words: text }) => [says, text[0]?.['en']])]),
    [
      ['A', [['disputes', 'we did not']]],
      ['B', [['said', 'A agreed aloud']]],
      ['D', []],
      ['M', [['disputes', 'nobody heard it']]],
    ],
  )
  assert.equal(dispute?.columns[1]?.claims[0]?.saying?.disputedBy.length, 2)
})

test('[R83] words of nobody’s side have a column with their speaker’s name', () => {
  const script = exercise().add('source', source)
  script.add('said', { ...said('A', 'x', day('2026-02-01')), speaker: { name: words('An official') }, voice: 'unnamed-official' })
  script.add('disputed', { type: 'statement.disputed', statement: '@said', words: words('not so') }, { by: 'A' })
  assert.deepEqual(
    shown(script)[0]?.columns.map(({ body, name }) => body ?? name?.['en']),
    ['A', 'B', 'An official'],
  )
})

test('[R83] a disputed communiqué has its points in its issuer’s column, a disputed commitment its words in its recorder’s', () => {
  const script = exercise()
  script.add('issued', { type: 'communique.issued', title: words('Points'), points: [words('One')], onBehalfOf: ['A', 'B'] }, { by: 'M' })
  script.add('contrary', { type: 'communique.disputed', communique: '@issued', words: words('not one') }, { by: 'B' })
  script.add('duty', { type: 'commitment.recorded', title: words('Keep'), words: words('keep'), debtors: ['A'], from: ['@issued'] })
  script.add('no-duty', { type: 'commitment.disputed', commitment: '@duty', words: words('never') }, { by: 'A' })
  assert.deepEqual(
    shown(script)
      .map(({ of, columns }) => [of, columns.map(({ body, claims }) => [body, claims.map(({ says }) => says)])])
      .sort(),
    [
      [
        'commitment',
        [
          ['A', ['disputes']],
          ['B', []],
          ['S', ['recorded']],
        ],
      ],
      [
        'communique',
        [
          ['A', []],
          ['B', ['disputes']],
          ['M', ['issued']],
        ],
      ],
    ],
  )
})

test('[R83] accounts of a round stand side by side where they differ, and only there; who does not know takes no side', () => {
  const script = reconstruction()
  const closed = (outcome: string) => ({ type: 'round.closed', round: '@round', outcome })
  ascribe(script, 'round', { type: 'round.opened', takesPart: ['A', 'B'] }, { to: ['M'], when: day('2025-10-05') })
  ascribe(script, 'one', closed('not-known'), { to: ['M'], when: day('2025-10-06') })
  ascribe(script, 'two', closed('no-result'), { to: ['M'], of: 'A', when: day('2025-10-06') })
  assert.deepEqual(shown(script), [])
  ascribe(script, 'three', closed('progress'), { to: ['M'], of: 'B', when: day('2025-10-06') })
  const [dispute] = shown(script)
  assert.equal(dispute?.of, 'round')
  assert.deepEqual(
    dispute?.columns.map(({ body, claims }) => [body, claims.map(({ outcome }) => outcome)]),
    [
      ['A', ['no-result']],
      ['B', ['progress']],
      ['M', ['not-known']],
    ],
  )
})
