/**
 * Fold of 100,000 acts, from acts as they were parsed at the edge to the state that every page is a view of, and apart from it the parsing: every
 * act against its schema. Beside each: JSON.parse of the same acts' bytes. Aim: fold < 1 s.
 *
 * Learned here: parsing takes five to seven times the fold. A server parses an act once, when it comes or when the process is first asked for; a view as
 * of another day folds acts that are parsed.
 */
import { canonical, type EntryIndex, entryHash, type Json, type Opening, parseLeaf } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { begin, foldAct, openAct, type Opened } from '@paraph/talks'
import { report } from './report.ts'
import { signedRecord } from './signed.ts'

const COUNT = Number(process.env['COUNT'] ?? 100_000)
const record = await signedRecord({ count: COUNT, slug: 'fold' })
const texts = [...record.acts.values()].map(({ act }) => canonical(act))
const openings = record.leaves.map((bytes, index): Opening => {
  const leaf = parseLeaf(bytes)
  if (!leaf.ok) throw new Error(leaf.refusal.code)
  const hash = entryHash(nodePrimitives.sha256, leaf.value.entry)
  return {
    index: index as EntryIndex,
    hash,
    entry: leaf.value.entry,
    recorded: leaf.value.recorded,
    act: { open: record.acts.get(hash)!.act },
  }
})

let start = performance.now()
let parsed: Json = null
for (const text of texts) parsed = JSON.parse(text) as Json
if (parsed === null) throw new Error('nothing parsed')
const parsing = (performance.now() - start) / 1000

start = performance.now()
const opened: readonly Opened[] = openings.map(openAct)
const opening = (performance.now() - start) / 1000
if (opened.some(({ act }) => act === 'unknown-type')) throw new Error('an act that no schema takes')

const state = begin()
start = performance.now()
for (const act of opened) foldAct(state, act)
const folding = (performance.now() - start) / 1000
if (state.statements.all.size < COUNT / 2) throw new Error('nothing was folded')
console.log(`fold of ${COUNT} acts: ${folding.toFixed(3)} s (aim < 1 s); their schemas before it: ${opening.toFixed(3)} s`)
const beside = { outside: COUNT / parsing, unit: 'acts/s', beside: 'JSON.parse of the same acts' }
report({ what: 'fold', ours: COUNT / folding, ...beside })
report({ what: 'schemas', ours: COUNT / opening, ...beside })
