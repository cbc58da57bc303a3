import { accept, refuse } from '@paraph/record'
import type { Handlers } from './asked.ts'
import { cookieText, type Sessions } from './sessions.ts'

type SessionHandlers = Pick<Handlers, 'session' | 'signIn' | 'signOut' | 'makeSignInLink'>

/** Signing in by the one-time link, and out. `signInLink` makes a fresh one. */
export const sessionRoutes = (sessions: Sessions, signInLink: () => string): SessionHandlers => ({
  session: ({ reader }) => accept({ shelf: 'private', body: () => accept({ json: { signedIn: reader.signedIn } }) }),
  signIn: ({ body }) => {
    const { token } = body as { token: string }
    const secret = sessions.signIn(token)
    if (secret === 'sign-in-link-spent' || secret === 'too-many-attempts') return refuse(secret)
    return accept({ status: 204, shelf: 'private', headers: { 'set-cookie': cookieText(secret) } })
  },
  signOut: ({ reader }) => {
    sessions.signOut(reader.secret)
    return accept({ status: 204, shelf: 'private', headers: { 'set-cookie': cookieText(undefined) } })
  },
  makeSignInLink: ({ reader }) =>
    reader.session === undefined
      ? accept({ status: 201, shelf: 'private', body: () => accept({ json: { link: signInLink() } }) })
      : refuse('folder-token-needed'),
})
