import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markOf, type ParsedAct } from './act.ts'
import { catalogue } from './catalogue.ts'
import type { Role } from './kind.ts'
import { rightRefused, rightsTable } from './rights.ts'
import { begin } from './state.ts'
import { ascribed, day, exercise, reconstruction, said, words } from './script.test-support.ts'

const roles: readonly Role[] = [
  'party',
  'mediator',
  'secretariat',
  'rapporteur',
  'guarantor',
  'witness',
  'observer',
  'depositary',
  'mechanism',
]
const mark = () => markOf(exercise().openings[0]!, { kind: catalogue[0]!, open: {} })

test('[R13] an own act is for the roles that the catalogue lists and for no other, role by kind', () => {
  for (const kind of catalogue) {
    for (const role of roles) {
      const act: ParsedAct = { kind, open: {} }
      const allowed = rightRefused(begin(), act, mark(), { nature: 'exercise', roles: [role] }) === undefined
      assert.equal(allowed, kind.who.own.includes(role), `${role} ${kind.type}`)
    }
  }
})

test('[R15] in a reconstruction only a rapporteur acts of its own, and only opens, covers, captures, records', () => {
  for (const kind of catalogue) {
    for (const role of roles) {
      const act: ParsedAct = { kind, open: {} }
      const allowed = rightRefused(begin(), act, mark(), { nature: 'reconstruction', roles: [role] }) === undefined
      assert.equal(allowed, role === 'rapporteur' && kind.who.recorder === true, `${role} ${kind.type}`)
    }
  }
  const recorder = catalogue.filter(({ who }) => who.recorder === true).map(({ noun }) => noun)
  for (const noun of ['round', 'deadlock', 'position', 'paper', 'communique', 'instrument', 'measure', 'assurance', 'consent', 'key']) {
    assert.ok(!recorder.includes(noun), noun)
  }
})

test('[R14] ascribing is for secretariat and rapporteur, on ascribable kinds, of bodies of the process and never of itself', () => {
  const state = exercise().state
  const ground = { kind: 'published-original' as const, source: '0'.repeat(64) as never }
  const ask = (kind: (typeof catalogue)[number], to: string, role: Role) =>
    rightRefused(state, { kind, ascribed: { to: [to as never], ground }, open: {} }, mark(), { nature: 'exercise', roles: [role] })?.code
  for (const kind of catalogue) {
    for (const role of roles) {
      const records = role === 'secretariat' || role === 'rapporteur'
      const expected = kind.who.ascribable !== true ? 'not-ascribable' : records ? undefined : 'ascription-not-yours'
      assert.equal(ask(kind, 'A', role), expected, `${role} ${kind.type}`)
    }
    if (kind.who.ascribable !== true) continue
    assert.equal(ask(kind, 'S', 'secretariat'), 'ascribed-to-itself')
    assert.equal(ask(kind, 'Z', 'secretariat'), 'body-unknown')
  }
})

test('[R14] nobody’s answer, key, joining or statement can be ascribed: consent, confirmation and words are one’s own', () => {
  for (const kind of catalogue) {
    if (/^(consent|key|member|source)\.|^body\.joined$|^statement\.recorded$|^process\.(opened|amended|covered)$/.test(kind.type))
      assert.equal(kind.who.ascribable, undefined, kind.type)
  }
})

test('[R16] what is referred to stands before it, is of a noun that it may be, and is called by its first entry; the ground’s source too', () => {
  const script = reconstruction()
  assert.equal(script.refused(ascribed({ type: 'deadlock.called', words: words('x') }, { to: ['A'] }), { by: 'R' }), undefined)
  const wrong = script.refused(
    {
      ...ascribed({ type: 'deadlock.called', words: words('x') }, { to: ['A'] }),
      ascribed: { to: ['A'], ground: { kind: 'account', of: 'B', source: '@covered' } },
    },
    { by: 'R' },
  )
  assert.deepEqual([wrong?.code, wrong?.path], ['reference-of-another-kind', 'act.ascribed.ground.source'])
  const late = script.refused(said('A', 'x', day('2025-10-05'), { sources: ['f'.repeat(64)] }), { by: 'R' })
  assert.deepEqual([late?.code, late?.path], ['reference-unknown', 'act.sources[0]'])
})

test('[R72] the rights table has a row for every kind of act, with what the catalogue says of it', () => {
  const table = rightsTable()
  const rows = table.trim().split('\n').slice(2)
  assert.equal(rows.length, catalogue.length)
  for (const [at, { type, who }] of catalogue.entries()) {
    assert.ok(rows[at]!.startsWith(`| \`${type}\` | ${who.own.join(', ')} |`), rows[at])
    assert.equal(rows[at]!.split('|').length, 9)
  }
})
