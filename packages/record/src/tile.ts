import { ENTRY_LIMIT } from './leaf.ts'
import { TILE_WIDTH } from './merkle.ts'
import type { RecordSize } from './names.ts'
import { accept, type Result, refuse } from './result.ts'

/** A hash tile: `width` 256 is full. */
export type HashTile = { readonly level: number; readonly index: number; readonly width: number }

/** An entry bundle: the leaves under the level 0 tile of the same index and width. */
export type EntryTile = { readonly index: number; readonly width: number }

/** Highest level that c2sp.org/tlog-tiles gives a path to. */
export const LEVEL_LIMIT = 63

/** `tile/<L>/<N>[.p/<W>]`. */
export const tilePath = ({ level, index, width }: HashTile): string => `tile/${level}/${indexPath(index)}${partialPath(width)}`

/** `tile/entries/<N>[.p/<W>]`. */
export const entriesPath = ({ index, width }: EntryTile): string => `tile/entries/${indexPath(index)}${partialPath(width)}`

/** Three digits an element, all but the last after an `x`: 1234067 is `x001/x234/067`. */
const indexPath = (index: number): string => {
  let path = threeDigits(index % 1000)
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) path = `x${threeDigits(rest % 1000)}/${path}`
  return path
}

const threeDigits = (number: number): string => String(number).padStart(3, '0')
const partialPath = (width: number): string => (width === TILE_WIDTH ? '' : `.p/${width}`)

/** What a tile's path names. */
export type TileName = ({ readonly kind: 'hashes' } & HashTile) | ({ readonly kind: 'entries' } & EntryTile)

const TILE_PATH = /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/

/** The tile that a path names; only the one spelling of each. Refuses `no-tile-path`. */
export const parseTilePath = (path: string): Result<TileName, 'no-tile-path'> => {
  const match = TILE_PATH.exec(path)
  if (match === null) return refuse('no-tile-path')
  const index = Number(match[2]!.replaceAll(/[x/]/g, ''))
  const width = match[3] === undefined ? TILE_WIDTH : Number(match[3])
  const level = match[1] === 'entries' ? 0 : Number(match[1])
  if (!Number.isSafeInteger(index) || level > LEVEL_LIMIT || (match[3] !== undefined && width >= TILE_WIDTH)) return refuse('no-tile-path')
  const name: TileName = match[1] === 'entries' ? { kind: 'entries', index, width } : { kind: 'hashes', level, index, width }
  const spelt = name.kind === 'entries' ? entriesPath(name) : tilePath(name)
  return spelt === path ? accept(name) : refuse('no-tile-path')
}

/** The entry bundles of a record of that size, in order, without listing them all first: a size may be a lie. */
export function* entryTilesOf(size: RecordSize | number): Generator<EntryTile> {
  for (let index = 0; index * TILE_WIDTH < size; index++) yield { index, width: Math.min(TILE_WIDTH, size - index * TILE_WIDTH) }
}

/** The hash tiles of a record of that size, level by level; partial ones at the right edge, empty ones never. */
export function* hashTilesOf(size: RecordSize | number): Generator<HashTile> {
  let nodes: number = size
  for (let level = 0; nodes > 0; level++) {
    for (const { index, width } of entryTilesOf(nodes)) yield { level, index, width }
    nodes = Math.floor(nodes / TILE_WIDTH)
  }
}

/** (uint16 big-endian length ‖ leaf)*. A leaf beyond `ENTRY_LIMIT` is a bug and throws. */
export const encodeEntryBundle = (leaves: readonly Uint8Array[]): Uint8Array => {
  let length = 0
  for (const leaf of leaves) {
    if (leaf.length > ENTRY_LIMIT) throw new RangeError(`a leaf of ${leaf.length} bytes`)
    length += 2 + leaf.length
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const leaf of leaves) {
    bytes[at] = Math.floor(leaf.length / 256)
    bytes[at + 1] = leaf.length % 256
    bytes.set(leaf, at + 2)
    at += 2 + leaf.length
  }
  return bytes
}

/**
 * The leaves of an entry bundle, as views on its bytes. Refuses `bundle-malformed` with `leaf`, the place in the bundle where the frames
 * stop making sense.
 */
export const decodeEntryBundle = (bytes: Uint8Array, width: number): Result<readonly Uint8Array[], 'bundle-malformed'> => {
  const { frames, whole } = framesOf(bytes, width)
  return whole && frames.length === width ? accept(frames) : refuse('bundle-malformed', { leaf: frames.length, width })
}

/** As many frames as there are, at most `width`, and whether they end where the bytes end. */
export const framesOf = (bytes: Uint8Array, width: number): { readonly frames: readonly Uint8Array[]; readonly whole: boolean } => {
  const frames: Uint8Array[] = []
  let at = 0
  while (frames.length < width && at + 2 <= bytes.length) {
    const end = at + 2 + bytes[at]! * 256 + bytes[at + 1]!
    if (end > bytes.length) return { frames, whole: false }
    frames.push(bytes.subarray(at + 2, end))
    at = end
  }
  return { frames, whole: at === bytes.length }
}
