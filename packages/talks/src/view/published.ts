import type { BodyId, EntryHash, Instant } from '@paraph/record'
import type { Seen } from '../asking.ts'
import { actRef } from '../duties.ts'
import { erasedBy } from '../erasure.ts'
import type { Filed } from '../filed.ts'
import type { Say } from '../message.ts'
import { partiesInOrder } from '../order.ts'
import { type PublicationDrafted, publicationOf } from '../publication.ts'
import type { State } from '../state.ts'
import { byHappened } from '../time.ts'
import { limited, type Page, pageOf } from './page.ts'
import { processOf } from './process.ts'
import { namesOf, type ShownAct, shownOf } from './shown.ts'
import type { ActRef, ProcessView } from './types.ts'

/** Acts of one page that the public reads. */
export const PUBLISHED_LIMIT = 500

/** Who agreed to the publication of something, and since when it is public. */
export type PublishedBy = { readonly by: readonly BodyId[]; readonly since: Instant; readonly decision: EntryHash }

/** An act that was published. */
export type PublishedAct = ShownAct & { readonly published: PublishedBy }

/** A standing that was published, in the words that were frozen then. */
export type PublishedStanding = PublicationDrafted & { readonly act: ActRef; readonly published: PublishedBy }

/** What was public and is no longer: only that it was. */
export type Unpublished = {
  readonly act: ActRef
  readonly kind: string
  readonly published: PublishedBy
  readonly why: 'withdrawn' | 'erased'
  readonly by: readonly BodyId[]
  readonly at: Instant
}

/** Statements about one thing that were published, every party's column kept; `others` spoke for no party. */
export type PublishedPair = {
  readonly about: EntryHash
  readonly columns: readonly { readonly body: BodyId; readonly acts: readonly PublishedAct[] }[]
  readonly others: readonly PublishedAct[]
}

/** The public page of a process. */
export type Published = {
  readonly process: ProcessView
  /** the newest first */
  readonly standings: readonly PublishedStanding[]
  /** which part of all published acts this answer holds, the latest happening first */
  readonly page: Page
  readonly pairs: readonly PublishedPair[]
  readonly acts: readonly PublishedAct[]
  readonly unpublished: readonly Unpublished[]
}

/** What the public page is asked: of a whole folded state, in whose words, which part. */
export type AskingPublished = {
  readonly say: Say
  readonly language: string
  /** entries of the record that were folded */
  readonly size: number
  /** `recorded` of the newest */
  readonly recorded: Instant
  readonly first?: number | undefined
  readonly limit?: number | undefined
}

/**
 * What of a process is public: the standings as they were frozen, the acts as they stand, by whom each was published and since when. Undefined
 * where nothing ever was. Folded in the order of the record; nothing here says where the process stands.
 */
export const published = (state: Readonly<State>, asking: AskingPublished): Published | undefined => {
  const seen = seenBy(state, asking)
  const all = sorted(seen)
  return isNothing(all) ? undefined : pageAt(seen, all, { first: asking.first ?? 0, limit: asking.limit })
}

/** Every page, one after the other; what is published is looked for once. */
export function* publishedPages(state: Readonly<State>, asking: AskingPublished): Generator<Published> {
  const seen = seenBy(state, asking)
  const all = sorted(seen)
  if (isNothing(all)) return
  for (let first: number | null = 0; first !== null; ) {
    const page: Published = pageAt(seen, all, { first, limit: asking.limit })
    yield page
    first = page.page.next
  }
}

/** A whole state, folded in the order of the record, as views see one. */
export const seenBy = (state: Readonly<State>, { say, language, size, recorded }: AskingPublished): Seen => ({
  state,
  happened: recorded,
  as: 'now',
  known: size,
  computedWithout: 0,
  lastRecorded: recorded,
  seenBy: [],
  say,
  language,
})

type Sorted = ReturnType<typeof sorted>

const isNothing = ({ acts, standings, unpublished }: Sorted): boolean => acts.length + standings.length + unpublished.length === 0

const pageAt = (
  seen: Seen,
  { acts, standings, unpublished }: Sorted,
  { first, limit }: { readonly first: number; readonly limit: number | undefined },
): Published => {
  const { page, shown } = pageOf(acts, { first, limit: limited(limit, PUBLISHED_LIMIT) })
  const said = shown.map((one) => actOf(seen, one))
  const pairs = pairsOf(seen, said)
  const paired = new Set(pairs.map(({ about }) => about))
  return {
    process: processOf(seen),
    standings: standings.toReversed(),
    page,
    pairs,
    acts: said.filter((act) => act.about === null || !paired.has(act.about)),
    unpublished,
  }
}

type Public = { readonly filed: Filed; readonly published: PublishedBy }

const sorted = (seen: Seen) => {
  const acts: Public[] = []
  const standings: PublishedStanding[] = []
  const unpublished: Unpublished[] = []
  for (const entry of seen.state.publications.of.keys()) {
    const publication = publicationOf(seen.state, entry)
    const filed = seen.state.filed.get(entry)
    if (publication === undefined || filed === undefined) continue
    const published = { by: publication.by, since: publication.since.recorded, decision: publication.decision.hash }
    const erased = erasedBy(seen.state, entry)
    const gone =
      erased ?? (publication.withdrawn === undefined ? undefined : { by: publication.withdrawn.doers, since: publication.withdrawn })
    if (gone !== undefined || typeof filed.act === 'string') {
      const why = erased === undefined ? 'withdrawn' : 'erased'
      if (gone !== undefined) unpublished.push({ ...namesOf(seen, filed), published, why, by: gone.by, at: gone.since.recorded })
      continue
    }
    if (filed.mark.type === 'publication.drafted')
      standings.push({ ...(filed.act.open as PublicationDrafted), act: actRef(seen, filed.mark), published })
    else acts.push({ filed, published })
  }
  acts.sort((one, other) => byHappened(other.filed.mark, one.filed.mark))
  standings.sort((one, other) =>
    one.published.since === other.published.since ? one.act.index - other.act.index : one.published.since < other.published.since ? -1 : 1,
  )
  return { acts, standings, unpublished }
}

const actOf = (seen: Seen, { filed, published }: Public): PublishedAct => ({ ...shownOf(seen, filed), published })

/** Statements about one thing beside each other, in the order in which they were made; a party that none was published of keeps its column. */
const pairsOf = ({ state }: Seen, acts: readonly PublishedAct[]): readonly PublishedPair[] => {
  const parties = partiesInOrder(state)
  const groups = new Map<EntryHash, PublishedAct[]>()
  for (const act of acts) if (act.about !== null) groups.set(act.about, [...(groups.get(act.about) ?? []), act])
  return [...groups].map(([about, of]) => {
    const oldestFirst = of.toReversed()
    return {
      about,
      columns: parties.map((body) => ({ body, acts: oldestFirst.filter(({ speaker }) => speaker?.body === body) })),
      others: oldestFirst.filter(({ speaker }) => !parties.some((body) => speaker?.body === body)),
    }
  })
}
