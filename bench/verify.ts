/**
 * Full verification of 100,000 entries: tree, signatures, openings, keys, rules, fold. Beside: node:crypto's own Ed25519 verifications on one
 * core × cores. Aim: at least 75 % of that.
 *
 * Learned here, on two virtual cores (`COUNT=40000`, `--cpu-prof`):
 * - The calling thread takes some 95 µs an entry, a third of them before the first signature can be handed to the pool: a quarter is reading JSON
 *   and UTF-8, a fifth canonical texts and hashes, a seventh Zod, as much the garbage of it. Signatures take 125 to 175 µs, by the hour. With
 *   both on two cores these figures make at most 0.6, if nothing ever waited.
 * - Canonical texts by JSON.stringify where members are in order, paths only where something is wrong, and hashing in one place instead of new
 *   memory took 10 % off the calling thread. Importing a public key costs as much again as half a verification, so key objects are kept.
 */
import { availableParallelism } from 'node:os'
import {
  type EntryHash,
  encodeEntryBundle,
  leafHash,
  MerkleTree,
  openActBytes,
  type RecordSource,
  TILE_WIDTH,
  utf8,
  verifyRecord,
} from '@paraph/record'
import { nodePrimitives, verifyPool } from '@paraph/record/node'
import { meaning } from '@paraph/talks'
import { nodeVerifyRate } from './baseline.ts'
import { report } from './report.ts'
import { type SignedRecord, signedRecord } from './signed.ts'

const COUNT = Number(process.env['COUNT'] ?? 100_000)

const sourceOf = ({ leaves, acts, checkpoint }: SignedRecord): RecordSource => {
  const tree = new MerkleTree(nodePrimitives.sha256)
  for (const leaf of leaves) tree.append(leafHash(nodePrimitives.sha256, leaf))
  const bytes = new Map<EntryHash, Uint8Array>([...acts].map(([hash, act]) => [hash, openActBytes(act)]))
  return {
    checkpoint: async () => utf8(checkpoint),
    hashTile: async ({ level, index, width }) => tree.hashTile(level, index, width),
    entryTile: async ({ index, width }) => encodeEntryBundle(leaves.slice(index * TILE_WIDTH, index * TILE_WIDTH + width)),
    acts: async (entries) => entries.map((entry) => bytes.get(entry)),
  }
}

const record = await signedRecord({ count: COUNT, slug: 'verify' })
const source = sourceOf(record)
const pool = verifyPool()
const start = performance.now()
const verdict = await verifyRecord(source, { primitives: pool.primitives, meaning: meaning(nodePrimitives) })
const seconds = (performance.now() - start) / 1000
await pool.close()
if (verdict.verdict !== 'verified') throw new Error(JSON.stringify(verdict))
const node = nodeVerifyRate({ size: 500, ms: 2000 })
report({
  what: `full verification of ${COUNT} entries`,
  ours: COUNT / seconds,
  outside: node * availableParallelism(),
  unit: 'entries/s',
  beside: `node:crypto verify × ${availableParallelism()} cores`,
  aim: '0.75',
})
