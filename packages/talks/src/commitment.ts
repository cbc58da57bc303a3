import type { BodyId, EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, refer, referAll, slot } from './account.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { BodyToken, Ref, When, Words } from './shapes.ts'
import type { State } from './state.ts'

const Ends = z.strictObject({ words: Words, at: When.optional() })
/** A duty in words. `from`: the entries that it is found in (statements, communiqués, instruments). */
const Recorded = z.strictObject({
  title: Words,
  words: Words,
  debtors: z.array(BodyToken).min(1).max(50),
  creditors: z.array(BodyToken).max(50).optional(),
  from: z.array(Ref).min(1).max(50),
  /** the deadline in the text's own words, and as an instant only where the text gives one: nothing is invented for "promptly" */
  due: z.strictObject({ words: Words, by: When.optional() }).optional(),
  ends: Ends.optional(),
  /** "as long as …": in words, on whom it turns, and the entries where its author states it. No reading is chosen here. */
  conditions: z
    .array(z.strictObject({ words: Words, on: BodyToken, stated: z.array(Ref).max(20) }))
    .max(20)
    .optional(),
  leftOpen: z.array(Words).max(50).optional(),
  protectsPersons: z.boolean().optional(),
})
export type CommitmentRecorded = z.output<typeof Recorded>
const Amended = z.strictObject({ commitment: Ref, words: Words })
const Extended = z.strictObject({ commitment: Ref, ends: Ends })
/** Further evidence of form: an entry in which `debtor` (or somebody about it) says, writes, signs the commitment. */
const Linked = z.strictObject({ commitment: Ref, debtor: BodyToken, to: z.array(Ref).min(1).max(50) })
const Disputed = z.strictObject({ commitment: Ref, words: Words })
const Retired = z.strictObject({ commitment: Ref, reason: Words.optional() })

/** A duty as recorded, and what was added to it, in the order of folding. */
export type Commitment = {
  readonly id: EntryHash
  recorded: Account<CommitmentRecorded> | undefined
  readonly amended: Account<z.output<typeof Amended>>[]
  readonly extended: Account<z.output<typeof Extended>>[]
  readonly linked: Map<BodyId, EntryHash[]>
  readonly disputed: Account<z.output<typeof Disputed>>[]
  retired: Account<z.output<typeof Retired>> | undefined
}
export type CommitmentSlice = Map<EntryHash, Commitment>
export const beginCommitments = (): CommitmentSlice => new Map()
const commitmentOf = (state: State, id: EntryHash): Commitment =>
  slot(state.commitments, id, () => ({
    id,
    recorded: undefined,
    amended: [],
    extended: [],
    linked: new Map(),
    disputed: [],
    retired: undefined,
  }))

const who = { own: ['mediator', 'secretariat', 'party'], ascribable: true, recorder: true } as const
const refers = (act: { readonly commitment: EntryHash }) => refer('commitment', act.commitment, 'commitment')
const names = (act: { readonly commitment: EntryHash }) => act.commitment
const current = (state: Readonly<State>, id: EntryHash) =>
  state.commitments.get(id)?.retired !== undefined ? no('superseded', { status: 'retired' }, 'act.commitment') : undefined
const bodyUnknown = (state: Readonly<State>, bodies: readonly BodyId[], path: string) => {
  const unknown = bodies.find((body) => state.bodies.get(body)?.founding === undefined)
  return unknown === undefined ? undefined : no('body-unknown', { body: unknown }, path)
}

const recorded = kind({
  type: 'commitment.recorded',
  noun: 'commitment',
  schema: Recorded,
  who,
  refers: (act) => [
    ...referAll('from', act.from),
    ...(act.conditions ?? []).flatMap(({ stated }, at) => referAll(`conditions[${at}].stated`, stated)),
  ],
  rule: (state, act) => bodyUnknown(state, act.debtors, 'act.debtors') ?? bodyUnknown(state, act.creditors ?? [], 'act.creditors'),
  fold: (state, act, mark) => {
    commitmentOf(state, mark.hash).recorded = { act, mark }
  },
})

const amended = kind({
  type: 'commitment.amended',
  noun: 'commitment',
  schema: Amended,
  who,
  refers,
  names,
  rule: (state, act) => current(state, act.commitment),
  fold: (state, act, mark) => {
    commitmentOf(state, act.commitment).amended.push({ act, mark })
  },
})

const extended = kind({
  type: 'commitment.extended',
  noun: 'commitment',
  schema: Extended,
  who,
  refers,
  names,
  rule: (state, act) => current(state, act.commitment),
  fold: (state, act, mark) => {
    commitmentOf(state, act.commitment).extended.push({ act, mark })
  },
})

const linked = kind({
  type: 'commitment.linked',
  noun: 'commitment',
  schema: Linked,
  who,
  refers: (act) => [...refers(act), ...referAll('to', act.to)],
  names,
  rule: (state, act) => current(state, act.commitment) ?? bodyUnknown(state, [act.debtor], 'act.debtor'),
  fold: (state, act) => {
    slot(commitmentOf(state, act.commitment).linked, act.debtor, () => [] as EntryHash[]).push(...act.to)
  },
})

const disputed = kind({
  type: 'commitment.disputed',
  noun: 'commitment',
  schema: Disputed,
  who: { own: ['party', 'mediator', 'guarantor'], ascribable: true },
  refers,
  names,
  rule: (state, act) => current(state, act.commitment),
  fold: (state, act, mark) => {
    commitmentOf(state, act.commitment).disputed.push({ act, mark })
  },
})

const retired = kind({
  type: 'commitment.retired',
  noun: 'commitment',
  schema: Retired,
  who,
  refers,
  names,
  rule: (state, act) => current(state, act.commitment),
  fold: (state, act, mark: Mark) => {
    const commitment = commitmentOf(state, act.commitment)
    commitment.retired ??= { act, mark }
  },
})

/** `commitment.*`: duties in words. What they compute comes with terms. */
export const commitmentKinds = [recorded, amended, extended, linked, disputed, retired]
