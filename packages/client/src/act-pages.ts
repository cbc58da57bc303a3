import { ENTRIES_LIMIT } from '@paraph/api'
import { type Entry, type EntryHash, entryHash, type Primitives, type ProcessId, utf8 } from '@paraph/record'
import type { AnswerOf } from './answers.ts'
import { HostSilent } from './host-silent.ts'
import type { Transport } from './transport.ts'

/** Pages of acts that are asked for before the one being read: over a network they arrive while what came before is verified. */
export const PAGES_AHEAD = 4

/** Acts of a record as their host gives them out, in pages, each page once. */
export type ActPages = {
  /** How many entries there are, as far as anybody claims: the first pages are asked for at once, further ones as these are read. */
  readonly expect: (size: number) => void
  /** `acts/<hash>.json` of each entry; undefined where the host gives none. Rejects with `HostSilent` where no answer comes. */
  readonly of: (wanted: readonly EntryHash[]) => Promise<readonly (Uint8Array | undefined)[]>
}

type Page = { readonly from: number; readonly limit: number; readonly answer: ReturnType<typeof askPage> }

const askPage = (transport: Transport, ref: ProcessId, query: { readonly from: number; readonly limit: number }) =>
  transport.ask('entries', { params: { ref }, query })

/** Reads the pages of a process's acts in order, some of them ahead. */
export const actPages = (transport: Transport, { process, sha256 }: { process: ProcessId; sha256: Primitives['sha256'] }): ActPages => {
  const acts = new Map<EntryHash, Uint8Array>()
  const ahead: Page[] = []
  let next = 0
  let size = 0

  const askAhead = (): void => {
    while (ahead.length < PAGES_AHEAD && next < size) {
      const query = { from: next, limit: Math.min(ENTRIES_LIMIT, size - next) }
      ahead.push({ ...query, answer: askPage(transport, process, query) })
      next += query.limit
    }
  }

  /** What follows a page that did not come whole is asked for anew the next time. */
  const goBackTo = (from: number): void => {
    ahead.length = 0
    next = from
  }

  const keep = (entries: AnswerOf['entries']['entries']): void => {
    for (const { leaf, act } of entries) {
      const hash = typeof act === 'object' ? nameOf(leaf, sha256) : undefined
      if (hash !== undefined && typeof act === 'object') acts.set(hash, utf8(`{"act":${act.json},"salt":"${act.salt}"}`))
    }
  }

  /** Reads on until all that are wanted are here, or there are no more. */
  const readUntil = async (wanted: readonly EntryHash[]): Promise<void> => {
    while (!wanted.every((hash) => acts.has(hash))) {
      askAhead()
      const page = ahead.shift()
      if (page === undefined) return
      const answer = await page.answer
      if (!answer.ok) {
        goBackTo(page.from)
        throw new HostSilent(answer.refusal.code)
      }
      const { entries } = answer.value
      keep(entries)
      if (entries.length < page.limit) return goBackTo(page.from + entries.length)
      askAhead()
    }
  }

  return {
    expect: (claimed) => {
      size = Math.max(size, claimed)
      askAhead()
    },
    of: async (wanted) => {
      await readUntil(wanted)
      return wanted.map((hash) => acts.get(hash))
    },
  }
}

/** The name that a leaf's entry has, whatever the host calls it. What is no entry has a name that nobody asks for, or none. */
const nameOf = (leaf: string, sha256: Primitives['sha256']): EntryHash | undefined => {
  try {
    return entryHash(sha256, (JSON.parse(leaf) as { entry: Entry }).entry)
  } catch {
    return undefined
  }
}
