import {
  type EntryHash,
  type EntryTile,
  entriesPath,
  entryHash,
  type HashTile,
  type Json,
  type Primitives,
  parseEntry,
  type ProcessId,
  type RecordSource,
  type Refusal,
  TILE_WIDTH,
  tilePath,
  utf8,
} from '@paraph/record'
import type { Transport } from './transport.ts'

/** A host that did not answer: no verdict on the record can be given, and none is the host's fault. */
export class HostSilent extends Error {
  readonly code: string
  constructor(code: string) {
    super(`the host did not answer: ${code}`)
    this.code = code
  }
}

/**
 * A record as a host serves it, tile by tile, for `verifyRecord`. Full tiles and acts never change, so each is fetched once however often the
 * record is verified; partial tiles and the checkpoint are asked for every time. Rejects with `HostSilent` where no answer comes.
 */
export const hostSource = (
  transport: Transport,
  { process, sha256 }: { process: ProcessId; sha256: Primitives['sha256'] },
): RecordSource => {
  const full = new Map<string, Uint8Array>()
  const acts = new Map<EntryHash, Uint8Array>()
  let paged = 0

  const tile = async (name: string, keep: boolean): Promise<Uint8Array | undefined> => {
    const path = name.slice('tile/'.length)
    const kept = full.get(path)
    if (kept !== undefined) return kept
    const answer = await transport.ask('tile', { params: { id: process, path } })
    if (answer.ok && keep) full.set(path, answer.value)
    if (answer.ok) return answer.value
    return absent(answer.refusal)
  }

  /** Reads on in the pages of acts until all that are wanted are here, or there are no more. */
  const readUntil = async (wanted: readonly EntryHash[]): Promise<void> => {
    while (!wanted.every((hash) => acts.has(hash))) {
      const page = await transport.ask('entries', { params: { ref: process }, query: { from: paged, limit: TILE_WIDTH } })
      if (!page.ok) throw new HostSilent(page.refusal.code)
      for (const { leaf, act } of page.value.entries) {
        const hash = nameOf(leaf, sha256)
        if (hash !== undefined && typeof act === 'object') acts.set(hash, utf8(`{"act":${act.json},"salt":"${act.salt}"}`))
      }
      paged += page.value.entries.length
      if (page.value.entries.length === 0 || page.value.next === null) return
    }
  }

  return {
    checkpoint: async () => {
      const note = await transport.ask('checkpoint', { params: { id: process } })
      return note.ok ? utf8(note.value) : absent(note.refusal)
    },
    hashTile: (wanted: HashTile) => tile(tilePath(wanted), wanted.width === TILE_WIDTH),
    entryTile: (wanted: EntryTile) => tile(entriesPath(wanted), wanted.width === TILE_WIDTH),
    acts: async (wanted) => {
      await readUntil(wanted)
      return wanted.map((hash) => acts.get(hash))
    },
  }
}

/** What a host says is not there is the record's fault to name; whatever else it says is no answer. */
const ABSENT = new Set(['process-unknown', 'tile-unknown', 'not-found', 'schema'])
const absent = ({ code }: Refusal): undefined => {
  if (!ABSENT.has(code)) throw new HostSilent(code)
}

/** The name that a leaf's entry has, whatever the host calls it. */
const nameOf = (leaf: string, sha256: Primitives['sha256']): EntryHash | undefined => {
  try {
    const entry = parseEntry((JSON.parse(leaf) as { entry: Json }).entry, 'entry')
    return entry.ok ? entryHash(sha256, entry.value) : undefined
  } catch {
    return undefined
  }
}
