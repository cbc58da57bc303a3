import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
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
import type { PublicationFile } from './publication-files.ts'
import { type ActCounts, bytesIn, type Finished, isAsLeft, listFolder, MARKER_FILE, markerText, readMarker } from './publication-marker.ts'

/** Files written between two looks at whether somebody wants an end, and two words about how far it is. */
const STEP = 64

/**
 * A folder that shows a process, or will. `size`: how many entries its checkpoint says, 0 where there is none yet. `sizes`: what lies in it.
 * `relied`: it lies as this version left it, so that files which never change need not be read.
 */
export type PublicationFolder = {
  readonly path: string
  readonly size: number
  readonly sizes: Map<string, number>
  readonly relied: boolean
}

/** What a folder is to show. `shows`: a digest of everything that its files are made of. */
export type Wanted = { readonly process: ProcessId; readonly checkpoint: string; readonly shows: string; readonly by: string }

/**
 * How a folder was left, where it shows already what it is to show and nobody touched it since; else undefined. Reads two files and lists the rest.
 */
export const shownAlready = (path: string, { process, checkpoint, shows }: Wanted): Result<Finished | undefined> =>
  onDisk(path, () => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return accept(undefined)
    const marker = readMarker(path)
    const { finished } = marker ?? {}
    if (marker?.process !== process || finished?.shows !== shows) return accept(undefined)
    const file = join(path, CHECKPOINT_FILE)
    const same = existsSync(file) && readFileSync(file, 'utf8') === checkpoint
    return accept(same && isAsLeft(path, listFolder(path), finished) ? finished : undefined)
  })

/**
 * Opens a folder to publish a process in: a new or empty one, or one that `publish` made for the same process and that shows this record, no
 * later than it is now. Refused `folder-exists`, `folder-of-another-process`, `folder-ahead`, `file-unwritable`.
 */
export const openPublication = (
  path: string,
  { process, tree, by }: { readonly process: ProcessId; readonly tree: MerkleTree; readonly by: string },
): Result<PublicationFolder> =>
  onDisk(path, () => {
    const empty = { path, size: 0, sizes: new Map<string, number>(), relied: false }
    if (!existsSync(path)) return accept(empty)
    if (!statSync(path).isDirectory()) return refuse('folder-exists', { path })
    if (readdirSync(path).length === 0) return accept(empty)
    const marker = readMarker(path)
    if (marker === undefined) return refuse('folder-exists', { path })
    if (marker.process !== process) return refuse('folder-of-another-process', { path, process: marker.process })
    const listing = listFolder(path)
    const { sizes } = listing
    const shown = shownBy(path)
    if (shown === undefined) return accept({ path, size: 0, sizes, relied: false })
    const ours = shown.size <= tree.size ? hex(tree.root(shown.size)) : undefined
    if (ours !== shown.root) return refuse('folder-ahead', { path, size: shown.size, record: tree.size })
    const { finished } = marker
    return accept({ path, size: shown.size, sizes, relied: finished?.by === by && isAsLeft(path, listing, finished) })
  })

/** The state that a folder's checkpoint says; one that cannot be read is written anew. */
const shownBy = (path: string): { readonly size: RecordSize; readonly root: string } | undefined => {
  const file = join(path, CHECKPOINT_FILE)
  const text = existsSync(file) ? fromUtf8(readFileSync(file)) : undefined
  const note = text?.ok === true ? parseNote(text.value) : undefined
  const checkpoint = note?.ok === true ? parseCheckpoint(note.value.text) : undefined
  return checkpoint?.ok === true ? checkpoint.value : undefined
}

/** What is written, and how it is watched. The order of `files` is kept, and the checkpoint comes after all of them. */
export type Publishing = Wanted & {
  readonly files: AsyncIterable<PublicationFile>
  readonly acts: ActCounts
  readonly size: number
  readonly onProgress: (done: { readonly files: number; readonly written: number }) => void
  readonly cancelled: () => boolean
}
export type Written = { readonly written: number; readonly kept: number; readonly removed: number; readonly bytes: number }

/**
 * Writes what the folder lacks or has otherwise, then the checkpoint, in one step, then takes away what is public no longer: whoever reads
 * meanwhile, or after a crash at any point, finds a whole record of before or of after. Undefined where it was cancelled: the folder shows what
 * it showed. Until the marker says at the very end that it is finished, the next publication reads and compares every file.
 */
export const writePublication = async (folder: PublicationFolder, publishing: Publishing): Promise<Result<Written | undefined>> => {
  const { process, files, checkpoint, shows, by, acts, size, onProgress, cancelled } = publishing
  const writer = writerOf(folder)
  const begun = onDisk(MARKER_FILE, () => accept(writer.replace(MARKER_FILE, utf8(markerText({ process })))))
  if (!begun.ok) return begun
  const names = new Set<string>()
  const { count } = writer
  for await (const file of files) {
    const done = onDisk(file.name, () => accept(writer.put(file)))
    if (!done.ok) return done
    names.add(file.name)
    if (names.size % STEP !== 0) continue
    onProgress({ files: names.size, written: count.written })
    await new Promise(setImmediate)
    if (cancelled()) return accept(undefined)
  }
  await new Promise(setImmediate)
  if (cancelled()) return accept(undefined)
  const shown = onDisk(CHECKPOINT_FILE, () => accept(writer.put({ name: CHECKPOINT_FILE, bytes: () => utf8(checkpoint) })))
  if (!shown.ok) return shown
  return onDisk(folder.path, () => {
    let removed = 0
    for (const name of stale(folder, names, size)) {
      writer.remove(name)
      removed++
    }
    const finished = { shows, by, files: folder.sizes.size, bytes: bytesIn(folder.sizes), acts }
    writer.replace(MARKER_FILE, utf8(markerText({ process, finished })))
    return accept({ ...count, removed })
  })
}

/** Entry bundles and hash tiles that are whole, and open acts: named by what is in them or by their place in a record that nobody rewrites. */
const neverChanges = (name: string): boolean => name.startsWith('acts/') || (name.startsWith('tile/') && !name.includes('.p/'))

/** Writes files where they are not there with the same bytes, and keeps account of what lies in the folder. */
const writerOf = ({ path: root, sizes, relied }: PublicationFolder) => {
  const made = new Set<string>()
  const count = { written: 0, kept: 0, bytes: 0 }
  const within = (name: string): string => {
    const parent = name.slice(0, Math.max(name.lastIndexOf('/'), 0))
    if (!made.has(parent)) mkdirSync(join(root, parent), { recursive: true })
    made.add(parent)
    return `${root}/${name}`
  }
  const replace = (name: string, bytes: Uint8Array): void => {
    const path = within(name)
    write(`${path}.next`, bytes)
    renameSync(`${path}.next`, path)
    sizes.delete(`${name}.next`)
  }
  const put = ({ name, bytes }: PublicationFile): void => {
    const there = sizes.get(name)
    if (there !== undefined && relied && neverChanges(name)) {
      count.kept++
      count.bytes += there
      return
    }
    const wanted = bytes()
    count.bytes += wanted.length
    if (there === wanted.length && readFileSync(`${root}/${name}`).equals(wanted)) {
      count.kept++
      return
    }
    if (there === undefined && name !== CHECKPOINT_FILE) write(within(name), wanted)
    else replace(name, wanted)
    sizes.set(name, wanted.length)
    count.written++
  }
  const remove = (name: string): void => {
    rmSync(`${root}/${name}`, { recursive: true, force: true })
    sizes.delete(name)
    if (name.endsWith('.p')) for (const one of sizes.keys()) if (one.startsWith(`${name}/`)) sizes.delete(one)
  }
  return { count, put, replace, remove }
}

/** A new file that is broken off is no part of what the checkpoint says yet, and is compared and written anew the next time. */
const write = (path: string, bytes: Uint8Array): void => {
  const file = openSync(path, 'w')
  try {
    writeAll(file, bytes)
  } finally {
    closeSync(file)
  }
}

const OURS = /^(acts\/[0-9a-f]{64}\.json(\.next)?|page-\d+(\.ur)?\.html)$/

/** What an earlier publication left and this one is without: acts taken back or erased, pages, partial tiles that are whole now. */
const stale = ({ size: before, sizes }: PublicationFolder, names: ReadonlySet<string>, size: number): readonly string[] => [
  ...[...sizes.keys()].filter((name) => !names.has(name) && OURS.test(name)),
  ...partsMadeWhole(before, size),
]

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
