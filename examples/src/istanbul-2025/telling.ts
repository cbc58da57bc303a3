import type { Json } from '@paraph/record'
import type { Draft, Ref } from '../script.ts'
import type { Time } from '../time.ts'

/** Words of our own, in the two languages that the example is written in. */
export type Told = { readonly en: string; readonly ur: string }
export const told = (en: string, ur: string): Told => ({ en, ur })

/** Somebody who speaks: how the record names them, and with what voice they are heard. */
export type SpeakerOf = {
  readonly who: { readonly body?: string; readonly name?: Told; readonly office?: Told }
  readonly voice: 'official' | 'spokesperson' | 'state-media' | 'unnamed-official' | 'outlet'
}

/** What a statement's step says; references are labels of earlier steps. */
export type Saying = {
  readonly event: string
  readonly pair?: string
  readonly when: Time
  readonly speaker: SpeakerOf
  readonly kind: 'assertion' | 'demand' | 'offer' | 'undertaking' | 'refusal' | 'warning' | 'thanks' | 'view-of-anothers-mind'
  readonly form?: 'direct' | 'reported' | 'hearsay' | 'by-continuity'
  readonly words: Told
  /** as the page prints it, in English */
  readonly quoted?: string
  readonly about?: readonly string[]
  /** bodies of which the speaker says what they did, said or think */
  readonly reports?: readonly string[]
  readonly sources: readonly string[]
}

/** A statement that the rapporteur records. */
export const said = (label: string, saying: Saying): Draft => {
  const { event, pair, when, speaker, kind, form = 'reported', words, quoted, about, reports, sources } = saying
  return {
    label,
    events: [event],
    ...(pair === undefined ? {} : { pair }),
    act: (ref) => ({
      type: 'statement.recorded',
      when,
      speaker: speaker.who,
      voice: speaker.voice,
      kind,
      form,
      words,
      ...(quoted === undefined ? {} : { quoted: { language: 'en', text: quoted } }),
      ...(about === undefined ? {} : { about: about.map(ref) }),
      ...(reports === undefined ? {} : { reports }),
      sources: sources.map(ref),
    }),
  }
}

/** Fields of an act, once earlier entries can be named. */
export type Fields = (ref: Ref) => { readonly [field: string]: Json }

/** An act of the rapporteur's own. */
export const recorded = (
  label: string,
  { event, type, when, fields }: { event: string; type: string; when: Time; fields: Fields },
): Draft => ({
  label,
  events: [event],
  act: (ref) => ({ type, when, ...fields(ref) }),
})

/** On what an ascribed act rests. `source` is the label of the step that captured it. */
export type Grounding = { readonly kind: 'published-original' | 'account'; readonly of?: string | Told; readonly source: string }

/** They speak themselves in the source. */
export const ownWord = (source: string): Grounding => ({ kind: 'published-original', source })

/** It is somebody's account: a body's, or that of somebody who is no body here. */
export const account = (of: string | Told, source: string): Grounding => ({ kind: 'account', of, source })

/** An act that the rapporteur records of the bodies that did it. */
export const ascribed = (
  label: string,
  act: { event: string; type: string; when: Time; to: readonly string[]; ground: Grounding; fields: Fields },
): Draft => ({
  label,
  events: [act.event],
  act: (ref) => ({
    type: act.type,
    when: act.when,
    ascribed: { to: act.to, ground: { ...act.ground, source: ref(act.ground.source) } },
    ...act.fields(ref),
  }),
})
