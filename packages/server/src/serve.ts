import { randomBytes, timingSafeEqual } from 'node:crypto'
import { ADDRESS_LENGTH_LIMIT, BODY_LIMIT, type Route, type RouteName, routes } from '@paraph/api'
import { accept, type Json, type Result, refuse } from '@paraph/record'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { actRoutes } from './act-routes.ts'
import { answerShelf, makeReady } from './answer.ts'
import type { Asked, Handler, Handlers, Reader } from './asked.ts'
import { readVoices } from './catalogues.ts'
import { openEvents } from './events.ts'
import type { Host } from './host.ts'
import { negotiate } from './language.ts'
import { REQUEST_WAIT } from './limits.ts'
import { isPage, servePages } from './pages.ts'
import { refusalOfError, sendable } from './problems.ts'
import { recordRoutes } from './record-routes.ts'
import { isOurHost, isOurPage, SECURITY_HEADERS } from './security.ts'
import { sessionRoutes } from './session-routes.ts'
import { COOKIE, cookieIn, openSessions } from './sessions.ts'
import { SIGN_IN_PATH } from './sign-in-page.ts'
import { viewRoutes } from './view-routes.ts'

/**
 * Where and how a host is served. `port` 0 takes a free one. `bind`: the address to listen on, this machine alone unless told. `names`:
 * further names in `Host` headers that are ours. `webRoot`: the built application. `locales`: where the catalogues are. `now`: ms since the
 * epoch, for sessions. `fault` is told of every exception, which is a bug.
 */
export type ServeParts = {
  readonly host: Host
  readonly port: number
  readonly bind?: string
  readonly names?: readonly string[]
  readonly webRoot?: string
  readonly locales?: readonly URL[]
  readonly now?: () => number
  readonly fault?: (error: unknown) => void
}

/** A host that is served. `token` lets a command of the folder's owner in, as `Authorization: Bearer`. Closing ends streams and waits for answers under way; the host itself stays open. */
export type Serving = {
  readonly address: string
  readonly token: string
  /** one-time link, good for ten minutes; asking again spends the one before */
  readonly signInLink: () => string
  readonly close: () => Promise<void>
}

/** The only room that opens a socket. */
export const serve = async ({
  host,
  port,
  bind = '127.0.0.1',
  names = [],
  webRoot,
  locales,
  now = Date.now,
  fault = () => {},
}: ServeParts): Promise<Serving> => {
  const sessions = openSessions(now)
  const voices = readVoices(locales)
  const events = openEvents(host)
  const kept = answerShelf()
  const token = randomBytes(16).toString('base64url')
  const tokenBytes = Buffer.from(token)
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_WAIT,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: ADDRESS_LENGTH_LIMIT },
  })

  const sayTo = (request: FastifyRequest) => voices[negotiate(request.headers['accept-language'])]
  const send = (request: FastifyRequest, reply: FastifyReply, refusal: Parameters<typeof sendable>[0]) => {
    const { status, headers, body } = sendable(refusal, sayTo(request))
    return reply.code(status).headers(headers).send(body)
  }
  const readerOf = (request: FastifyRequest): Reader => {
    const secret = cookieIn(request.headers.cookie, COOKIE)
    const session = sessions.session(secret)
    return { signedIn: session !== undefined || bears(request.headers.authorization, tokenBytes), session, secret, address: request.ip }
  }

  parseJson(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS)
    const { host: named, origin } = request.headers
    const site = request.headers['sec-fetch-site']
    if (!isOurHost(named, names)) return send(request, reply, refuse('foreign-host', { host: (named ?? '').slice(0, 100) }).refusal)
    if (request.url.length > ADDRESS_LENGTH_LIMIT)
      return send(request, reply, refuse('schema', { limit: ADDRESS_LENGTH_LIMIT }, 'address').refusal)
    const changes = request.method !== 'GET' && request.method !== 'HEAD'
    if (changes && !isOurPage({ origin, host: named, site: Array.isArray(site) ? site[0] : site }))
      return send(request, reply, refuse('foreign-page').refusal)
  })
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOfError(error as Parameters<typeof refusalOfError>[0])
    if (refusal === undefined) fault(error)
    return send(request, reply, refusal ?? refuse('internal').refusal)
  })
  app.setNotFoundHandler((request, reply) => {
    const page =
      webRoot !== undefined &&
      app.hasReplyDecorator('sendFile') &&
      isPage({ method: request.method, url: request.url, accept: request.headers.accept })
    return page
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : send(request, reply, refuse('not-found', { address: request.url.slice(0, 200) }).refusal)
  })

  const handlers: Handlers = {
    ...viewRoutes({ host, voices, now }),
    ...recordRoutes(host, host.primitives),
    ...actRoutes(host),
    ...sessionRoutes(sessions),
  }
  for (const [name, handler] of Object.entries(handlers) as [RouteName, Handler][]) {
    const route: Route = routes[name]
    app.route({
      method: route.method,
      url: urlOf(route),
      handler: async (request, reply) => {
        const asked = parse(name, route, request, readerOf(request))
        const answered = asked.ok ? await handler(asked.value) : asked
        const ready = answered.ok
          ? await makeReady(route, answered.value, { ifNoneMatch: request.headers['if-none-match'], kept })
          : answered
        if (!ready.ok) return send(request, reply, ready.refusal)
        const { status, headers, body } = ready.value
        return reply.code(status).headers(headers).send(body)
      },
    })
  }
  app.get(routes.events.path, { exposeHeadRoute: false }, async (request, reply) => {
    const reader = readerOf(request)
    const room = events.room(reader)
    if (!room.ok) return send(request, reply, room.refusal)
    const last = request.headers['last-event-id']
    reply.hijack()
    reply.raw.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    await events.open({ response: reply.raw, reader }, Array.isArray(last) ? last[0] : last)
  })
  await servePages(app, webRoot)

  await app.listen({ port, host: bind })
  const address = addressOf(app, bind)
  return {
    address,
    token,
    signInLink: () => `${address}${SIGN_IN_PATH}#${sessions.newLinkToken()}`,
    close: async () => {
      events.close()
      await app.close()
    },
  }
}

/** JSON alone is taken; whatever is wrong with it has one code. */
const parseJson = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, JSON.parse(text as string))
    } catch {
      done(Object.assign(new Error('not JSON'), { code: 'FST_ERR_CTP_INVALID_JSON_BODY', statusCode: 400 }), undefined)
    }
  })
}

/** `{name}` is `:name`, and `{path}` the rest. */
const urlOf = ({ path }: Route): string => path.replace('{path}', '*').replace(/\{([a-z]+)\}/g, ':$1')

/** Bodies that the record parses by hand, to the letter: Zod would only do it twice. */
const PARSED_BY_THE_RECORD: readonly RouteName[] = ['submit', 'open']

const parse = (name: RouteName, route: Route, request: FastifyRequest, reader: Reader): Result<Asked> => {
  if (route.access === 'signed-in' && !reader.signedIn) return refuse('sign-in-needed')
  const { '*': path, ...given } = request.params as Record<string, string>
  const params = parts(route.params, path === undefined ? given : { ...given, path }, 'params')
  if (!params.ok) return params
  const query = parts(route.query, request.query as Record<string, string>, 'query')
  if (!query.ok) return query
  const body = request.body as Json | undefined
  if (route.body !== undefined && !PARSED_BY_THE_RECORD.includes(name)) {
    const read = route.body.safeParse(body)
    if (!read.success) return refuse('schema', { problem: read.error.issues[0]!.code }, ['body', ...read.error.issues[0]!.path].join('.'))
  }
  return accept({ params: params.value, query: query.value, body, language: negotiate(request.headers['accept-language']), reader })
}

/** A path's or query's parameters by their schema; those that a route does not have are refused, so that a misspelt one is noticed. */
const parts = (schema: Route['params'], given: Record<string, string>, place: string): Result<Record<string, string>> => {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(schema?.shape ?? {}, key))
  if (unknown !== undefined) return refuse('schema', { problem: 'unrecognized_keys' }, `${place}.${unknown.slice(0, 40)}`)
  const read = schema?.safeParse(given)
  if (read === undefined || read.success) return accept((read?.data ?? {}) as Record<string, string>)
  return refuse('schema', { problem: read.error.issues[0]!.code }, [place, ...read.error.issues[0]!.path].join('.'))
}

/** In a time that says nothing of the token but its length, which is known. */
const bears = (header: string | undefined, token: Buffer): boolean => {
  if (header?.startsWith('Bearer ') !== true) return false
  const borne = Buffer.from(header.slice('Bearer '.length))
  return borne.length === token.length && timingSafeEqual(borne, token)
}

/** What people and browsers call it: `localhost` gives a secure context, which device keys need. */
const addressOf = (app: FastifyInstance, bind: string): string => {
  const [bound] = app.addresses() as readonly { readonly port: number }[]
  const name =
    bind === '127.0.0.1' || bind === '0.0.0.0' || bind === '::' || bind === '::1' ? 'localhost' : bind.includes(':') ? `[${bind}]` : bind
  return `http://${name}:${bound!.port}`
}
