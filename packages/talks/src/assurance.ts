import type { BodyId, EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, refer, slot } from './account.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { BodyToken, Ref, Words } from './shapes.ts'
import type { State } from './state.ts'

/** Asked through the mediator. Seen by asker, asked and mediators: until rooms come it needs `audience: plenary`, said by the asker. */
const Asked = z.strictObject({
  of: BodyToken,
  words: Words,
  inSameForm: Words.optional(),
  statement: Ref.optional(),
  commitment: Ref.optional(),
})
export type AssuranceAsked = z.output<typeof Asked>
const PassedOn = z.strictObject({ assurance: Ref })
const Answered = z.strictObject({
  assurance: Ref,
  answer: z.enum(['confirmed', 'amended', 'in-the-text', 'elsewhere', 'not-in-this-form', 'not-ours-to-give', 'declined']),
  words: Words.optional(),
  where: Ref.optional(),
})
export type AssuranceAnswered = z.output<typeof Answered>
const Closed = z.strictObject({ assurance: Ref, reason: Words.optional() })

export type Assurance = {
  readonly id: EntryHash
  asked: Account<AssuranceAsked> | undefined
  readonly passedOn: Mark[]
  readonly answered: Account<AssuranceAnswered>[]
  closed: Mark | undefined
}
/** `open`: how many requests of each asker are neither answered nor closed; for the limit of the ground rules alone, shown to nobody. */
export type AssuranceSlice = { readonly all: Map<EntryHash, Assurance>; readonly open: Map<BodyId, Set<EntryHash>> }
export const beginAssurances = (): AssuranceSlice => ({ all: new Map(), open: new Map() })
const assuranceOf = (state: State, id: EntryHash): Assurance =>
  slot(state.assurances.all, id, () => ({ id, asked: undefined, passedOn: [], answered: [], closed: undefined }))

/** An open request is counted once it is known and as long as no end of it is known, in whatever order they are folded. */
const recount = (state: State, { id, asked, answered, closed }: Assurance) => {
  if (asked === undefined) return
  for (const asker of asked.mark.doers) {
    const open = state.assurances.open.get(asker) ?? new Set()
    if (answered.length === 0 && closed === undefined) open.add(id)
    else open.delete(id)
    state.assurances.open.set(asker, open)
  }
}

const refers = (act: { readonly assurance: EntryHash }) => refer('assurance', act.assurance, 'assurance')
const names = (act: { readonly assurance: EntryHash }) => act.assurance
const closedAlready = (state: Readonly<State>, id: EntryHash) =>
  state.assurances.all.get(id)?.closed !== undefined ? no('superseded', { status: 'closed' }, 'act.assurance') : undefined

const asked = kind({
  type: 'assurance.asked',
  noun: 'assurance',
  schema: Asked,
  who: { own: ['party'], ascribable: true },
  sealed: 'ask',
  refers: (act) => [...refer('statement', act.statement, 'statement'), ...refer('commitment', act.commitment, 'commitment')],
  rule: (state, act, mark) => {
    if (mark.doers.includes(act.of)) return no('own-request', { body: act.of }, 'act.of')
    if (state.bodies.get(act.of)?.founding === undefined) return no('body-unknown', { body: act.of }, 'act.of')
    const limit = state.process.grounds?.openRequests
    return limit !== undefined && mark.doers.some((doer) => (state.assurances.open.get(doer)?.size ?? 0) >= limit)
      ? no('too-many-open-requests', { limit })
      : undefined
  },
  fold: (state, act, mark) => {
    const assurance = assuranceOf(state, mark.hash)
    assurance.asked = { act, mark }
    recount(state, assurance)
  },
})

const passedOn = kind({
  type: 'assurance.passed-on',
  noun: 'assurance',
  schema: PassedOn,
  who: { own: ['mediator'], ascribable: true },
  sealed: 'ask',
  refers,
  names,
  rule: (state, act) => closedAlready(state, act.assurance),
  fold: (state, act, mark) => {
    assuranceOf(state, act.assurance).passedOn.push(mark)
  },
})

const answered = kind({
  type: 'assurance.answered',
  noun: 'assurance',
  schema: Answered,
  who: { own: ['party', 'mediator'], ascribable: true },
  solemn: true,
  sealed: 'ask',
  refers: (act) => [...refers(act), ...refer('where', act.where)],
  names,
  rule: (state, act, mark) => {
    const assurance = state.assurances.all.get(act.assurance)
    if (assurance?.asked?.mark.doers.some((doer) => mark.doers.includes(doer)))
      return no('own-request', { body: mark.doers.join(', ') }, 'act.assurance')
    const of = assurance?.asked?.act.of
    if (!mark.doers.every((doer) => doer === of)) return no('not-yours', { body: of ?? '', by: mark.doers.join(', ') }, 'act.assurance')
    if (assurance!.passedOn.length === 0) return no('not-passed-on', {}, 'act.assurance')
    if (assurance!.answered.length > 0) return no('already-answered', { body: mark.doers.join(', ') }, 'act.assurance')
    return closedAlready(state, act.assurance)
  },
  fold: (state, act, mark) => {
    const assurance = assuranceOf(state, act.assurance)
    assurance.answered.push({ act, mark })
    recount(state, assurance)
  },
})

const closed = kind({
  type: 'assurance.closed',
  noun: 'assurance',
  schema: Closed,
  who: { own: ['party', 'mediator'], ascribable: true },
  sealed: 'ask',
  refers,
  names,
  rule: (state, act, mark) => {
    const asker = state.assurances.all.get(act.assurance)?.asked?.mark.doers ?? []
    const its = mark.doers.every((doer) => asker.includes(doer) || (state.bodies.get(doer)?.founding?.roles.includes('mediator') ?? false))
    return its
      ? closedAlready(state, act.assurance)
      : no('not-yours', { body: asker.join(', '), by: mark.doers.join(', ') }, 'act.assurance')
  },
  fold: (state, act, mark) => {
    const assurance = assuranceOf(state, act.assurance)
    assurance.closed ??= mark
    recount(state, assurance)
  },
})

/** `assurance.*`: a commitment asked for in writing, through the mediator. */
export const assuranceKinds = [asked, passedOn, answered, closed]
