import { accept, type ProcessId, type Result } from '@paraph/record'
import { type Asking, type Seen, see } from '../asking.ts'
import { recognition } from '../body.ts'
import type { Opened } from '../kind.ts'
import { inOrder, letters, partiesInOrder } from '../order.ts'
import { coverage } from '../process.ts'
import { no, type TalksCode } from '../refusal.ts'
import type { BodyView, ProcessView } from './types.ts'

/** The process and its bodies, as every page's head needs them. Refused as `standing`, and `process-not-opened` without a founding act. */
export const processView = (acts: readonly Opened[], asking: Asking): Result<ProcessView, TalksCode> => {
  const seen = seeFounded(acts, asking)
  return seen.ok ? accept(processOf(seen.value)) : seen
}

/** As `see`, for views that need the founding act. */
export const seeFounded = (acts: readonly Opened[], asking: Asking): Result<Seen, TalksCode> => {
  const seen = see(acts, asking)
  if (!seen.ok || seen.value.state.process.opened !== undefined) return seen
  return { ok: false, refusal: no('process-not-opened') }
}

/** Of a state that holds a founding act. */
export const processOf = (seen: Seen): ProcessView => {
  const { process } = seen.state
  const { act, mark } = process.opened!
  return {
    id: mark.hash.slice(0, 32) as unknown as ProcessId,
    slug: act.slug,
    title: process.title ?? act.title,
    nature: act.nature,
    statusClause: process.statusClause ?? act.statusClause,
    languages: act.languages,
    size: seen.known,
    opened: mark.happened.from,
    lastRecorded: seen.lastRecorded ?? mark.recorded,
    keysArePublic: act.keysArePublic === true,
    bodies: bodiesOf(seen),
    covered: coverage(seen.state),
  }
}

const bodiesOf = ({ state }: Seen): readonly BodyView[] => {
  const parties = partiesInOrder(state)
  const pins = letters(parties)
  return inOrder(state).map(({ id, founding, joined }) => ({
    id,
    roles: founding!.roles,
    names: founding!.names,
    place: parties.indexOf(id) + 1,
    letter: pins.get(id) ?? id,
    notYetRecognisedBy: recognition(state, id).notYetBy,
    joined: joined !== undefined,
  }))
}
