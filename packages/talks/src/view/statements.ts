import { accept, type BodyId, type EntryHash, type Result } from '@paraph/record'
import type { Account } from '../account.ts'
import type { Asking, Seen } from '../asking.ts'
import { actRef } from '../duties.ts'
import type { Opened } from '../kind.ts'
import type { TalksCode } from '../refusal.ts'
import type { Words } from '../shapes.ts'
import type { SourceCaptured } from '../source.ts'
import type { Statement } from '../statement.ts'
import { limited, pageOf } from './page.ts'
import { processOf, seeFounded } from './process.ts'
import { sayingsOf } from './saying.ts'
import { titleOf } from './title.ts'
import type { SourceRow, SourceView, Statements } from './types.ts'

/** Rows of one answer at most, and statements of one row: the rest of a source's statements are in the rows after it. */
export const SOURCE_ROWS_LIMIT = 40
export const ROW_SAYINGS = 6

/**
 * Of which statements, and which rows: from `first` on, or the page on which an act stands (a source, a statement); the beginning where it is
 * on none. `by`: words of this body alone, and the sources of those.
 */
export type AskingStatements = Asking & {
  readonly by?: BodyId | undefined
  readonly act?: EntryHash | undefined
  readonly first?: number | undefined
  readonly limit?: number | undefined
}

/** Page *statements*: sources in the order of what they tell, each beside what was said in it, a page at a time. */
export const statements = (acts: readonly Opened[], asking: AskingStatements): Result<Statements, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const { state } = seen.value
  const recorded = [...state.statements.all.values()].filter((statement) => statement.recorded !== undefined)
  const rows = rowsOf(seen.value, recorded, asking.by)
  const limit = limited(asking.limit, SOURCE_ROWS_LIMIT)
  const { page, shown } = pageOf(rows, { limit, first: asking.first ?? firstOf(rows, asking.act, limit) })
  const sayings = sayingsOf(seen.value, new Set(shown.flatMap((row) => row.sayings)))
  const sources = new Set(shown.flatMap(({ source }) => source ?? []))
  return accept({
    process: processOf(seen.value),
    counts: { sources: state.sources.size, sayings: recorded.length },
    page,
    rows: shown,
    sayings,
    sources: [...sources].map((source) => sourceOf(seen.value, state.sources.get(source)!)),
    titles: titlesOf(
      seen.value,
      sayings.flatMap(({ about }) => about),
    ),
  })
}

/** A statement of several sources stands with each; those without a source on the record come last. */
const rowsOf = ({ state }: Seen, recorded: readonly Statement[], by: BodyId | undefined): readonly SourceRow[] => {
  const told = new Map<EntryHash, EntryHash[]>([...state.sources.keys()].map((source) => [source, []]))
  const homeless: EntryHash[] = []
  for (const { id, recorded: account } of recorded) {
    const { speaker, sources } = account!.act
    if (by !== undefined && speaker.body !== by) continue
    const held = sources.filter((source) => told.has(source))
    for (const source of held) told.get(source)!.push(id)
    if (held.length === 0) homeless.push(id)
  }
  const rows = [...told].flatMap(([source, sayings]) => (by !== undefined && sayings.length === 0 ? [] : chunks(source, sayings)))
  return homeless.length === 0 ? rows : [...rows, ...chunks(null, homeless)]
}

const chunks = (source: EntryHash | null, sayings: readonly EntryHash[]): readonly SourceRow[] =>
  Array.from({ length: Math.max(1, Math.ceil(sayings.length / ROW_SAYINGS)) }, (_, at) => ({
    source,
    sayings: sayings.slice(at * ROW_SAYINGS, (at + 1) * ROW_SAYINGS),
    continued: at > 0,
  }))

/** Where the page begins on which an act stands, if all pages are of this length. */
const firstOf = (rows: readonly SourceRow[], act: EntryHash | undefined, limit: number): number => {
  const at = act === undefined ? -1 : rows.findIndex(({ source, sayings }) => source === act || sayings.includes(act))
  return Math.max(0, at - (at % limit))
}

/** A source as pages show it. */
export const sourceOf = (seen: Seen, { act, mark }: Account<SourceCaptured>): SourceView => ({
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
  snapshot: act.snapshot ?? null,
  note: act.note ?? null,
})

/** What the things are called that statements are about. */
export const titlesOf = (seen: Seen, ids: readonly EntryHash[]): Readonly<Record<string, Words>> => {
  const titles: Record<string, Words> = {}
  for (const id of new Set(ids)) {
    const title = titleOf(seen, id)
    if (title !== null) titles[id] = title
  }
  return titles
}
