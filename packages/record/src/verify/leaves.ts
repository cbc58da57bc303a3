import { equalBytes } from '../bytes.ts'
import { leafHash } from '../merkle.ts'
import type { Primitives } from '../primitives.ts'
import { type EntryTile, entriesPath, entryTilesOf, framesOf, tilePath } from '../tile.ts'
import { HASH_LENGTH, type MerkleTree, TILE_WIDTH } from '../merkle.ts'
import { type Cancel, type Checks, type Outcome, pass, stop } from './checks.ts'
import type { RecordSource } from './source.ts'
import { type Fault, faultAt, faultOf } from './verdict.ts'

/** Tiles asked for ahead of the one being read: over a network they arrive together. */
const TILES_AHEAD = 8

type Given = {
  readonly source: RecordSource
  readonly sha256: Primitives['sha256']
  readonly size: number
  /** grown leaf by leaf */
  readonly tree: MerkleTree
  readonly checks: Checks
  readonly cancel?: Cancel | undefined
  /** given the leaves of one tile after the other, as soon as they are in the tree and while nothing was wrong with any */
  readonly take?: ((leaves: readonly Uint8Array[]) => Promise<void>) | undefined
}

type FetchedTile = EntryTile & { readonly bundle: Uint8Array | undefined; readonly hashes: Uint8Array | undefined }

/**
 * Reads all entry bundles into the tree: frames first, and each leaf against the level 0 tile, so that a changed byte of either names its entry
 * before anything is said of the whole.
 */
export const readLeaves = async ({ source, sha256, size, tree, checks, cancel, take }: Given): Promise<Outcome<void>> => {
  let badFrame: Fault | undefined
  let badHash: Fault | undefined
  for await (const tile of fetched(source, size)) {
    if (cancel?.aborted) return stop('cancelled')
    if (tile.bundle === undefined) return stop(faultOf('tile-missing', { file: entriesPath(tile) }))
    if (tile.hashes === undefined) return stop(faultOf('tile-missing', { file: tilePath({ level: 0, ...tile }) }))
    const read = readTile(sha256, { ...tile, bundle: tile.bundle, hashes: tile.hashes, checks })
    badHash ??= read.badHash
    badFrame = read.badFrame
    if (badFrame !== undefined) break
    for (const hash of read.leafHashes) tree.append(hash)
    if (badHash === undefined) await take?.(read.frames)
  }
  const fault = badFrame ?? badHash
  return fault === undefined ? pass(undefined) : stop(fault)
}

async function* fetched(source: RecordSource, size: number): AsyncGenerator<FetchedTile> {
  const waiting: Promise<FetchedTile>[] = []
  for (const tile of entryTilesOf(size)) {
    const pair = fetchTile(source, tile)
    // A rejection is met when this tile's turn comes; until then it must not count as unhandled.
    pair.catch(() => undefined)
    waiting.push(pair)
    if (waiting.length > TILES_AHEAD) yield await waiting.shift()!
  }
  for (const pair of waiting) yield await pair
}

const fetchTile = async (source: RecordSource, tile: EntryTile): Promise<FetchedTile> => {
  const [bundle, hashes] = await Promise.all([source.entryTile(tile), source.hashTile({ level: 0, ...tile })])
  return { ...tile, bundle, hashes }
}

/** A length that was changed shifts every frame behind it: the entry to name is the first whose hash is not the tile's. */
const readTile = (
  sha256: Primitives['sha256'],
  { index, width, bundle, hashes, checks }: EntryTile & { bundle: Uint8Array; hashes: Uint8Array; checks: Checks },
): { frames: readonly Uint8Array[]; leafHashes: readonly Uint8Array[]; badFrame?: Fault; badHash?: Fault } => {
  const { frames, whole } = framesOf(bundle, width)
  const leafHashes = frames.map((frame) => leafHash(sha256, frame))
  const wrong = leafHashes.findIndex((hash, at) => !equalBytes(hash, hashes.subarray(at * HASH_LENGTH, (at + 1) * HASH_LENGTH)))
  const start = index * TILE_WIDTH
  const file = entriesPath({ index, width })
  if (!whole || frames.length < width) {
    const at = wrong >= 0 ? wrong : Math.min(frames.length, width - 1)
    return { frames, leafHashes, badFrame: faultAt('frame', { index: start + at, facts: { file } }) }
  }
  if (!checks.has('leaf-hash')) return { frames, leafHashes }
  if (wrong >= 0) return { frames, leafHashes, badHash: faultAt('leaf-hash', { index: start + wrong, facts: { file } }) }
  if (hashes.length === width * HASH_LENGTH) return { frames, leafHashes }
  return { frames, leafHashes, badHash: faultOf('hash-tile', { file: tilePath({ level: 0, index, width }) }) }
}
