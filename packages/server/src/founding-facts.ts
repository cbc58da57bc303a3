import { accept, type EntryIndex, type Instant, type ProcessId, processIdOf, type Result, refuse } from '@paraph/record'
import { type Store, StoreDamaged } from '@paraph/store'
import { grow, hostOf, nothingYet, openingOf } from './live.ts'
import type { Means } from './means.ts'

/** What entry 0 says for good: when it was recorded, whether everybody may read, the label it suggests, the raw log key. */
export type FoundingFacts = {
  readonly recorded: Instant
  readonly open: boolean
  readonly slug: string
  readonly logKey: Uint8Array
}

/**
 * Reads entry 0 alone, so that a thousand processes can be listed and none of them folded. It is checked as everything that is loaded: a process
 * is named by this very entry.
 */
export const readFoundingFacts = async (means: Means, store: Store, id: ProcessId): Promise<Result<FoundingFacts>> => {
  const damaged = refuse('database-damaged', { process: id, found: 'leaf', index: 0 })
  try {
    for await (const row of store.entries(id, { from: 0 as EntryIndex, until: 1 as EntryIndex })) {
      const opening = openingOf(means.sha256, row)
      if (!opening.ok || processIdOf(opening.value.hash) !== id) return damaged
      const grown = nothingYet(means)
      grow(means, grown, opening.value, row.leaf)
      const opened = grown.state.process.opened
      if (opened === undefined) return damaged
      const { key } = hostOf(means, grown.state)
      const { slug, keysArePublic } = opened.act
      return accept({ recorded: opening.value.recorded, open: keysArePublic === true, slug, logKey: key })
    }
  } catch (error) {
    if (error instanceof StoreDamaged) return damaged
    throw error
  }
  return refuse('process-unknown', { ref: id })
}
