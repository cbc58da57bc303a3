import type { Message } from './message.ts'
import type { TalksCode } from './refusal.ts'

// Longer than 250 lines: one message per refusal of the closed union, so that none can be without one.

/** What each refusal says, with its facts as places. Words given by people are isolated. */
export const refusalWords: Readonly<Record<TalksCode, Message>> = {
  'act-malformed': /*i18n*/ { id: 'refusal.act-malformed', message: 'This is not an act: an object with a type is needed.' },
  'unknown-type': /*i18n*/ { id: 'refusal.unknown-type', message: 'This version knows no act of the type \u2068{type}\u2069.' },
  'act-type-differs': /*i18n*/ {
    id: 'refusal.act-type-differs',
    message: 'The entry says \u2068{entry}\u2069, the act says \u2068{act}\u2069.',
  },
  'act-schema': /*i18n*/ {
    id: 'refusal.act-schema',
    message: 'The act \u2068{type}\u2069 does not have the form that it must have (\u2068{problem}\u2069).',
  },
  'audience-needs-sealing': /*i18n*/ {
    id: 'refusal.audience-needs-sealing',
    message: 'Only acts for everybody in the process can be recorded yet; \u2068{type}\u2069 for a narrower circle needs sealed rooms.',
  },
  'key-unknown': /*i18n*/ { id: 'refusal.key-unknown', message: 'This key is not enrolled in the process.' },
  'key-revoked': /*i18n*/ { id: 'refusal.key-revoked', message: 'This key was revoked.' },
  'key-of-another-body': /*i18n*/ { id: 'refusal.key-of-another-body', message: 'This key is not a key of \u2068{by}\u2069.' },
  'key-not-solemn': /*i18n*/ {
    id: 'refusal.key-not-solemn',
    message: '\u2068{type}\u2069 is a solemn act; a key of the kind \u2068{kind}\u2069 may not sign it here.',
  },
  'key-taken': /*i18n*/ { id: 'refusal.key-taken', message: 'This key is enrolled already.' },
  'key-not-enrolable': /*i18n*/ { id: 'refusal.key-not-enrolable', message: 'This key may not be enrolled (\u2068{why}\u2069).' },
  'person-needed': /*i18n*/ {
    id: 'refusal.person-needed',
    message: '\u2068{type}\u2069 is a solemn act and names the person who does it.',
  },
  'person-not-allowed': /*i18n*/ {
    id: 'refusal.person-not-allowed',
    message: '\u2068{type}\u2069 is an everyday act: a body speaks, no person is named.',
  },
  'person-not-this-key': /*i18n*/ { id: 'refusal.person-not-this-key', message: 'The key that signs is not that of \u2068{person}\u2069.' },
  'body-unknown': /*i18n*/ { id: 'refusal.body-unknown', message: '\u2068{body}\u2069 is no body of this process.' },
  'right-not-held': /*i18n*/ { id: 'refusal.right-not-held', message: '\u2068{body}\u2069 has no role that may do \u2068{type}\u2069.' },
  'not-ascribable': /*i18n*/ {
    id: 'refusal.not-ascribable',
    message: '\u2068{type}\u2069 can be done only by a body itself, not recorded of another.',
  },
  'ascription-not-yours': /*i18n*/ {
    id: 'refusal.ascription-not-yours',
    message: 'Only secretariat or rapporteur may record \u2068{type}\u2069 of another body; \u2068{body}\u2069 is neither.',
  },
  'ascribed-to-itself': /*i18n*/ { id: 'refusal.ascribed-to-itself', message: '\u2068{body}\u2069 records its own acts as its own.' },
  'own-act-in-reconstruction': /*i18n*/ {
    id: 'refusal.own-act-in-reconstruction',
    message: 'In a reconstruction nobody acts: \u2068{body}\u2069 may not do \u2068{type}\u2069 as its own act.',
  },
  'reference-unknown': /*i18n*/ { id: 'refusal.reference-unknown', message: 'No entry before this one is called \u2068{to}\u2069.' },
  'reference-of-another-kind': /*i18n*/ {
    id: 'refusal.reference-of-another-kind',
    message: 'The entry that is referred to is of another kind than \u2068{wanted}\u2069.',
  },
  'reference-not-first': /*i18n*/ {
    id: 'refusal.reference-not-first',
    message: 'The thing is called by the first entry that names it: \u2068{first}\u2069.',
  },
  'process-not-opened': /*i18n*/ {
    id: 'refusal.process-not-opened',
    message: 'The process has not been opened: its founding act comes first.',
  },
  'process-already-opened': /*i18n*/ { id: 'refusal.process-already-opened', message: 'The process has been opened already.' },
  'passkeys-needed': /*i18n*/ {
    id: 'refusal.passkeys-needed',
    message: 'A real process needs passkeys for solemn acts; with device keys it can only be an exercise or a reconstruction.',
  },
  'opener-not-listed': /*i18n*/ {
    id: 'refusal.opener-not-listed',
    message: '\u2068{body}\u2069 opens the process and is not listed among its bodies.',
  },
  'token-taken': /*i18n*/ { id: 'refusal.token-taken', message: '\u2068{token}\u2069 is taken already in this process.' },
  'token-unknown': /*i18n*/ { id: 'refusal.token-unknown', message: '\u2068{token}\u2069 has not been brought by any act before.' },
  'span-empty': /*i18n*/ { id: 'refusal.span-empty', message: 'The end is not after the beginning.' },
  'process-closed': /*i18n*/ { id: 'refusal.process-closed', message: 'The process is closed.' },
  'already-suspended': /*i18n*/ { id: 'refusal.already-suspended', message: 'The process is suspended already.' },
  'not-suspended': /*i18n*/ { id: 'refusal.not-suspended', message: 'The process is not suspended.' },
  'already-joined': /*i18n*/ { id: 'refusal.already-joined', message: '\u2068{body}\u2069 has joined already.' },
  'body-not-listed': /*i18n*/ {
    id: 'refusal.body-not-listed',
    message: '\u2068{body}\u2069 is not listed in the process, so it cannot join.',
  },
  'already-left': /*i18n*/ { id: 'refusal.already-left', message: '\u2068{body}\u2069 has left already.' },
  'not-left': /*i18n*/ { id: 'refusal.not-left', message: '\u2068{body}\u2069 has not left.' },
  superseded: /*i18n*/ { id: 'refusal.superseded', message: 'What this act answers is no longer current.' },
  'not-yours': /*i18n*/ { id: 'refusal.not-yours', message: 'This is for \u2068{body}\u2069 to do, not for \u2068{by}\u2069.' },
  'own-request': /*i18n*/ { id: 'refusal.own-request', message: '\u2068{body}\u2069 cannot answer what it asked or put itself.' },
  'already-answered': /*i18n*/ { id: 'refusal.already-answered', message: '\u2068{body}\u2069 has answered already.' },
  'no-answer-asked': /*i18n*/ { id: 'refusal.no-answer-asked', message: 'An entry of the type \u2068{type}\u2069 asks for no consent.' },
  'not-passed-on': /*i18n*/ { id: 'refusal.not-passed-on', message: 'The mediators have not passed the request on.' },
  'too-many-open-requests': /*i18n*/ {
    id: 'refusal.too-many-open-requests',
    message: 'The ground rules allow {limit, plural, one {# open request} other {# open requests}} at a time.',
  },
  'round-open-in-track': /*i18n*/ { id: 'refusal.round-open-in-track', message: 'A round is open in this track at that time.' },
  'round-already-opened': /*i18n*/ { id: 'refusal.round-already-opened', message: 'This round has been opened.' },
  'round-not-open': /*i18n*/ { id: 'refusal.round-not-open', message: 'This round has not been opened.' },
  'closed-before-opened': /*i18n*/ { id: 'refusal.closed-before-opened', message: 'A round cannot close before it opens.' },
  'not-your-side': /*i18n*/ {
    id: 'refusal.not-your-side',
    message: 'A body records statements of its own side only; this one is of \u2068{body}\u2069, not of \u2068{by}\u2069.',
  },
  'act-erased': /*i18n*/ { id: 'refusal.act-erased', message: 'What is meant has been erased: \u2068{act}\u2069.' },
  'structure-not-erasable': /*i18n*/ {
    id: 'refusal.structure-not-erasable',
    message: 'An act of the type \u2068{type}\u2069 carries the record itself and cannot be erased.',
  },
  'already-published': /*i18n*/ { id: 'refusal.already-published', message: 'This is published already: \u2068{act}\u2069.' },
  'not-published': /*i18n*/ { id: 'refusal.not-published', message: 'Nobody has decided to publish this: \u2068{act}\u2069.' },
  'embargo-not-over': /*i18n*/ {
    id: 'refusal.embargo-not-over',
    message: 'This is under embargo until \u2068{until}\u2069 and cannot be published before: \u2068{act}\u2069.',
  },
  'cannot-answer': /*i18n*/ {
    id: 'refusal.cannot-answer',
    message: '\u2068{body}\u2069 has not joined and holds no key here, so it cannot answer.',
  },
  'owner-not-asked': /*i18n*/ {
    id: 'refusal.owner-not-asked',
    message: 'This is also for \u2068{body}\u2069 to agree to: it must be among those who are asked.',
  },
  'before-opening': /*i18n*/ { id: 'refusal.before-opening', message: 'The process was opened later than this moment.' },
  'known-begins-at-import': /*i18n*/ {
    id: 'refusal.known-begins-at-import',
    message: 'This is a reconstruction: what was known when begins only with its making, so only what happened can be asked for.',
  },
  'known-beyond-record': /*i18n*/ {
    id: 'refusal.known-beyond-record',
    message: 'The record holds {size, plural, one {# entry} other {# entries}}, not {known}.',
  },
  'not-a-time': /*i18n*/ { id: 'refusal.not-a-time', message: '“\u2068{given}\u2069” is no date and no moment in UTC.' },
}
