import type { BodyId, EntryHash } from '@paraph/record'
import { authorBodies } from './account.ts'
import type { Seen } from './asking.ts'
import { isolated } from './dates.ts'
import { bodiesInWords, reason, wordsIn } from './reason.ts'
import type { Disputed, Row } from './rows.ts'
import type { Words } from './shapes.ts'
import type { Reason } from './view/types.ts'
import type { World } from './world.ts'

/** A row that holds by some accounts only: whose, and whose not. */
export const differing = (seen: Seen, { status, holds, fails, row }: Disputed): Reason => {
  const [one, other] = [authorsOf(seen, holds), authorsOf(seen, fails)]
  return reason(
    seen,
    'accounts-differ',
    /*i18n*/ { id: 'talks.because.accounts-differ', message: 'Disputed between the accounts of {one} and of {other}: whether {what}.' },
    {
      facts: { status, holdsBy: bodiesOf(holds).join(','), failsBy: bodiesOf(fails).join(',') },
      values: { one, other, what: whatIsDisputed(seen, status) },
      acts: hashes(holds, fails, row),
    },
  )
}

const hashes = (holds: readonly World[], fails: readonly World[], row: Row): readonly EntryHash[] => [
  ...new Set([...row.marks, ...holds.flatMap(({ marks }) => marks), ...fails.flatMap(({ marks }) => marks)].map(({ hash }) => hash)),
]
const bodiesOf = (all: readonly World[]): readonly BodyId[] => [
  ...new Set(all.flatMap(({ marks }) => marks.slice(0, 1).flatMap(authorBodies))),
]

const authorsOf = (seen: Seen, all: readonly World[]): string => {
  const bodies = bodiesOf(all)
  if (bodies.length > 0) return bodiesInWords(seen, bodies)
  const of = all[0]?.marks[0]?.ground?.of
  return of === undefined || typeof of === 'string'
    ? seen.say(/*i18n*/ { id: 'talks.because.a-source', message: 'a source' })
    : isolated(wordsIn(seen, of as Words))
}

const whatIsDisputed = ({ say }: Seen, status: string): string =>
  status === 'in-round'
    ? say(/*i18n*/ { id: 'talks.because.whether-open', message: 'a round is open' })
    : status === 'no-result'
      ? say(/*i18n*/ { id: 'talks.because.whether-result', message: 'the last round closed without result' })
      : status === 'deadlock-called'
        ? say(/*i18n*/ { id: 'talks.because.whether-lapsed', message: 'a called deadlock still stands' })
        : say(/*i18n*/ { id: 'talks.because.whether-planned', message: 'an announced round is still to come' })
