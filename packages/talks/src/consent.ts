import type { BodyId, EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, refer, slot } from './account.ts'
import { isParty, joinedParties } from './body.ts'
import { kind, type Mark } from './kind.ts'
import { askedToPublish, takenBack } from './publication.ts'
import { no, type TalksRefusal } from './refusal.ts'
import { Ref, Words } from './shapes.ts'
import type { State } from './state.ts'

const Given = z.strictObject({ to: Ref })
const Withheld = z.strictObject({ to: Ref, reason: Words.optional() })
export type ConsentWithheld = z.output<typeof Withheld>

/** Answers to one joint act. A consent once given stands: nobody takes it back by withholding later. */
export type Consents = { readonly given: Map<BodyId, Mark>; readonly withheld: Map<BodyId, Account<ConsentWithheld>> }
export type ConsentSlice = Map<EntryHash, Consents>
export const beginConsents = (): ConsentSlice => new Map()
const begin = (): Consents => ({ given: new Map(), withheld: new Map() })

/** Bodies whose answer an entry asks for; undefined where it asks for none. */
export const bodiesAsked = (state: Readonly<State>, to: EntryHash): readonly BodyId[] | undefined => {
  const filed = state.filed.get(to)
  if (filed === undefined) return undefined
  switch (filed.mark.type) {
    case 'process.amended':
    case 'body.joined':
      return joinedParties(state, filed.mark.index)
    case 'communique.issued':
      return state.communiques.get(filed.names)?.issued.find(({ mark }) => mark.hash === to)?.act.onBehalfOf
    case 'publication.decided':
      return someOf(state.publications.all.get(to), (act) => askedToPublish(act))
    case 'erasure.made':
      return someOf(state.erasures.all.get(to), (act) => act.asks ?? [])
    case 'communique.agreed':
    case 'communique.drafted':
      return [...state.bodies.keys()].filter((body) => isParty(state, body))
    default:
      return undefined
  }
}

/** Whom a joint act asks; undefined where that is nobody. */
const someOf = <Act>(joint: Account<Act> | undefined, asks: (act: Act) => readonly BodyId[]): readonly BodyId[] | undefined => {
  const bodies = joint === undefined ? [] : asks(joint.act)
  return bodies.length === 0 ? undefined : bodies
}

/** Whether something later has taken the place of what is answered. */
export const overtaken = (state: Readonly<State>, to: EntryHash): boolean => {
  const filed = state.filed.get(to)!
  if (filed.mark.type === 'process.amended') {
    return [...state.process.amendments.values()].some(({ inEffect, mark }) => inEffect && mark.index > filed.mark.index)
  }
  if (filed.mark.type === 'publication.decided') return takenBack(state, to)
  if (filed.mark.type === 'communique.drafted') return (state.communiques.get(filed.names)?.issued.length ?? 0) > 0
  return false
}

const answerRefused = (state: Readonly<State>, to: EntryHash, mark: Pick<Mark, 'by'>): TalksRefusal | undefined => {
  const bodies = bodiesAsked(state, to)
  if (bodies === undefined) return no('no-answer-asked', { type: state.filed.get(to)?.mark.type ?? '' }, 'act.to')
  if (state.filed.get(to)!.mark.doers.includes(mark.by)) return no('own-request', { body: mark.by }, 'act.to')
  if (!bodies.includes(mark.by)) return no('not-yours', { body: mark.by, by: mark.by }, 'act.to')
  if (overtaken(state, to)) return no('superseded', { type: state.filed.get(to)!.mark.type }, 'act.to')
  return state.consents.get(to)?.given.has(mark.by) ? no('already-answered', { body: mark.by }, 'act.to') : undefined
}

/** Whether an entry waits for the consent of a body. One that withheld it may still give it. */
export const waitsFor = (state: Readonly<State>, to: EntryHash, by: BodyId): boolean => answerRefused(state, to, { by }) === undefined

const who = { own: ['party', 'mediator', 'secretariat', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'] } as const

const given = kind({
  type: 'consent.given',
  noun: 'consent',
  schema: Given,
  who,
  solemn: true,
  structure: true,
  framesTime: true,
  refers: (act) => refer('to', act.to),
  rule: (state, act, mark) => answerRefused(state, act.to, mark),
  fold: (state, act, mark) => {
    const { given: those } = slot(state.consents, act.to, begin)
    if (!those.has(mark.by)) those.set(mark.by, mark)
  },
})

const withheld = kind({
  type: 'consent.withheld',
  noun: 'consent',
  schema: Withheld,
  who,
  structure: true,
  framesTime: true,
  refers: (act) => refer('to', act.to),
  rule: (state, act, mark) => answerRefused(state, act.to, mark),
  fold: (state, act, mark) => {
    slot(state.consents, act.to, begin).withheld.set(mark.by, { act, mark })
  },
})

/** `consent.*`: the one mechanism by which a joint act takes effect. */
export const consentKinds = [given, withheld]
