import { accept, type BodyId, type EntryHash, type Result } from '@paraph/record'
import { type Asking, type Seen, see } from './asking.ts'
import { because } from './because.ts'
import { wouldChange } from './change.ts'
import { clause } from './clause.ts'
import type { Opened } from './kind.ts'
import { commitmentsOf } from './duties.ts'
import { coverage } from './process.ts'
import { reason } from './reason.ts'
import type { TalksCode } from './refusal.ts'
import { firstThatHolds } from './rows.ts'
import type { Standing } from './view/types.ts'
import { voices } from './voices.ts'
import { worlds } from './world.ts'

/** The first sentence in its parts: the neutral computed clause, then one clause per author. */
export type Headline = {
  readonly computed: string
  readonly authors: readonly { readonly body: BodyId; readonly text: string; readonly acts: readonly EntryHash[] }[]
}

/**
 * Where a process stands: talks, text, commitments, each with its reasons. A function of acts and of what is asked; the same acts in another
 * order of arrival give the same answer. Refused: `before-opening`, `known-begins-at-import`, `known-beyond-record`.
 */
export const standing = (acts: readonly Opened[], asking: Asking): Result<Standing, TalksCode> => {
  const seen = see(acts, asking)
  return seen.ok ? accept(standingOf(seen.value).standing) : seen
}

/** The same of a folded state, with the headline in its parts. */
export const standingOf = (seen: Seen): { readonly standing: Standing; readonly headline: Headline } => {
  const found = firstThatHolds(seen, worlds(seen.state))
  const reasons = because(seen, found)
  const disputed = found.row.status === 'open' ? reasons.filter(({ rule }) => rule === 'accounts-differ').map(({ text }) => text) : []
  const headline = { computed: [clause(seen, found.row), ...disputed].join(' '), authors: voices(seen, found.row) }
  const standing: Standing = {
    talks: { status: found.row.status, since: found.row.since, by: found.row.by, because: reasons, wouldChange: wouldChange(seen, found) },
    text: {
      status: 'none',
      open: 0,
      since: null,
      because: [reason(seen, 'no-text', /*i18n*/ { id: 'talks.text.none', message: 'No negotiating text stands on this record.' })],
    },
    commitments: commitmentsOf(seen).flatMap((view) =>
      view.lanes.map(({ debtor, textPath, consentPath }) => ({
        id: view.id,
        debtor,
        text: textPath,
        consent: consentPath,
        status: view.status,
        conditions: view.conditions,
        because: view.because,
      })),
    ),
    covered: coverage(seen.state),
    seenBy: seen.seenBy,
    computedWithout: seen.computedWithout,
    sentence: [headline.computed, ...headline.authors.map(({ text }) => text)].join(' '),
  }
  return { standing, headline }
}
