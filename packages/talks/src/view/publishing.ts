import { accept, type BodyId, type EntryHash, type Instant, type Result } from '@paraph/record'
import { kindOf } from '../catalogue.ts'
import { bodiesAsked, overtaken, waitsFor } from '../consent.ts'
import { erasedBy, overseersOf } from '../erasure.ts'
import type { Filed } from '../filed.ts'
import { foldAct } from '../fold.ts'
import { inEffect } from '../joint.ts'
import type { Opened } from '../kind.ts'
import type { Asking, Seen } from '../asking.ts'
import { isHere, ownersOf } from '../owner.ts'
import { isPublic, publicationOf, publicEntries, takenBack } from '../publication.ts'
import { no, type TalksCode } from '../refusal.ts'
import type { Words } from '../shapes.ts'
import { begin, type State } from '../state.ts'
import { limited, type Page, pageOf } from './page.ts'
import { processOf } from './process.ts'
import { type PublishedBy, seenBy } from './published.ts'
import { type ShownAct, shownOf } from './shown.ts'
import type { ProcessView } from './types.ts'

/** Acts that one answer offers for publication at most. */
export const OWN_ACTS_LIMIT = 2_000
/** Joint acts, and published acts, of one answer at most. */
export const JOINT_LIMIT = 500

/** A draft is agreed to by an act of its own, where the communiqué stands: no party is waited for here. */
const AGREED_OTHERWISE: ReadonlySet<string> = new Set(['communique.drafted', 'communique.agreed'])

/** An act of one's own body that may be published, and which other owners it needs. */
export type OwnAct = { readonly shown: ShownAct; readonly asks: readonly BodyId[] }
/** An act that takes effect by the consent of others: what it is about, and how each of those answered whom it asks. */
export type JointAct = {
  /** the joint act itself */
  readonly shown: ShownAct
  readonly recorded: Instant
  /** the acts that would be published or erased; none for another joint act */
  readonly about: readonly ShownAct[]
  readonly asks: readonly BodyId[]
  readonly given: readonly BodyId[]
  readonly withheld: readonly { readonly by: BodyId; readonly reason: Words | null }[]
}
/** An act that is public now. `mine`: whether the body may take it back. */
export type PublicAct = { readonly shown: ShownAct; readonly published: PublishedBy; readonly mine: boolean }
/** What erasing one act would need: whom it asks besides the body; null where it is not the body's to erase. */
export type Erasable = {
  readonly shown: ShownAct
  readonly asks: readonly BodyId[] | null
  readonly why: 'may' | 'structure' | 'erased' | 'not-yours'
}

/** Page *publish* of one body. */
export type Publishing = {
  readonly process: ProcessView
  readonly by: BodyId
  readonly page: Page
  /** the newest first */
  readonly own: readonly OwnAct[]
  /** joint acts that wait for this body, the newest first */
  readonly waits: readonly JointAct[]
  /** publications and erasures of this body that wait for others */
  readonly pending: readonly JointAct[]
  /** what is public now, the latest first */
  readonly published: readonly PublicAct[]
  /** the act that was asked about, as something to erase */
  readonly erasing: Erasable | null
}

export type AskingPublishing = Omit<Asking, 'happened' | 'known'> & {
  readonly by?: BodyId | undefined
  readonly act?: EntryHash | undefined
  readonly first?: number | undefined
  readonly limit?: number | undefined
}

/**
 * What one body may publish, what waits for its consent, and what is public: of the whole record in its order, as the rules see it. Refused:
 * `process-not-opened`, `body-unknown`.
 */
export const publishing = (acts: readonly Opened[], asking: AskingPublishing): Result<Publishing, TalksCode> => {
  const state = begin()
  for (const act of acts) foldAct(state, act)
  const { by, say, language } = asking
  const last = acts.at(-1)
  if (last === undefined || state.process.opened === undefined) return { ok: false, refusal: no('process-not-opened') }
  if (by === undefined || state.bodies.get(by)?.founding === undefined) {
    return { ok: false, refusal: no('body-unknown', { body: by ?? '' }) }
  }
  const seen = seenBy(state, { say, language, size: last.mark.index + 1, recorded: last.mark.recorded })
  const newestFirst = [...state.filed].reverse()
  const own = newestFirst.filter(([entry, filed]) => isOffered(state, { entry, filed, by }))
  const { page, shown } = pageOf(own, { first: asking.first ?? 0, limit: limited(asking.limit, OWN_ACTS_LIMIT) })
  const joint = newestFirst.filter(([entry, { mark }]) => !AGREED_OTHERWISE.has(mark.type) && bodiesAsked(state, entry) !== undefined)
  const some = (which: (entry: EntryHash, filed: Filed) => boolean): readonly JointAct[] =>
    joint
      .filter(([entry, filed]) => which(entry, filed))
      .slice(0, JOINT_LIMIT)
      .map(([, filed]) => jointOf(seen, filed))
  return accept({
    process: processOf(seen),
    by,
    page,
    own: shown.map(([entry, filed]) => ({ shown: shownOf(seen, filed), asks: ownersOf(state, entry).filter((owner) => owner !== by) })),
    waits: some((entry) => waitsFor(state, entry, by) && !isSettled(state, entry)),
    pending: some((entry, { mark }) => mark.by === by && isDecision(state, entry) && !isSettled(state, entry)),
    published: publishedNow(seen, by),
    erasing: asking.act === undefined ? null : erasable(seen, asking.act, by),
  })
}

/** Whether an act is offered for publication: open here, of this body, of no structure, and neither public, erased, nor decided already. */
const isOffered = (
  state: Readonly<State>,
  { entry, filed, by }: { readonly entry: EntryHash; readonly filed: Filed; readonly by: BodyId },
): boolean =>
  typeof filed.act !== 'string' &&
  kindOf(filed.mark.type)?.structure !== true &&
  ownersOf(state, entry).includes(by) &&
  erasedBy(state, entry) === undefined &&
  !isPublic(state, entry) &&
  !(state.publications.of.get(entry) ?? []).some((decision) => isWaiting(state, decision))

/** Whether a decision to publish waits for consents. */
const isWaiting = (state: Readonly<State>, decision: EntryHash): boolean => {
  const { act, mark } = state.publications.all.get(decision)!
  return act.decision === 'publish' && inEffect(state, { mark, asks: act.asks ?? [] }) === undefined && !takenBack(state, decision)
}

const isDecision = (state: Readonly<State>, entry: EntryHash): boolean => state.publications.all.has(entry) || state.erasures.all.has(entry)

/** Whether nothing can change any more by an answer: everybody consented, it was overtaken, or what it is about is erased. */
const isSettled = (state: Readonly<State>, entry: EntryHash): boolean => {
  const { mark } = state.filed.get(entry)!
  const about = aboutOf(state, entry)
  if (about.length > 0 && about.every((one) => erasedBy(state, one) !== undefined)) return true
  return inEffect(state, { mark, asks: othersAsked(state, entry) }) !== undefined || overtaken(state, entry)
}

/** Whom an entry asks, without who put it: that is no question to itself. */
const othersAsked = (state: Readonly<State>, entry: EntryHash): readonly BodyId[] =>
  (bodiesAsked(state, entry) ?? []).filter((body) => state.filed.get(entry)?.mark.doers.includes(body) !== true)

const aboutOf = ({ publications, erasures }: Readonly<State>, entry: EntryHash): readonly EntryHash[] =>
  (publications.all.get(entry) ?? erasures.all.get(entry))?.act.acts ?? []

const jointOf = (seen: Seen, filed: Filed): JointAct => {
  const { state } = seen
  const { hash, recorded } = filed.mark
  const answers = state.consents.get(hash)
  const about = aboutOf(state, hash).flatMap((entry) => state.filed.get(entry) ?? [])
  return {
    shown: shownOf(seen, filed),
    recorded,
    about: about.map((one) => shownOf(seen, one)),
    asks: othersAsked(state, hash),
    given: [...(answers?.given.keys() ?? [])],
    withheld: [...(answers?.withheld ?? [])]
      .filter(([by]) => answers?.given.has(by) !== true)
      .map(([by, { act }]) => ({ by, reason: act.reason ?? null })),
  }
}

const publishedNow = (seen: Seen, by: BodyId): readonly PublicAct[] =>
  publicEntries(seen.state)
    .flatMap((entry) => {
      const publication = publicationOf(seen.state, entry)
      const filed = seen.state.filed.get(entry)
      return publication === undefined || filed === undefined ? [] : { filed, publication }
    })
    .sort((one, other) => other.publication.since.index - one.publication.since.index)
    .slice(0, JOINT_LIMIT)
    .map(({ filed, publication: { by: agreed, since, decision } }) => ({
      shown: shownOf(seen, filed),
      published: { by: agreed, since: since.recorded, decision: decision.hash },
      mine: ownersOf(seen.state, filed.mark.hash).includes(by),
    }))

const erasable = (seen: Seen, entry: EntryHash, by: BodyId): Erasable | null => {
  const { state } = seen
  const filed = state.filed.get(entry)
  if (filed === undefined) return null
  const shown = shownOf(seen, filed)
  if (kindOf(filed.mark.type)?.structure === true) return { shown, asks: null, why: 'structure' }
  if (filed.act === 'erased' || erasedBy(state, entry) !== undefined) return { shown, asks: null, why: 'erased' }
  const owners = ownersOf(state, entry)
  const both = [...owners, ...overseersOf(state, owners)]
  if (!isHere(state, entry) || !both.includes(by)) return { shown, asks: null, why: 'not-yours' }
  return { shown, asks: both.filter((body) => body !== by), why: 'may' }
}
