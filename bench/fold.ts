/**
 * Fold of 100,000 acts, from the openings that the store gives to the state that every page is a view of: schema and fold. Beside: JSON.parse
 * of the same acts' bytes. Aim: fold < 1 s.
 */
import { canonical, type EntryIndex, entryHash, type Json, type Opening, parseLeaf } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { meaning } from '@paraph/talks'
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

const talks = meaning(nodePrimitives)
const state = talks.begin()
start = performance.now()
for (const opening of openings) talks.fold(state, opening)
const folding = (performance.now() - start) / 1000
console.log(`fold of ${COUNT} acts: ${folding.toFixed(3)} s (aim < 1 s)`)
report({ what: 'fold', ours: COUNT / folding, outside: COUNT / parsing, unit: 'acts/s', beside: 'JSON.parse of the same acts' })
