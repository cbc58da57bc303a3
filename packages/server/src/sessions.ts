import { createHash, randomBytes } from 'node:crypto'
import { SESSION_IDLE, SESSIONS_LIMIT, SIGN_IN_ATTEMPTS, SIGN_IN_LINK_LIFE } from './limits.ts'

/** Name of the session's cookie. */
export const COOKIE = 'paraph-session'

/** Bytes of a session's and a sign-in link's secret: 128 bits. */
const SECRET_LENGTH = 16

/** Who signed in where. In memory alone: a restart ends every session and link, and nobody's standing depends on one. */
export type Sessions = {
  /** A token for a sign-in link, good once and for ten minutes. An earlier one that was not used is spent. */
  readonly newLinkToken: () => string
  /** Spends a link's token for a session's secret. */
  readonly signIn: (token: string) => string | 'sign-in-link-spent' | 'too-many-attempts'
  /** The session of a secret; looking renews it. */
  readonly session: (secret: string | undefined) => Session | undefined
  readonly signOut: (secret: string | undefined) => void
}

/** `ended` is called once when the session ends, by sign-out, idleness or want of room: whatever hangs on it ends too. */
export type Session = { seen: number; readonly onEnd: Set<() => void> }

/** `now` in ms since the epoch. Secrets are kept as hashes: whoever reads the memory of a map cannot sign in with it, and no comparison leaks its place. */
export const openSessions = (now: () => number): Sessions => {
  const sessions = new Map<string, Session>()
  let link: { readonly name: string; readonly until: number } | undefined
  let attempts: { readonly since: number; count: number } = { since: now(), count: 0 }

  const end = (name: string): void => {
    const session = sessions.get(name)
    sessions.delete(name)
    for (const told of session?.onEnd ?? []) told()
  }
  const find = (secret: string | undefined): { name: string; session: Session } | undefined => {
    if (secret === undefined) return undefined
    const name = nameOf(secret)
    const session = sessions.get(name)
    if (session === undefined) return undefined
    if (now() - session.seen <= SESSION_IDLE) return { name, session }
    end(name)
    return undefined
  }

  return {
    newLinkToken: () => {
      const token = newSecret()
      link = { name: nameOf(token), until: now() + SIGN_IN_LINK_LIFE }
      return token
    },
    signIn: (token) => {
      if (now() - attempts.since > 60_000) attempts = { since: now(), count: 0 }
      if (attempts.count >= SIGN_IN_ATTEMPTS) return 'too-many-attempts'
      if (link === undefined || link.name !== nameOf(token) || now() > link.until) {
        attempts.count++
        return 'sign-in-link-spent'
      }
      link = undefined
      if (sessions.size >= SESSIONS_LIMIT) end([...sessions].sort(([, one], [, other]) => one.seen - other.seen)[0]![0])
      const secret = newSecret()
      sessions.set(nameOf(secret), { seen: now(), onEnd: new Set() })
      return secret
    },
    session: (secret) => {
      const found = find(secret)
      if (found === undefined) return undefined
      found.session.seen = now()
      return found.session
    },
    signOut: (secret) => {
      const found = find(secret)
      if (found !== undefined) end(found.name)
    },
  }
}

const newSecret = (): string => randomBytes(SECRET_LENGTH).toString('base64url')
const nameOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** A cookie out of a request's header. */
export const cookieIn = (header: string | undefined, name: string): string | undefined => {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/** `Set-Cookie` of a session, or of its end. No `Secure`: on localhost there is no TLS, and a browser would not keep it. */
export const cookieText = (secret: string | undefined): string =>
  secret === undefined
    ? `${COOKIE}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0`
    : `${COOKIE}=${secret}; HttpOnly; SameSite=Strict; Path=/`
