import { accept, type BodyId, type EntryHash, type Result } from '@paraph/record'
import type { Account } from '../account.ts'
import type { Asking, Seen } from '../asking.ts'
import type { Communique, CommuniqueDrafted, CommuniqueIssued } from '../communique.ts'
import { actRef } from '../duties.ts'
import type { Opened, Span } from '../kind.ts'
import type { TalksCode } from '../refusal.ts'
import type { Words } from '../shapes.ts'
import { type Step, stepOf } from './assurances.ts'
import { limited, type Page, pageOf } from './page.ts'
import { processOf, seeFounded } from './process.ts'
import { titleOf } from './title.ts'
import type { ActRef, ProcessView } from './types.ts'

/** Communiqués of one answer at most. */
export const COMMUNIQUES_LIMIT = 50

/** A communiqué as one act gives it: a draft, or as issued. */
export type Text = {
  readonly act: ActRef
  readonly by: readonly BodyId[]
  readonly onBehalfOf: readonly BodyId[]
  readonly title: Words
  readonly points: readonly Words[]
  readonly when: Span
  readonly embargo: Span | null
  /** whether the embargo has not ended by the moment asked for */
  readonly underEmbargo: boolean
  readonly silence: Span | null
  readonly speaks: readonly { readonly body: BodyId | null; readonly name: Words | null; readonly office: Words | null }[]
  readonly lines: readonly Words[]
  readonly source: EntryHash | null
  /** the consents that were given to this act, and who withheld it */
  readonly consented: readonly BodyId[]
  readonly withheld: readonly BodyId[]
}
export type CommuniqueView = {
  readonly id: EntryHash
  readonly round: Words | null
  readonly drafted: Text | null
  readonly agreed: readonly Step[]
  readonly issued: readonly Text[]
  readonly disputedBy: readonly { readonly bodies: readonly BodyId[]; readonly words: Words; readonly when: Span; readonly act: ActRef }[]
}
/** Page *communiqués*. */
export type Communiques = { readonly process: ProcessView; readonly page: Page; readonly communiques: readonly CommuniqueView[] }

export type AskingCommuniques = Asking & { readonly first?: number | undefined; readonly limit?: number | undefined }

/** Communiqués with their issuers, embargo and disputes, the latest first. */
export const communiques = (acts: readonly Opened[], asking: AskingCommuniques): Result<Communiques, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const all = [...seen.value.state.communiques.values()]
    .filter(({ drafted, issued }) => drafted !== undefined || issued.length > 0)
    .reverse()
  const { page, shown } = pageOf(all, { first: asking.first ?? 0, limit: limited(asking.limit, COMMUNIQUES_LIMIT) })
  return accept({ process: processOf(seen.value), page, communiques: shown.map((one) => viewOf(seen.value, one)) })
}

const viewOf = (seen: Seen, { id, drafted, agreed, issued, disputed }: Communique): CommuniqueView => {
  const round = issued.find(({ act }) => act.round !== undefined)?.act.round
  return {
    id,
    round: round === undefined ? null : titleOf(seen, round),
    drafted: drafted === undefined ? null : textOf(seen, drafted),
    agreed: agreed.map(({ mark }) => stepOf(seen, mark)),
    issued: issued.map((one) => textOf(seen, one)),
    disputedBy: disputed.map(({ act, mark }) => ({
      bodies: mark.doers,
      words: act.words,
      when: mark.happened,
      act: actRef(seen, mark),
    })),
  }
}

const textOf = (seen: Seen, { act, mark }: Account<CommuniqueDrafted | CommuniqueIssued>): Text => {
  const consents = seen.state.consents.get(mark.hash)
  return {
    act: actRef(seen, mark),
    by: mark.doers,
    onBehalfOf: 'onBehalfOf' in act ? act.onBehalfOf : [],
    title: act.title,
    points: act.points,
    when: mark.happened,
    embargo: act.embargo ?? null,
    underEmbargo: act.embargo !== undefined && seen.happened < act.embargo.until,
    silence: act.silence ?? null,
    speaks: (act.speaks ?? []).map(({ body, name, office }) => ({ body: body ?? null, name: name ?? null, office: office ?? null })),
    lines: act.lines ?? [],
    source: 'source' in act ? (act.source ?? null) : null,
    consented: [...(consents?.given.keys() ?? [])],
    withheld: [...(consents?.withheld.keys() ?? [])],
  }
}
