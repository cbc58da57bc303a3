import { actPath, type Bundle, CHECKPOINT_FILE } from '../bundle.ts'
import { entriesPath, tilePath } from '../tile.ts'
import type { RecordSource } from './source.ts'

/** A bundle's files as the source of a verification. */
export const bundleSource = ({ files }: Bundle): RecordSource => ({
  checkpoint: async () => files.get(CHECKPOINT_FILE),
  hashTile: async (tile) => files.get(tilePath(tile)),
  entryTile: async (tile) => files.get(entriesPath(tile)),
  acts: async (entries) => entries.map((entry) => files.get(actPath(entry))),
})
