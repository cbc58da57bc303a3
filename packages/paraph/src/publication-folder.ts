import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  accept,
  CHECKPOINT_FILE,
  entriesPath,
  entryTilesOf,
  fromUtf8,
  hashTilesOf,
  hex,
  type MerkleTree,
  parseCheckpoint,
  parseNote,
  type ProcessId,
  type RecordSize,
  type Result,
  refuse,
  TILE_WIDTH,
  tilePath,
  utf8,
} from '@paraph/record'
import { writeAll } from '@paraph/store'

/** Says whose folder it is: one that holds something else is never written into. */
export const MARKER_FILE = 'paraph-publication.json'

/** Files written between two looks at whether somebody wants an end, and two words about how far it is. */
const STEP = 64

/** A folder that shows a process, or will. `size`: how many entries its checkpoint says, 0 where there is none yet. */
export type PublicationFolder = { readonly path: string; readonly size: number }

/**
 * Opens a folder to publish a process in: a new or empty one, or one that `publish` made for the same process and that shows this record, no
 * later than it is now. Refused `folder-exists`, `folder-of-another-process`, `folder-ahead`, `file-unwritable`.
 */
export const openPublication = (
  path: string,
  { process, tree }: { readonly process: ProcessId; readonly tree: MerkleTree },
): Result<PublicationFolder> =>
  onDisk(path, () => {
    if (!existsSync(path)) return accept({ path, size: 0 })
    if (!statSync(path).isDirectory()) return refuse('folder-exists', { path })
    const marker = join(path, MARKER_FILE)
    if (!existsSync(marker)) return readdirSync(path).length === 0 ? accept({ path, size: 0 }) : refuse('folder-exists', { path })
    const owner = ownerOf(readFileSync(marker, 'utf8'))
    if (owner === undefined) return refuse('folder-exists', { path })
    if (owner !== process) return refuse('folder-of-another-process', { path, process: owner })
    const shown = shownBy(path)
    if (shown === undefined) return accept({ path, size: 0 })
    const ours = shown.size <= tree.size ? hex(tree.root(shown.size)) : undefined
    return ours === shown.root ? accept({ path, size: shown.size }) : refuse('folder-ahead', { path, size: shown.size, record: tree.size })
  })

const ownerOf = (text: string): string | undefined => {
  try {
    const json = JSON.parse(text) as { readonly v?: unknown; readonly process?: unknown }
    return json.v === 1 && typeof json.process === 'string' ? json.process : undefined
  } catch {
    return undefined
  }
}

/** The state that a folder's checkpoint says; one that cannot be read is written anew. */
const shownBy = (path: string): { readonly size: RecordSize; readonly root: string } | undefined => {
  const file = join(path, CHECKPOINT_FILE)
  const text = existsSync(file) ? fromUtf8(readFileSync(file)) : undefined
  const note = text?.ok === true ? parseNote(text.value) : undefined
  const checkpoint = note?.ok === true ? parseCheckpoint(note.value.text) : undefined
  return checkpoint?.ok === true ? checkpoint.value : undefined
}

/** What is written, and how it is watched. The order of `files` is kept, and the checkpoint comes after all of them. */
export type Publishing = {
  readonly process: ProcessId
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly checkpoint: Uint8Array
  readonly size: number
  readonly onProgress: (done: { readonly files: number; readonly of: number; readonly written: number }) => void
  readonly cancelled: () => boolean
}
export type Written = { readonly written: number; readonly kept: number; readonly removed: number; readonly bytes: number }

/**
 * Writes what the folder lacks or has otherwise, then the checkpoint, in one step, then takes away what is public no longer: whoever reads
 * meanwhile, or after a crash at any point, finds a whole record of before or of after. Undefined where it was cancelled: the folder shows what
 * it showed.
 */
export const writePublication = async (folder: PublicationFolder, publishing: Publishing): Promise<Result<Written | undefined>> => {
  const { process, files, checkpoint, size, onProgress, cancelled } = publishing
  const put = writer(folder.path)
  const count = { written: 0, kept: 0, removed: 0, bytes: 0 }
  const one = (name: string, bytes: Uint8Array): Result<void> =>
    onDisk(name, () => {
      const wrote = put(name, bytes)
      if (wrote) count.written++
      else count.kept++
      count.bytes += bytes.length
      return accept(undefined)
    })
  const marked = one(MARKER_FILE, utf8(`${JSON.stringify({ v: 1, process })}\n`))
  if (!marked.ok) return marked
  let at = 0
  for (const [name, bytes] of files) {
    const done = one(name, bytes)
    if (!done.ok) return done
    if (++at % STEP !== 0) continue
    onProgress({ files: at, of: files.size, written: count.written })
    await new Promise(setImmediate)
    if (cancelled()) return accept(undefined)
  }
  const done = one(CHECKPOINT_FILE, checkpoint)
  if (!done.ok) return done
  return onDisk(folder.path, () => {
    for (const name of stale(folder, files, size)) {
      rmSync(join(folder.path, name), { recursive: true, force: true })
      count.removed++
    }
    return accept(count)
  })
}

/** Writes a file where it is not there with the same bytes; a file that stood there with others is replaced whole. */
const writer = (root: string) => {
  const made = new Set<string>()
  return (name: string, bytes: Uint8Array): boolean => {
    const path = join(root, name)
    const parent = dirname(path)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    const before = statSync(path, { throwIfNoEntry: false })
    if (before?.isFile() === true && before.size === bytes.length && readFileSync(path).equals(bytes)) return false
    if (before === undefined && name !== CHECKPOINT_FILE) write(path, bytes)
    else {
      write(`${path}.next`, bytes)
      renameSync(`${path}.next`, path)
    }
    return true
  }
}

/** A new file that is broken off is no part of what the checkpoint says yet, and is written anew the next time. */
const write = (path: string, bytes: Uint8Array): void => {
  const file = openSync(path, 'w')
  try {
    writeAll(file, bytes)
  } finally {
    closeSync(file)
  }
}

/** What an earlier publication left and this one is without: acts taken back or erased, pages, partial tiles that are whole now. */
const stale = ({ path, size: before }: PublicationFolder, files: ReadonlyMap<string, Uint8Array>, size: number): readonly string[] => {
  const acts = existsSync(join(path, 'acts')) ? readdirSync(join(path, 'acts')).map((name) => `acts/${name}`) : []
  const ours = [
    ...acts.filter((name) => /^acts\/[0-9a-f]{64}\.json(\.next)?$/.test(name)),
    ...readdirSync(path).filter((name) => /^page-\d+(\.ur)?\.html$/.test(name)),
  ]
  return [...ours.filter((name) => !files.has(name)), ...partsMadeWhole(before, size)]
}

function* partsMadeWhole(before: number, size: number): Generator<string> {
  const whole = new Set<string>()
  for (const tile of hashTilesOf(size)) if (tile.width === TILE_WIDTH) whole.add(tilePath(tile))
  for (const tile of entryTilesOf(size)) if (tile.width === TILE_WIDTH) whole.add(entriesPath(tile))
  const partial = [...hashTilesOf(before)].filter(({ width }) => width < TILE_WIDTH).map((tile) => tilePath({ ...tile, width: TILE_WIDTH }))
  partial.push(
    ...[...entryTilesOf(before)].filter(({ width }) => width < TILE_WIDTH).map((tile) => entriesPath({ ...tile, width: TILE_WIDTH })),
  )
  for (const name of partial) if (whole.has(name)) yield `${name}.p`
}

/** What the disk says, as a refusal; whatever else is thrown is a bug. */
const onDisk = <Value>(path: string, work: () => Result<Value>): Result<Value> => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refuse('file-unwritable', { path, cause: String(error.code) })
    throw error
  }
}
