import type { EntryHash, EntryTile, HashTile, RecordSource } from '@paraph/record'
import { entriesPath, tilePath } from '@paraph/record'

/** A source that remembers every answer, and the record as it was last answered, without any network. */
export type Held = { readonly live: RecordSource; readonly held: RecordSource; readonly note: () => Uint8Array | undefined }

export const holding = (source: RecordSource): Held => {
  const tiles = new Map<string, Uint8Array | undefined>()
  const acts = new Map<EntryHash, Uint8Array | undefined>()
  let note: Uint8Array | undefined
  const remember = async (path: string, asked: Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined> => {
    const bytes = await asked
    tiles.set(path, bytes)
    return bytes
  }
  return {
    note: () => note,
    live: {
      checkpoint: async () => {
        note = await source.checkpoint()
        return note
      },
      hashTile: (tile: HashTile) => remember(tilePath(tile), source.hashTile(tile)),
      entryTile: (tile: EntryTile) => remember(entriesPath(tile), source.entryTile(tile)),
      acts: async (hashes) => {
        const answers = await source.acts(hashes)
        for (const [index, hash] of hashes.entries()) acts.set(hash, answers[index])
        return answers
      },
    },
    held: {
      checkpoint: async () => note,
      hashTile: async (tile) => tiles.get(tilePath(tile)),
      entryTile: async (tile) => tiles.get(entriesPath(tile)),
      acts: async (hashes) => hashes.map((hash) => acts.get(hash)),
    },
  }
}
