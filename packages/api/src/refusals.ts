// Longer than 250 lines: every refusal of the host stands here, one after the other, with its status and its sentence.
import type { Json, Refusal } from '@paraph/record'
import type { TalksCode } from '@paraph/talks'
import { z } from 'zod'

/** A sentence by name with its English (ICU), as Lingui extracts it. */
export type Message = { readonly id: string; readonly message: string }

/** What the host itself refuses; what talks refuses is `TalksCode`. */
export type HostCode = keyof typeof HOST_REFUSALS

/** Every code that a problem document may carry: a closed union. */
export type RefusalCode = HostCode | TalksCode

const host = (status: number, title: Message) => ({ status, title })

/** Status and title of each refusal of the host. Titles are ICU messages over the refusal's facts. */
export const HOST_REFUSALS = {
  // the request
  'malformed-json': host(400, /*i18n*/ { id: 'refusal.malformed-json', message: 'This is not JSON.' }),
  schema: host(400, /*i18n*/ { id: 'refusal.schema', message: 'A part is missing, unknown or not of its form.' }),
  'not-found': host(404, /*i18n*/ { id: 'refusal.not-found', message: 'Nothing is at this address.' }),
  'too-large': host(413, /*i18n*/ { id: 'refusal.too-large', message: 'This is larger than may be sent.' }),
  'not-json': host(415, /*i18n*/ { id: 'refusal.not-json', message: 'Only application/json is taken here.' }),
  'foreign-host': host(421, /*i18n*/ { id: 'refusal.foreign-host', message: 'This server does not answer under that name.' }),
  'foreign-page': host(403, /*i18n*/ { id: 'refusal.foreign-page', message: 'Another site’s page may not do this.' }),
  'sign-in-needed': host(401, /*i18n*/ { id: 'refusal.sign-in-needed', message: 'Sign in first.' }),
  'sign-in-link-spent': host(403, /*i18n*/ { id: 'refusal.sign-in-link-spent', message: 'This sign-in link was used, or it is too old.' }),
  'folder-token-needed': host(
    403,
    /*i18n*/ { id: 'refusal.folder-token-needed', message: 'Only a command of whoever keeps the data folder may do this.' },
  ),
  'too-many-streams': host(429, /*i18n*/ { id: 'refusal.too-many-streams', message: 'Too many pages follow at once.' }),
  'too-many-attempts': host(429, /*i18n*/ { id: 'refusal.too-many-attempts', message: 'Too many attempts; wait a while.' }),
  'too-many-log-keys': host(
    429,
    /*i18n*/ { id: 'refusal.too-many-log-keys', message: 'Too many keys were made for processes that were never opened.' },
  ),
  // what is asked for
  'process-unknown': host(404, /*i18n*/ { id: 'refusal.process-unknown', message: 'No such process is here.' }),
  'entry-unknown': host(404, /*i18n*/ { id: 'refusal.entry-unknown', message: 'The record holds no such entry.' }),
  'tile-unknown': host(404, /*i18n*/ { id: 'refusal.tile-unknown', message: 'The record holds no such tile.' }),
  // an act, before the lock
  signature: host(403, /*i18n*/ { id: 'refusal.signature', message: 'The signature does not fit the entry and the key.' }),
  'enrolment-proof': host(403, /*i18n*/ { id: 'refusal.enrolment-proof', message: 'The new key did not sign its own enrolment.' }),
  'key-differs': host(422, /*i18n*/ { id: 'refusal.key-differs', message: 'The key is not the one that the entry names.' }),
  'commitment-does-not-open': host(
    422,
    /*i18n*/ {
      id: 'refusal.commitment-does-not-open',
      message: 'Act and salt do not open the commitment in the entry, made for this record and this body.',
    },
  ),
  'not-founding': host(
    422,
    /*i18n*/ { id: 'refusal.not-founding', message: 'A process begins with process.opened, signed before there is a record.' },
  ),
  'example-key': host(
    422,
    /*i18n*/ { id: 'refusal.example-key', message: 'This key belongs to a published example: everybody has it, so it proves nothing.' },
  ),
  'example-salt': host(
    422,
    /*i18n*/ { id: 'refusal.example-salt', message: 'This salt belongs to a published example: everybody has it. Draw one at random.' },
  ),
  // an act, under the lock
  'log-differs': host(422, /*i18n*/ { id: 'refusal.log-differs', message: 'The entry was signed for another record.' }),
  'commitment-copied': host(
    409,
    /*i18n*/ { id: 'refusal.commitment-copied', message: 'This commitment stands on the record already, in another entry.' },
  ),
  'saw-in-the-future': host(
    409,
    /*i18n*/ { id: 'refusal.saw-in-the-future', message: 'The entry claims to have seen more than the record holds.' },
  ),
  'saw-foreign': host(
    409,
    /*i18n*/ {
      id: 'refusal.saw-foreign',
      message: 'What the signer saw is not this record: somebody was shown another history. Keep what you have.',
    },
  ),
  'at-in-the-future': host(
    422,
    /*i18n*/ { id: 'refusal.at-in-the-future', message: 'The signer’s clock is more than five minutes ahead.' },
  ),
  'log-key-unknown': host(
    422,
    /*i18n*/ { id: 'refusal.log-key-unknown', message: 'The founding act names a log key that this host does not hold.' },
  ),
  'host-name-differs': host(422, /*i18n*/ { id: 'refusal.host-name-differs', message: 'The founding act names another host.' }),
  'log-key-taken': host(409, /*i18n*/ { id: 'refusal.log-key-taken', message: 'Another process has this log key.' }),
  // a source that is captured
  'source-empty': host(422, /*i18n*/ { id: 'refusal.source-empty', message: 'There is nothing in it.' }),
  'media-unread': host(
    415,
    /*i18n*/ { id: 'refusal.media-unread', message: 'Files of this kind are not read: text, HTML, PDF, DOCX and e-mail files are.' },
  ),
  'source-unreadable': host(
    422,
    /*i18n*/ { id: 'refusal.source-unreadable', message: 'The file is not what it claims to be, or a password closes it.' },
  ),
  'source-beyond-limit': host(
    422,
    /*i18n*/ { id: 'refusal.source-beyond-limit', message: 'Reading this takes more than one source is given. Nothing was kept.' },
  ),
  'readings-busy': host(503, /*i18n*/ { id: 'refusal.readings-busy', message: 'Too many sources are being read. Send it again.' }),
  'reading-cancelled': host(408, /*i18n*/ { id: 'refusal.reading-cancelled', message: 'Nobody waits for this reading any more.' }),
  'blob-unknown': host(404, /*i18n*/ { id: 'refusal.blob-unknown', message: 'No such file is held here.' }),
  'source-unknown': host(404, /*i18n*/ { id: 'refusal.source-unknown', message: 'The record holds no such source.' }),
  'address-not-taken': host(
    422,
    /*i18n*/ {
      id: 'refusal.address-not-taken',
      message: 'Only a public address of http or https, without name and password in it, is fetched.',
    },
  ),
  'address-unresolved': host(422, /*i18n*/ { id: 'refusal.address-unresolved', message: 'No machine is known under this address.' }),
  'address-not-public': host(
    422,
    /*i18n*/ {
      id: 'refusal.address-not-public',
      message: 'This address leads into a network that is not public, or to another port than those of the web. It is not fetched.',
    },
  ),
  'fetch-redirects': host(502, /*i18n*/ { id: 'refusal.fetch-redirects', message: 'The address leads on and on.' }),
  'fetch-answered': host(502, /*i18n*/ { id: 'refusal.fetch-answered', message: 'The site gave no page: it answered {status}.' }),
  'fetch-slow': host(504, /*i18n*/ { id: 'refusal.fetch-slow', message: 'The site took too long.' }),
  'fetch-failed': host(502, /*i18n*/ { id: 'refusal.fetch-failed', message: 'The connection to the site failed.' }),
  // the host's own trouble
  busy: host(503, /*i18n*/ { id: 'refusal.busy', message: 'Too many acts are waiting. Nothing was recorded; send it again.' }),
  'disk-full': host(
    507,
    /*i18n*/ { id: 'refusal.disk-full', message: 'The host’s disk is full. Nothing was recorded; send it again once there is room.' },
  ),
  'not-recorded': host(
    503,
    /*i18n*/ { id: 'refusal.not-recorded', message: 'The host could not write. Nothing was recorded; send it again.' },
  ),
  'outcome-unknown': host(
    503,
    /*i18n*/ {
      id: 'refusal.outcome-unknown',
      message: 'The host cannot say whether this was recorded. Send the same entry again: it is recorded once.',
    },
  ),
  'database-damaged': host(
    500,
    /*i18n*/ { id: 'refusal.database-damaged', message: 'The host’s record is damaged; nothing is signed over it.' },
  ),
  'log-key-missing': host(
    503,
    /*i18n*/ {
      id: 'refusal.log-key-missing',
      message: 'This server does not hold the key that signs this record. Nothing was recorded; send it to another one.',
    },
  ),
  'database-unreachable': host(
    503,
    /*i18n*/ {
      id: 'refusal.database-unreachable',
      message: 'The host’s database does not answer. Send it again later: the same entry is recorded once.',
    },
  ),
  closing: host(503, /*i18n*/ { id: 'refusal.closing', message: 'The host is shutting down. Nothing was recorded; send it again later.' }),
  internal: host(500, /*i18n*/ { id: 'refusal.internal', message: 'The host has a fault. What was accepted before is safe.' }),
} as const

/** HTTP status of each refusal of talks; their sentences are talks' own. */
export const TALKS_STATUS: Readonly<Record<TalksCode, number>> = {
  'act-malformed': 422,
  'unknown-type': 422,
  'act-type-differs': 422,
  'act-schema': 422,
  'audience-needs-sealing': 422,
  'key-unknown': 403,
  'key-revoked': 403,
  'key-of-another-body': 403,
  'key-not-solemn': 403,
  'person-needed': 422,
  'person-not-allowed': 422,
  'person-not-this-key': 403,
  'body-unknown': 403,
  'right-not-held': 403,
  'not-ascribable': 422,
  'ascription-not-yours': 403,
  'ascribed-to-itself': 422,
  'own-act-in-reconstruction': 403,
  'reference-unknown': 409,
  'reference-of-another-kind': 422,
  'reference-not-first': 422,
  'process-not-opened': 409,
  'process-already-opened': 409,
  'passkeys-needed': 422,
  'opener-not-listed': 422,
  'token-taken': 409,
  'token-unknown': 409,
  'span-empty': 422,
  'process-closed': 409,
  'already-suspended': 409,
  'not-suspended': 409,
  'already-joined': 409,
  'body-not-listed': 409,
  'already-left': 409,
  'not-left': 409,
  'key-taken': 409,
  'key-not-enrolable': 422,
  superseded: 409,
  'not-yours': 403,
  'own-request': 409,
  'already-answered': 409,
  'no-answer-asked': 409,
  'not-passed-on': 409,
  'too-many-open-requests': 409,
  'round-open-in-track': 409,
  'round-already-opened': 409,
  'round-not-open': 409,
  'closed-before-opened': 409,
  'not-your-side': 403,
  'act-erased': 409,
  'structure-not-erasable': 422,
  'already-published': 409,
  'not-published': 409,
  'embargo-not-over': 409,
  'cannot-answer': 422,
  'owner-not-asked': 422,
  'before-opening': 422,
  'known-begins-at-import': 422,
  'known-beyond-record': 422,
  'not-a-time': 400,
}

/** Media type of a problem document (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json'

/** A refusal as HTTP says it (RFC 9457). `code` and `facts` are the contract; `title` follows `Accept-Language`. */
export const ProblemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  path: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Problem = z.output<typeof ProblemShape>

/** Status of a code; a code that nobody listed is a bug of ours and says so. */
export const statusOf = (code: string): number =>
  Object.hasOwn(HOST_REFUSALS, code)
    ? HOST_REFUSALS[code as HostCode].status
    : Object.hasOwn(TALKS_STATUS, code)
      ? TALKS_STATUS[code as TalksCode]
      : 500

/** The one translation of a refusal to HTTP. `title` is its sentence in the reader's language. */
export const problem = ({ code, path, facts }: Refusal, title: string): Problem & { readonly [key: string]: Json | undefined } => ({
  type: `urn:paraph:refusal:${code}`,
  title,
  status: statusOf(code),
  code,
  ...(path === undefined ? {} : { path }),
  facts: { ...facts },
})
