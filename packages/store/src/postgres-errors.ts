import type { FailureCause } from './store.ts'

/** SQLSTATE codes, or their class of two digits (PostgreSQL documentation, appendix A). A longer name rules over its class. */
const BY_STATE: Readonly<Record<string, FailureCause | 'taken'>> = {
  '08': 'unreachable',
  '23505': 'taken',
  '25006': 'read-only',
  '25P03': 'unreachable',
  '28': 'unreachable',
  '3D000': 'unreachable',
  '40': 'busy',
  '53': 'busy',
  '53100': 'disk-full',
  '55P03': 'busy',
  '57014': 'busy',
  '57P': 'unreachable',
  '58': 'input-output',
  XX001: 'damaged',
  XX002: 'damaged',
}

/** System errors of a socket, as Node names them. */
const BY_SYSTEM: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

/** What pg 8 says without a code when a connection ends, hangs or cannot be had. */
const BY_WORDS = [
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed',
  'Query read timeout',
  // A password that is wanted and not given, or answers that do not fit it (RFC 5802).
  'SASL',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Cannot use a pool after calling end',
]

/** Why PostgreSQL failed; undefined where the error is none of the engine's and so a bug. The one place where its codes are looked at. */
export const causeOf = (error: unknown): FailureCause | 'taken' | undefined => {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (isTlsFailure(error)) return 'unreachable'
  if (code === undefined) return BY_WORDS.some((words) => error.message.startsWith(words)) ? 'unreachable' : undefined
  if (BY_SYSTEM.has(code)) return 'unreachable'
  if (code.length !== 5) return undefined
  return BY_STATE[code] ?? BY_STATE[code.slice(0, 3)] ?? BY_STATE[code.slice(0, 2)]
}

/** Why no store can be opened there, in `cause`. `not-durable`: its settings let an acknowledged commit be lost. */
export type UnusableCause = FailureCause | 'address' | 'denied' | 'no-database' | 'not-durable' | 'too-old' | 'encoding' | 'no-tls'

/** As `causeOf`, and what else can be wrong before there is a connection. */
export const openingCauseOf = (error: unknown): UnusableCause | undefined => {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (code.startsWith('28') || code === '42501' || error.message.startsWith('SASL')) return 'denied'
  if (code === '3D000') return 'no-database'
  // A search path that names no schema: there is nowhere to make tables.
  if (code === '3F000') return 'no-database'
  if (isTlsFailure(error)) return 'no-tls'
  const cause = causeOf(error)
  return cause === 'taken' ? undefined : cause
}

/** OpenSSL's and Node's names for a certificate that is not believed, and pg's words for a server without TLS. */
const isTlsFailure = (error: Error): boolean =>
  error.message === 'The server does not support SSL connections' || ('code' in error && /CERT|TLS|SSL|ALTNAME/.test(String(error.code)))
