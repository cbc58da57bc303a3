import assert from 'node:assert/strict'
import { test } from 'node:test'
import { erasedBy, erasedEntries } from './erasure.ts'
import { day, english, exercise, joined, means, reconstruction, said, type Script, words } from './script.test-support.ts'
import { rows } from './view/rows.ts'

const erase = (acts: readonly string[], asks: readonly string[]) => ({
  type: 'erasure.made',
  acts: acts.map((act) => `@${act}`),
  asks: [...asks],
})
const yes = (to: string) => ({ type: 'consent.given', to: `@${to}` })
const talks = (): Script =>
  joined(exercise())
    .add('issue', { type: 'issue.tabled', title: words('Crossings') })
    .add('a', { type: 'position.tabled', issue: '@issue', kind: 'demand', words: words('open them') }, { by: 'A' })

test('[R96] an act is erased when its owners and the secretariat agree, whoever of them puts it', () => {
  for (const [first, other] of [
    ['A', 'S'],
    ['S', 'A'],
  ] as const) {
    const script = talks()
    assert.equal(script.refused(erase(['a'], []), { by: first })?.code, 'owner-not-asked')
    assert.equal(script.refused(erase(['a'], ['A', 'S']), { by: 'B' })?.code, 'not-yours')
    script.add('gone', erase(['a'], [other]), { by: first })
    assert.equal(erasedBy(script.state, script.at('a')), undefined)
    assert.equal(script.refused(yes('gone'), { by: 'B' })?.code, 'not-yours')
    script.add('yes', yes('gone'), { by: other })
    assert.deepEqual(erasedBy(script.state, script.at('a'))!.by, [first, other])
    assert.equal(erasedBy(script.state, script.at('a'))!.since.hash, script.at('yes'))
    assert.equal(script.refused(erase(['a'], [other]), { by: first })?.code, 'act-erased')
    assert.equal(script.refused({ type: 'publication.decided', decision: 'publish', acts: ['@a'] }, { by: 'A' })?.code, 'act-erased')
  }
})

test('[R96] what the secretariat recorded itself every mediator agrees to, and in a reconstruction the rapporteur is alone', () => {
  const script = talks()
  assert.deepEqual(script.refused(erase(['issue'], []))?.facts, { body: 'M' })
  script.add('gone', erase(['issue'], ['M'])).add('yes', yes('gone'), { by: 'M' })
  assert.ok(erasedBy(script.state, script.at('issue')))
  const rebuilt = reconstruction().add('said', said('A', 'x', day('2025-11-01')), { by: 'R' })
  rebuilt.add('gone', { type: 'erasure.made', acts: ['@said'] }, { by: 'R' })
  assert.deepEqual([...erasedEntries(rebuilt.state).values()], [['R']])
})

test('[R97] no structure act can be erased', () => {
  const script = talks()
  for (const label of ['opened', 'joined/A']) assert.equal(script.refused(erase([label], ['M']))?.code, 'structure-not-erasable', label)
  const made = script.add('gone', erase(['a'], ['S']), { by: 'A' })
  assert.equal(made.refused(erase(['gone'], ['S']), { by: 'A' })?.code, 'structure-not-erasable')
})

test('[R98] an erasure stands for whoever has not the act: it rests on structure acts alone, and folds meet what is gone', () => {
  const script = talks()
    .add('gone', erase(['a'], ['S']), { by: 'A' })
    .add('yes', yes('gone'))
  const state = means.begin()
  for (const opening of script.openings) {
    const act = opening.hash === script.at('a') ? ('erased' as const) : opening.act
    if (act !== 'erased') assert.equal(means.refuse(state, opening), undefined)
    means.fold(state, { ...opening, act })
  }
  assert.deepEqual([...means.facts(state).erased], [[script.at('a'), ['A', 'S']]])
  assert.equal(state.positions.all.get(script.at('a')), undefined)
})

test('[R98] the record’s row of an erased act says so, and that of the erasure what it does not undo', () => {
  const script = talks().add('gone', erase(['a'], ['S']), { by: 'A' })
  const [row] = rows(script.acts(), { say: english, language: 'en' })
  assert.match(row!.text, /Erasure.*A/)
  assert.match(row!.text, /whoever holds a copy keeps it/)
})
