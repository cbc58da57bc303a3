import { ACT_FILE_LIMIT } from '../act.ts'
import { actPath, CHECKPOINT_FILE } from '../bundle.ts'
import { ENTRY_LIMIT } from '../leaf.ts'
import { HASH_LENGTH, TILE_WIDTH } from '../merkle.ts'
import { NOTE_LIMIT } from '../note.ts'
import { entriesPath, tilePath } from '../tile.ts'
import type { RecordSource } from './source.ts'

/** Bytes of each file of a record's layout, at most: a longer one is not read to its end. */
export const FILE_LIMITS = {
  checkpoint: NOTE_LIMIT,
  hashTile: TILE_WIDTH * HASH_LENGTH,
  entryTile: TILE_WIDTH * (2 + ENTRY_LIMIT),
  act: ACT_FILE_LIMIT,
} as const

/** Acts of a record that are asked for at once: over a network, answers overlap. */
export const ACTS_AT_ONCE = 32

/**
 * Reads one file of a layout by its path: undefined where it is not there. One longer than `limit` may be given cut off one byte beyond it: it is
 * then faulty by its length. Rejects where nothing can be said (no network, no right to read).
 */
export type ReadFile = (path: string, limit: number) => Promise<Uint8Array | undefined>

/**
 * A record laid out in files as C2SP has it (`checkpoint`, `tile/**`), with `acts/<hash>.json` beside: a bundle, a folder, what a web server serves.
 * The checkpoint is read once, so that a record that grows meanwhile is verified as it was.
 */
export const fileSource = (read: ReadFile): RecordSource => {
  let checkpoint: Promise<Uint8Array | undefined> | undefined
  return {
    checkpoint: () => {
      checkpoint ??= read(CHECKPOINT_FILE, FILE_LIMITS.checkpoint)
      return checkpoint
    },
    hashTile: (tile) => read(tilePath(tile), FILE_LIMITS.hashTile),
    entryTile: (tile) => read(entriesPath(tile), FILE_LIMITS.entryTile),
    acts: async (entries) => {
      const found: (Uint8Array | undefined)[] = new Array(entries.length)
      let next = 0
      const reader = async (): Promise<void> => {
        while (next < entries.length) {
          const at = next++
          found[at] = await read(actPath(entries[at]!), FILE_LIMITS.act)
        }
      }
      await Promise.all(Array.from({ length: Math.min(ACTS_AT_ONCE, entries.length) }, reader))
      return found
    },
  }
}
