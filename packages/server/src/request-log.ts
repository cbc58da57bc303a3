import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify'

/** Where the lines of the log go, one JSON object each. */
export type LogSink = { readonly write: (line: string) => void }

/**
 * One request, as the log tells it. `route`: the pattern, never the address. `code`: of its refusal. `ms`: until the last byte; of a stream, until
 * its reader left. `bytes`: of the answer's body, null where it was not known beforehand.
 */
type Line = {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly code?: string
  readonly ms: number
  readonly bytes: number | null
}

const isLine = (given: unknown): given is Line => typeof given === 'object' && given !== null && 'route' in given

/** What Fastify's logger is told: our lines and nothing else. Its own tell of addresses, readers and errors, whose words may be an act's. */
export const logOptions = (sink: LogSink | undefined): Pick<FastifyServerOptions, 'logger'> =>
  sink === undefined
    ? { logger: false }
    : {
        logger: {
          level: 'info',
          stream: { write: (line: string) => sink.write(line) },
          base: null,
          timestamp: () => `,"time":"${new Date().toISOString()}"`,
          formatters: { level: (label) => ({ level: label }) },
          hooks: {
            logMethod(given, method) {
              if (isLine(given[0])) method.call(this, given[0])
            },
          },
        },
      }

/** Writes a line for every request when its answer ended or its reader left. `codeOf`: the refusal that it met. */
export const logRequests = (app: FastifyInstance, codeOf: (request: FastifyRequest) => string | undefined): void => {
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.once('close', () => {
      const code = codeOf(request)
      const length = reply.getHeader('content-length')
      const line: Line = {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.raw.statusCode,
        ...(code === undefined ? {} : { code }),
        ms: Math.round(reply.elapsedTime * 10) / 10,
        bytes: length === undefined ? null : Number(length),
      }
      app.log.info(line)
    })
  })
}
