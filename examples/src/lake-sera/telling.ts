import type { Json } from '@paraph/record'
import type { PublicKeyOf, Ref, Step } from '../script.ts'
import type { Time } from '../time.ts'
import { cast, type Role } from './cast.ts'
import type { Told } from './told.ts'

/** Fields of an act, once earlier entries and keys can be named. */
export type Fields = (ref: Ref, publicKeyOf: PublicKeyOf) => { readonly [field: string]: Json }

/** A step before the chapter's clock: who does it, and whether solemnly. */
export type Line = Omit<Step, 'recorded'>

const line = (as: Role, label: string, type: string, fields: Fields): Line => ({
  label,
  key: as,
  by: cast[as].body,
  events: [],
  act: (ref, publicKeyOf) => ({ type, ...fields(ref, publicKeyOf) }),
})

/** An everyday act: it names a body and no person. */
export const does = (as: Role, label: string, type: string, fields: Fields = () => ({})): Line => line(as, label, type, fields)

/** A solemn act: the person whose key it is stands on it. */
export const solemnly = (as: Role, label: string, type: string, fields: Fields): Line => ({
  ...line(as, label, type, fields),
  person: cast[as].member,
})

/** Somebody who speaks, as a statement names them. */
export type SpeakerOf = { readonly who: { readonly body?: string; readonly name?: Told; readonly office?: Told }; readonly voice: string }

/** A player of the cast who speaks in office. */
export const spokenBy = (role: Role): SpeakerOf => ({
  who: { body: cast[role].body, name: cast[role].name, office: cast[role].office },
  voice: 'official',
})

/** What a statement says; `about` and `sources` are labels of earlier steps. */
export type Saying = {
  readonly pair?: string
  readonly when: Time
  readonly speaker: SpeakerOf
  readonly kind: 'assertion' | 'demand' | 'offer' | 'undertaking' | 'refusal' | 'warning' | 'thanks' | 'view-of-anothers-mind'
  readonly form?: 'direct' | 'reported' | 'hearsay' | 'by-continuity'
  readonly words: Told
  /** as spoken, in English */
  readonly quoted?: string
  readonly about: readonly string[]
  /** bodies of which the speaker says what they did, said or think */
  readonly reports?: readonly string[]
  readonly sources: readonly string[]
}

/** A statement on the record: by the secretariat of anybody, by a body of its own side alone. */
export const said = (as: Role, label: string, saying: Saying): Line => {
  const { pair, when, speaker, kind, form = 'reported', words, quoted, about, reports, sources } = saying
  return {
    ...line(as, label, 'statement.recorded', (ref) => ({
      when,
      speaker: speaker.who,
      voice: speaker.voice,
      kind,
      form,
      words,
      ...(quoted === undefined ? {} : { quoted: { language: 'en', text: quoted } }),
      about: about.map(ref),
      ...(reports === undefined ? {} : { reports }),
      sources: sources.map(ref),
    })),
    ...(pair === undefined ? {} : { pair }),
  }
}

/** A source that somebody captured. It has no address: no such page exists. */
export const source = (
  as: Role,
  label: string,
  { publisher, voice, published, note }: { publisher: string; voice: string; published: Time; note?: Told },
): Line =>
  line(as, label, 'source.captured', () => ({
    publisher,
    voice,
    language: 'en',
    published,
    dated: 'printed',
    ...(note === undefined ? {} : { note }),
  }))

/** What a party holds on an issue, tabled by its head. */
export const stands = (
  as: Role,
  label: string,
  { pair, issue, kind, words }: { pair: string; issue: string; kind: 'demand' | 'offer' | 'explanation' | 'refusal'; words: Told },
): Line => ({ ...line(as, label, 'position.tabled', (ref) => ({ issue: ref(issue), kind, words })), pair })

/** What it holds now in the place of what it tabled. `of` is the label of the first tabling. */
export const standsNow = (
  as: Role,
  label: string,
  { pair, of, kind, words }: { pair: string; of: string; kind: 'demand' | 'offer' | 'explanation' | 'refusal'; words: Told },
): Line => ({ ...line(as, label, 'position.revised', (ref) => ({ position: ref(of), kind, words })), pair })

/** A step of a paper's custody. `paper` is the label of its handing over. */
export const moves = (as: Role, verb: 'received' | 'returned' | 'withdrawn' | 'tabled', paper: string): Line =>
  line(as, `${paper}/${verb}/${cast[as].body}`, `paper.${verb}`, (ref) => ({ paper: ref(paper) }))

/** The mediator passes a paper on. */
export const passesOn = (paper: string, to: readonly string[]): Line =>
  line('C/mediator', `${paper}/passed-on`, 'paper.passed-on', (ref) => ({ paper: ref(paper), to }))

/** Ms between two acts of one sitting. */
const STEP = 7 * 60_000

/** Acts of one sitting, from `start` (`YYYY-MM-DDTHH:MM`, UTC) on, in the order told. */
export const sitting = (start: string, lines: readonly Line[]): readonly Step[] =>
  lines.map((one, at) => ({ ...one, recorded: new Date(Date.parse(`${start}:00.000Z`) + at * STEP).toISOString() }))
