import type { EntryHash } from '@paraph/record'
import type { Seen } from '../asking.ts'
import { actRef } from '../duties.ts'
import { statedBy, type Statement } from '../statement.ts'
import type { Saying } from './types.ts'

/** A statement as pages show it. What no act records yet (a statement met by a reference alone) has none. */
export const sayingOf = (seen: Seen, statement: Statement): Saying | undefined => {
  if (statement.recorded === undefined) return undefined
  const { act, mark } = statement.recorded
  return {
    act: actRef(seen, mark),
    body: act.speaker.body ?? null,
    speaker: { name: act.speaker.name, office: act.speaker.office },
    voice: act.voice,
    kind: act.kind,
    form: act.form,
    firmness: firmness(statement),
    words: act.words,
    quoted: act.quoted,
    when: mark.happened,
    sources: act.sources,
    about: act.about ?? [],
    reports: act.reports ?? [],
    disputedBy: statement.disputed.flatMap(({ act: { words }, mark: disputed }) =>
      disputed.doers.map((body) => ({ body, words, act: actRef(seen, disputed) })),
    ),
    withdrawn: statement.withdrawn !== undefined,
    place: act.place,
  }
}

/** Stated by its speaker's body; claimed where somebody else says what was said; reported where no body speaks itself. */
const firmness = (statement: Statement): Saying['firmness'] => {
  if (statedBy(statement) !== undefined) return 'stated'
  const form = statement.recorded!.act.form
  return form === 'hearsay' || form === 'by-continuity' ? 'claimed' : 'reported'
}

/** Statements by their ids, in the order of (from, index). */
export const sayingsOf = (seen: Seen, ids: Iterable<EntryHash>): readonly Saying[] =>
  [...ids].map((id) => sayingOf(seen, seen.state.statements.all.get(id)!)).filter((saying) => saying !== undefined)
