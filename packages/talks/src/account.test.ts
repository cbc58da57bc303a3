import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ascribe, day, reconstruction, standingAt, words } from './script.test-support.ts'

const reported = (content: string, more: object = {}) => ({
  type: 'instrument.reported',
  title: words('d'),
  parties: ['A', 'B'],
  character: 'not-known',
  content: words(content),
  signed: 'not-said',
  ...more,
})

test('[R35] an ascribed act adds an account by doer and ground; a later one by the same doer on the same ground takes its place and no other’s', () => {
  const script = reconstruction()
  ascribe(script, 'one', reported('first'), { to: ['A'], when: day('2025-10-10') })
  ascribe(script, 'two', reported('second', { instrument: '@one' }), { to: ['B'], when: day('2025-10-11') })
  ascribe(script, 'three', reported('third', { instrument: '@one' }), { to: ['A'], when: day('2025-10-12') })
  ascribe(script, 'four', reported('fourth', { instrument: '@one' }), { to: ['A'], when: day('2025-10-12'), of: 'M' })
  const contents = [...script.state.instruments.get(script.at('one'))!.accounts.values()].map(({ act }) => act.content['en'])
  assert.deepEqual(contents, ['second', 'third', 'fourth'])
})

test('[R35] two accounts of a round are two accounts of one round, each with its ground in the reasons', () => {
  const script = reconstruction()
  ascribe(script, 'round', { type: 'round.opened', takesPart: ['A', 'B'] }, { to: ['M'], when: day('2025-10-10') })
  for (const whose of ['A', 'B'])
    ascribe(
      script,
      `closed-${whose}`,
      { type: 'round.closed', round: '@round', outcome: 'progress' },
      { to: ['M'], when: day('2025-10-11'), of: whose },
    )
  const closings = standingAt(script, '2025-10-12').talks.because.filter(({ rule }) => rule === 'round-closed')
  assert.deepEqual(
    closings.map(({ facts }) => facts['account']),
    ['A', 'B'],
  )
})
