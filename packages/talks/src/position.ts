import type { BodyId, EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, refer, referAll, sameBodies, slot } from './account.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { Ref, Words } from './shapes.ts'
import type { State } from './state.ts'

const stand = { kind: z.enum(['demand', 'offer', 'explanation', 'refusal']), words: Words, sayings: z.array(Ref).max(20).optional() }
/** One party's stand on one issue. `sayings`: the statements that it is taken from. */
const Tabled = z.strictObject({ issue: Ref, ...stand })
export type PositionTabled = z.output<typeof Tabled>
const Revised = z.strictObject({ position: Ref, ...stand })
const Withdrawn = z.strictObject({ position: Ref, reason: Words.optional() })

/** A position and what became of it: `stands` in the order of folding, the last is the latest. */
export type Position = {
  readonly id: EntryHash
  issue: EntryHash | undefined
  doers: readonly BodyId[]
  readonly stands: Account<Pick<PositionTabled, 'kind' | 'words' | 'sayings'>>[]
  withdrawn: Mark | undefined
}
/** `byIssue`: ids of the positions of each body on each issue, in the order of folding. */
export type PositionSlice = { readonly all: Map<EntryHash, Position>; readonly byIssue: Map<EntryHash, Map<BodyId, EntryHash[]>> }
export const beginPositions = (): PositionSlice => ({ all: new Map(), byIssue: new Map() })

const positionOf = (state: State, id: EntryHash): Position =>
  slot(state.positions.all, id, () => ({ id, issue: undefined, doers: [], stands: [], withdrawn: undefined }))

/** A body's latest position on an issue that it has not withdrawn. */
export const latestPosition = (state: Readonly<State>, issue: EntryHash, body: BodyId): Position | undefined => {
  const ids = state.positions.byIssue.get(issue)?.get(body) ?? []
  let found: Position | undefined
  for (const id of ids) {
    const position = state.positions.all.get(id)!
    if (position.withdrawn !== undefined || position.stands.length === 0) continue
    if (found === undefined || latestMark(found).happened.from <= latestMark(position).happened.from) found = position
  }
  return found
}
const latestMark = (position: Position): Mark => position.stands.at(-1)!.mark

const who = { own: ['party'], ascribable: true } as const
const tabling = (type: string, sealed?: 'never') =>
  kind({
    type,
    noun: 'position',
    schema: Tabled,
    who,
    ...(sealed === undefined ? {} : { sealed }),
    refers: (act) => [...refer('issue', act.issue, 'issue'), ...referAll('sayings', act.sayings, 'statement')],
    fold: (state, act, mark) => {
      const position = positionOf(state, mark.hash)
      Object.assign(position, { issue: act.issue, doers: mark.doers })
      position.stands.unshift({ act, mark })
      const bodies = slot(state.positions.byIssue, act.issue, () => new Map<BodyId, EntryHash[]>())
      for (const doer of mark.doers) slot(bodies, doer, () => [] as EntryHash[]).push(mark.hash)
    },
  })

const currentRefused = (state: Readonly<State>, id: EntryHash, mark: Mark) => {
  const position = state.positions.all.get(id)
  if (position?.withdrawn !== undefined) return no('superseded', { status: 'withdrawn' }, 'act.position')
  return position !== undefined && sameBodies(position.doers, mark.doers)
    ? undefined
    : no('not-yours', { body: position?.doers.join(', ') ?? '', by: mark.doers.join(', ') }, 'act.position')
}

const revised = kind({
  type: 'position.revised',
  noun: 'position',
  schema: Revised,
  who,
  refers: (act) => [...refer('position', act.position, 'position'), ...referAll('sayings', act.sayings, 'statement')],
  names: (act) => act.position,
  rule: (state, act, mark) => currentRefused(state, act.position, mark),
  fold: (state, act, mark) => {
    positionOf(state, act.position).stands.push({ act, mark })
  },
})

const withdrawn = kind({
  type: 'position.withdrawn',
  noun: 'position',
  schema: Withdrawn,
  who,
  refers: (act) => refer('position', act.position, 'position'),
  names: (act) => act.position,
  rule: (state, act, mark) => currentRefused(state, act.position, mark),
  fold: (state, act, mark) => {
    positionOf(state, act.position).withdrawn = mark
  },
})

/** `position.*`. A position is for the mediators unless its party tables it; until rooms come only tabled ones stand here. */
export const positionKinds = [tabling('position.given-to-mediators', 'never'), tabling('position.tabled'), revised, withdrawn]
