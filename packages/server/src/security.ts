/** Grants for the web application as it is built, and nothing else. `trusted-types` names the one policy that it makes, for its worker's address. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types paraph-worker',
].join('; ')

/** Headers of every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
}

/** Names under which a machine reaches itself. */
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]']

/** The host name of a `Host` header or of an origin's authority, without its port. */
const hostNameOf = (authority: string): string => authority.replace(/:\d+$/, '').toLowerCase()

/** Whether a `Host` header is a name under which a machine reaches itself. */
export const isLocalName = (host: string | undefined): boolean => host !== undefined && LOCAL_NAMES.includes(hostNameOf(host))

/**
 * Whether a request is meant for this server: its `Host` is a name of ours. A page that rebinds its own name to 127.0.0.1 sends its own name.
 * `names`: further names that the operator configured.
 */
export const isOurHost = (host: string | undefined, names: readonly string[]): boolean =>
  isLocalName(host) || (host !== undefined && names.includes(hostNameOf(host)))

/** Whether a request that changes something comes from our own page, or from no page at all. */
export const isOurPage = ({
  origin,
  host,
  site,
}: {
  origin: string | undefined
  host: string | undefined
  site: string | undefined
}): boolean => {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
