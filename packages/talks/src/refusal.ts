import type { Refusal } from '@paraph/record'

/** Every refusal that talks gives: a closed union. What each says stands in `refusal-words.ts`. */
export type TalksCode =
  // the act itself
  | 'act-malformed'
  | 'unknown-type'
  | 'act-type-differs'
  | 'act-schema'
  | 'audience-needs-sealing'
  // its key and its person
  | 'key-unknown'
  | 'key-revoked'
  | 'key-of-another-body'
  | 'key-not-solemn'
  | 'person-needed'
  | 'person-not-allowed'
  | 'person-not-this-key'
  // the right
  | 'body-unknown'
  | 'right-not-held'
  | 'not-ascribable'
  | 'ascription-not-yours'
  | 'ascribed-to-itself'
  | 'own-act-in-reconstruction'
  // references
  | 'reference-unknown'
  | 'reference-of-another-kind'
  | 'reference-not-first'
  // rules
  | 'process-not-opened'
  | 'process-already-opened'
  | 'passkeys-needed'
  | 'opener-not-listed'
  | 'token-taken'
  | 'token-unknown'
  | 'span-empty'
  | 'process-closed'
  | 'already-suspended'
  | 'not-suspended'
  | 'already-joined'
  | 'body-not-listed'
  | 'already-left'
  | 'not-left'
  | 'key-taken'
  | 'key-not-enrolable'
  | 'superseded'
  | 'not-yours'
  | 'own-request'
  | 'already-answered'
  | 'no-answer-asked'
  | 'not-passed-on'
  | 'too-many-open-requests'
  | 'round-open-in-track'
  | 'round-already-opened'
  | 'round-not-open'
  | 'closed-before-opened'
  | 'not-your-side'
  | 'act-erased'
  | 'structure-not-erasable'
  | 'already-published'
  | 'not-published'
  | 'embargo-not-over'
  | 'cannot-answer'
  | 'owner-not-asked'
  // asking for a view
  | 'before-opening'
  | 'known-begins-at-import'
  | 'known-beyond-record'
  | 'not-a-time'

/** A refusal of talks. `path` begins with `act.` where a part of the act is meant. */
export type TalksRefusal = Refusal<TalksCode>

/** A refusal as a bare value, as rules give it. */
export const no = (code: TalksCode, facts: Readonly<Record<string, string | number>> = {}, path?: string): TalksRefusal =>
  path === undefined ? { code, facts } : { code, path, facts }
