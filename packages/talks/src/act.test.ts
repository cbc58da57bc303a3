import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { openAct, parseAct } from './act.ts'
import { catalogue } from './catalogue.ts'
import { day, exercise, standingAt, words } from './script.test-support.ts'

const refusal = (act: object) => {
  const read = parseAct(act as never)
  return read.ok ? undefined : read.refusal
}

test('[R1] an act with an unknown property is refused, and the path names it, wherever it stands', () => {
  assert.equal(refusal({ type: 'issue.tabled', title: words('x') }), undefined)
  assert.deepEqual(
    [
      refusal({ type: 'issue.tabled', title: words('x'), colour: 1 })?.code,
      refusal({ type: 'issue.tabled', title: words('x'), colour: 1 })?.path,
    ],
    ['act-schema', 'act.colour'],
  )
  assert.equal(refusal({ type: 'issue.tabled', title: { en: 1 } })?.path, 'act.title.en')
  assert.equal(refusal({ type: 'issue.tabled', title: {} })?.path, 'act.title')
  assert.equal(refusal({ type: 'round.opened', takesPart: ['A', '1'] })?.path, 'act.takesPart[1]')
  assert.equal(
    refusal({ type: 'issue.tabled', title: words('x'), when: { ...(day('2025-10-01') as object), hour: 1 } })?.path,
    'act.when.hour',
  )
  assert.equal(
    refusal({ type: 'issue.tabled', title: words('x'), ascribed: { to: ['A'], ground: { kind: 'rumour', source: '0'.repeat(64) } } })?.path,
    'act.ascribed.ground.kind',
  )
  assert.equal(refusal({ title: words('x') })?.code, 'act-malformed')
  assert.equal(refusal(JSON.parse('{"type":"issue.tabled","title":{"en":"x","__proto__":"y"}}'))?.path, 'act.title.__proto__')
  assert.equal(refusal(JSON.parse('{"type":"issue.tabled","title":{"en":"x"},"__proto__":{}}'))?.path, 'act.__proto__')
})

test('[R3] a moment is a real one in UTC with milliseconds, and a span ends after it begins', () => {
  const when = (from: string, until: string) => refusal({ type: 'issue.tabled', title: words('x'), when: { from, until } })
  assert.equal(when('2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z'), undefined)
  for (const from of [
    '2025-02-29T00:00:00.000Z',
    '2025-13-01T00:00:00.000Z',
    '2025-04-31T00:00:00.000Z',
    '2025-01-01T24:00:00.000Z',
    '2025-01-01T00:60:00.000Z',
    '2025-01-01T00:00:00Z',
    '2025-01-01',
  ]) {
    assert.equal(when(from, '2026-01-01T00:00:00.000Z')?.path, 'act.when.from', from)
  }
  assert.equal(when('2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z')?.path, 'act.when.until')
})

test('[R2] an act of a type that this version does not know, or cannot read, folds to nothing and is counted', () => {
  const script = exercise()
  for (const act of [{ type: 'round.renamed' }, { type: 'issue.tabled', title: 7 }]) {
    const opened = openAct(script.opening(act as never))
    assert.equal(opened.act, 'unknown-type')
    assert.equal(standingAt([...script.acts(), opened]).computedWithout, 1)
  }
})

test('[R4] an act for a narrower audience is refused; assurances need the plenary said outright; positions for the mediators wait for rooms', () => {
  const script = exercise()
  const issue = { type: 'issue.tabled', title: words('x') }
  assert.equal(script.refused(issue), undefined)
  assert.equal(script.refused({ ...issue, audience: 'plenary' }), undefined)
  assert.equal(script.refused({ ...issue, audience: 'room-1' })?.code, 'audience-needs-sealing')
  const asked = { type: 'assurance.asked', of: 'B', words: words('x') }
  assert.equal(script.refused(asked, { by: 'A' })?.code, 'audience-needs-sealing')
  assert.equal(script.refused({ ...asked, audience: 'plenary' }, { by: 'A' }), undefined)
  script.add('issue', issue)
  const given = { type: 'position.given-to-mediators', issue: '@issue', kind: 'demand', words: words('x'), audience: 'plenary' }
  assert.equal(script.refused(given, { by: 'A' })?.code, 'audience-needs-sealing')
})

test('[R5] an entry whose type is not its act’s is refused', () => {
  const script = exercise()
  const opening = script.opening({ type: 'issue.tabled', title: words('x') })
  assert.equal(openAct({ ...opening, entry: { ...opening.entry, type: 'issue.amended' } }).act, 'unknown-type')
})

test('[R68] every kind of act has a schema that is JSON Schema too and takes no further properties', () => {
  assert.equal(new Set(catalogue.map(({ type }) => type)).size, catalogue.length)
  for (const { type, schema, noun } of catalogue) {
    assert.equal(type.split('.')[0], noun)
    const json = z.toJSONSchema(schema) as { readonly type?: string; readonly additionalProperties?: boolean }
    assert.deepEqual([json.type, json.additionalProperties], ['object', false], type)
  }
})
