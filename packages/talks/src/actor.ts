import type { BodyId } from '@paraph/record'
import { z } from 'zod'
import type { Account } from './account.ts'
import { kind } from './kind.ts'
import { no } from './refusal.ts'
import { Token, Words } from './shapes.ts'
import type { State } from './state.ts'

const Named = z.strictObject({ actor: Token, name: Words })
const Described = z.strictObject({ actor: Token, words: Words })
const NoLonger = z.strictObject({ actor: Token })

/** A group, unit or body that acts and does not speak here: its name and description per body that names it, side by side. */
export type Actor = {
  readonly names: Map<BodyId, Account<z.output<typeof Named>>>
  readonly words: Map<BodyId, Account<z.output<typeof Described>>>
}
export type ActorSlice = Map<string, Actor>
export const beginActors = (): ActorSlice => new Map()

const actorOf = (state: State, token: string): Actor => {
  const found = state.actors.get(token)
  if (found !== undefined) return found
  const made: Actor = { names: new Map(), words: new Map() }
  state.actors.set(token, made)
  return made
}
const who = { own: ['party', 'mediator', 'secretariat', 'mechanism'], ascribable: true } as const

const named = kind({
  type: 'actor.named',
  noun: 'actor',
  schema: Named,
  who,
  fold: (state, act, mark) => {
    for (const doer of mark.doers) actorOf(state, act.actor).names.set(doer, { act, mark })
  },
})

const described = kind({
  type: 'actor.described',
  noun: 'actor',
  schema: Described,
  who,
  rule: (state, act) => (state.actors.has(act.actor) ? undefined : no('token-unknown', { token: act.actor }, 'act.actor')),
  fold: (state, act, mark) => {
    for (const doer of mark.doers) actorOf(state, act.actor).words.set(doer, { act, mark })
  },
})

const noLongerNamed = kind({
  type: 'actor.no-longer-named',
  noun: 'actor',
  schema: NoLonger,
  who,
  rule: (state, act, mark) =>
    mark.doers.every((doer) => state.actors.get(act.actor)?.names.has(doer))
      ? undefined
      : no('token-unknown', { token: act.actor }, 'act.actor'),
  fold: (state, act, mark) => {
    for (const doer of mark.doers) actorOf(state, act.actor).names.delete(doer)
  },
})

/** `actor.*`: each party for itself. */
export const actorKinds = [named, described, noLongerNamed]
