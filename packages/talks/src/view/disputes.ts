import { accept, type BodyId, type EntryHash, type Result } from '@paraph/record'
import { type Account, author, authorBodies } from '../account.ts'
import type { Asking, Seen } from '../asking.ts'
import type { Commitment } from '../commitment.ts'
import type { Communique } from '../communique.ts'
import { actRef } from '../duties.ts'
import type { Mark, Opened, Span } from '../kind.ts'
import { inOrder, partiesInOrder } from '../order.ts'
import type { TalksCode } from '../refusal.ts'
import type { Round, RoundClosed, RoundOpened } from '../round.ts'
import type { Words } from '../shapes.ts'
import type { Statement } from '../statement.ts'
import { atOf } from './overview.ts'
import { limited, type Page, pageOf } from './page.ts'
import { processOf, seeFounded } from './process.ts'
import { sayingOf } from './saying.ts'
import { titleOf } from './title.ts'
import type { ActRef, Overview, ProcessView, Saying } from './types.ts'

/** Disputes of one answer at most. */
export const DISPUTES_LIMIT = 50

/**
 * What one body has to say of a disputed thing: the words spoken (`saying`), the words of an act, or its account of a round.
 * `says`: said · issued · recorded: what is disputed; disputes: the contrary word; clarifies: the speaker's later word; account: one of several.
 */
export type Claim = {
  readonly says: 'said' | 'issued' | 'recorded' | 'disputes' | 'clarifies' | 'account'
  readonly act: ActRef
  readonly when: Span
  readonly words: readonly Words[]
  readonly saying: Saying | null
  /** of an account of a round: how it ended, and who took part */
  readonly outcome: string | null
  readonly takesPart: readonly BodyId[]
}
/** Every party's column is kept, in the order of the ground rules; then whoever else spoke. `body` null: an account of somebody who is no body here. */
export type ClaimColumn = { readonly body: BodyId | null; readonly name: Words | null; readonly claims: readonly Claim[] }
/** One fact that is disputed: the claims side by side, and nothing that sums them up. */
export type Dispute = {
  readonly about: EntryHash
  readonly of: 'statement' | 'communique' | 'commitment' | 'round'
  readonly title: Words | null
  readonly when: Span
  readonly columns: readonly ClaimColumn[]
}
/** Page *disputes*. */
export type Disputes = {
  readonly process: ProcessView
  readonly at: Overview['at']
  /** which part of all disputes this answer holds */
  readonly page: Page
  readonly disputes: readonly Dispute[]
}

export type AskingDisputes = Asking & { readonly first?: number | undefined; readonly limit?: number | undefined }

/** Every fact that somebody disputes by an act, and every round of which the accounts differ, the latest first. */
export const disputes = (acts: readonly Opened[], asking: AskingDisputes): Result<Disputes, TalksCode> => {
  const seen = seeFounded(acts, asking)
  if (!seen.ok) return seen
  const { state } = seen.value
  const found = [
    ...[...state.statements.all.values()].flatMap((one) => ofStatement(seen.value, one)),
    ...[...state.communiques.values()].flatMap((one) => ofCommunique(seen.value, one)),
    ...[...state.commitments.values()].flatMap((one) => ofCommitment(seen.value, one)),
    ...[...state.rounds.values()].flatMap((one) => ofRound(seen.value, one)),
  ]
  const latest = found.sort((one, other) => (one.when.from > other.when.from ? -1 : one.when.from < other.when.from ? 1 : 0))
  const { page, shown } = pageOf(latest, { first: asking.first ?? 0, limit: limited(asking.limit, DISPUTES_LIMIT) })
  return accept({ process: processOf(seen.value), at: atOf(seen.value), page, disputes: shown })
}

/** A claim with whose it is: bodies of the process, or somebody in words. */
type Whose = { readonly bodies: readonly BodyId[]; readonly name: Words | null; readonly claim: Claim }

const ofStatement = (seen: Seen, statement: Statement): readonly Dispute[] => {
  const { id, recorded, disputed, clarified } = statement
  const saying = sayingOf(seen, statement)
  if (recorded === undefined || saying === undefined || disputed.length === 0) return []
  const { body, name, office } = recorded.act.speaker
  const spoken: Whose = {
    bodies: body === undefined ? [] : [body],
    name: body === undefined ? (name ?? office ?? null) : null,
    claim: { ...claimOf(seen, recorded.mark, 'said', [recorded.act.words]), saying },
  }
  return [
    {
      about: id,
      of: 'statement',
      title: (recorded.act.about ?? []).map((one) => titleOf(seen, one)).find((title) => title !== null) ?? null,
      when: recorded.mark.happened,
      columns: columnsOf(seen, [spoken, ...ownWordsOf(seen, clarified, 'clarifies'), ...ownWordsOf(seen, disputed, 'disputes')]),
    },
  ]
}

const ofCommunique = (seen: Seen, { id, issued, drafted, disputed }: Communique): readonly Dispute[] => {
  const first = issued[0] ?? drafted
  if (disputed.length === 0 || first === undefined) return []
  const given = (issued.length > 0 ? issued : [first]).map(({ act, mark }) => whose(mark, claimOf(seen, mark, 'issued', act.points)))
  return [
    {
      about: id,
      of: 'communique',
      title: first.act.title,
      when: first.mark.happened,
      columns: columnsOf(seen, [...given, ...ownWordsOf(seen, disputed, 'disputes')]),
    },
  ]
}

const ofCommitment = (seen: Seen, { id, recorded, disputed }: Commitment): readonly Dispute[] => {
  if (recorded === undefined || disputed.length === 0) return []
  const { act, mark } = recorded
  return [
    {
      about: id,
      of: 'commitment',
      title: act.title,
      when: mark.happened,
      columns: columnsOf(seen, [whose(mark, claimOf(seen, mark, 'recorded', [act.words])), ...ownWordsOf(seen, disputed, 'disputes')]),
    },
  ]
}

/** A round of which two authors give accounts that differ: in how it ended or in who took part. */
const ofRound = (seen: Seen, round: Round): readonly Dispute[] => {
  const closed = [...round.closed.values()]
  const opened = [...round.opened.values()]
  const parts = differ(opened, ({ takesPart }) => [...takesPart].sort().join(','))
  const ends = differ(closed, ({ outcome }) => (outcome === 'not-known' ? undefined : outcome))
  if (!parts && !ends) return []
  const told = [
    ...(ends ? closed.map((account) => accountOf(seen, account)) : []),
    ...(parts ? opened.map((account) => accountOf(seen, account)) : []),
  ]
  const when = opened[0]?.mark.happened ?? closed[0]!.mark.happened
  return [{ about: round.id, of: 'round', title: titleOf(seen, round.id), when, columns: columnsOf(seen, told) }]
}

/** Whether the accounts of several authors have several values; who does not know takes no side. */
const differ = <Act>(accounts: readonly Account<Act>[], value: (act: Act) => string | undefined): boolean => {
  const values = new Map<string, string>()
  for (const { act, mark } of accounts) {
    const one = value(act)
    if (one !== undefined) values.set(author(mark), one)
  }
  return new Set(values.values()).size > 1
}

const accountOf = (seen: Seen, { act, mark }: Account<RoundClosed | RoundOpened>): Whose => {
  const ended = 'outcome' in act
  return whose(mark, {
    ...claimOf(seen, mark, 'account', ended && act.words !== undefined ? [act.words] : []),
    outcome: ended ? act.outcome : null,
    takesPart: ended ? [] : act.takesPart,
  })
}

const claimOf = (seen: Seen, mark: Mark, says: Claim['says'], words: readonly Words[]): Claim => ({
  says,
  act: actRef(seen, mark),
  when: mark.happened,
  words,
  saying: null,
  outcome: null,
  takesPart: [],
})

const ownWordsOf = (seen: Seen, accounts: readonly Account<{ readonly words: Words }>[], says: Claim['says']): readonly Whose[] =>
  accounts.map(({ act, mark }) => whose(mark, claimOf(seen, mark, says, [act.words])))

const whose = (mark: Mark, claim: Claim): Whose => {
  const bodies = authorBodies(mark)
  const of = mark.ground?.of
  return { bodies, name: bodies.length > 0 || of === undefined || typeof of === 'string' ? null : of, claim }
}

const columnsOf = (seen: Seen, all: readonly Whose[]): readonly ClaimColumn[] => {
  const parties = partiesInOrder(seen.state)
  const of = (body: BodyId) => all.filter(({ bodies }) => bodies.includes(body)).map(({ claim }) => claim)
  const others = inOrder(seen.state).filter(({ id }) => !parties.includes(id) && of(id).length > 0)
  const nobodys = all.filter(({ bodies }) => bodies.length === 0)
  return [
    ...[...parties, ...others.map(({ id }) => id)].map((body) => ({ body, name: null, claims: of(body) })),
    ...nobodys.map(({ name, claim }) => ({ body: null, name, claims: [claim] })),
  ]
}
