// Longer than 250 lines: every route stands here, one after the other.
import {
  ASSURANCES_LIMIT,
  COMMUNIQUES_LIMIT,
  DISPUTES_LIMIT,
  EVENTS_LIMIT,
  PAPERS_LIMIT,
  SOURCE_ROWS_LIMIT,
  SOURCES_LIMIT,
} from '@paraph/talks'
import { z } from 'zod'
import { CapturedShape, CaptureShape } from './captures.ts'
import { BODY_LIMIT, ENTRIES_DEFAULT, ENTRIES_LIMIT, ROWS_DEFAULT, ROWS_LIMIT } from './limits.ts'
import { AnyJson, CountText, HashText, list, ProcessIdText, ProcessRef, TimeText, TokenText } from './parts.ts'
import { AssurancesShape, CommuniquesShape, PapersShape } from './paper-views.ts'
import type { RefusalCode } from './refusals.ts'
import { DisputesShape, SourcePageShape, SourcesShape } from './source-views.ts'
import { StandingShape } from './standing.ts'
import { ActAnswer, EntriesShape, HostKeyShape, ReceiptShape, SubmissionShape } from './submission.ts'
import { ActRowShape, CommitmentsShape, OverviewShape, ProcessShape, StatementsShape, TimelineShape } from './views.ts'

/** Who gets an answer. `reader`: whoever is signed in, and for a process whose keys are public everybody. `signer`: the act's signature decides. */
export type Access = 'open' | 'reader' | 'signed-in' | 'signer'

/** What a route gives under one status: a JSON document of a schema, or another media type as it is. */
export type Answer = { readonly says: string; readonly type: string; readonly schema?: z.ZodType }

/** A path's or a query's parameters: all texts. */
export type Parameters = z.ZodObject<z.ZodRawShape>

/** One route as data: what the server serves, the client calls, and the OpenAPI document describes. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** with parameters as `{name}`; `{path}` takes the rest with its slashes */
  readonly path: string
  readonly says: string
  readonly access: Access
  readonly params?: Parameters
  readonly query?: Parameters
  readonly body?: z.ZodType
  /** whether anything but JSON is taken as a file, with its content type */
  readonly uploads?: true
  readonly answers: Readonly<Record<number, Answer>>
  /** what it may refuse beyond `EVERYWHERE` */
  readonly refusals: readonly RefusalCode[]
  /** where a changed answer has a changed ETag */
  readonly tagged?: true
  /** a request and its answer, shown in the OpenAPI document */
  readonly example?: { readonly address: string }
}

/** Refusals that any route may give. */
export const EVERYWHERE: readonly RefusalCode[] = ['schema', 'foreign-host', 'internal', 'closing', 'database-unreachable']

const json = (says: string, schema: z.ZodType): Answer => ({ says, type: 'application/json', schema })
const text = (says: string, type = 'text/plain; charset=utf-8'): Answer => ({ says, type })
const none = (says: string): Answer => ({ says, type: '' })
const changed = { 304: none('nothing has changed since the ETag that was sent') }

const OfProcess = z.object({ ref: ProcessRef })
const OfAct = z.object({ ref: ProcessRef, hash: HashText })
const Moment = z.object({ at: TimeText.optional(), known: z.string().min(1).max(40).optional() })
const Part = { first: CountText.optional(), limit: CountText.optional() }
const EventsPart = Moment.extend({ ...Part, until: TimeText.optional() })
const RowsPart = Moment.extend({ ...Part, by: TokenText.optional(), act: HashText.optional() })
const READ: readonly RefusalCode[] = ['process-unknown', 'database-damaged']
const ASKED: readonly RefusalCode[] = [...READ, 'not-a-time', 'before-opening', 'known-begins-at-import', 'known-beyond-record']
const FILED: readonly RefusalCode[] = [
  'malformed-json',
  'not-json',
  'too-large',
  'example-key',
  'example-salt',
  'key-differs',
  'commitment-does-not-open',
  'signature',
  'at-in-the-future',
  'busy',
  'disk-full',
  'not-recorded',
  'outcome-unknown',
  'database-damaged',
  'log-key-missing',
]

const READ_SOURCE: readonly RefusalCode[] = [
  'media-unread',
  'source-unreadable',
  'source-beyond-limit',
  'readings-busy',
  'reading-cancelled',
]

type Paged = { readonly says: string; readonly query: typeof EventsPart | typeof RowsPart; readonly example: string }
const view = (name: string, says: string, { schema, paged }: { schema: z.ZodType; paged?: Paged }): Route => ({
  method: 'GET',
  path: `/api/v1/processes/{ref}/${name}`,
  says: `${says} as of \`at\` (a date means its end, 24:00 UTC; an instant with its zone) as far as \`known\` (a size, or a time that \`recorded\` turns into one).${paged === undefined ? '' : ` ${paged.says}`}`,
  access: 'reader',
  params: OfProcess,
  query: paged?.query ?? Moment,
  answers: { 200: json(says, schema), ...changed },
  refusals: ASKED,
  tagged: true,
  example: { address: `/api/v1/processes/istanbul-2025/${name}?at=2025-11-10${paged === undefined ? '' : `&${paged.example}`}` },
})

/** Every route by its name. */
export const routes = {
  processes: {
    method: 'GET',
    path: '/api/v1/processes',
    says: 'The processes that this reader may see.',
    access: 'open',
    answers: { 200: json('processes in the order of their opening', z.object({ processes: list(ProcessShape) })), ...changed },
    refusals: [],
    tagged: true,
  },
  makeLogKey: {
    method: 'POST',
    path: '/api/v1/host-keys',
    says: 'Makes the log key of a process to be opened. Its secret stays with the host; name and public key go into entry 0.',
    access: 'signed-in',
    answers: { 201: json('the host’s name and the raw public key', HostKeyShape) },
    refusals: ['sign-in-needed', 'foreign-page', 'too-many-log-keys', 'disk-full', 'not-recorded'],
  },
  open: {
    method: 'POST',
    path: '/api/v1/processes',
    says: 'Opens a process with its entry 0. The same entry again is answered with its receipt.',
    access: 'signed-in',
    body: SubmissionShape,
    answers: { 201: json('opened', ReceiptShape), 200: json('was opened before', ReceiptShape) },
    refusals: [
      ...FILED,
      'sign-in-needed',
      'foreign-page',
      'not-founding',
      'log-key-unknown',
      'log-key-taken',
      'host-name-differs',
      'saw-foreign',
    ],
  },
  process: {
    method: 'GET',
    path: '/api/v1/processes/{ref}',
    says: 'One process: its bodies, its title, how far its record goes.',
    access: 'reader',
    params: OfProcess,
    answers: { 200: json('the process', ProcessShape), ...changed },
    refusals: READ,
    tagged: true,
    example: { address: '/api/v1/processes/istanbul-2025' },
  },
  submit: {
    method: 'POST',
    path: '/api/v1/processes/{ref}/entries',
    says: `Appends a signed act (at most ${BODY_LIMIT} bytes with all around it). The same entry again is answered with its receipt, so a retry is safe.`,
    access: 'signer',
    params: OfProcess,
    body: SubmissionShape,
    answers: { 201: json('recorded', ReceiptShape), 200: json('was recorded before', ReceiptShape) },
    refusals: [
      ...FILED,
      'process-unknown',
      'foreign-page',
      'log-differs',
      'commitment-copied',
      'saw-in-the-future',
      'saw-foreign',
      'enrolment-proof',
      'key-unknown',
      'key-revoked',
      'superseded',
    ],
  },
  entries: {
    method: 'GET',
    path: '/api/v1/processes/{ref}/entries',
    says: `Leaves and acts in order, at most ${ENTRIES_LIMIT} (${ENTRIES_DEFAULT} unless told).`,
    access: 'reader',
    params: OfProcess,
    query: z.object({ from: CountText.optional(), limit: CountText.optional() }),
    answers: { 200: json('a page', EntriesShape), ...changed },
    refusals: READ,
    tagged: true,
  },
  rows: {
    method: 'GET',
    path: '/api/v1/processes/{ref}/rows',
    says: `Acts as a page shows them, newest first, at most ${ROWS_LIMIT} (${ROWS_DEFAULT} unless told), of index < \`before\`.`,
    access: 'reader',
    params: OfProcess,
    query: z.object({ before: CountText.optional(), limit: CountText.optional() }),
    answers: { 200: json('rows', z.object({ rows: list(ActRowShape), next: z.int().min(0).nullable() })), ...changed },
    refusals: READ,
    tagged: true,
  },
  act: {
    method: 'GET',
    path: '/api/v1/processes/{ref}/acts/{hash}',
    says: 'One act with its leaf, and the proof that the newest checkpoint covers it.',
    access: 'reader',
    params: OfAct,
    answers: { 200: json('the act', ActAnswer), ...changed },
    refusals: [...READ, 'entry-unknown'],
    tagged: true,
  },
  actProof: {
    method: 'GET',
    path: '/api/v1/processes/{ref}/acts/{hash}/tlog-proof',
    says: 'The same proof as a file for outside tools (c2sp.org/tlog-proof@v1).',
    access: 'reader',
    params: OfAct,
    answers: { 200: text('the proof'), ...changed },
    refusals: [...READ, 'entry-unknown'],
    tagged: true,
  },
  standing: view('standing', 'Where it stands', { schema: StandingShape }),
  overview: view('overview', 'What the first page of a process shows', { schema: OverviewShape }),
  timeline: view('timeline', 'What happened when', {
    schema: TimelineShape,
    paged: {
      query: EventsPart,
      says: `Of all events at most ${EVENTS_LIMIT}: from \`first\` on, or the last that began before \`until\`, or the last; \`page.next\` is the \`first\` of those that follow.`,
      example: 'first=0&limit=100',
    },
  }),
  statements: view('statements', 'What was said, beside its sources', {
    schema: StatementsShape,
    paged: {
      query: RowsPart,
      says: `At most ${SOURCE_ROWS_LIMIT} rows of a source and some of the statements taken from it: from \`first\` on, or those among which \`act\` stands; with \`by\` the statements of this body alone. \`page.next\` is the \`first\` of the rows that follow.`,
      example: 'first=0&limit=20',
    },
  }),
  commitments: view('commitments', 'What was undertaken, on the form ladder', { schema: CommitmentsShape }),
  sources: view('sources', 'Sources by their origin', {
    schema: SourcesShape,
    paged: { query: RowsPart, says: `At most ${SOURCES_LIMIT} from \`first\` on.`, example: 'first=0' },
  }),
  source: view('source', 'One source beside the statements taken from it', {
    schema: SourcePageShape,
    paged: { query: RowsPart, says: '`act` is the source’s entry hash; for any other `source` is null.', example: 'first=0' },
  }),
  disputes: view('disputes', 'What is disputed, the claims side by side', {
    schema: DisputesShape,
    paged: { query: RowsPart, says: `At most ${DISPUTES_LIMIT} from \`first\` on, the latest first.`, example: 'first=0' },
  }),
  papers: view('papers', 'Papers handed over, and where each has been', {
    schema: PapersShape,
    paged: { query: RowsPart, says: `At most ${PAPERS_LIMIT} from \`first\` on, the latest first.`, example: 'first=0' },
  }),
  communiques: view('communiques', 'Communiqués, with issuers, embargo and disputes', {
    schema: CommuniquesShape,
    paged: { query: RowsPart, says: `At most ${COMMUNIQUES_LIMIT} from \`first\` on, the latest first.`, example: 'first=0' },
  }),
  assurances: view('assurances', 'Requests for an assurance in writing that one body asked, was asked, or mediates', {
    schema: AssurancesShape,
    paged: {
      query: RowsPart,
      says: `\`by\` is that body; without it there are none. At most ${ASSURANCES_LIMIT} from \`first\` on, the latest first.`,
      example: 'by=PAK',
    },
  }),
  bundle: {
    method: 'GET',
    path: '/api/v1/processes/{ref}/bundle',
    says: 'The whole record as a bundle that verifies without this host.',
    access: 'reader',
    params: OfProcess,
    answers: { 200: text('the bundle', 'application/zip'), ...changed },
    refusals: READ,
    tagged: true,
  },
  capture: {
    method: 'POST',
    path: '/api/v1/processes/{ref}/captures',
    says: 'Keeps a source untouched under its SHA-256 and reads it: a file as it is sent (at most 16 MiB), a text, or the page at an address, which is fetched because a person asks for it here. Nothing is put on the record by this.',
    access: 'signed-in',
    params: OfProcess,
    query: z.object({ name: z.string().max(300).optional() }),
    body: CaptureShape,
    uploads: true,
    answers: { 201: json('what was kept, and what can be read in it', CapturedShape) },
    refusals: [
      ...READ,
      ...READ_SOURCE,
      'sign-in-needed',
      'foreign-page',
      'malformed-json',
      'too-large',
      'source-empty',
      'address-not-taken',
      'address-unresolved',
      'address-not-public',
      'fetch-redirects',
      'fetch-answered',
      'fetch-slow',
      'fetch-failed',
      'disk-full',
      'not-recorded',
    ],
  },
  blob: {
    method: 'GET',
    path: '/api/v1/processes/{ref}/blobs/{hash}',
    says: 'A file that is held beside the record, byte for byte, to be saved and never shown by a browser. Who is not signed in gets those that acts name.',
    access: 'reader',
    params: OfAct,
    answers: { 200: text('the file', 'application/octet-stream') },
    refusals: [...READ, 'blob-unknown'],
  },
  sourceReading: {
    method: 'GET',
    path: '/api/v1/processes/{ref}/sources/{hash}/reading',
    says: 'What can be read in the snapshot of a source on the record, by the hash of its entry.',
    access: 'reader',
    params: OfAct,
    answers: { 200: json('the reading', CapturedShape), ...changed },
    refusals: [...READ, ...READ_SOURCE, 'source-unknown', 'blob-unknown'],
    tagged: true,
  },
  health: {
    method: 'GET',
    path: '/healthz',
    says: 'Whether this server can read its store and would record an act now. Tells nothing else, and asks for no name or session.',
    access: 'open',
    answers: { 200: text('ok') },
    refusals: ['disk-full', 'not-recorded'],
  },
  metrics: {
    method: 'GET',
    path: '/metrics',
    says: 'Counts for Prometheus: acts, refusals by code, commits, streams, the program itself; nothing of any process. For this machine or the bearer of the metrics token; everybody else is told that nothing is here.',
    access: 'open',
    answers: { 200: text('the metrics', 'text/plain; version=0.0.4; charset=utf-8') },
    refusals: ['not-found'],
  },
  events: {
    method: 'GET',
    path: '/api/v1/events',
    says: 'Server-sent events: `checkpoint` with `{ process, size, root }` for every process that this reader may see; `Last-Event-ID` resumes.',
    access: 'open',
    answers: { 200: text('a stream', 'text/event-stream') },
    refusals: ['too-many-streams'],
  },
  catalogue: {
    method: 'GET',
    path: '/api/v1/catalogue',
    says: 'Every kind of act: its schema, and who may do it.',
    access: 'open',
    answers: {
      200: json(
        'kinds of acts',
        z.object({
          acts: list(
            z.object({ type: z.string(), noun: z.string(), who: AnyJson, solemn: z.boolean(), structure: z.boolean(), schema: AnyJson }),
          ),
        }),
      ),
      ...changed,
    },
    refusals: [],
    tagged: true,
  },
  openApi: {
    method: 'GET',
    path: '/api/v1/openapi.json',
    says: 'This document.',
    access: 'open',
    answers: { 200: json('OpenAPI 3.1', AnyJson), ...changed },
    refusals: [],
    tagged: true,
  },
  session: {
    method: 'GET',
    path: '/api/v1/session',
    says: 'Whether this browser is signed in.',
    access: 'open',
    answers: { 200: json('the session', z.object({ signedIn: z.boolean() })) },
    refusals: [],
  },
  signIn: {
    method: 'POST',
    path: '/api/v1/session',
    says: 'Signs in with the token of a one-time link. The operator so signed in has no rights in any process.',
    access: 'open',
    body: z.strictObject({ token: z.string().min(1).max(64) }),
    answers: { 204: none('signed in; the cookie is httpOnly and SameSite=Strict') },
    refusals: ['malformed-json', 'not-json', 'too-large', 'foreign-page', 'sign-in-link-spent', 'too-many-attempts'],
  },
  signOut: {
    method: 'DELETE',
    path: '/api/v1/session',
    says: 'Signs out: the session ends on the server.',
    access: 'open',
    answers: { 204: none('signed out') },
    refusals: ['foreign-page'],
  },
  makeSignInLink: {
    method: 'POST',
    path: '/api/v1/sign-in-links',
    says: 'Makes a fresh one-time sign-in link, good for ten minutes; an earlier one that was not used is spent. Only for who can read the token in the data folder: a session may not make another one.',
    access: 'signed-in',
    answers: { 201: json('the link', z.object({ link: z.string() })) },
    refusals: ['sign-in-needed', 'folder-token-needed', 'foreign-page'],
  },
  checkpoint: {
    method: 'GET',
    path: '/log/{id}/checkpoint',
    says: 'The newest signed checkpoint (c2sp.org/tlog-checkpoint).',
    access: 'reader',
    params: z.object({ id: ProcessIdText }),
    answers: { 200: text('a signed note'), ...changed },
    refusals: READ,
    tagged: true,
  },
  tile: {
    method: 'GET',
    path: '/log/{id}/tile/{path}',
    says: 'Hash tiles `<L>/<N>[.p/<W>]` and entry bundles `entries/<N>[.p/<W>]` (c2sp.org/tlog-tiles). A full tile never changes.',
    access: 'reader',
    params: z.object({ id: ProcessIdText, path: z.string().max(100) }),
    answers: { 200: text('the tile', 'application/octet-stream'), ...changed },
    refusals: [...READ, 'tile-unknown'],
    tagged: true,
  },
} as const satisfies Readonly<Record<string, Route>>

/** A route's name. */
export type RouteName = keyof typeof routes
