/**
 * Statements suggested in the 37 cables, as often over as makes a second; beside it, the sentences of the same text by Intl.Segmenter (a pass
 * that only looks for sentence ends, in native code). Aim: > 1 MB/s, MB of 10^6 UTF-16 units.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suggest } from '@paraph/documents'
import { report } from './report.ts'

const folder = join(process.env['PARAPH_DATA'] ?? join(import.meta.dirname, '../../shared/data'), 'cables')
if (!existsSync(folder)) {
  console.error(`SKIPPED: no cables at ${folder} (set PARAPH_DATA)`)
  process.exit(process.env['PARAPH_REQUIRE'] === 'all' ? 1 : 0)
}
const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
const million = texts.reduce((sum, text) => sum + text.length, 0) / 1e6
const ROUNDS = Number(process.env['COUNT'] ?? 40)
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

let found = 0
let sentences = 0
const ours = (): void => {
  for (const text of texts) found += suggest(text).suggestions.length
}
const outside = (): void => {
  for (const text of texts) for (const _ of segmenter.segment(text)) sentences += 1
}

/** Seconds of one pass: the best of all, since others share the machine and no pass is faster than it can be. */
const best = (pass: () => void): number => {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    pass()
    least = Math.min(least, (performance.now() - start) / 1000)
  }
  return least
}
const [own, beside] = [best(ours), best(outside)]
console.log(
  `${texts.length} cables, ${million.toFixed(3)} MB: ${found / ROUNDS} suggestions, ${sentences / ROUNDS} sentences by Intl.Segmenter`,
)
report({
  what: 'statements',
  ours: million / own,
  outside: million / beside,
  unit: 'MB/s',
  beside: 'Intl.Segmenter, sentence ends of the same text',
  aim: '> 1 MB/s',
})
