import type { BodyId, EntryHash } from '@paraph/record'
import { z } from 'zod'
import { slot } from './account.ts'
import { BODIES_LIMIT } from './founding.ts'
import { asksRefused, inEffect, type JointSlice } from './joint.ts'
import { kind, type Mark } from './kind.ts'
import { canAnswer, isHere, ownersOf } from './owner.ts'
import { no, type TalksRefusal } from './refusal.ts'
import { BodyToken, Ref, Words } from './shapes.ts'
import type { State } from './state.ts'

/** Acts that one act may erase. */
export const ERASED_LIMIT = 50

/** `asks`: every other owner, and who looks after the record besides. `reason` stays for ever: it never repeats what is erased. */
const Made = z.strictObject({
  acts: z.array(Ref).min(1).max(ERASED_LIMIT),
  asks: z.array(BodyToken).max(BODIES_LIMIT).optional(),
  reason: Words.optional(),
})
export type ErasureMade = z.output<typeof Made>

export type ErasureSlice = JointSlice<ErasureMade>
export const beginErasures = (): ErasureSlice => ({ all: new Map(), of: new Map() })

/** What erased an act: since when it is in effect, by whom. */
export type Erasure = { readonly erasure: Mark; readonly since: Mark; readonly by: readonly BodyId[] }

/** The first erasure of an entry that is in effect; undefined where there is none. */
export const erasedBy = (state: Readonly<State>, entry: EntryHash): Erasure | undefined => {
  for (const hash of state.erasures.of.get(entry) ?? []) {
    const { act, mark } = state.erasures.all.get(hash)!
    const asks = act.asks ?? []
    const since = inEffect(state, { mark, asks })
    if (since !== undefined) return { erasure: mark, since, by: [...mark.doers, ...asks] }
  }
  return undefined
}

/** Every entry that is erased, with the bodies that agreed to it. What a host holds of one must go. */
export const erasedEntries = (state: Readonly<State>): ReadonlyMap<EntryHash, readonly BodyId[]> => {
  const erased = new Map<EntryHash, readonly BodyId[]>()
  for (const entry of state.erasures.of.keys()) {
    const erasure = erasedBy(state, entry)
    if (erasure !== undefined) erased.set(entry, erasure.by)
  }
  return erased
}

/**
 * Who looks after the record besides an act's owners: the secretariat; where there is none, or the act is its own, every mediator. In a
 * reconstruction nobody can, and the rapporteur erases what it recorded alone.
 */
export const overseersOf = (state: Readonly<State>, owners: readonly BodyId[]): readonly BodyId[] => {
  const others = [...state.bodies.values()].filter(({ id }) => !owners.includes(id) && canAnswer(state, id))
  const holding = (role: 'secretariat' | 'mediator') => others.filter(({ founding }) => founding?.roles.includes(role)).map(({ id }) => id)
  const secretariats = holding('secretariat')
  return secretariats.length > 0 ? secretariats : holding('mediator')
}

const erasureRefused = (state: Readonly<State>, act: ErasureMade, mark: Mark): TalksRefusal | undefined => {
  const needed = new Set<BodyId>()
  for (const [at, entry] of act.acts.entries()) {
    const path = `act.acts[${at}]`
    if (erasedBy(state, entry) !== undefined) return no('act-erased', { act: entry }, path)
    if (!isHere(state, entry)) continue
    const owners = ownersOf(state, entry)
    const both = [...owners, ...overseersOf(state, owners)]
    if (!both.includes(mark.by)) return no('not-yours', { body: both.join(', '), by: mark.by }, path)
    for (const body of both) needed.add(body)
  }
  return asksRefused(state, { asks: act.asks ?? [], needed: [...needed], by: mark.by })
}

const made = kind({
  type: 'erasure.made',
  noun: 'erasure',
  schema: Made,
  who: {
    own: ['party', 'mediator', 'secretariat', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'],
    recorder: true,
  },
  solemn: true,
  structure: true,
  framesTime: true,
  refers: (act) => act.acts.map((to, at) => ({ path: `acts[${at}]`, to, nouns: [], erased: true as const })),
  rule: erasureRefused,
  fold: (state, act, mark) => {
    state.erasures.all.set(mark.hash, { act, mark })
    for (const entry of new Set(act.acts)) slot(state.erasures.of, entry, () => [] as EntryHash[]).push(mark.hash)
  },
})

/** `erasure.*`: content and salt go, the entry stays: that something was done, by whom and when, is on the record for ever. (docs/decisions/0086) */
export const erasureKinds = [made]
