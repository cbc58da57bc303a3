/** What a speaker does by saying it; the words of `statement.recorded` (its field `kind`). */
export type SpeechAct = 'assertion' | 'demand' | 'offer' | 'undertaking' | 'refusal' | 'warning' | 'thanks' | 'view-of-anothers-mind'

/** How the words reach us; the words of `statement.recorded` (its field `form`). */
export type SpeechForm = 'direct' | 'reported' | 'hearsay' | 'by-continuity'

/** Half-open, in UTF-16 units of the text that was given. */
export type Place = { readonly start: number; readonly end: number }

/** The words that made us suggest, and the name of the rule (docs/statements.md lists them). */
export type Cue = Place & { readonly text: string; readonly rule: string }

/** When it was said, `[from, until)` in UTC; `as` keeps the source's words, from which it is known. */
export type SaidWhen = { readonly from: string; readonly until: string; readonly as: string }

/**
 * A statement that somebody may find in a text. It is a suggestion: a person accepts, corrects or refuses it. `speaker` is a name (of a person or a
 * body), `office` what the text calls them; one of them is null where the text gives the other alone, both where the speaker cannot be told.
 */
export type Suggestion = Place & {
  readonly speaker: string | null
  readonly office: string | null
  readonly kind: SpeechForm
  /** the text at its place, unchanged */
  readonly words: string
  readonly cue: Cue
  readonly date: SaidWhen | null
  readonly act: SpeechAct
}

/** How what follows may be used, as the text itself says. */
export type AttributionCode =
  | 'embargo'
  | 'senior-official'
  | 'not-for-attribution'
  | 'off-the-record'
  | 'background'
  | 'chatham-house'
  | 'marked-secret'

/** A rule of attribution that the text lays down, where it does so; `speaker` is whom the words may be attributed to. */
export type AttributionRule = Place & { readonly code: AttributionCode; readonly words: string; readonly speaker?: string }

/** `read`: UTF-16 units that were looked at; less than the text's length where a limit was met. */
export type Suggestions = { readonly suggestions: readonly Suggestion[]; readonly rules: readonly AttributionRule[]; readonly read: number }

/** UTF-16 units of a text that are looked at. A book of a thousand pages has about three million. */
export const TEXT_LIMIT = 8 * 1024 * 1024
/** UTF-16 units of a sentence; what is longer is no sentence and is passed over. An act's words are limited alike. */
export const SENTENCE_LIMIT = 4_000
/** Suggestions of one text: nobody accepts more one by one. */
export const SUGGESTIONS_LIMIT = 10_000
/** Names that a caller may give, and UTF-16 units of one. */
export const NAMES_LIMIT = 1_000
export const NAME_LIMIT = 300
