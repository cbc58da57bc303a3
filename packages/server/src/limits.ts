/** Acts of one transaction. At 2,000 acts/s and a slow disk's 50 ms a commit, 100 arrive meanwhile. */
export const BATCH_LIMIT = 256

/** Acts of one process that wait for their turn; the next is refused `busy`. */
export const QUEUE_LIMIT = 4_096

/** Signatures checked in one call of the primitives. */
export const SIGNATURE_BATCH_LIMIT = 256

/** How often a batch is judged anew because somebody else appended meanwhile, before its acts are refused `not-recorded`. */
export const CONFLICT_LIMIT = 5

/** Log keys made and not yet used by a process. */
export const LOG_KEYS_LIMIT = 100

/** Open SSE streams in all, and from one address. */
export const STREAMS_LIMIT = 500
export const STREAMS_OF_ADDRESS_LIMIT = 50

/** Between two heartbeats of a stream, and until a browser tries again, in ms. */
export const HEARTBEAT = 20_000
export const RECONNECT = 2_000

/** Bytes that may wait unsent in a stream before its reader is taken to be gone. */
export const STREAM_BACKLOG = 64 * 1024

/** Sessions at once; the oldest ends for the next. */
export const SESSIONS_LIMIT = 1_000

/** A session that was not used for so long ends, in ms. */
export const SESSION_IDLE = 12 * 60 * 60 * 1000

/** A sign-in link is good for so long, in ms. */
export const SIGN_IN_LINK_LIFE = 10 * 60 * 1000

/** Wrong sign-in tokens within a minute before all are refused. */
export const SIGN_IN_ATTEMPTS = 20

/** Answers kept, and their characters in all. */
export const ANSWERS_LIMIT = 128
export const ANSWERS_LENGTH = 16 * 1024 * 1024

/** How long a request's headers and body may take to arrive, in ms. */
export const REQUEST_WAIT = 30_000

/** How long the store may take to answer before the host calls itself unwell, in ms. */
export const HEALTH_WAIT = 2_000

/** How long a commit that failed makes the host unwell unless another succeeds, in ms. */
export const TROUBLE_REMEMBERED = 30_000

/** Acts held in memory over all processes: beyond it the process that nobody asked for longest is let go, and refolded when it is asked for. */
export const LIVE_ACTS_LIMIT = 50_000

/** How long nobody may have asked for anything before unused memory is given back, in ms. */
export const REST_AFTER = 10_000
