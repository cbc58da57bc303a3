import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { ENTRY_LIMIT, ACT_LIMIT, exitStatus, FAULTS } from '@paraph/record'

const page = readFileSync(join(import.meta.dirname, '../docs/formats.md'), 'utf8')
/** Every row `| name | …` of a table that names something in code. */
const rows = (section: string): string[] => [...section.matchAll(/^\| `([^`]+)`[^|]*\|/gm)].map(([, name]) => name!)
const sectionOf = (heading: string): string => {
  const [, section] = page.split(`\n## ${heading}\n`)
  assert.ok(section, `no section “${heading}”`)
  return section.split('\n## ')[0]!
}

test('the page of formats names every fault that verification can name, in the order in which they are looked for', () => {
  assert.deepEqual(rows(sectionOf('What `verify` says')), [...FAULTS])
})

test('the page of formats gives the limits and the exit statuses that the code has', () => {
  const grouped = (bytes: number): string => bytes.toLocaleString('en')
  const entry = sectionOf('Entry and leaf')
  const act = sectionOf('Act and commitment')
  assert.ok(entry.includes(`${grouped(ENTRY_LIMIT)} bytes`), `an entry is at most ${grouped(ENTRY_LIMIT)} bytes`)
  assert.ok(act.includes(`${grouped(ACT_LIMIT)} bytes`), `an act is at most ${grouped(ACT_LIMIT)} bytes`)
  const said = sectionOf('What `verify` says')
  const statusOf = (words: RegExp): number => Number(words.exec(said)?.[1])
  assert.equal(statusOf(/(\d): verified/), exitStatus({ verdict: 'verified' } as never))
  assert.equal(statusOf(/(\d): the first fault/), exitStatus({ verdict: 'fault' } as never))
  assert.equal(statusOf(/(\d): nothing that can be read/), exitStatus({ verdict: 'unreadable' } as never))
})
