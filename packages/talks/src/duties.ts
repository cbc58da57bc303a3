import type { BodyId, EntryHash } from '@paraph/record'
import type { Seen } from './asking.ts'
import type { Commitment, CommitmentRecorded } from './commitment.ts'
import { conditionOf } from './conditions.ts'
import { dateWords } from './dates.ts'
import type { Mark } from './kind.ts'
import { lane } from './ladder.ts'
import { isOwn } from './own.ts'
import { partiesInOrder } from './order.ts'
import { bodiesInWords, reason } from './reason.ts'
import { statedBy } from './statement.ts'
import { passed } from './time.ts'
import type { ActRef, CommitmentView, Reason } from './view/types.ts'

/** How an act stands to its doer, as `isOwn` says; a statement is own, too, where whose words they are owned it later. */
export const actRef = ({ state }: Pick<Seen, 'state'>, mark: Mark): ActRef => {
  const statement = mark.type === 'statement.recorded' ? state.statements.all.get(mark.hash) : undefined
  const own = statement === undefined ? isOwn(mark, state.process.opened?.act.nature) : (statedBy(statement)?.own ?? false)
  return { hash: mark.hash, index: mark.index, own }
}

/** Every commitment that is recorded, in the order of (from, index). */
export const commitmentsOf = (seen: Seen): readonly CommitmentView[] =>
  [...seen.state.commitments.values()].filter(({ recorded }) => recorded !== undefined).map((commitment) => viewOf(seen, commitment))

const viewOf = (seen: Seen, commitment: Commitment): CommitmentView => {
  const { act, mark } = commitment.recorded!
  const amended = commitment.amended.at(-1)
  const ends = commitment.extended.at(-1)?.act.ends ?? act.ends
  const because = statusOf(seen, commitment)
  return {
    id: commitment.id,
    act: actRef(seen, mark),
    title: act.title,
    words: amended?.act.words ?? act.words,
    debtors: ordered(seen, act.debtors),
    lanes: ordered(seen, act.debtors).map((debtor) => ({ debtor, ...lane(seen, debtor, evidence(commitment, debtor)) })),
    status: because.rule,
    statusText: because.text,
    conditions: conditionsOf(seen, act).map((condition) => conditionOf(seen, condition)),
    because: [because],
    leftOpen: act.leftOpen ?? [],
    disputedBy: commitment.disputed.flatMap(({ act: { words }, mark: disputed }) =>
      disputed.doers.map((body) => ({ body, words, act: actRef(seen, disputed) })),
    ),
    since: mark.happened.from,
    due: act.due?.words ?? null,
    ends: ends?.words ?? null,
  }
}

/** A condition stands from when one of the entries that state it does: that the duty is recorded as of an earlier day does not put it earlier. */
const conditionsOf = ({ state }: Seen, { conditions = [] }: CommitmentRecorded) =>
  conditions.filter(({ stated }) => stated.length === 0 || stated.some((hash) => state.filed.has(hash)))

/** Parties in the agreed order, then other debtors by token. */
const ordered = ({ state }: Seen, bodies: readonly BodyId[]): readonly BodyId[] => {
  const parties = partiesInOrder(state)
  const place = (id: BodyId): number => (parties.includes(id) ? parties.indexOf(id) : parties.length)
  return [...new Set(bodies)].sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1))
}

/** The entries in which a debtor's duty is found: those of the recording, those linked for it, and the recording itself where it is the debtor's own. */
const evidence = ({ recorded, linked, id }: Commitment, debtor: BodyId): readonly EntryHash[] => {
  const { act, mark } = recorded!
  const own = mark.ground === undefined && mark.by === debtor ? [id] : []
  return [...act.from, ...(linked.get(debtor) ?? []), ...own]
}

/**
 * What can be said of a duty in words, by its own dates alone: whether it was retired, whether a stated end or date has passed, whether it has
 * no date. Whether it was kept is not among what this says.
 */
const statusOf = (seen: Seen, { recorded, extended, retired, id }: Commitment): Reason => {
  const { act } = recorded!
  const ends = (extended.at(-1)?.act.ends ?? act.ends)?.at
  const due = act.due?.by
  if (retired !== undefined) {
    const { mark } = retired
    return reason(
      seen,
      'retired',
      /*i18n*/ { id: 'talks.duty.retired', message: 'Retired by {who} on {date}.' },
      {
        acts: [mark.hash],
        facts: { by: mark.doers.join(',') },
        values: { who: bodiesInWords(seen, mark.doers), date: dateWords(mark.happened, seen.language) },
      },
    )
  }
  if (ends !== undefined && passed(ends, seen.happened)) {
    return reason(
      seen,
      'end-passed',
      /*i18n*/ { id: 'talks.duty.end-passed', message: 'Its stated end has passed ({date}).' },
      {
        acts: [id],
        facts: { until: ends.until },
        values: { date: dateWords(ends, seen.language) },
      },
    )
  }
  if (conditionsOf(seen, act).length > 0) {
    return reason(
      seen,
      'cannot-be-determined',
      /*i18n*/ { id: 'talks.duty.conditional', message: 'Cannot be determined: it stands under a condition whose reading is not agreed.' },
      { acts: [id] },
    )
  }
  if (due !== undefined) {
    const values = { date: dateWords(due, seen.language) }
    return passed(due, seen.happened)
      ? reason(
          seen,
          'date-passed',
          /*i18n*/ { id: 'talks.duty.date-passed', message: 'Its date has passed ({date}); nothing more is computed.' },
          { acts: [id], facts: { until: due.until }, values },
        )
      : reason(seen, 'due', /*i18n*/ { id: 'talks.duty.due', message: 'Due {date}.' }, { acts: [id], facts: { until: due.until }, values })
  }
  if (act.due !== undefined) {
    return reason(
      seen,
      'no-deadline-stated',
      /*i18n*/ { id: 'talks.duty.no-deadline', message: 'Due, no deadline stated.' },
      { acts: [id] },
    )
  }
  return reason(seen, 'recorded', /*i18n*/ { id: 'talks.duty.recorded', message: 'Recorded; no date is stated.' }, { acts: [id] })
}
