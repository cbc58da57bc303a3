/**
 * Static publication of 100,000 acts: `paraph publish` from a data folder into an empty folder (reading, folding, pages, tiles, acts), and again
 * with nothing changed. Beside: writing the same files with the same bytes, and nothing else.
 *
 * Learned here: an unchanged folder need not be read: the marker says what it shows and how many files and bytes lie there, so listing it is
 * enough. Of the first publication half is making the files (reading, folding, pages) and half the system making so many; a page of 500 acts says
 * the same few dates, names and sentences, and remembering them for its length halved the pages. Before both, 20,100 entries took 9.3 s and, with
 * nothing changed, 11.2 s; after, 6.6 s and 0.96 s (all but the last with `--cpu-prof`,
 * two cores shared with a load of 4 to 6).
 *
 * Measured on two cores at a load of 5:
 *   COUNT=20000 node bench/publish.ts    12.8 s first, 1.5 s again, 1.2 s raw (20,350 files, 49 MB)
 *   COUNT=100000 node bench/publish.ts   37.7 s first, 2.0 s again, 6.5 s raw (101,700 files, 242 MB)
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  canonical,
  commitment,
  type Entry,
  type EntryHash,
  entryHash,
  type EntryIndex,
  type Hash,
  hex,
  type Instant,
  type Json,
  keyId,
  leafBytes,
  leafHash,
  MerkleTree,
  parseLeaf,
  type RecordSize,
  signCheckpoint,
  signEntry,
} from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { openStore, type Row } from '@paraph/store'
import { report } from './report.ts'
import { benchSigner, SECRETARIAT, signedRecord } from './signed.ts'

const COUNT = Number(process.env['COUNT'] ?? 100_000)
const SLUG = 'publish'
/** Acts that one decision names, and rows of one append, at most. */
const DECIDED = 200
const APPENDED = 4_000
const BIN = new URL('../packages/paraph/bin.js', import.meta.url).pathname
const { sha256 } = nodePrimitives

const record = await signedRecord({ count: COUNT, slug: SLUG })
const home = mkdtempSync(join(process.env['PARAPH_BENCH'] ?? tmpdir(), 'paraph-publish-'))

/** Rows as a host would hold them: what was recorded, then decisions of the secretariat that publish all of it. */
const rowsOf = async (): Promise<readonly Row[]> => {
  const rows: Row[] = record.leaves.map((leaf, index) => {
    const parsed = parseLeaf(leaf)
    if (!parsed.ok) throw new Error(parsed.refusal.code)
    const hash = entryHash(sha256, parsed.value.entry)
    const { act, salt } = record.acts.get(hash)!
    return { index: index as EntryIndex, hash, leaf, act: { json: canonical(act), salt: hex(salt) } }
  })
  const signer = benchSigner(`secretariat/${SLUG}`)
  const first = new MerkleTree(sha256)
  first.append(leafHash(sha256, record.leaves[0]!))
  const saw = { size: 1 as RecordSize, root: hex(first.root()) as Hash }
  const recorded = new Date(Date.UTC(2026, 6, 1)).toISOString() as Instant
  const named: readonly EntryHash[] = rows.slice(1).map(({ hash }) => hash)
  for (let from = 0; from < named.length; from += DECIDED) {
    const act: Json = { type: 'publication.decided', decision: 'publish', acts: named.slice(from, from + DECIDED) }
    const salt = new Uint8Array(createHash('sha256').update(`paraph/bench/${SLUG}/decided/${from}`).digest())
    const entry: Entry = {
      v: 1,
      log: record.origin,
      type: 'publication.decided',
      by: SECRETARIAT,
      person: 'registrar' as never,
      key: keyId(sha256, signer.publicKey),
      at: recorded,
      act: commitment(sha256, { log: record.origin, by: SECRETARIAT, act, salt }),
      saw,
    }
    const leaf = leafBytes({ entry, sig: await signEntry(signer, entry), recorded })
    rows.push({ index: rows.length as EntryIndex, hash: entryHash(sha256, entry), leaf, act: { json: canonical(act), salt: hex(salt) } })
  }
  return rows
}

const fill = async (): Promise<number> => {
  const store = await openStore({ home })
  if (!store.ok) throw new Error(store.refusal.code)
  const rows = await rowsOf()
  const tree = new MerkleTree(sha256)
  for (let from = 0; from < rows.length; from += APPENDED) {
    const some = rows.slice(from, from + APPENDED)
    for (const { leaf } of some) tree.append(leafHash(sha256, leaf))
    const checkpoint = { origin: record.origin, size: tree.size, root: hex(tree.root()) as Hash }
    const note = await signCheckpoint(sha256, { checkpoint, signer: record.log })
    const last = parseLeaf(some.at(-1)!.leaf)
    if (!last.ok) throw new Error(last.refusal.code)
    const head = { size: tree.size, root: checkpoint.root, checkpoint: note, recorded: last.value.recorded }
    const done = await store.value.append(record.process, from as RecordSize, () => ({ rows: some, head, result: 0 }))
    if (!done.ok) throw new Error(done.refusal.code)
  }
  await store.value.claimSlug(record.process, SLUG)
  await store.value.close()
  return rows.length
}

/** Runs the command as anybody would; seconds, and what it said. */
const publish = (to: string): { seconds: number; said: { written: number; kept: number; bytes: number } } => {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'publish', SLUG, to, '--json'], {
    env: { ...process.env, PARAPH_HOME: home },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
  return { seconds: (performance.now() - start) / 1000, said: JSON.parse(stdout) as { written: number; kept: number; bytes: number } }
}

/** Writes the same files with the same bytes; seconds. */
const raw = (from: string, to: string): number => {
  const files = readdirSync(from, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: join(to, path.slice(from.length)), bytes: readFileSync(path) }))
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) mkdirSync(folder, { recursive: true })
  const start = performance.now()
  for (const { path, bytes } of files) writeFileSync(path, bytes)
  return (performance.now() - start) / 1000
}

try {
  const entries = await fill()
  const to = join(home, 'public')
  const first = publish(to)
  const again = publish(to)
  const seconds = raw(to, join(home, 'raw'))
  const mega = first.said.bytes / 1e6
  const beside = `writing the same ${first.said.written} files`
  report({
    what: `publication of ${entries} entries, ${mega.toFixed(0)} MB`,
    ours: mega / first.seconds,
    outside: mega / seconds,
    unit: 'MB/s',
    beside,
  })
  report({ what: 'the same again, nothing changed', ours: mega / again.seconds, outside: mega / seconds, unit: 'MB/s', beside })
  console.log(
    `seconds: ${first.seconds.toFixed(1)} first, ${again.seconds.toFixed(1)} again (${again.said.written} files written), ${seconds.toFixed(1)} raw`,
  )
} finally {
  rmSync(home, { recursive: true, force: true })
}
