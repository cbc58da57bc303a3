import { readdirSync, readFileSync, statSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'

/** Says whose folder it is: one that holds something else is never written into. The last file that is written. */
export const MARKER_FILE = 'paraph-publication.json'

/** Folders within folders that are looked into; a tile of the largest record lies in the sixth. */
const DEPTH_LIMIT = 8

/** How many acts are which. */
export type ActCounts = { readonly published: number; readonly structure: number; readonly undisclosed: number; readonly erased: number }

/**
 * How a folder was left by a publication that came to its end: what it shows (`shows`, a digest of all that its files are made of), by which
 * version, how many files and bytes lie there, this one left out.
 */
export type Finished = {
  readonly shows: string
  readonly by: string
  readonly files: number
  readonly bytes: number
  readonly acts: ActCounts
}

/** Whose a folder is. Without `finished` something was begun: none of its files is relied on. */
export type Marker = { readonly process: string; readonly finished?: Finished | undefined }

export const markerText = (marker: Marker): string => `${JSON.stringify({ v: 1, ...marker })}\n`

/** A folder's marker; undefined where there is none, or no such one. Throws what the disk says. */
export const readMarker = (folder: string): Marker | undefined => {
  const path = join(folder, MARKER_FILE)
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return undefined
  const text = readFileSync(path, 'utf8')
  try {
    const { v, process, finished } = JSON.parse(text) as { readonly v?: unknown; readonly process?: unknown; readonly finished?: unknown }
    return v === 1 && typeof process === 'string' ? { process, finished: isFinished(finished) ? finished : undefined } : undefined
  } catch {
    return undefined
  }
}

const isFinished = (value: unknown): value is Finished => {
  if (typeof value !== 'object' || value === null) return false
  const { shows, by, files, bytes, acts } = value as Partial<Record<keyof Finished, unknown>>
  const numbers = (ones: readonly unknown[]): boolean => ones.every((one) => typeof one === 'number')
  if (typeof shows !== 'string' || typeof by !== 'string' || typeof acts !== 'object' || acts === null) return false
  const { published, structure, undisclosed, erased } = acts as Partial<Record<keyof ActCounts, unknown>>
  return numbers([files, bytes, published, structure, undisclosed, erased])
}

/** The files of a folder by name, with their bytes counted (-1: no plain file), and when the newest was written. The marker is left out. */
export type Listing = { readonly sizes: Map<string, number>; readonly written: number }

/** Lists a folder. O(files), and reads none of them. */
export const listFolder = (folder: string): Listing => {
  const sizes = new Map<string, number>()
  let written = 0
  const look = (within: string, depth: number): void => {
    for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
      const name = `${within}${entry.name}`
      const found = entry.isDirectory() ? undefined : statSync(`${folder}/${name}`, { throwIfNoEntry: false })
      if (entry.isDirectory() || found?.isDirectory() === true) {
        if (depth < DEPTH_LIMIT) look(`${name}/`, depth + 1)
      } else if (name !== MARKER_FILE) {
        sizes.set(name, found?.isFile() === true ? found.size : -1)
        written = Math.max(written, found?.mtimeMs ?? 0)
      }
    }
  }
  look('', 0)
  return { sizes, written }
}

/** The bytes of all files together. */
export const bytesIn = (sizes: ReadonlyMap<string, number>): number => [...sizes.values()].reduce((sum, size) => sum + size, 0)

/**
 * Whether a folder lies as it was left: as many files and bytes, none written after the marker, and the machine has not started since: a power
 * cut may leave a file with its length and without its bytes.
 */
export const isAsLeft = (folder: string, { sizes, written }: Listing, { files, bytes }: Finished): boolean => {
  const left = statSync(join(folder, MARKER_FILE)).mtimeMs
  const started = Date.now() - uptime() * 1000
  return sizes.size === files && bytesIn(sizes) === bytes && written <= left && started < left
}
