import type { EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, refer, referAll, slot } from './account.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { Quoted, Ref, Token, Words } from './shapes.ts'
import type { State } from './state.ts'
import { trackRefused } from './track.ts'

const Called = z.strictObject({
  track: Token.optional(),
  issues: z.array(Ref).max(50).optional(),
  round: Ref.optional(),
  words: Words,
  quoted: Quoted.optional(),
  statement: Ref.optional(),
})
export type DeadlockCalled = z.output<typeof Called>
const Lifted = z.strictObject({ call: Ref, words: Words.optional() })
const MoveTried = z.strictObject({
  call: Ref.optional(),
  move: z.enum([
    'park',
    'split',
    'package',
    'trial-period',
    'bridging-proposal',
    'format-change',
    'symbolic-formula',
    'timeline',
    'mediators-appeal',
  ]),
  words: Words,
})

/** A deadlock as somebody calls it: never concluded, only called, by name. */
export type Call = { readonly id: EntryHash; called: Account<DeadlockCalled> | undefined; lifted: Mark | undefined }
export type DeadlockSlice = { readonly calls: Map<EntryHash, Call>; readonly moves: Account<z.output<typeof MoveTried>>[] }
export const beginDeadlocks = (): DeadlockSlice => ({ calls: new Map(), moves: [] })
const callOf = (state: State, id: EntryHash): Call => slot(state.deadlocks.calls, id, () => ({ id, called: undefined, lifted: undefined }))

const who = { own: ['party', 'mediator'], ascribable: true } as const

const called = kind({
  type: 'deadlock.called',
  noun: 'deadlock',
  schema: Called,
  who,
  refers: (act) => [
    ...referAll('issues', act.issues, 'issue'),
    ...refer('round', act.round, 'round'),
    ...refer('statement', act.statement, 'statement'),
  ],
  rule: (state, act) => trackRefused(state, act.track),
  fold: (state, act, mark) => {
    callOf(state, mark.hash).called = { act, mark }
  },
})

const lifted = kind({
  type: 'deadlock.lifted',
  noun: 'deadlock',
  schema: Lifted,
  who,
  refers: (act) => refer('call', act.call, 'deadlock'),
  names: (act) => act.call,
  rule: (state, act, mark) => {
    const call = state.deadlocks.calls.get(act.call)
    const authors = call?.called?.mark.doers
    if (authors === undefined) return no('reference-of-another-kind', { wanted: 'deadlock.called' }, 'act.call')
    if (!mark.doers.every((doer) => authors.includes(doer)))
      return no('not-yours', { body: authors.join(', '), by: mark.doers.join(', ') }, 'act.call')
    return call!.lifted === undefined ? undefined : no('superseded', { status: 'lifted' }, 'act.call')
  },
  fold: (state, act, mark) => {
    const call = callOf(state, act.call)
    call.lifted ??= mark
  },
})

const moveTried = kind({
  type: 'deadlock.move-tried',
  noun: 'deadlock',
  schema: MoveTried,
  who: { own: ['party', 'mediator', 'secretariat'], ascribable: true },
  refers: (act) => refer('call', act.call, 'deadlock'),
  rule: (state, act) =>
    act.call !== undefined && state.deadlocks.calls.get(act.call)?.lifted !== undefined
      ? no('superseded', { status: 'lifted' }, 'act.call')
      : undefined,
  fold: (state, act, mark) => {
    state.deadlocks.moves.push({ act, mark })
  },
})

/** `deadlock.*` */
export const deadlockKinds = [called, lifted, moveTried]
