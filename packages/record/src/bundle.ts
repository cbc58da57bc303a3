import { type OpenAct, openActBytes } from './act.ts'
import { utf8 } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { leafHash, MerkleTree, TILE_WIDTH } from './merkle.ts'
import { type EntryHash, HASH, type Hash } from './names.ts'
import { parseNote } from './note.ts'
import type { Primitives } from './primitives.ts'
import { BUNDLE_README } from './readme.ts'
import { accept, type Result, refuse } from './result.ts'
import { encodeEntryBundle, entriesPath, entryTilesOf, hashTilesOf, parseTilePath, tilePath } from './tile.ts'
import { readZip, writeZip, type ZipCode, type ZipMember } from './zip.ts'

export const CHECKPOINT_FILE = 'checkpoint'
export const README_FILE = 'README.txt'

/** `acts/<entry hash>.json`. */
export const actPath = (entry: EntryHash): string => `acts/${entry}.json`

/** `blobs/<SHA-256>`. */
export const blobPath = (blob: Hash): string => `blobs/${blob}`

/** What a bundle is made of. `leaves` are leaf bytes in order, as many as the checkpoint says; an act that is not in `acts` is not exported. */
export type BundleParts = {
  readonly checkpoint: string
  readonly leaves: readonly Uint8Array[]
  readonly acts: ReadonlyMap<EntryHash, OpenAct>
  readonly blobs?: ReadonlyMap<Hash, Uint8Array>
}

/** What writing a bundle may refuse. */
export type BundleCode = 'zip-limit' | 'bundle-other-size'

/** The files of a record's C2SP layout: `checkpoint` and `tile/**`, as static hosts and outside tools want them. */
export const recordFiles = (
  sha256: Primitives['sha256'],
  { checkpoint, leaves }: Pick<BundleParts, 'checkpoint' | 'leaves'>,
): ReadonlyMap<string, Uint8Array> => {
  const files = new Map<string, Uint8Array>([[CHECKPOINT_FILE, utf8(checkpoint)]])
  const tree = new MerkleTree(sha256)
  for (const leaf of leaves) tree.append(leafHash(sha256, leaf))
  for (const tile of hashTilesOf(tree.size)) files.set(tilePath(tile), tree.hashTile(tile.level, tile.index, tile.width))
  for (const tile of entryTilesOf(tree.size)) {
    const start = tile.index * TILE_WIDTH
    files.set(entriesPath(tile), encodeEntryBundle(leaves.slice(start, start + tile.width)))
  }
  return files
}

/** The canonical bundle of a record. That checkpoint, leaves and acts belong together is for `verifyBundle` to say; only the size is looked at. */
export const writeBundle = (sha256: Primitives['sha256'], parts: BundleParts): Result<Uint8Array, BundleCode> => {
  const note = parseNote(parts.checkpoint)
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note
  if (!checkpoint.ok || checkpoint.value.size !== parts.leaves.length) return refuse('bundle-other-size', { leaves: parts.leaves.length })
  const files = new Map(recordFiles(sha256, parts))
  for (const [hash, act] of parts.acts) files.set(actPath(hash), openActBytes(act))
  for (const [hash, blob] of parts.blobs ?? []) files.set(blobPath(hash), blob)
  files.set(README_FILE, utf8(BUNDLE_README))
  return writeZip(files)
}

/** A bundle taken apart; nothing in it is verified. `files` by name, the first of a name. */
export type Bundle = { readonly files: ReadonlyMap<string, Uint8Array>; readonly members: readonly ZipMember[] }

/** Takes a bundle apart. */
export const readBundle = (bytes: Uint8Array): Result<Bundle, ZipCode> => {
  const members = readZip(bytes)
  if (!members.ok) return members
  const files = new Map<string, Uint8Array>()
  for (const { name, bytes: content } of members.value) if (!files.has(name)) files.set(name, content)
  return accept({ files, members: members.value })
}

/** What a name in a bundle stands for. */
export type BundleFile =
  | { readonly kind: 'checkpoint' | 'readme' | 'unknown' }
  | { readonly kind: 'act'; readonly entry: EntryHash }
  | { readonly kind: 'blob'; readonly blob: Hash }
  | { readonly kind: 'hashes' | 'entries'; readonly first: number }

/** The kind of file that a name in a bundle says. `first` is the first entry that a level 0 tile or entry bundle covers, else 0. */
export const bundleFile = (name: string): BundleFile => {
  if (name === CHECKPOINT_FILE) return { kind: 'checkpoint' }
  if (name === README_FILE) return { kind: 'readme' }
  const [folder, file = ''] = [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)]
  if (folder === 'acts' && file.endsWith('.json') && HASH.test(file.slice(0, -5)))
    return { kind: 'act', entry: file.slice(0, -5) as EntryHash }
  if (folder === 'blobs' && HASH.test(file)) return { kind: 'blob', blob: file as Hash }
  const tile = parseTilePath(name)
  if (!tile.ok) return { kind: 'unknown' }
  return { kind: tile.value.kind, first: tile.value.kind === 'entries' || tile.value.level === 0 ? tile.value.index * TILE_WIDTH : 0 }
}
