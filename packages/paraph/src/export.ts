import { existsSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { accept, type Hash, noteKey, originOf, policyText, recordFiles, type Result, refuse, utf8, writeBundle } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import type { Store } from '@paraph/store'
import { type Command, DONE } from './command.ts'
import { WHERE_RECORDS_ARE } from './database.ts'
import { openWithExample } from './examples.ts'
import { homeOf } from './home.ts'
import { hostOf, readRecord, type StoredRecord } from './reading.ts'
import { tellRefusal } from './refused.ts'
import { type Surroundings, say } from './surroundings.ts'

const { sha256 } = nodePrimitives

/** `paraph export`. */
export const exportCommand: Command = {
  name: 'export',
  says: 'write a process as one file that verifies without this machine',
  usage: ['PROCESS [-o FILE] [--with-snapshots] [--tlog FOLDER]'],
  words: { least: 1, most: 1 },
  options: [
    { name: 'output', short: 'o', value: 'FILE', says: 'where the bundle goes (PROCESS.paraph unless told; - is the standard output)' },
    {
      name: 'with-snapshots',
      says: 'with the pages that sources were captured from: they are their publishers’, so mind whom you give them to',
    },
    { name: 'tlog', value: 'FOLDER', says: 'write checkpoint, tile/** and policy for outside tools (c2sp.org/tlog-tiles) instead' },
  ],
  about: [
    'PROCESS is an id or a label. The same record gives the same bytes, whoever exports it.',
    'A running server goes on meanwhile.',
    WHERE_RECORDS_ARE,
  ],
  examples: [
    { types: 'paraph export istanbul-2025 -o istanbul.paraph', says: 'the example; check it with `paraph verify istanbul.paraph`' },
    { types: 'paraph export istanbul-2025 --tlog log/', says: 'the log for other people’s tools' },
  ],
  run: async ({ rest, values, switches }, surroundings) => {
    const ref = rest[0]!
    const json = switches.has('json')
    const store = await openWithExample(homeOf(surroundings), ref, surroundings)
    if (!store.ok) return tellRefusal(surroundings, 'export', store.refusal, json)
    const record = await readRecord(store.value, ref)
    const blobs = record.ok && switches.has('with-snapshots') ? await snapshotsOf(store.value, record.value) : new Map<Hash, Uint8Array>()
    await store.value.close()
    if (!record.ok) return tellRefusal(surroundings, 'export', record.refusal, json)
    const folder = values['tlog']
    const written =
      folder === undefined
        ? await writeOne({ ...record.value, blobs }, values['output'], surroundings)
        : await writeLog(record.value, folder, surroundings)
    if (!written.ok) return tellRefusal(surroundings, 'export', written.refusal, json)
    const { to, bytes } = written.value
    if (to === '-') return DONE
    const { id, slug, head } = record.value
    if (json) say(surroundings, JSON.stringify({ process: id, slug, size: head.size, root: head.root, to, bytes }))
    else say(surroundings, `${slug} (${id}) to entry ${head.size - 1}: ${to}, ${bytes} bytes`)
    return DONE
  },
}

/** The snapshots that open acts name, as far as they are held. (docs/decisions/0082) */
const snapshotsOf = async (store: Store, { id, acts }: StoredRecord): Promise<ReadonlyMap<Hash, Uint8Array>> => {
  const blobs = new Map<Hash, Uint8Array>()
  for (const { act } of acts.values()) {
    const { type, snapshot } = act as { readonly type: string; readonly snapshot?: { readonly hash: Hash } }
    if (type !== 'source.captured' || snapshot === undefined) continue
    const bytes = await store.blob(id, snapshot.hash)
    if (bytes !== undefined) blobs.set(snapshot.hash, bytes)
  }
  return blobs
}

type Written = { readonly to: string; readonly bytes: number }

const writeOne = async (
  { slug, head, leaves, acts, blobs }: StoredRecord & { readonly blobs: ReadonlyMap<Hash, Uint8Array> },
  output: string | undefined,
  surroundings: Surroundings,
): Promise<Result<Written>> => {
  const bundle = writeBundle(sha256, { checkpoint: head.checkpoint, leaves, acts, blobs })
  if (!bundle.ok) return bundle
  const to = output ?? `${slug}.paraph`
  if (to === '-') {
    await new Promise((resolve) => surroundings.output.write(bundle.value, resolve))
    return accept({ to, bytes: bundle.value.length })
  }
  return written(to, bundle.value.length, () => writeFile(resolve(surroundings.folder, to), bundle.value))
}

/** Into a folder that is new or empty: files of another record beside these would be somebody's confusion. */
const writeLog = async (record: StoredRecord, folder: string, surroundings: Surroundings): Promise<Result<Written>> => {
  const root = resolve(surroundings.folder, folder)
  if (existsSync(root) && readdirSync(root).length > 0) return refuse('folder-exists', { path: folder })
  const files = new Map(recordFiles(sha256, { checkpoint: record.head.checkpoint, leaves: record.leaves }))
  files.set('policy', policyOf(record))
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  return written(folder, bytes, async () => {
    for (const [name, content] of files) {
      await mkdir(dirname(join(root, name)), { recursive: true })
      await writeFile(join(root, name), content)
    }
  })
}

/** The log's key and no witness, as long as there are none (c2sp.org/tlog-policy). */
const policyOf = ({ id, openings }: StoredRecord): Uint8Array => {
  const { name, key } = hostOf(openings)
  return utf8(policyText(noteKey(sha256, { name: originOf(name, id), publicKey: key })))
}

const written = async (to: string, bytes: number, write: () => Promise<unknown>): Promise<Result<Written>> => {
  try {
    await write()
    return accept({ to, bytes })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refuse('file-unwritable', { path: to, cause: String(error.code) })
    throw error
  }
}
