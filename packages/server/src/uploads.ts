import type { Readable } from 'node:stream'
import { SOURCE_LIMIT } from '@paraph/documents'
import { type Refusal, refuse } from '@paraph/record'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Uploads and fetches under way at once, in all: each may hold one source in memory. */
export const CAPTURES_AT_ONCE = 8

/** A request as it comes in: `stream` where it is a file and no JSON, `media` its content type, `gone` when whoever asked has hung up. */
export type Upload = { readonly stream: Readable | undefined; readonly media: string | undefined; readonly gone: AbortSignal }

const hungUp = new WeakMap<FastifyRequest, AbortSignal>()

/** The upload of a request; for other routes only whether its asker is gone. */
export const uploadOf = (request: FastifyRequest): Upload => ({
  stream: isStream(request.body) ? request.body : undefined,
  media: request.headers['content-type'],
  gone: hungUp.get(request) ?? new AbortController().signal,
})

const isStream = (body: unknown): body is Readable => typeof body === 'object' && body !== null && 'pipe' in body

/** Follows whether the one who asks hangs up before the answer. */
export const followAsker = (request: FastifyRequest, reply: FastifyReply): void => {
  const gone = new AbortController()
  hungUp.set(request, gone.signal)
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
}

/** How long what a refused sender goes on sending is thrown away before the connection is cut, in ms: cut at once, it would lose the answer too. */
export const LINGER = 2_000

/**
 * A part of the server in which anything but JSON is a stream, and nothing of it is read before it is known that its sender may send it: whoever is not
 * signed in, or announces too much, or comes while too many upload, is refused with the rest unread.
 */
export const takeUploads = (
  scope: FastifyInstance,
  {
    signedIn,
    send,
  }: {
    signedIn: (request: FastifyRequest) => boolean
    send: (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => FastifyReply
  },
): void => {
  let underWay = 0
  scope.addContentTypeParser('*', (_request, stream, done) => done(null, stream))
  scope.addHook('onRequest', async (request, reply) => {
    reply.raw.once('finish', () => cutOff(request))
    if (!signedIn(request)) return send(request, reply, refuse('sign-in-needed').refusal)
    if (Number(request.headers['content-length'] ?? 0) > SOURCE_LIMIT)
      return send(request, reply, refuse('too-large', { limit: SOURCE_LIMIT }).refusal)
    if (underWay >= CAPTURES_AT_ONCE) return send(request, reply, refuse('readings-busy', { limit: CAPTURES_AT_ONCE }).refusal)
    underWay++
    reply.raw.once('close', () => {
      underWay--
    })
  })
}

/** After an answer that came before the end of what was sent. */
const cutOff = ({ raw }: FastifyRequest): void => {
  if (raw.complete) return
  const cut = setTimeout(() => raw.socket.destroy(), LINGER)
  raw.once('end', () => clearTimeout(cut))
  raw.once('close', () => clearTimeout(cut))
  raw.resume()
}
