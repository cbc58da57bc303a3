import type { EntryHash } from '../names.ts'
import type { EntryTile, HashTile } from '../tile.ts'

/**
 * Where a verification finds a record: a bundle's files, or tiles fetched one by one. Undefined is *not here*. A source that cannot answer for
 * another reason (no network) rejects, and so does the verification: that is nobody's fault.
 */
export type RecordSource = {
  /** The signed note, as bytes. */
  readonly checkpoint: () => Promise<Uint8Array | undefined>
  readonly hashTile: (tile: HashTile) => Promise<Uint8Array | undefined>
  readonly entryTile: (tile: EntryTile) => Promise<Uint8Array | undefined>
  /** `acts/<hash>.json` of each entry asked for (at most 256, in index order), one answer each. */
  readonly acts: (entries: readonly EntryHash[]) => Promise<readonly (Uint8Array | undefined)[]>
}
