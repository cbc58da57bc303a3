import { authorBodies } from './account.ts'
import type { Seen } from './asking.ts'
import { dateWords, isolated } from './dates.ts'
import type { Mark } from './kind.ts'
import { differing } from './differing.ts'
import { openIssues } from './issue.ts'
import { coverage } from './process.ts'
import { bodiesInWords, groundInWords, reason, whenOf, wordsIn } from './reason.ts'
import type { Found, Row } from './rows.ts'
import type { Reason } from './view/types.ts'

/** Why a standing of the talks is what it is: one reason per act it rests on, then what the accounts differ in. */
export const because = (seen: Seen, found: Found): readonly Reason[] => [
  ...found.disputed.map((one) => differing(seen, one)),
  ...of(seen, found.row),
]

const of = (seen: Seen, row: Row): readonly Reason[] => {
  switch (row.status) {
    case 'not-known':
      return [outside(seen, row)]
    case 'closed':
    case 'suspended':
      return row.marks.map((mark) => step(seen, mark, row.status))
    case 'in-round':
      return row.marks.map((mark) => opened(seen, mark))
    case 'party-absent':
      return row.marks.map((mark) => left(seen, mark))
    case 'between-rounds':
      return [
        ...row.plans!.flatMap(({ plans }) => plans).map((plan) => announced(seen, plan.mark, plan.act.planned)),
        ...denials(seen, row),
        ...closings(seen, row),
      ]
    case 'deadlock-called':
      return [...row.marks.map((mark) => called(seen, mark)), ...closings(seen, row)]
    case 'no-result':
      return [...closings(seen, row), issues(seen), grace(seen)]
    case 'quiet':
      return [issues(seen), ...row.marks.map((mark) => changed(seen, mark))]
    case 'open':
      return [otherwise(seen, row), ...closings(seen, row)]
  }
}

const acted = (mark: Mark) => ({
  acts: [mark.hash],
  facts: { by: mark.doers.join(','), from: mark.happened.from, until: mark.happened.until },
})

const outside = (seen: Seen, row: Row): Reason => {
  const spans = coverage(seen.state)
  const ends = spans.at(-1)!.until
  return reason(
    seen,
    'outside-coverage',
    /*i18n*/ {
      id: 'talks.because.outside-coverage',
      message: 'What was searched runs from {from} to {until}; this moment lies outside it.',
    },
    {
      facts: { at: seen.happened, from: spans[0]!.from, until: ends },
      values: { from: dateWords(spans[0]!.from, seen.language), until: dateWords(ends, seen.language, { end: true }) },
      acts: row.marks.map(({ hash }) => hash),
    },
  )
}

const step = (seen: Seen, mark: Mark, status: string): Reason => {
  const values = { who: bodiesInWords(seen, mark.doers), date: whenOf(seen, mark), ground: groundInWords(seen, mark) }
  return status === 'closed'
    ? reason(
        seen,
        'process-closed',
        /*i18n*/ { id: 'talks.because.closed', message: 'Closed by {who} on {date} ({ground}).' },
        { ...acted(mark), values },
      )
    : reason(
        seen,
        'process-suspended',
        /*i18n*/ { id: 'talks.because.suspended', message: 'Suspended by {who} on {date} ({ground}).' },
        { ...acted(mark), values },
      )
}

const opened = (seen: Seen, mark: Mark): Reason =>
  reason(
    seen,
    'round-open',
    /*i18n*/ { id: 'talks.because.round-open', message: 'Round opened by {who} on {date} ({ground}), and not closed by then.' },
    {
      ...acted(mark),
      values: { who: bodiesInWords(seen, mark.doers), date: whenOf(seen, mark), ground: groundInWords(seen, mark) },
    },
  )

const left = (seen: Seen, mark: Mark): Reason =>
  reason(
    seen,
    'party-left',
    /*i18n*/ { id: 'talks.because.left', message: '{who} left on {date} ({ground}) and has not returned.' },
    {
      ...acted(mark),
      values: { who: bodiesInWords(seen, mark.doers), date: whenOf(seen, mark), ground: groundInWords(seen, mark) },
    },
  )

const announced = (seen: Seen, mark: Mark, planned: { readonly from: Mark['recorded']; readonly until: Mark['recorded'] }): Reason =>
  reason(
    seen,
    'round-scheduled',
    /*i18n*/ { id: 'talks.because.scheduled', message: 'Next round announced by {who} on {date} ({ground}), planned for {planned}.' },
    {
      acts: [mark.hash],
      facts: { ...acted(mark).facts, plannedFrom: planned.from, plannedUntil: planned.until, account: authorBodies(mark).join(',') },
      values: {
        who: bodiesInWords(seen, mark.doers),
        date: whenOf(seen, mark),
        ground: groundInWords(seen, mark),
        planned: dateWords(planned, seen.language),
      },
    },
  )

const denials = (seen: Seen, row: Row): readonly Reason[] =>
  row.rounds
    .flatMap((id) => [...(seen.state.rounds.get(id)?.cancelled.values() ?? [])])
    .map(({ mark }) =>
      reason(
        seen,
        'schedule-denied',
        /*i18n*/ {
          id: 'talks.because.denied',
          message: '{who} says that this round is cancelled ({date}, {ground}); who announced it does not.',
        },
        { ...acted(mark), values: { who: bodiesInWords(seen, mark.doers), date: whenOf(seen, mark), ground: groundInWords(seen, mark) } },
      ),
    )

/** Every account of how the round that closed last ended, side by side. */
const closings = (seen: Seen, row: Row): readonly Reason[] =>
  row.rounds
    .flatMap((id) => [...(seen.state.rounds.get(id)?.closed.values() ?? [])])
    .map(({ act, mark }) =>
      reason(
        seen,
        'round-closed',
        /*i18n*/ { id: 'talks.because.round-closed', message: 'The round closed on {date}: {outcome} ({ground}).' },
        {
          acts: [mark.hash],
          facts: { ...acted(mark).facts, outcome: act.outcome, account: authorBodies(mark).join(',') },
          values: { date: whenOf(seen, mark), outcome: outcomeInWords(seen, act.outcome), ground: groundInWords(seen, mark) },
        },
      ),
    )

/** A round's outcome in words. */
export const outcomeInWords = ({ say }: Pick<Seen, 'say'>, outcome: string): string => {
  switch (outcome) {
    case 'agreement':
      return say(/*i18n*/ { id: 'talks.outcome.agreement', message: 'agreement' })
    case 'progress':
      return say(/*i18n*/ { id: 'talks.outcome.progress', message: 'progress' })
    case 'no-result':
      return say(/*i18n*/ { id: 'talks.outcome.no-result', message: 'no result' })
    case 'broken-off':
      return say(/*i18n*/ { id: 'talks.outcome.broken-off', message: 'broken off' })
    case 'adjourned':
      return say(/*i18n*/ { id: 'talks.outcome.adjourned', message: 'adjourned' })
    default:
      return say(/*i18n*/ { id: 'talks.outcome.not-known', message: 'outcome not known' })
  }
}

const called = (seen: Seen, mark: Mark): Reason => {
  const words = seen.state.deadlocks.calls.get(mark.hash)?.called?.act.words
  return reason(
    seen,
    'deadlock-called',
    /*i18n*/ { id: 'talks.because.called', message: 'Called by {who} on {date} ({ground}): {words}. Not lifted since.' },
    {
      ...acted(mark),
      values: {
        who: bodiesInWords(seen, mark.doers),
        date: whenOf(seen, mark),
        ground: groundInWords(seen, mark),
        words: words === undefined ? '' : isolated(wordsIn(seen, words)),
      },
    },
  )
}

const issues = (seen: Seen): Reason => {
  const open = openIssues(seen.state)
  return reason(
    seen,
    'issues-open',
    /*i18n*/ { id: 'talks.because.issues-open', message: '{count, plural, one {# issue is} other {# issues are}} open.' },
    {
      facts: { count: open.length },
      values: { count: open.length },
      acts: open.map(({ id }) => id),
    },
  )
}

const grace = (seen: Seen): Reason => {
  const days = seen.state.process.grounds?.graceDays ?? 0
  const values = { days }
  return seen.state.process.opened?.act.nature === 'reconstruction'
    ? reason(
        seen,
        'none-scheduled',
        /*i18n*/ {
          id: 'talks.because.none-found',
          message:
            'None found scheduled in the sources held for {days, plural, one {# day} other {# days}}, the grace period of the ground rules.',
        },
        { facts: { days }, values },
      )
    : reason(
        seen,
        'none-scheduled',
        /*i18n*/ {
          id: 'talks.because.none-scheduled',
          message: 'None scheduled for {days, plural, one {# day} other {# days}}, the grace period of the ground rules.',
        },
        { facts: { days }, values },
      )
}

const changed = (seen: Seen, mark: Mark): Reason =>
  reason(
    seen,
    'last-change',
    /*i18n*/ { id: 'talks.because.last-change', message: 'The last act that changed a position or a form is of {date}, by {who}.' },
    {
      ...acted(mark),
      values: { who: bodiesInWords(seen, mark.doers), date: whenOf(seen, mark) },
    },
  )

const otherwise = (seen: Seen, row: Row): Reason =>
  reason(
    seen,
    'otherwise',
    /*i18n*/ { id: 'talks.because.otherwise', message: 'No other rule of the table holds.' },
    { acts: row.marks.slice(0, 1).map(({ hash }) => hash) },
  )
