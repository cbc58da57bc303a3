import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { FAULTS } from '@paraph/record'
import { FAULT_WORDS } from './fault.ts'
import { wordsOf } from './refused.ts'

test('every code that this room refuses has words', () => {
  const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.includes('.test'))
  const codes = new Set(
    sources.flatMap((path) =>
      [...readFileSync(join(import.meta.dirname, path), 'utf8').matchAll(/\brefuse\('([a-z-]+)'/g)].map(([, code]) => code!),
    ),
  )
  assert.ok(codes.size > 10)
  for (const code of codes) assert.doesNotMatch(wordsOf({ code, facts: {} }), /knows no words/, code)
})

test('a refusal of a rule is said with its facts, and a host’s own sentence as the host said it', () => {
  assert.match(wordsOf({ code: 'unknown-type', facts: { type: 'issue.forgotten' } }), /issue\.forgotten/)
  assert.equal(wordsOf({ code: 'anything', facts: { said: 'In the host’s words.' } }), 'In the host’s words.')
})

test('every fault has words', () => {
  for (const fault of FAULTS) assert.ok(FAULT_WORDS[fault].endsWith('.'), fault)
})
