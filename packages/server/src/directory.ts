import { PROCESS_ID, type ProcessId, type Result } from '@paraph/record'
import type { Store } from '@paraph/store'
import { type FoundingFacts, readFoundingFacts } from './founding-facts.ts'
import type { Line } from './line.ts'
import type { Live } from './live.ts'
import type { Means } from './means.ts'

/** Which processes are here, by id and label, each with its line. */
export type Directory = {
  /** Ids in their order, with labels; a process without label is called by its id. */
  readonly listed: () => readonly { readonly id: ProcessId; readonly slug: string }[]
  readonly count: () => number
  readonly lines: () => IterableIterator<readonly [ProcessId, Line]>
  readonly line: (id: ProcessId) => Line | undefined
  /** The process that `ref` names; ids win. Where another instance may have opened it or given its label, the store is asked. */
  readonly idOf: (ref: string) => Promise<ProcessId | undefined>
  readonly enlist: (id: ProcessId, first?: Live) => Line
  readonly label: (id: ProcessId, slug: string) => void
  /** A label lost between founding and labelling (somebody died there) is given now. */
  readonly labelOf: (id: ProcessId, suggested: () => string) => Promise<string>
  /** What entry 0 says, read once. */
  readonly facts: (id: ProcessId) => Promise<Result<FoundingFacts>>
  /** Reads which processes and labels the store holds. */
  readonly look: () => Promise<void>
}

/** `shared`: other instances write to the same store. `newLine` opens a process's line. */
export type DirectoryParts = {
  readonly means: Means
  readonly store: Store
  readonly shared: boolean
  readonly newLine: (id: ProcessId, first?: Live) => Line
}

export const openDirectory = ({ means, store, shared, newLine }: DirectoryParts): Directory => {
  const lines = new Map<ProcessId, Line>()
  const labels = new Map<string, ProcessId>()
  const slugs = new Map<ProcessId, string>()
  const facts = new Map<ProcessId, FoundingFacts>()
  let looking: Promise<void> | undefined

  const label = (id: ProcessId, slug: string): void => {
    slugs.set(id, slug)
    labels.set(slug, id)
  }
  const enlist = (id: ProcessId, first?: Live): Line => {
    const line = lines.get(id) ?? newLine(id, first)
    lines.set(id, line)
    return line
  }
  const look = async (): Promise<void> => {
    for (const { log, slug } of await store.logs()) {
      enlist(log)
      if (slug !== undefined) label(log, slug)
    }
  }
  /** A look that began after it was asked for; whoever asks while one waits shares it, so that strangers' guesses cost one query at a time. */
  let next: Promise<void> | undefined
  const lookAfresh = (): Promise<void> => {
    if (looking === undefined) {
      looking = look().finally(() => {
        looking = undefined
      })
      return looking
    }
    next ??= looking
      .catch(() => {})
      .then(() => {
        next = undefined
        return lookAfresh()
      })
    return next
  }
  const known = (ref: string): ProcessId | undefined => {
    const id = ref as ProcessId
    return PROCESS_ID.test(ref) && lines.has(id) ? id : labels.get(ref)
  }

  return {
    listed: () => [...lines.keys()].sort().map((id) => ({ id, slug: slugs.get(id) ?? id })),
    count: () => lines.size,
    lines: () => lines.entries(),
    line: (id) => lines.get(id),
    idOf: async (ref) => {
      const id = known(ref)
      if (id !== undefined || !shared) return id
      await lookAfresh()
      return known(ref)
    },
    enlist,
    label,
    labelOf: async (id, suggested) => {
      const given = slugs.get(id)
      if (given !== undefined) return given
      const claimed = await store.claimSlug(id, suggested())
      if (!claimed.ok) return id
      label(id, claimed.value)
      return claimed.value
    },
    facts: async (id) => {
      const read = facts.get(id)
      if (read !== undefined) return { ok: true, value: read }
      const found = await readFoundingFacts(means, store, id)
      if (found.ok) facts.set(id, found.value)
      return found
    },
    look,
  }
}
