import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import test from 'node:test'
import { GOLD, type GoldDocument } from './gold.ts'
import { HELD_OUT } from './held-out.ts'
import { type Measured, measure, precision, recall, type Score } from './measure.test-support.ts'
import { suggest } from './suggest.ts'
import type { SpeechForm, Suggestion } from './suggestion.ts'

const folder = [process.env['PARAPH_DATA'], join(import.meta.dirname, '../../../../../shared/data')].find(
  (path) => path !== undefined && existsSync(join(path, 'seed')),
)
const skip = folder === undefined && process.env['PARAPH_REQUIRE'] !== 'all' ? 'the data folder is not here (PARAPH_DATA)' : false
if (skip !== false) console.error(`SKIPPED, ${skip}: ${import.meta.filename}`)

type Read = { readonly gold: GoldDocument; readonly text: string; readonly suggestions: readonly Suggestion[] }
const readings = (documents: readonly GoldDocument[]): Read[] =>
  documents.map((gold) => {
    const text = readFileSync(join(folder!, gold.file), 'utf8')
    return { gold, text, suggestions: suggest(text).suggestions }
  })

/** Just under what is reached: a regression turns them red. `[precision, recall]`, strictly measured. */
const FLOORS: Readonly<Record<SpeechForm, readonly [number, number]>> = {
  direct: [0.97, 0.99],
  reported: [0.95, 0.97],
  hearsay: [0.99, 0.99],
  'by-continuity': [0.99, 0.87],
}
const HELD_OUT_FLOOR = [0.93, 0.73] as const

const below = (score: Score, [least, leastFound]: readonly [number, number]): boolean =>
  precision(score) < least || recall(score) < leastFound
const sunk = ({ kinds }: Measured): string[] =>
  (Object.entries(FLOORS) as [SpeechForm, readonly [number, number]][])
    .filter(([kind, floor]) => below(kinds[kind], floor))
    .map(([kind]) => kind)

const line = (what: string, score: Score): string =>
  `${what.padEnd(24)} precision ${precision(score).toFixed(2)}  recall ${recall(score).toFixed(2)}  right ${score.right}  wrong ${score.wrong}  missed ${score.missed}`
const print = (name: string, documents: readonly Read[]): Measured => {
  const strict = measure(documents, 'strict')
  console.log(line(`${name}, strict`, strict.score))
  for (const [kind, score] of Object.entries(strict.kinds)) console.log(line(`  ${kind}`, score))
  console.log(line(`${name}, lenient`, measure(documents, 'lenient').score))
  const { acts, dates, offices } = strict
  console.log(
    `  of the right ones: act ${acts.right}/${acts.of}  date ${dates.right}/${dates.of}, invented ${dates.invented}  office ${offices.right}/${offices.of}`,
  )
  return strict
}

test('the labels are those of these very files', { skip }, () => {
  for (const { gold, text } of readings([...GOLD, ...HELD_OUT])) {
    assert.equal(text.length, gold.length, gold.file)
    for (const { start, end } of gold.spans) assert.ok(start >= 0 && start < end && end <= text.length, gold.file)
  }
  const said = GOLD.flatMap(({ file, spans }) => spans.filter(({ verdict }) => verdict === 'said').map(() => file))
  assert.ok(said.length >= 60 && said.filter((file) => file.startsWith('cables/')).length >= 20)
  assert.ok(GOLD.flatMap(({ spans }) => spans).filter(({ verdict }) => verdict === 'never').length >= 15)
})

test('precision and recall on the gold stay above their floors, kind by kind', { skip }, () => {
  const measured = print('gold', readings(GOLD))
  assert.deepEqual(sunk(measured), [])
  assert.equal(measured.dates.invented, 0)
  assert.deepEqual(
    measured.wrong.filter(({ trap }) => trap !== undefined).map(({ trap }) => trap),
    [],
    'a span was taken that must never be',
  )
})

test('precision and recall on the letters that were once held out stay above theirs', { skip }, () => {
  const measured = print('once held out', readings(HELD_OUT))
  assert.equal(below(measured.score, HELD_OUT_FLOOR), false)
  assert.equal(measured.dates.invented, 0)
})

test('a rule that falls silent sinks a floor, whichever it is', { skip }, () => {
  const read = readings(GOLD)
  const rules = new Set(read.flatMap(({ suggestions }) => suggestions.map(({ cue }) => cue.rule)))
  const silenced = (rule: string): Read[] =>
    read.map((one) => ({ ...one, suggestions: one.suggestions.filter(({ cue }) => cue.rule !== rule) }))
  const { right } = measure(read, 'strict').score
  const kept = [...rules].filter((rule) => measure(silenced(rule), 'strict').score.right < right)
  assert.ok(kept.length >= 12, kept.join())
  assert.deepEqual(
    kept.filter((rule) => sunk(measure(silenced(rule), 'strict')).length === 0),
    [],
  )
})

test('one wrong suggestion more of a kind sinks its floor', { skip }, () => {
  const read = readings(GOLD)
  const trap = read[0]!.gold.spans.find(({ verdict }) => verdict === 'never')!
  for (const kind of Object.keys(FLOORS) as SpeechForm[]) {
    const stray = { ...read[0]!.suggestions[0]!, kind, start: trap.start, end: trap.end }
    const worse = measure(
      [{ gold: read[0]!.gold, suggestions: [...read[0]!.suggestions, stray, { ...stray }] }, ...read.slice(1)],
      'strict',
    )
    assert.deepEqual(sunk(worse), [kind])
  }
})
