import {
  type EntryTile,
  entriesPath,
  type HashTile,
  type Primitives,
  type ProcessId,
  type RecordSource,
  type Refusal,
  TILE_WIDTH,
  tilePath,
  utf8,
} from '@paraph/record'
import { actPages } from './act-pages.ts'
import { claimedSize } from './claimed-size.ts'
import { HostSilent } from './host-silent.ts'
import type { Transport } from './transport.ts'

/**
 * A record as a host serves it, tile by tile, for `verifyRecord`. Full tiles and acts never change, so each is fetched once however often the
 * record is verified; partial tiles and the checkpoint are asked for every time. Acts are asked for as soon as the checkpoint says how many
 * there are, so that they arrive while the tiles are read. Rejects with `HostSilent` where no answer comes.
 */
export const hostSource = (
  transport: Transport,
  { process, sha256 }: { process: ProcessId; sha256: Primitives['sha256'] },
): RecordSource => {
  const full = new Map<string, Uint8Array>()
  const acts = actPages(transport, { process, sha256 })

  const tile = async (name: string, keep: boolean): Promise<Uint8Array | undefined> => {
    const path = name.slice('tile/'.length)
    const kept = full.get(path)
    if (kept !== undefined) return kept
    const answer = await transport.ask('tile', { params: { id: process, path } })
    if (answer.ok && keep) full.set(path, answer.value)
    if (answer.ok) return answer.value
    return absent(answer.refusal)
  }

  return {
    checkpoint: async () => {
      const note = await transport.ask('checkpoint', { params: { id: process } })
      if (!note.ok) return absent(note.refusal)
      const bytes = utf8(note.value)
      acts.expect(claimedSize(bytes) ?? 0)
      return bytes
    },
    hashTile: (wanted: HashTile) => tile(tilePath(wanted), wanted.width === TILE_WIDTH),
    entryTile: (wanted: EntryTile) => tile(entriesPath(wanted), wanted.width === TILE_WIDTH),
    acts: acts.of,
  }
}

/** What a host says is not there is the record's fault to name; whatever else it says is no answer. */
const ABSENT = new Set(['process-unknown', 'tile-unknown', 'not-found', 'schema'])
const absent = ({ code }: Refusal): undefined => {
  if (!ABSENT.has(code)) throw new HostSilent(code)
}
