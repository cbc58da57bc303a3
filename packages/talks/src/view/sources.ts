import { accept, type BodyId, type EntryHash, type Result } from '@paraph/record'
import type { Account } from '../account.ts'
import type { Asking, Seen } from '../asking.ts'
import type { Opened } from '../kind.ts'
import type { TalksCode } from '../refusal.ts'
import type { Words } from '../shapes.ts'
import type { SourceCaptured } from '../source.ts'
import { canonicalWords } from '../words.ts'
import { limited, type Page, pageOf } from './page.ts'
import { processOf, seeFounded } from './process.ts'
import { sayingsOf } from './saying.ts'
import { sourceOf, titlesOf } from './statements.ts'
import type { ProcessView, Saying, SourceView } from './types.ts'

/** Sources of one answer at most, statements of one source's page, other pages of its origin, and speakers offered. */
export const SOURCES_LIMIT = 200
export const PAGE_SAYINGS_LIMIT = 300
export const SPEAKERS_LIMIT = 200

/** A source with how many statements were taken from it. */
export type CountedSource = SourceView & { readonly statements: number }
/** Pages of one origin: five of one agency are one group. `origin` null: a source of its own. `continued`: more of the group of the page before. */
export type SourceGroup = { readonly origin: string | null; readonly continued: boolean; readonly sources: readonly CountedSource[] }
/** Page *sources*. */
export type Sources = {
  readonly process: ProcessView
  readonly counts: { readonly sources: number; readonly origins: number; readonly statements: number }
  /** which part of all sources this answer holds */
  readonly page: Page
  readonly groups: readonly SourceGroup[]
}
/** Somebody whose words are on the record, as the last statement names them. */
export type KnownSpeaker = { readonly body: BodyId | null; readonly name: Words; readonly office: Words | null; readonly voice: string }
/** Page *source*: one source beside the statements taken from it. `source` null: no such source is on the record. */
export type SourcePage = {
  readonly process: ProcessView
  readonly source: SourceView | null
  /** other sources of the same origin */
  readonly sameOrigin: readonly SourceView[]
  readonly page: Page
  /** by their place in the text, those without one last */
  readonly sayings: readonly Saying[]
  readonly titles: Readonly<Record<string, Words>>
  /** everybody whose words are on the record: whose side a name is on, people have said before */
  readonly speakers: readonly KnownSpeaker[]
}

export type AskingSources = Asking & {
  readonly act?: EntryHash | undefined
  readonly first?: number | undefined
  readonly limit?: number | undefined
}

/** Sources by their origin, each with publisher, voice, date and how it is known; origins in the order of their first page. */
export const sources = (acts: readonly Opened[], asking: AskingSources): Result<Sources, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const { state } = seen.value
  const taken = takenFrom(seen.value)
  const groups = groupsOf([...state.sources.values()])
  const all = groups.flatMap(({ key, sources }) => sources.map((source) => ({ key, source })))
  const { page, shown } = pageOf(all, { first: asking.first ?? 0, limit: limited(asking.limit, SOURCES_LIMIT) })
  const before = all[page.first - 1]?.key
  return accept({
    process: processOf(seen.value),
    counts: {
      sources: state.sources.size,
      origins: groups.length,
      statements: [...state.statements.all.values()].filter(({ recorded }) => recorded !== undefined).length,
    },
    page,
    groups: groups
      .map(({ key, origin, sources }) => ({
        origin,
        continued: key === before,
        sources: sources
          .filter((source) => shown.some((one) => one.source === source))
          .map((source) => ({ ...sourceOf(seen.value, source), statements: taken.get(source.mark.hash)?.length ?? 0 })),
      }))
      .filter((group) => group.sources.length > 0),
  })
}

/** One source beside the statements that were taken from it. */
export const source = (acts: readonly Opened[], asking: AskingSources): Result<SourcePage, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const { state } = seen.value
  const found = asking.act === undefined ? undefined : state.sources.get(asking.act)
  const ids = found === undefined ? [] : (takenFrom(seen.value).get(found.mark.hash) ?? [])
  const { page, shown } = pageOf([...ids].sort(byPlace(seen.value)), {
    first: asking.first ?? 0,
    limit: limited(asking.limit, PAGE_SAYINGS_LIMIT),
  })
  const sayings = sayingsOf(seen.value, shown)
  return accept({
    process: processOf(seen.value),
    source: found === undefined ? null : sourceOf(seen.value, found),
    sameOrigin: found === undefined ? [] : siblings(seen.value, found),
    page,
    sayings,
    titles: titlesOf(
      seen.value,
      sayings.flatMap(({ about }) => about),
    ),
    speakers: speakersOf(seen.value),
  })
}

/** The name of an origin, however it was typed. */
const originKey = (origin: string): string => origin.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ')

type Group = { readonly key: string; readonly origin: string | null; readonly sources: Account<SourceCaptured>[] }

const groupsOf = (all: readonly Account<SourceCaptured>[]): readonly Group[] => {
  const groups = new Map<string, Group>()
  for (const one of [...all].sort(byDate)) {
    const { origin } = one.act
    const key = origin === undefined ? one.mark.hash : originKey(origin)
    const group = groups.get(key) ?? { key, origin: origin?.trim() ?? null, sources: [] }
    group.sources.push(one)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** By the day of the source, those without one by when they were captured; then as recorded. */
const byDate = (one: Account<SourceCaptured>, other: Account<SourceCaptured>): number => {
  const [a, b] = [one.act.published?.from ?? one.mark.recorded, other.act.published?.from ?? other.mark.recorded]
  return a < b ? -1 : a > b ? 1 : one.mark.index - other.mark.index
}

/** Statements by the source that they were taken from. */
const takenFrom = ({ state }: Seen): ReadonlyMap<EntryHash, readonly EntryHash[]> => {
  const taken = new Map<EntryHash, EntryHash[]>([...state.sources.keys()].map((source) => [source, []]))
  for (const { id, recorded } of state.statements.all.values())
    for (const one of new Set(recorded?.act.sources ?? [])) taken.get(one)?.push(id)
  return taken
}

const byPlace =
  ({ state }: Seen) =>
  (one: EntryHash, other: EntryHash): number => {
    const [a, b] = [one, other].map((id) => state.statements.all.get(id)?.recorded?.act.place?.start ?? Number.POSITIVE_INFINITY)
    return a === b ? 0 : a! - b!
  }

const siblings = (seen: Seen, { act, mark }: Account<SourceCaptured>): readonly SourceView[] => {
  if (act.origin === undefined) return []
  const key = originKey(act.origin)
  return [...seen.state.sources.values()]
    .filter((one) => one.mark.hash !== mark.hash && one.act.origin !== undefined && originKey(one.act.origin) === key)
    .sort(byDate)
    .slice(0, SOURCES_LIMIT)
    .map((one) => sourceOf(seen, one))
}

const speakersOf = ({ state }: Seen): readonly KnownSpeaker[] => {
  const known = new Map<string, KnownSpeaker>()
  for (const { recorded } of state.statements.all.values()) {
    const { name, office, body } = recorded?.act.speaker ?? {}
    if (recorded === undefined || name === undefined) continue
    const key = canonicalWords(name)
    known.delete(key)
    known.set(key, { body: body ?? null, name, office: office ?? null, voice: recorded.act.voice })
  }
  return [...known.values()].slice(-SPEAKERS_LIMIT)
}
