import type { BodyId, EntryHash, Instant } from '@paraph/record'
import { z } from 'zod'
import { type Account, type Accounts, addAccount, refer, slot } from './account.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { BodyToken, Ref, Token, When, Words } from './shapes.ts'
import type { State } from './state.ts'
import { trackRefused } from './track.ts'

/** A round's number as each side counts it. */
const Counted = z.array(z.strictObject({ by: z.union([BodyToken, Words]), number: z.int().min(1).max(10_000) })).max(50)
const fields = {
  /** the first entry that names the round; absent in that entry itself */
  round: Ref.optional(),
  track: Token.optional(),
  place: Words.optional(),
  number: Counted.optional(),
  mediators: z.array(BodyToken).max(50).optional(),
  mode: z.enum(['direct', 'proximity', 'shuttle', 'remote', 'not-known']).optional(),
}
/** `planned`: when it shall begin (a promise); the act's own `when` is when it was announced. */
const Scheduled = z.strictObject({ ...fields, planned: When, level: Words.optional() })
export type RoundScheduled = z.output<typeof Scheduled>
const Rescheduled = z.strictObject({ round: Ref, planned: When, reason: Words.optional() })
const Cancelled = z.strictObject({ round: Ref, reason: Words.optional() })
/** The act's `when.from` is the opening. */
const Opened = z.strictObject({
  ...fields,
  takesPart: z.array(BodyToken).min(1).max(50),
  heads: z
    .array(z.strictObject({ body: BodyToken, name: Words, office: Words.optional() }))
    .max(50)
    .optional(),
})
export type RoundOpened = z.output<typeof Opened>
/** The act's `when.from` is the closing. */
const Closed = z.strictObject({
  round: Ref,
  outcome: z.enum(['agreement', 'progress', 'no-result', 'broken-off', 'adjourned', 'not-known']),
  words: Words.optional(),
})
export type RoundClosed = z.output<typeof Closed>

/** One account's plan for a round. */
export type Plan = Account<{ readonly planned: z.output<typeof When> }>
/** A round by the accounts of it. `entries`: every act that names it, in the order of folding. */
export type Round = {
  readonly id: EntryHash
  readonly plans: Accounts<{ readonly planned: z.output<typeof When> }>
  readonly scheduled: Accounts<RoundScheduled>
  readonly cancelled: Accounts<z.output<typeof Cancelled>>
  readonly opened: Accounts<RoundOpened>
  readonly closed: Accounts<RoundClosed>
  readonly entries: Mark[]
}
export type RoundSlice = Map<EntryHash, Round>
export const beginRounds = (): RoundSlice => new Map()

const roundOf = (state: State, id: EntryHash, mark: Mark): Round => {
  const round = slot(state.rounds, id, () => ({
    id,
    plans: new Map(),
    scheduled: new Map(),
    cancelled: new Map(),
    opened: new Map(),
    closed: new Map(),
    entries: [],
  }))
  round.entries.push(mark)
  return round
}

type Common = Pick<RoundOpened, 'track' | 'place' | 'number' | 'mediators' | 'mode'>
/** A field of a round: as the openings say, else the announcements; the first account that says it. */
export const ofRound = <Field extends keyof Common>(round: Round, field: Field): Common[Field] => {
  for (const { act } of [...round.opened.values(), ...round.scheduled.values()]) {
    const common: Common = act
    if (common[field] !== undefined) return common[field]
  }
  return undefined
}

/** The track's token; a process that names no tracks has one, called by the empty text. */
export const trackOfRound = (round: Round): string => ofRound(round, 'track') ?? ''

/** Whether a round is open at a moment by spans alone, whatever order its acts came in: opened by then and not closed by then. */
const openAt = (round: Round, at: Instant): boolean => {
  const from = [...round.opened.values()].map(({ mark }) => mark.happened.from).sort()[0]
  if (from === undefined || from > at) return false
  return ![...round.closed.values()].some(({ mark }) => mark.happened.from <= at)
}

const who = { own: ['mediator', 'secretariat'], ascribable: true } as const
const bodyUnknown = (state: Readonly<State>, bodies: readonly BodyId[], path: string) => {
  const unknown = bodies.find((body) => state.bodies.get(body)?.founding === undefined)
  return unknown === undefined ? undefined : no('body-unknown', { body: unknown }, path)
}

const scheduled = kind({
  type: 'round.scheduled',
  noun: 'round',
  schema: Scheduled,
  who,
  refers: (act) => refer('round', act.round, 'round'),
  names: (act) => act.round,
  rule: (state, act) => trackRefused(state, act.track) ?? bodyUnknown(state, act.mediators ?? [], 'act.mediators'),
  fold: (state, act, mark) => {
    const round = roundOf(state, act.round ?? mark.hash, mark)
    addAccount(round.scheduled, act, mark)
    addAccount(round.plans, act, mark)
  },
})

const openedAlready = (state: Readonly<State>, id: EntryHash, mark: Mark) =>
  mark.ground === undefined && (state.rounds.get(id)?.opened.size ?? 0) > 0 ? no('round-already-opened', {}, 'act.round') : undefined

const rescheduled = kind({
  type: 'round.rescheduled',
  noun: 'round',
  schema: Rescheduled,
  who,
  refers: (act) => refer('round', act.round, 'round'),
  names: (act) => act.round,
  rule: (state, act, mark) => openedAlready(state, act.round, mark),
  fold: (state, act, mark) => addAccount(roundOf(state, act.round, mark).plans, act, mark),
})

const cancelled = kind({
  type: 'round.cancelled',
  noun: 'round',
  schema: Cancelled,
  who,
  refers: (act) => refer('round', act.round, 'round'),
  names: (act) => act.round,
  rule: (state, act, mark) => openedAlready(state, act.round, mark),
  fold: (state, act, mark) => addAccount(roundOf(state, act.round, mark).cancelled, act, mark),
})

const opened = kind({
  type: 'round.opened',
  noun: 'round',
  schema: Opened,
  who,
  refers: (act) => refer('round', act.round, 'round'),
  names: (act) => act.round,
  rule: (state, act, mark) => {
    const id = act.round ?? mark.hash
    const round = state.rounds.get(id)
    const track = act.track ?? (round === undefined ? '' : trackOfRound(round))
    const other = [...state.rounds.values()].find((one) => one.id !== id && trackOfRound(one) === track && openAt(one, mark.happened.from))
    if (other !== undefined) return no('round-open-in-track', { round: other.id, track }, 'act.track')
    return openedAlready(state, id, mark) ?? trackRefused(state, act.track) ?? bodyUnknown(state, act.takesPart, 'act.takesPart')
  },
  fold: (state, act, mark) => addAccount(roundOf(state, act.round ?? mark.hash, mark).opened, act, mark),
})

const closed = kind({
  type: 'round.closed',
  noun: 'round',
  schema: Closed,
  who,
  refers: (act) => refer('round', act.round, 'round'),
  names: (act) => act.round,
  rule: (state, act, mark) => {
    const round = state.rounds.get(act.round)
    if (round === undefined || round.opened.size === 0) return no('round-not-open', {}, 'act.round')
    const from = [...round.opened.values()].map((account) => account.mark.happened.from).sort()[0]!
    if (mark.happened.until <= from) return no('closed-before-opened', { opened: from, closed: mark.happened.from }, 'act.when')
    return mark.ground === undefined && round.closed.size > 0 ? no('superseded', { status: 'closed' }, 'act.round') : undefined
  },
  fold: (state, act, mark) => addAccount(roundOf(state, act.round, mark).closed, act, mark),
})

/** `round.*`. A round is called by the first entry that names it; each further act names it by that. */
export const roundKinds = [scheduled, rescheduled, cancelled, opened, closed]
