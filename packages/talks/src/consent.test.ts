import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exercise, joined, words } from './script.test-support.ts'

test('[R17] consent is asked of those concerned alone, never of who put the act, and given once', () => {
  const script = joined(exercise(), ['A', 'B'])
  const yes = { type: 'consent.given', to: '@joined/B' }
  assert.equal(script.refused(yes, { by: 'B' })?.code, 'own-request')
  assert.equal(script.refused(yes, { by: 'J' })?.code, 'not-yours')
  script.add('no', { type: 'consent.withheld', to: '@joined/B', reason: words('not yet') }, { by: 'A' })
  script.add('yes', yes, { by: 'A' })
  assert.equal(script.refused(yes, { by: 'A' })?.code, 'already-answered')
  assert.equal(script.refused({ ...yes, to: '@yes' }, { by: 'B' })?.code, 'no-answer-asked')
})

test('[R17] an answer to what is no longer current is superseded', () => {
  const script = joined(exercise(), ['A'])
  script.add('one', { type: 'process.amended', grounds: { graceDays: 3 } })
  script.add('two', { type: 'process.amended', grounds: { graceDays: 4 } })
  script.add('yes', { type: 'consent.given', to: '@two' }, { by: 'A' })
  assert.equal(script.refused({ type: 'consent.given', to: '@one' }, { by: 'A' })?.code, 'superseded')
  const drafted = { type: 'communique.drafted', title: words('c'), points: [] }
  script.add('draft', drafted, { by: 'M' })
  assert.equal(script.refused({ type: 'consent.given', to: '@draft' }, { by: 'A' }), undefined)
  script.add(
    'issued',
    { type: 'communique.issued', communique: '@draft', title: words('c'), points: [], onBehalfOf: ['A', 'B'] },
    { by: 'M' },
  )
  assert.equal(script.refused({ type: 'consent.given', to: '@draft' }, { by: 'A' })?.code, 'superseded')
  assert.equal(script.refused({ type: 'consent.given', to: '@issued' }, { by: 'A' }), undefined)
})
