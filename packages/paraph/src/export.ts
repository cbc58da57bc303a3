import { existsSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { accept, noteKey, originOf, policyText, recordFiles, type Result, refuse, utf8, writeBundle } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { type Command, DONE } from './command.ts'
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
  usage: ['PROCESS [-o FILE] [--tlog FOLDER]'],
  words: { least: 1, most: 1 },
  options: [
    { name: 'output', short: 'o', value: 'FILE', says: 'where the bundle goes (PROCESS.paraph unless told; - is the standard output)' },
    { name: 'tlog', value: 'FOLDER', says: 'write checkpoint, tile/** and policy for outside tools (c2sp.org/tlog-tiles) instead' },
  ],
  about: ['PROCESS is an id or a label. The same record gives the same bytes, whoever exports it.', 'A running server goes on meanwhile.'],
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
    await store.value.close()
    if (!record.ok) return tellRefusal(surroundings, 'export', record.refusal, json)
    const folder = values['tlog']
    const written =
      folder === undefined
        ? await writeOne(record.value, values['output'], surroundings)
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

type Written = { readonly to: string; readonly bytes: number }

const writeOne = async (
  { slug, head, leaves, acts }: StoredRecord,
  output: string | undefined,
  surroundings: Surroundings,
): Promise<Result<Written>> => {
  const bundle = writeBundle(sha256, { checkpoint: head.checkpoint, leaves, acts })
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
