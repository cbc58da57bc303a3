import type { EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, refer, slot } from './account.ts'
import { kind } from './kind.ts'
import { no } from './refusal.ts'
import { BodyToken, Ref, Speaker, When, Words } from './shapes.ts'
import type { State } from './state.ts'

/** How it is given out: not before the end of the embargo; who speaks, and the lines to take; when the media hear nothing from those concerned. */
const giving = {
  embargo: When.optional(),
  speaks: z.array(Speaker).max(50).optional(),
  lines: z.array(Words).max(50).optional(),
  silence: When.optional(),
}
const Drafted = z.strictObject({ title: Words, points: z.array(Words).max(100), ...giving })
export type CommuniqueDrafted = z.output<typeof Drafted>
const Agreed = z.strictObject({ communique: Ref })
/** `onBehalfOf` several: joint, issued by the doer. */
const Issued = z.strictObject({
  communique: Ref.optional(),
  title: Words,
  points: z.array(Words).max(100),
  onBehalfOf: z.array(BodyToken).min(1).max(50),
  round: Ref.optional(),
  source: Ref.optional(),
  ...giving,
})
export type CommuniqueIssued = z.output<typeof Issued>
const Disputed = z.strictObject({ communique: Ref, words: Words })

export type Communique = {
  readonly id: EntryHash
  drafted: Account<CommuniqueDrafted> | undefined
  readonly agreed: Account<z.output<typeof Agreed>>[]
  readonly issued: Account<CommuniqueIssued>[]
  readonly disputed: Account<z.output<typeof Disputed>>[]
}
export type CommuniqueSlice = Map<EntryHash, Communique>
export const beginCommuniques = (): CommuniqueSlice => new Map()
const communiqueOf = (state: State, id: EntryHash): Communique =>
  slot(state.communiques, id, () => ({ id, drafted: undefined, agreed: [], issued: [], disputed: [] }))

const drafted = kind({
  type: 'communique.drafted',
  noun: 'communique',
  schema: Drafted,
  who: { own: ['mediator', 'secretariat', 'party'], ascribable: true },
  fold: (state, act, mark) => {
    communiqueOf(state, mark.hash).drafted = { act, mark }
  },
})

const agreed = kind({
  type: 'communique.agreed',
  noun: 'communique',
  schema: Agreed,
  who: { own: ['party'], ascribable: true },
  refers: (act) => refer('communique', act.communique, 'communique'),
  names: (act) => act.communique,
  rule: (state, act) =>
    (state.communiques.get(act.communique)?.issued.length ?? 0) > 0 ? no('superseded', { status: 'issued' }, 'act.communique') : undefined,
  fold: (state, act, mark) => {
    communiqueOf(state, act.communique).agreed.push({ act, mark })
  },
})

const issued = kind({
  type: 'communique.issued',
  noun: 'communique',
  schema: Issued,
  who: { own: ['party', 'mediator', 'secretariat'], ascribable: true },
  refers: (act) => [
    ...refer('communique', act.communique, 'communique'),
    ...refer('round', act.round, 'round'),
    ...refer('source', act.source, 'source'),
  ],
  names: (act) => act.communique,
  rule: (state, act) => {
    const unknown = act.onBehalfOf.find((body) => state.bodies.get(body)?.founding === undefined)
    return unknown === undefined ? undefined : no('body-unknown', { body: unknown }, 'act.onBehalfOf')
  },
  fold: (state, act, mark) => {
    communiqueOf(state, act.communique ?? mark.hash).issued.push({ act, mark })
  },
})

const disputed = kind({
  type: 'communique.disputed',
  noun: 'communique',
  schema: Disputed,
  who: { own: ['party', 'mediator'], ascribable: true },
  refers: (act) => refer('communique', act.communique, 'communique'),
  names: (act) => act.communique,
  fold: (state, act, mark) => {
    communiqueOf(state, act.communique).disputed.push({ act, mark })
  },
})

/** `communique.*`. Issued by one for several it is joint for those who issued it, agreed to it or gave their consent. */
export const communiqueKinds = [drafted, agreed, issued, disputed]
