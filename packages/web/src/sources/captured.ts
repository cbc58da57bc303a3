import type { Span } from '../process/seen.ts'

/** Something seen while a source was read: a stray mark, an override of direction, a second encoding. `start`, `end`: where in the text. */
export type Note = {
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly start?: number
  readonly end?: number
}
/** A source as a person reads it: what the host found in its bytes. Nothing of it is believed before a person says so. */
export type Reading = {
  readonly media: string
  readonly text: string
  readonly title?: string
  readonly publisher?: string
  readonly language?: string
  readonly published?: Span & { readonly how: 'printed' | 'in-address' | 'by-content' }
  readonly origin?: { readonly name: string; readonly because: string }
  readonly notes: readonly Note[]
}
/** A statement that a rule found in the text: what was seen and by which rule. `start`, `end`: UTF-16 offsets. */
export type Suggestion = {
  readonly speaker: string | null
  readonly office: string | null
  readonly kind: 'direct' | 'reported' | 'hearsay' | 'by-continuity'
  readonly words: string
  readonly start: number
  readonly end: number
  readonly cue: { readonly text: string; readonly start: number; readonly end: number; readonly rule: string }
  readonly date: { readonly from: string; readonly until: string; readonly as: string } | null
  readonly act: string
}
/** A rule of attribution that the text itself lays down. */
export type AttributionRule = {
  readonly code: string
  readonly words: string
  readonly start: number
  readonly end: number
  readonly speaker?: string
}
/** What the host answers to a capture, and to asking for the text of a source that it holds. */
export type Captured = {
  readonly snapshot: { readonly hash: string; readonly media: string; readonly size: number }
  readonly address: string | null
  readonly reading: Reading
  readonly suggestions: readonly Suggestion[]
  readonly rules: readonly AttributionRule[]
}
