import type { BodyId, EntryIndex } from '@paraph/record'
import { z } from 'zod'
import type { Account } from './account.ts'
import { FoundingBody } from './founding.ts'
import { enrol } from './key.ts'
import { kind, type Mark, type Role } from './kind.ts'
import { no } from './refusal.ts'
import { MemberToken, Reasoned } from './shapes.ts'
import type { State } from './state.ts'

const Joined = z.strictObject({ body: FoundingBody, head: MemberToken })
export type BodyJoined = z.output<typeof Joined>

/** One body: how it is listed, when it joined, its leavings and returns in the order of folding. */
export type Body = {
  readonly id: BodyId
  founding: FoundingBody | undefined
  joined: Account<BodyJoined | undefined> | undefined
  readonly steps: (Account<z.output<typeof Reasoned>> & { readonly verb: 'left' | 'returned' })[]
}
export type BodySlice = Map<BodyId, Body>
export const beginBodies = (): BodySlice => new Map()

const bodyOf = (state: State, id: BodyId): Body => {
  const found = state.bodies.get(id)
  if (found !== undefined) return found
  const made: Body = { id, founding: undefined, joined: undefined, steps: [] }
  state.bodies.set(id, made)
  return made
}

/** Lists bodies by the founding act or an amendment: their keys stand from there. The opener's own body counts as joined by its act. */
export const list = (state: State, bodies: readonly FoundingBody[], mark: Mark): void => {
  for (const founding of bodies) {
    const body = bodyOf(state, founding.id)
    if (body.founding !== undefined) continue
    body.founding = founding
    if (mark.type === 'process.opened' && founding.id === mark.by) body.joined = { act: undefined, mark }
    for (const key of founding.keys) enrol(state, founding.id, key, mark)
  }
}

export const rolesOf = (state: Readonly<State>, id: BodyId): readonly Role[] => state.bodies.get(id)?.founding?.roles ?? []
export const isParty = (state: Readonly<State>, id: BodyId): boolean => rolesOf(state, id).includes('party')

/** Parties that had joined before an index. */
export const joinedParties = (state: Readonly<State>, before: EntryIndex): readonly BodyId[] =>
  [...state.bodies.values()]
    .filter(({ id, joined }) => joined !== undefined && joined.mark.index < before && isParty(state, id))
    .map(({ id }) => id)

/** Of the parties that were there before a body joined: who answered with `consent.given`, and who did not yet. */
export const recognition = (
  state: Readonly<State>,
  id: BodyId,
): { readonly by: readonly BodyId[]; readonly notYetBy: readonly BodyId[] } => {
  const joined = state.bodies.get(id)?.joined
  if (joined === undefined || joined.act === undefined) return { by: [], notYetBy: [] }
  const given = state.consents.get(joined.mark.hash)?.given
  const there = joinedParties(state, joined.mark.index).filter((body) => body !== id)
  return { by: there.filter((body) => given?.has(body)), notYetBy: there.filter((body) => !given?.has(body)) }
}

/** The leaving that has not been undone by a return since. */
export const absentSince = (body: Body): Body['steps'][number] | undefined =>
  body.steps.at(-1)?.verb === 'left' ? body.steps.findLast(({ verb }) => verb === 'left') : undefined

const joined = kind({
  type: 'body.joined',
  noun: 'body',
  schema: Joined,
  who: { own: ['party', 'mediator', 'secretariat', 'rapporteur', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'] },
  solemn: true,
  structure: true,
  framesTime: true,
  rule: (state, act, mark) => {
    const id = act.body.id
    if (id !== mark.by) return no('not-yours', { body: id, by: mark.by }, 'act.body.id')
    const body = state.bodies.get(id)
    if (body?.joined !== undefined) return no('already-joined', { body: id }, 'act.body.id')
    if (!act.body.keys.some(({ member }) => member === act.head)) return no('token-unknown', { token: act.head }, 'act.head')
    const taken = act.body.keys.find(({ key }) => (state.keys.enrolled.get(key)?.body ?? id) !== id)
    return taken === undefined ? undefined : no('key-taken', { key: taken.key }, 'act.body.keys')
  },
  fold: (state, act, mark) => {
    const body = bodyOf(state, act.body.id)
    if (body.joined !== undefined) return
    // Roles stay as listed: nobody gives itself a role by joining.
    body.founding = { ...act.body, roles: body.founding?.roles ?? act.body.roles }
    body.joined = { act, mark }
    for (const key of act.body.keys) enrol(state, act.body.id, key, mark)
  },
})

const step = (verb: 'left' | 'returned') => (state: State, act: z.output<typeof Reasoned>, mark: Mark) => {
  for (const doer of mark.doers) bodyOf(state, doer).steps.push({ act, mark, verb })
}
const absent = (state: Readonly<State>, id: BodyId) => {
  const body = state.bodies.get(id)
  return body !== undefined && absentSince(body) !== undefined
}

const left = kind({
  type: 'body.left',
  noun: 'body',
  schema: Reasoned,
  who: { own: ['party', 'mediator', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'], ascribable: true },
  structure: true,
  rule: (state, _act, mark) => (mark.ground === undefined && absent(state, mark.by) ? no('already-left', { body: mark.by }) : undefined),
  fold: step('left'),
})

const returned = kind({
  type: 'body.returned',
  noun: 'body',
  schema: Reasoned,
  who: { own: ['party', 'mediator', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'], ascribable: true },
  structure: true,
  rule: (state, _act, mark) => {
    const here = mark.doers.find((doer) => !absent(state, doer))
    return here === undefined ? undefined : no('not-left', { body: here })
  },
  fold: step('returned'),
})

/** `body.*`. A joining is recognised by each party that was already there when it answers with `consent.given`. */
export const bodyKinds = [joined, left, returned]
