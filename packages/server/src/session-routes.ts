import { accept, refuse } from '@paraph/record'
import type { Handlers } from './asked.ts'
import { cookieText, type Sessions } from './sessions.ts'

/** Signing in by the one-time link, and out. */
export const sessionRoutes = (sessions: Sessions): Pick<Handlers, 'session' | 'signIn' | 'signOut'> => ({
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
})
