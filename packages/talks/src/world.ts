import { type Account, type Accounts, author } from './account.ts'
import type { Mark } from './kind.ts'
import { type Round, type RoundClosed, type RoundOpened, trackOfRound } from './round.ts'
import type { State } from './state.ts'
import { byHappened } from './time.ts'

/** The rounds as one author's accounts have them; where that author gives none of something, as the first account has it. */
export type World = { readonly author: string; readonly marks: readonly Mark[]; readonly rounds: readonly RoundAs[] }
/** One round as one author has it. */
export type RoundAs = {
  readonly round: Round
  readonly track: string
  readonly opened: Account<RoundOpened> | undefined
  readonly closed: Account<RoundClosed> | undefined
  readonly open: boolean
}

/**
 * One world per author of an account of an opening or a closing. A rule of standing that needs one value holds where it holds in every world;
 * nothing is ever picked between two authors. A process without rounds has one world, of nobody.
 */
export const worlds = (state: Readonly<State>): readonly World[] => {
  const authors = new Map<string, Mark[]>()
  for (const round of state.rounds.values()) {
    for (const { mark } of [...round.opened.values(), ...round.closed.values()]) {
      const key = author(mark)
      const marks = authors.get(key)
      if (marks === undefined) authors.set(key, [mark])
      else marks.push(mark)
    }
  }
  if (authors.size === 0) authors.set('', [])
  return [...authors].map(([name, marks]) => ({
    author: name,
    marks,
    rounds: [...state.rounds.values()].map((round) => roundAs(round, name)),
  }))
}

const roundAs = (round: Round, name: string): RoundAs => {
  const opened = pick(round.opened, name)
  const closed = pickKnown(round.closed, name)
  const open = opened !== undefined && (closed === undefined || byHappened(closed.mark, opened.mark) < 0)
  return { round, track: trackOfRound(round), opened, closed, open }
}

const pick = <Act>(accounts: Accounts<Act>, name: string): Account<Act> | undefined => {
  let first: Account<Act> | undefined
  for (const account of accounts.values()) {
    if (author(account.mark) === name) return account
    first ??= account
  }
  return first
}

/** A closing whose outcome its author does not know takes no side on the outcome. */
const pickKnown = (accounts: Accounts<RoundClosed>, name: string): Account<RoundClosed> | undefined => {
  const knowing = new Map([...accounts].filter(([, { act }]) => act.outcome !== 'not-known'))
  return pick(knowing, name) ?? pick(accounts, name)
}
