import { randomBytes } from 'node:crypto'
import { ADDRESS_LENGTH_LIMIT, BODY_LIMIT, CAPTURE_JSON_LIMIT, type Route, type RouteName, routes } from '@paraph/api'
import { accept, refuse } from '@paraph/record'
import { nodeScrypt } from '@paraph/record/node'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { actRoutes } from './act-routes.ts'
import { answerShelf, makeReady } from './answer.ts'
import type { Handler, Handlers, Reader } from './asked.ts'
import { bears } from './bearer.ts'
import { captureRoutes } from './capture-routes.ts'
import { openCaptures } from './captures.ts'
import { readVoices } from './catalogues.ts'
import { openEvents } from './events.ts'
import type { FetchAddress } from './fetching/fetch-address.ts'
import { openFingerprints } from './fingerprints.ts'
import type { Host } from './host.ts'
import { negotiate } from './language.ts'
import { REQUEST_WAIT } from './limits.ts'
import { mayMeasure, openMetrics } from './metrics.ts'
import { isPage, servePages } from './pages.ts'
import { refusalOfError, sendable } from './problems.ts'
import { servePublic } from './public-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { type LogSink, logOptions, logRequests } from './request-log.ts'
import { openRest } from './rest.ts'
import { isOurHost, isOurPage, SECURITY_HEADERS } from './security.ts'
import { parse } from './request-parts.ts'
import { sessionRoutes } from './session-routes.ts'
import { COOKIE, cookieIn, openSessions } from './sessions.ts'
import { SIGN_IN_PATH } from './sign-in-page.ts'
import { followAsker, takeUploads } from './uploads.ts'
import { refusalOfTrouble } from './trouble.ts'
import { viewRoutes } from './view-routes.ts'

/**
 * Where and how a host is served. `port` 0 takes a free one. `bind`: the address to listen on, this machine alone unless told. `names`:
 * further names in `Host` headers that are ours. `webRoot`: the built application. `locales`: where the catalogues are. `now`: ms since the
 * epoch, for sessions. `fault` is told of every exception, which is a bug. `log` gets one JSON line a request, without content. `metricsToken`:
 * whoever bears it may see the metrics, and then nobody else may; without one they are for this machine. `fetchAddress` fetches what a
 * person asks to be captured: the guarded one unless a test gives its own.
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
  readonly log?: LogSink
  readonly metricsToken?: string
  readonly fetchAddress?: FetchAddress
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
  log,
  metricsToken,
  fetchAddress,
}: ServeParts): Promise<Serving> => {
  const sessions = openSessions(now)
  const voices = readVoices(locales)
  const events = openEvents(host)
  const metrics = openMetrics({ host, streams: events.count })
  const rest = openRest()
  rest.disturbed()
  const kept = answerShelf()
  const stopForgetting = host.forget(kept.clear)
  const token = randomBytes(16).toString('base64url')
  const tokenBytes = Buffer.from(token)
  const refused = new WeakMap<FastifyRequest, string>()
  const app = Fastify({
    ...logOptions(log),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_WAIT,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: ADDRESS_LENGTH_LIMIT },
  })

  const sayTo = (request: FastifyRequest) => voices[negotiate(request.headers['accept-language'])]
  const send = (request: FastifyRequest, reply: FastifyReply, refusal: Parameters<typeof sendable>[0]) => {
    refused.set(request, refusal.code)
    const { status, headers, body } = sendable(refusal, sayTo(request))
    return reply.code(status).headers(headers).send(body)
  }
  const readerOf = (request: FastifyRequest): Reader => {
    const secret = cookieIn(request.headers.cookie, COOKIE)
    const session = sessions.session(secret)
    return { signedIn: session !== undefined || bears(request.headers.authorization, tokenBytes), session, secret, address: request.ip }
  }

  if (log !== undefined) logRequests(app, (request) => refused.get(request))
  parseJson(app)
  app.addHook('onRequest', async (request, reply) => {
    rest.disturbed()
    reply.headers(SECURITY_HEADERS)
    const { host: named, origin } = request.headers
    const site = request.headers['sec-fetch-site']
    // Whoever balances load asks for health by number, and health tells nothing that a rebound name could carry off.
    const anyName = request.routeOptions.url === routes.health.path
    if (!anyName && !isOurHost(named, names))
      return send(request, reply, refuse('foreign-host', { host: (named ?? '').slice(0, 100) }).refusal)
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
    health: async () => {
      const health = await host.health()
      return health.ok ? accept({ shelf: 'private', body: () => accept({ text: 'ok\n' }) }) : health
    },
    ...viewRoutes({ host, voices, now }),
    ...recordRoutes(host, host.primitives),
    ...actRoutes(host),
    ...captureRoutes({ host, captures: openCaptures({ host, ...(fetchAddress === undefined ? {} : { fetchAddress }) }) }),
    ...sessionRoutes(sessions, () => signInLink()),
  }
  const serving = (name: Exclude<RouteName, 'events' | 'metrics'>) => {
    const [route, handler]: [Route, Handler] = [routes[name], handlers[name]]
    return {
      method: route.method,
      url: urlOf(route),
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        followAsker(request, reply)
        const asked = parse(name, route, request, readerOf(request))
        const answered = asked.ok ? await handler(asked.value) : asked
        const ready = answered.ok
          ? await makeReady(route, answered.value, { ifNoneMatch: request.headers['if-none-match'], kept })
          : answered
        if (!ready.ok) return send(request, reply, ready.refusal)
        const { status, headers, body } = ready.value
        return reply.code(status).headers(headers).send(body)
      },
    }
  }
  const { capture: _, ...others } = handlers
  for (const name of Object.keys(others) as (keyof typeof others)[]) app.route(serving(name))
  await app.register(async (scope) => {
    takeUploads(scope, { signedIn: (request) => readerOf(request).signedIn, send })
    scope.route({ ...serving('capture'), bodyLimit: CAPTURE_JSON_LIMIT })
  })
  app.get(routes.events.path, { exposeHeadRoute: false }, async (request, reply) => {
    const reader = readerOf(request)
    const room = events.room(reader)
    if (!room.ok) return send(request, reply, room.refusal)
    const last = request.headers['last-event-id']
    reply.hijack()
    reply.raw.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    await events.open({ response: reply.raw, reader }, Array.isArray(last) ? last[0] : last)
  })
  app.get(routes.metrics.path, async (request, reply) => {
    const { host: named, authorization, forwarded, via, 'x-forwarded-for': forwardedFor } = request.headers
    const passedOn = forwarded !== undefined || via !== undefined || forwardedFor !== undefined
    if (!mayMeasure({ peer: request.socket.remoteAddress, host: named, authorization, forwarded: passedOn }, metricsToken))
      return send(request, reply, refuse('not-found', { address: routes.metrics.path }).refusal)
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.type)
      .send(await metrics.text())
  })
  servePublic(app, { host, voices, webRoot, fingerprints: openFingerprints(nodeScrypt), readerOf })
  await servePages(app, webRoot)

  await app.listen({ port, host: bind })
  const address = addressOf(app, bind)
  // A database that cannot be read now has its erasures finished as its records are loaded.
  host.finishErasures().catch((error: unknown) => (refusalOfTrouble(error) === undefined ? fault(error) : undefined))
  const signInLink = (): string => `${address}${SIGN_IN_PATH}#${sessions.newLinkToken()}`
  return {
    address,
    token,
    signInLink,
    close: async () => {
      events.close()
      stopForgetting()
      await app.close()
      metrics.close()
      rest.close()
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

/** What people and browsers call it: `localhost` gives a secure context, which device keys need. */
const addressOf = (app: FastifyInstance, bind: string): string => {
  const [bound] = app.addresses() as readonly { readonly port: number }[]
  const name =
    bind === '127.0.0.1' || bind === '0.0.0.0' || bind === '::' || bind === '::1' ? 'localhost' : bind.includes(':') ? `[${bind}]` : bind
  return `http://${name}:${bound!.port}`
}
