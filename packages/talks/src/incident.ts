import type { EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, refer, referAll, slot } from './account.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { Ref, Words } from './shapes.ts'
import type { State } from './state.ts'

/** An alleged event. What each side says of it are statements `about` it; here stand only title, place and when. */
const Opened = z.strictObject({
  title: Words,
  place: Words.optional(),
  confirmation: Words.optional(),
  sources: z.array(Ref).min(1).max(50),
})
export type IncidentOpened = z.output<typeof Opened>
const SelfReported = z.strictObject({ incident: Ref.optional(), title: Words, words: Words, place: Words.optional() })
export type IncidentSelfReported = z.output<typeof SelfReported>
const Merged = z.strictObject({ incidents: z.array(Ref).min(2).max(50), into: Ref })
const Closed = z.strictObject({ incident: Ref, reason: Words.optional() })

export type Incident = {
  readonly id: EntryHash
  opened: Account<IncidentOpened> | undefined
  readonly selfReported: Account<IncidentSelfReported>[]
  mergedInto: EntryHash | undefined
  closed: Mark | undefined
}
export type IncidentSlice = Map<EntryHash, Incident>
export const beginIncidents = (): IncidentSlice => new Map()
const incidentOf = (state: State, id: EntryHash): Incident =>
  slot(state.incidents, id, () => ({ id, opened: undefined, selfReported: [], mergedInto: undefined, closed: undefined }))

const current = (state: Readonly<State>, id: EntryHash | undefined, path: string) => {
  const incident = id === undefined ? undefined : state.incidents.get(id)
  if (incident?.mergedInto !== undefined) return no('superseded', { status: 'merged' }, path)
  return incident?.closed === undefined ? undefined : no('superseded', { status: 'closed' }, path)
}

const opened = kind({
  type: 'incident.opened',
  noun: 'incident',
  schema: Opened,
  who: { own: ['mechanism', 'secretariat'], recorder: true },
  refers: (act) => referAll('sources', act.sources, 'source'),
  fold: (state, act, mark) => {
    incidentOf(state, mark.hash).opened = { act, mark }
  },
})

const selfReported = kind({
  type: 'incident.self-reported',
  noun: 'incident',
  schema: SelfReported,
  who: { own: ['party'], ascribable: true },
  refers: (act) => refer('incident', act.incident, 'incident'),
  names: (act) => act.incident,
  rule: (state, act) => current(state, act.incident, 'act.incident'),
  fold: (state, act, mark) => {
    incidentOf(state, act.incident ?? mark.hash).selfReported.push({ act, mark })
  },
})

const merged = kind({
  type: 'incident.merged',
  noun: 'incident',
  schema: Merged,
  who: { own: ['mechanism', 'secretariat'], recorder: true },
  refers: (act) => [...referAll('incidents', act.incidents, 'incident'), ...refer('into', act.into, 'incident')],
  rule: (state, act) => {
    for (const [at, incident] of act.incidents.entries()) {
      const why = current(state, incident, `act.incidents[${at}]`)
      if (why !== undefined) return why
    }
    return current(state, act.into, 'act.into')
  },
  fold: (state, act) => {
    for (const incident of act.incidents) if (incident !== act.into) incidentOf(state, incident).mergedInto = act.into
  },
})

const closed = kind({
  type: 'incident.closed',
  noun: 'incident',
  schema: Closed,
  who: { own: ['mechanism', 'secretariat'], recorder: true },
  refers: (act) => refer('incident', act.incident, 'incident'),
  names: (act) => act.incident,
  rule: (state, act) => current(state, act.incident, 'act.incident'),
  fold: (state, act, mark) => {
    const incident = incidentOf(state, act.incident)
    incident.closed ??= mark
  },
})

/** `incident.*`: *alleged* until there is a finding, and findings come later. */
export const incidentKinds = [opened, merged, selfReported, closed]
