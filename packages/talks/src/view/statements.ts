import { accept, type EntryHash, type Result } from '@paraph/record'
import type { Account } from '../account.ts'
import type { Asking, Seen } from '../asking.ts'
import { actRef } from '../duties.ts'
import type { Opened } from '../kind.ts'
import type { TalksCode } from '../refusal.ts'
import type { Words } from '../shapes.ts'
import type { SourceCaptured } from '../source.ts'
import { claimPairs } from './pairs.ts'
import { processOf, seeFounded } from './process.ts'
import { sayingsOf } from './saying.ts'
import { titleOf } from './title.ts'
import type { SourceView, Statements } from './types.ts'

/** Page *statements*: what was said, where it stands, and the claims about one thing side by side. */
export const statements = (acts: readonly Opened[], asking: Asking): Result<Statements, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const sayings = sayingsOf(seen.value, seen.value.state.statements.all.keys())
  return accept({
    process: processOf(seen.value),
    sayings,
    sources: [...seen.value.state.sources.values()].map((source) => sourceOf(seen.value, source)),
    pairs: claimPairs(seen.value),
    titles: titlesOf(
      seen.value,
      sayings.flatMap(({ about }) => about),
    ),
  })
}

const sourceOf = (seen: Seen, { act, mark }: Account<SourceCaptured>): SourceView => ({
  act: actRef(seen, mark),
  address: act.address ?? null,
  publisher: act.publisher,
  title: act.title ?? null,
  voice: act.voice,
  language: act.language,
  published: act.published ?? null,
  dated: act.dated,
  origin: act.origin ?? null,
  held: act.snapshot !== undefined,
  note: act.note ?? null,
})

/** What the things are called that statements are about. */
const titlesOf = (seen: Seen, ids: readonly EntryHash[]): Readonly<Record<string, Words>> => {
  const titles: Record<string, Words> = {}
  for (const id of new Set(ids)) {
    const title = titleOf(seen, id)
    if (title !== null) titles[id] = title
  }
  return titles
}
