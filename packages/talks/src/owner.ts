import type { BodyId, EntryHash } from '@paraph/record'
import { isParty } from './body.ts'
import type { CommuniqueIssued } from './communique.ts'
import type { Filed } from './filed.ts'
import type { State } from './state.ts'
import type { StatementRecorded } from './statement.ts'

/** Whether a body can answer here: it joined, or it was listed with a key. A body of a reconstruction that nobody speaks for cannot. */
export const canAnswer = (state: Readonly<State>, id: BodyId): boolean => {
  const body = state.bodies.get(id)
  return body?.joined !== undefined || (body?.founding?.keys.length ?? 0) > 0
}

/**
 * Whose an act is: of who recorded it, and of whoever of those it is about can answer: its doers, those on whose behalf it was issued, the
 * speaker of a statement. A standing drafted for publication is every party's. Of an act that is not open here only the recorder is known.
 */
export const ownersOf = (state: Readonly<State>, entry: EntryHash): readonly BodyId[] => {
  const filed = state.filed.get(entry)
  if (filed === undefined) return []
  const others = concerned(state, filed).filter((body) => canAnswer(state, body))
  return [...new Set([filed.mark.by, ...others])]
}

const concerned = (state: Readonly<State>, { mark, act }: Filed): readonly BodyId[] => {
  if (mark.type === 'publication.drafted') return [...state.bodies.keys()].filter((body) => isParty(state, body))
  if (typeof act === 'string') return []
  if (mark.type === 'communique.issued') return [...mark.doers, ...(act.open as CommuniqueIssued).onBehalfOf]
  const speaker = mark.type === 'statement.recorded' ? (act.open as StatementRecorded).speaker.body : undefined
  return speaker === undefined ? mark.doers : [...mark.doers, speaker]
}

/** Whether an act is here to be looked at: whose an act is that a reader was not given cannot be said, and is nobody's fault. */
export const isHere = (state: Readonly<State>, entry: EntryHash): boolean => {
  const act = state.filed.get(entry)?.act
  return act !== 'withheld' && act !== 'sealed'
}
