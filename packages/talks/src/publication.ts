import type { BodyId, EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, referAll, slot } from './account.ts'
import type { CommuniqueIssued } from './communique.ts'
import { erasedBy } from './erasure.ts'
import { BODIES_LIMIT } from './founding.ts'
import { asksRefused, inEffect, type JointSlice } from './joint.ts'
import { kind, type Mark } from './kind.ts'
import { isHere, ownersOf } from './owner.ts'
import { no, type TalksRefusal } from './refusal.ts'
import { BodyToken, LIST_LIMIT, Moment, Ref, Words } from './shapes.ts'
import type { State } from './state.ts'
import { passed } from './time.ts'

/** Where the process stood, frozen in words: as it happened by `at`, folded from the first `known` acts. It is everybody's until published. */
const Drafted = z.strictObject({
  at: Moment,
  known: z.int().min(1).optional(),
  sentence: Words,
  talks: Words,
  text: Words,
  commitments: z.array(Words).max(LIST_LIMIT),
})
export type PublicationDrafted = z.output<typeof Drafted>

/** `asks`: every other owner of what is published; the decision takes effect when each has given its consent. Withdrawing needs one owner alone. */
const Decided = z
  .strictObject({
    decision: z.enum(['publish', 'withdraw']),
    acts: z.array(Ref).min(1).max(LIST_LIMIT),
    asks: z.array(BodyToken).max(BODIES_LIMIT).optional(),
  })
  .refine(({ decision, asks }) => decision === 'publish' || asks === undefined, { path: ['asks'], message: 'withdrawing asks nobody' })
export type PublicationDecided = z.output<typeof Decided>
type Decision = Account<PublicationDecided>

export type PublicationSlice = JointSlice<PublicationDecided> & { readonly drafted: Map<EntryHash, Account<PublicationDrafted>> }
export const beginPublications = (): PublicationSlice => ({ all: new Map(), of: new Map(), drafted: new Map() })

/** Whom a decision to publish asks. */
export const askedToPublish = (act: PublicationDecided): readonly BodyId[] => act.asks ?? []

/**
 * How an act stands to the public. `decision`: what published it; `since`: what put that in effect; `by`: everybody who agreed. `withdrawn`:
 * the decision that took it back. What was published cannot be made unseen: it is shown no longer, and that it was is said.
 */
export type Publication = { readonly decision: Mark; readonly since: Mark; readonly by: readonly BodyId[]; readonly withdrawn?: Mark }

const decisionsOn = (state: Readonly<State>, entry: EntryHash): readonly Decision[] =>
  (state.publications.of.get(entry) ?? [])
    .map((hash) => state.publications.all.get(hash)!)
    .sort((one, other) => one.mark.index - other.mark.index)

/** How an entry stands to the public; undefined where it never was published. */
export const publicationOf = (state: Readonly<State>, entry: EntryHash): Publication | undefined => {
  let standing: Publication | undefined
  let pending: Decision[] = []
  const settle = (before: number): void => {
    for (const { act, mark } of pending) {
      const asks = askedToPublish(act)
      const since = inEffect(state, { mark, asks })
      if (since !== undefined && since.index < before) standing = { decision: mark, since, by: [...mark.doers, ...asks] }
    }
  }
  for (const decision of decisionsOn(state, entry)) {
    if (decision.act.decision === 'publish') pending.push(decision)
    else {
      settle(decision.mark.index)
      if (standing !== undefined) standing = { ...standing, withdrawn: standing.withdrawn ?? decision.mark }
      pending = []
    }
  }
  settle(Number.POSITIVE_INFINITY)
  return standing
}

/** Whether an entry is public now: published, not taken back, not erased. */
export const isPublic = (state: Readonly<State>, entry: EntryHash): boolean => {
  const publication = publicationOf(state, entry)
  return publication !== undefined && publication.withdrawn === undefined && erasedBy(state, entry) === undefined
}

/** Entries that are public now, in no order. O(what was ever published). */
export const publicEntries = (state: Readonly<State>): readonly EntryHash[] =>
  [...state.publications.of.keys()].filter((entry) => isPublic(state, entry))

/** Whether anything of a process ever became public: its record may then be looked at by everybody. */
export const isPublished = (state: Readonly<State>): boolean =>
  [...state.publications.of.keys()].some((entry) => publicationOf(state, entry) !== undefined)

/** Whether a decision that still waits for consents was taken back meanwhile. */
export const takenBack = (state: Readonly<State>, decision: EntryHash): boolean => {
  const { act, mark } = state.publications.all.get(decision)!
  const later = act.acts.flatMap((entry) => decisionsOn(state, entry)).filter((one) => one.mark.index > mark.index)
  return later.some((one) => one.act.decision === 'withdraw')
}

const refusedFor = (state: Readonly<State>, entry: EntryHash, mark: Mark, path: string): TalksRefusal | undefined => {
  if (erasedBy(state, entry) !== undefined || state.filed.get(entry)?.act === 'erased') return no('act-erased', { act: entry }, path)
  if (!isHere(state, entry)) return undefined
  const owners = ownersOf(state, entry)
  return owners.includes(mark.by) ? undefined : no('not-yours', { body: owners.join(', '), by: mark.by }, path)
}

/** Kinds of act that say how long they are not to be given out. */
const EMBARGOED: ReadonlySet<string> = new Set(['communique.drafted', 'communique.issued'])

/** The embargo of an entry that has not ended when a decision on it is recorded. Of an act that is not here nobody can say. */
const embargoed = (state: Readonly<State>, entry: EntryHash, { recorded }: Mark, path: string): TalksRefusal | undefined => {
  const filed = state.filed.get(entry)
  if (filed === undefined || typeof filed.act === 'string' || !EMBARGOED.has(filed.mark.type)) return undefined
  const { embargo } = filed.act.open as Pick<CommuniqueIssued, 'embargo'>
  return embargo === undefined || passed(embargo, recorded) ? undefined : no('embargo-not-over', { act: entry, until: embargo.until }, path)
}

/** Whether some decision to publish an entry stands, in effect or not yet. */
const isDecided = (state: Readonly<State>, entry: EntryHash): boolean => decisionsOn(state, entry).at(-1)?.act.decision === 'publish'

const publishRefused = (state: Readonly<State>, act: PublicationDecided, mark: Mark): TalksRefusal | undefined => {
  const needed = new Set<BodyId>()
  for (const [at, entry] of act.acts.entries()) {
    const path = `act.acts[${at}]`
    const refusal = refusedFor(state, entry, mark, path)
    if (refusal !== undefined) return refusal
    if (isPublic(state, entry)) return no('already-published', { act: entry }, path)
    const held = embargoed(state, entry, mark, path)
    if (held !== undefined) return held
    if (isHere(state, entry)) for (const owner of ownersOf(state, entry)) needed.add(owner)
  }
  return asksRefused(state, { asks: askedToPublish(act), needed: [...needed], by: mark.by })
}

const withdrawRefused = (state: Readonly<State>, act: PublicationDecided, mark: Mark): TalksRefusal | undefined => {
  for (const [at, entry] of act.acts.entries()) {
    const path = `act.acts[${at}]`
    const refusal = refusedFor(state, entry, mark, path)
    if (refusal !== undefined) return refusal
    if (!isDecided(state, entry)) return no('not-published', { act: entry }, path)
  }
  return undefined
}

const everybody = ['party', 'mediator', 'secretariat', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'] as const

const drafted = kind({
  type: 'publication.drafted',
  noun: 'publication',
  schema: Drafted,
  who: { own: everybody, recorder: true },
  // Words about a moment that the act names itself: no event of the negotiation.
  framesTime: true,
  fold: (state, act, mark) => {
    state.publications.drafted.set(mark.hash, { act, mark })
  },
})

const decided = kind({
  type: 'publication.decided',
  noun: 'publication',
  schema: Decided,
  who: { own: everybody, recorder: true },
  solemn: true,
  structure: true,
  framesTime: true,
  refers: (act) => referAll('acts', act.acts),
  rule: (state, act, mark) => (act.decision === 'publish' ? publishRefused : withdrawRefused)(state, act, mark),
  fold: (state, act, mark) => {
    state.publications.all.set(mark.hash, { act, mark })
    for (const entry of new Set(act.acts)) slot(state.publications.of, entry, () => [] as EntryHash[]).push(mark.hash)
  },
})

/** `publication.*`: each owner decides for its own acts, joint acts are published when every owner has agreed. (docs/decisions/0085) */
export const publicationKinds = [drafted, decided]
