import type { BodyId, EntryHash } from '@paraph/record'
import type { Mark } from './kind.ts'
import { canAnswer } from './owner.ts'
import { no, type TalksRefusal } from './refusal.ts'
import type { State } from './state.ts'

/** An act that takes effect when everybody whom it asks has given its consent. */
export type Joint = { readonly mark: Mark; readonly asks: readonly BodyId[] }

/**
 * The mark that put a joint act in effect: the last consent, or the act's own where it asks nobody. Undefined while somebody has not answered.
 * It rests on what the act says of whom it asks and on nothing erasable, so that everybody comes to the same.
 */
export const inEffect = (state: Readonly<State>, { mark, asks }: Joint): Mark | undefined => {
  const given = state.consents.get(mark.hash)?.given
  let last = mark
  for (const body of asks) {
    const consent = given?.get(body)
    if (consent === undefined) return undefined
    if (consent.index > last.index) last = consent
  }
  return last
}

/** Whether an act asks everybody whom it must, nobody twice or in vain, and not its own signer. */
export const asksRefused = (
  state: Readonly<State>,
  { asks, needed, by }: { readonly asks: readonly BodyId[]; readonly needed: readonly BodyId[]; readonly by: BodyId },
): TalksRefusal | undefined => {
  if (asks.includes(by)) return no('own-request', { body: by }, 'act.asks')
  const unknown = asks.find((body) => state.bodies.get(body)?.founding === undefined)
  if (unknown !== undefined) return no('body-unknown', { body: unknown }, 'act.asks')
  const silent = asks.find((body) => !canAnswer(state, body))
  if (silent !== undefined) return no('cannot-answer', { body: silent }, 'act.asks')
  const missing = needed.find((body) => body !== by && !asks.includes(body))
  return missing === undefined ? undefined : no('owner-not-asked', { body: missing }, 'act.asks')
}

/** Joint acts by what they are about: the acts themselves, and of each entry those that name it, in the order of folding. */
export type JointSlice<Act> = {
  readonly all: Map<EntryHash, { readonly act: Act; readonly mark: Mark }>
  readonly of: Map<EntryHash, EntryHash[]>
}
