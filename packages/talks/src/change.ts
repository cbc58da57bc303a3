import type { Seen } from './asking.ts'
import { dateWords } from './dates.ts'
import { bodiesInWords, reason } from './reason.ts'
import { type Found, graceEnds } from './rows.ts'
import type { Reason } from './view/types.ts'

/** What would change a standing of the talks: the acts and dates that the table waits for. Never what anybody should do. */
export const wouldChange = (seen: Seen, { row, world }: Found): readonly Reason[] => {
  switch (row.status) {
    case 'not-known':
      return [reason(seen, 'coverage-extended', /*i18n*/ { id: 'talks.change.coverage', message: 'More is searched.' })]
    case 'closed':
      return []
    case 'suspended':
      return [reason(seen, 'process-resumed', /*i18n*/ { id: 'talks.change.resumed', message: 'The process is resumed.' })]
    case 'in-round':
      return [reason(seen, 'round-closed', /*i18n*/ { id: 'talks.change.round-closed', message: 'The round closes.' })]
    case 'party-absent':
      return [
        reason(
          seen,
          'party-returned',
          /*i18n*/ { id: 'talks.change.returned', message: '{who} returns.' },
          { values: { who: bodiesInWords(seen, row.by) }, facts: { by: row.by.join(',') } },
        ),
      ]
    case 'between-rounds':
      return [
        opens(seen),
        dateOf(seen, row),
        reason(seen, 'round-cancelled', /*i18n*/ { id: 'talks.change.cancelled', message: 'Whoever announced it takes it back.' }),
      ]
    case 'deadlock-called':
      return [
        reason(
          seen,
          'author-takes-part',
          /*i18n*/ { id: 'talks.change.author-takes-part', message: '{who} takes part in a later round.' },
          {
            values: { who: bodiesInWords(seen, row.by) },
            facts: { by: row.by.join(',') },
          },
        ),
        reason(
          seen,
          'deadlock-lifted',
          /*i18n*/ { id: 'talks.change.lifted', message: '{who} lifts it.' },
          { values: { who: bodiesInWords(seen, row.by) }, facts: { by: row.by.join(',') } },
        ),
        scheduled(seen),
      ]
    case 'no-result':
      return [scheduled(seen), opens(seen), issuesClosed(seen)]
    case 'quiet':
      return [
        reason(seen, 'position-changed', /*i18n*/ { id: 'talks.change.position', message: 'A position or a form changes.' }),
        opens(seen),
        issuesClosed(seen),
      ]
    case 'open':
      return [
        scheduled(seen),
        opens(seen),
        reason(seen, 'deadlock-called', /*i18n*/ { id: 'talks.change.called', message: 'Somebody calls a deadlock.' }),
        ...grace(seen, graceEnds(seen, world)),
      ]
  }
}

const opens = (seen: Seen): Reason => reason(seen, 'round-opened', /*i18n*/ { id: 'talks.change.round-opens', message: 'A round opens.' })
const scheduled = (seen: Seen): Reason =>
  reason(seen, 'round-scheduled', /*i18n*/ { id: 'talks.change.scheduled', message: 'A next round is scheduled.' })
const issuesClosed = (seen: Seen): Reason =>
  reason(seen, 'issues-closed', /*i18n*/ { id: 'talks.change.issues', message: 'Every open issue is closed or parked.' })

const dateOf = (seen: Seen, row: Found['row']): Reason => {
  const until = row
    .plans!.flatMap(({ plans }) => plans.map(({ act }) => act.planned.until))
    .sort()
    .at(-1)!
  return reason(
    seen,
    'planned-date-passes',
    /*i18n*/ { id: 'talks.change.date-passes', message: 'The planned date passes ({date}).' },
    {
      facts: { until },
      values: { date: dateWords(until, seen.language, { end: true }) },
    },
  )
}

const grace = (seen: Seen, ends: string | undefined): readonly Reason[] =>
  ends === undefined || ends <= seen.happened
    ? []
    : [
        reason(
          seen,
          'grace-ends',
          /*i18n*/ {
            id: 'talks.change.grace',
            message: 'The grace period after the last round ends on {date} with no next round scheduled.',
          },
          {
            facts: { at: ends },
            values: { date: dateWords(ends as Seen['happened'], seen.language, { end: true }) },
          },
        ),
      ]
