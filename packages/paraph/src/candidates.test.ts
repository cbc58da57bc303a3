import assert from 'node:assert/strict'
import test, { before } from 'node:test'
import { candidatesFor, type Names, placesOf } from './candidates.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './main.ts'

const NAMES: Names = {
  processes: async () => ['istanbul-2025', 'lake-sera-exercise'],
  keys: () => ['clerk', 'exercise.C'],
  kinds: async () => ['issue.tabled', 'round.opened'],
  languages: async () => ['en', 'ur'],
}
let commands: readonly Command[]
before(async () => {
  commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
})
const after = async (...typed: readonly string[]) => {
  const known = { commandNames: commands.map(({ name }) => name), command: commands.find(({ name }) => name === typed[0]) }
  const { words, files } = await candidatesFor(known, typed, NAMES)
  return files ? [...words, 'files'] : words
}

test('a first word is a command; help goes on with one', async () => {
  assert.deepEqual(await after('sta'), ['statements', 'standing'])
  assert.ok((await after('')).includes('serve'))
  assert.deepEqual(await after('help', 'ver'), ['verify'])
  assert.deepEqual(await after('help', 'verify', ''), [])
  assert.deepEqual(await after('no-such', ''), [])
})

test('a place is what the usage says: a process, a file, either, a word, a kind of act', async () => {
  assert.deepEqual(await after('export', ''), ['istanbul-2025', 'lake-sera-exercise'])
  assert.deepEqual(await after('standing', 'la'), ['lake-sera-exercise', 'files'])
  assert.deepEqual(await after('act', 'lake-sera-exercise', ''), ['files'])
  assert.deepEqual(
    await after('act', '--key', 'clerk', ''),
    ['istanbul-2025', 'lake-sera-exercise'],
    'an option and its value are no place',
  )
  assert.deepEqual(await after('act', 'x', 'y', ''), [])
  assert.deepEqual(await after('verify', ''), ['files'])
  assert.deepEqual(await after('init', ''), ['exercise', 'files'])
  assert.deepEqual(await after('catalogue', 'r'), ['round.opened'])
  assert.deepEqual(await after('completion', 'z'), ['zsh'])
})

test('options are named, and their values as far as they are known', async () => {
  assert.deepEqual(await after('export', 'x', '--t'), ['--tlog'])
  assert.ok((await after('serve', '-')).includes('--json'))
  assert.deepEqual(await after('act', 'x', 'y', '--key', ''), ['clerk', 'exercise.C'])
  assert.deepEqual(await after('act', 'x', 'y', '-k', 'e'), ['exercise.C'])
  assert.deepEqual(await after('standing', 'x', '--language', 'u'), ['ur'])
  assert.deepEqual(await after('verify', 'x', '--seen', ''), ['files'])
  assert.deepEqual(await after('standing', 'x', '--at', ''), [], 'a date is nobody’s to guess')
})

test('places stand in a usage without its options', () => {
  assert.deepEqual(placesOf('PROCESS FILE.json|- --key NAME [--as BODY] [--person MEMBER]'), ['PROCESS', 'FILE.json|-'])
  assert.deepEqual(placesOf('[--no-open]'), [])
  assert.deepEqual(placesOf('[KIND]'), ['KIND'])
  assert.deepEqual(placesOf('--check FILE'), [])
})

test('every place and value of every command is a placeholder in capitals, or words that stand for themselves', () => {
  const places = commands.flatMap(({ usage, options }) => [
    ...usage.flatMap(placesOf),
    ...options.flatMap(({ value }) => (value === undefined ? [] : [value])),
  ])
  assert.ok(places.length > 10)
  for (const part of places.flatMap((place) => place.split('|'))) assert.match(part, /^([A-Z]+(\.[a-z]+)?|-|[a-z][a-z0-9-]*)$/)
})
