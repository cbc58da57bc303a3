import type { BodyId } from '@paraph/record'
import type { Seen } from './asking.ts'
import type { CommitmentRecorded } from './commitment.ts'
import { isolated } from './dates.ts'
import { bodiesInWords, reason, wordsIn } from './reason.ts'
import { statedBy } from './statement.ts'
import type { Condition, Reason } from './view/types.ts'

type Given = NonNullable<CommitmentRecorded['conditions']>[number]

/**
 * "As long as …", as its author states it. Until readings are agreed and somebody is named to judge, every condition is *cannot be determined*:
 * nothing is concluded from what anybody says, and nothing that this gives says that anybody did or did not keep to it.
 */
export const conditionOf = (seen: Seen, { words, on, stated }: Given): Condition => {
  const statedByBodies = authors(seen, stated)
  const facts = { on, statedBy: statedByBodies.join(',') }
  const said =
    statedByBodies.length === 0
      ? []
      : [
          reason(
            seen,
            'condition-stated',
            /*i18n*/ { id: 'talks.condition.stated', message: 'Stated by {who}: {words}.' },
            {
              acts: stated,
              facts,
              values: { who: bodiesInWords(seen, statedByBodies), words: isolated(wordsIn(seen, words)) },
            },
          ),
        ]
  const because: readonly Reason[] = [
    ...said,
    reason(
      seen,
      'no-reading-agreed',
      /*i18n*/ { id: 'talks.condition.no-reading', message: 'No reading of this condition has been agreed.' },
      { facts },
    ),
    reason(
      seen,
      'nobody-named-to-judge',
      /*i18n*/ { id: 'talks.condition.no-judge', message: 'Nobody has been named to judge whether it is met.' },
      { facts },
    ),
    reason(seen, 'no-finding', /*i18n*/ { id: 'talks.condition.no-finding', message: 'No finding has been made.' }, { facts }),
  ]
  return { words, on, statedBy: statedByBodies, status: 'cannot-be-determined', because }
}

/** Bodies that state a condition themselves: speakers of statements, doers of other acts. Who is only claimed to have stated it is not among them. */
const authors = ({ state }: Seen, stated: Given['stated']): readonly BodyId[] => {
  const bodies = stated.flatMap((hash): readonly BodyId[] => {
    const filed = state.filed.get(hash)
    if (filed === undefined) return []
    if (filed.mark.type !== 'statement.recorded') return filed.mark.ground?.kind === 'account' ? [] : filed.mark.doers
    const statement = state.statements.all.get(hash)
    const by = statement === undefined ? undefined : statedBy(statement)
    return by === undefined ? [] : [by.body]
  })
  return [...new Set(bodies)]
}
