import { accept, type BodyId, type EntryHash, type Result } from '@paraph/record'
import type { Asking, Seen } from '../asking.ts'
import { actRef } from '../duties.ts'
import type { Opened, Span } from '../kind.ts'
import type { Paper, PaperHandedOver } from '../paper.ts'
import type { TalksCode } from '../refusal.ts'
import type { Words } from '../shapes.ts'
import { type Step, stepOf } from './assurances.ts'
import { limited, type Page, pageOf } from './page.ts'
import { processOf, seeFounded } from './process.ts'
import type { ActRef, ProcessView } from './types.ts'

/** Papers of one answer at most. */
export const PAPERS_LIMIT = 100

/** One step of a paper's way, in the order in which it went. */
export type Custody = Step & {
  readonly verb: 'handed-over' | 'received' | 'passed-on' | 'returned' | 'withdrawn' | 'tabled'
  readonly to: readonly BodyId[]
  readonly through: readonly BodyId[]
}
/** A paper handed over. It is text only when it is tabled; drafts, non-papers and talking points are without prejudice. */
export type PaperView = {
  readonly id: EntryHash
  readonly act: ActRef
  readonly kind: PaperHandedOver['kind']
  readonly title: Words
  readonly by: readonly BodyId[]
  readonly when: Span
  readonly reported: Words | null
  /** null where nobody said whether it may be quoted */
  readonly quotable: boolean | null
  readonly withoutPrejudice: boolean
  readonly tabled: boolean
  readonly withdrawn: boolean
  readonly custody: readonly Custody[]
}
/** Page *papers*. */
export type Papers = { readonly process: ProcessView; readonly page: Page; readonly papers: readonly PaperView[] }

export type AskingPapers = Asking & { readonly first?: number | undefined; readonly limit?: number | undefined }

const WITHOUT_PREJUDICE: ReadonlySet<string> = new Set(['draft', 'non-paper', 'talking-points'])

/** Papers and where each has been, the latest first. */
export const papers = (acts: readonly Opened[], asking: AskingPapers): Result<Papers, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const all = [...seen.value.state.papers.values()].filter(({ handedOver }) => handedOver !== undefined).reverse()
  const { page, shown } = pageOf(all, { first: asking.first ?? 0, limit: limited(asking.limit, PAPERS_LIMIT) })
  return accept({ process: processOf(seen.value), page, papers: shown.map((paper) => viewOf(seen.value, paper)) })
}

const viewOf = (seen: Seen, { id, handedOver, steps }: Paper): PaperView => {
  const { act, mark } = handedOver!
  return {
    id,
    act: actRef(seen, mark),
    kind: act.kind,
    title: act.title,
    by: mark.doers,
    when: mark.happened,
    reported: act.reported ?? null,
    quotable: act.quotable ?? null,
    withoutPrejudice: WITHOUT_PREJUDICE.has(act.kind),
    tabled: steps.some(({ verb }) => verb === 'tabled'),
    withdrawn: steps.some(({ verb }) => verb === 'withdrawn'),
    custody: [
      { ...stepOf(seen, mark), verb: 'handed-over', to: act.to, through: act.through ?? [] },
      ...steps.map((step) => ({
        ...stepOf(seen, step.mark),
        verb: step.verb as Custody['verb'],
        to: passedTo(seen, step.mark.hash),
        through: [],
      })),
    ],
  }
}

const passedTo = ({ state }: Seen, hash: EntryHash): readonly BodyId[] => {
  const filed = state.filed.get(hash)
  return filed === undefined || typeof filed.act === 'string' ? [] : ((filed.act.open as { readonly to?: readonly BodyId[] }).to ?? [])
}
