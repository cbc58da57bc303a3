import type { EntryHash } from '@paraph/record'
import { z } from 'zod'
import { refer, referAll, slot } from './account.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { Ref, Token, Words } from './shapes.ts'
import type { State } from './state.ts'
import { trackRefused } from './track.ts'

const Tabled = z.strictObject({ title: Words, parent: Ref.optional(), track: Token.optional() })
const Amended = z.strictObject({ issue: Ref, title: Words })
const Moved = z.strictObject({ issue: Ref, reason: Words.optional() })
const Split = z.strictObject({ issue: Ref, into: z.array(Ref).min(2).max(20) })
const Merged = z.strictObject({ issues: z.array(Ref).min(2).max(20), into: Ref })

/** An item of the agenda. One that was split or merged stands no longer itself: `closed`, with what took its place. */
export type Issue = {
  readonly id: EntryHash
  title: Words | undefined
  parent: EntryHash | undefined
  tabled: Mark | undefined
  status: 'open' | 'parked' | 'closed'
  into: readonly EntryHash[]
  since: Mark | undefined
}
export type IssueSlice = Map<EntryHash, Issue>
export const beginIssues = (): IssueSlice => new Map()

const issueOf = (state: State, id: EntryHash): Issue =>
  slot(state.issues, id, () => ({ id, title: undefined, parent: undefined, tabled: undefined, status: 'open', into: [], since: undefined }))

/** Issues that were tabled and stand open, in the order of folding. */
export const openIssues = (state: Readonly<State>): readonly Issue[] =>
  [...state.issues.values()].filter(({ tabled, status }) => tabled !== undefined && status === 'open')

const move = (state: State, id: EntryHash, status: Issue['status'], mark: Mark, into: readonly EntryHash[] = []) => {
  Object.assign(issueOf(state, id), { status, since: mark, into })
}
const status = (state: Readonly<State>, id: EntryHash) => state.issues.get(id)?.status
const ended = (state: Readonly<State>, id: EntryHash, path: string) =>
  status(state, id) === 'closed' ? no('superseded', { status: 'closed' }, path) : undefined

const who = { own: ['mediator', 'secretariat', 'party'], ascribable: true, recorder: true } as const

const tabled = kind({
  type: 'issue.tabled',
  noun: 'issue',
  schema: Tabled,
  who,
  refers: (act) => refer('parent', act.parent, 'issue'),
  rule: (state, act) => trackRefused(state, act.track),
  fold: (state, act, mark) => {
    const issue = issueOf(state, mark.hash)
    Object.assign(issue, { title: issue.title ?? act.title, parent: act.parent, tabled: mark })
  },
})

const amended = kind({
  type: 'issue.amended',
  noun: 'issue',
  schema: Amended,
  who,
  refers: (act) => refer('issue', act.issue, 'issue'),
  rule: (state, act) => ended(state, act.issue, 'act.issue'),
  fold: (state, act) => {
    issueOf(state, act.issue).title = act.title
  },
})

const moved = (verb: 'parked' | 'closed' | 'reopened', to: Issue['status']) =>
  kind({
    type: `issue.${verb}`,
    noun: 'issue',
    schema: Moved,
    who,
    refers: (act) => refer('issue', act.issue, 'issue'),
    rule: (state, act) => (status(state, act.issue) === to ? no('superseded', { status: to }, 'act.issue') : undefined),
    fold: (state, act, mark) => move(state, act.issue, to, mark),
  })

const split = kind({
  type: 'issue.split',
  noun: 'issue',
  schema: Split,
  who,
  refers: (act) => [...refer('issue', act.issue, 'issue'), ...referAll('into', act.into, 'issue')],
  rule: (state, act) => ended(state, act.issue, 'act.issue'),
  fold: (state, act, mark) => move(state, act.issue, 'closed', mark, act.into),
})

const merged = kind({
  type: 'issue.merged',
  noun: 'issue',
  schema: Merged,
  who,
  refers: (act) => [...referAll('issues', act.issues, 'issue'), ...refer('into', act.into, 'issue')],
  rule: (state, act) => {
    const at = act.issues.findIndex((issue) => status(state, issue) === 'closed')
    return at < 0 ? undefined : no('superseded', { status: 'closed' }, `act.issues[${at}]`)
  },
  fold: (state, act, mark) => {
    for (const issue of act.issues) if (issue !== act.into) move(state, issue, 'closed', mark, [act.into])
  },
})

/** `issue.*`: the agenda tree. */
export const issueKinds = [tabled, amended, moved('parked', 'parked'), split, merged, moved('closed', 'closed'), moved('reopened', 'open')]
