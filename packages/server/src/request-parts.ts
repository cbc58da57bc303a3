import type { Route, RouteName } from '@paraph/api'
import { accept, type Json, type Result, refuse } from '@paraph/record'
import type { FastifyRequest } from 'fastify'
import type { Asked, Reader } from './asked.ts'
import { negotiate } from './language.ts'
import { uploadOf } from './uploads.ts'

/** Bodies that the record parses by hand, to the letter: Zod would only do it twice. */
const PARSED_BY_THE_RECORD: readonly RouteName[] = ['submit', 'open']

/** Takes a request apart by its route's schemas, once; nothing else of it is trusted. */
export const parse = (name: RouteName, route: Route, request: FastifyRequest, reader: Reader): Result<Asked> => {
  if (route.access === 'signed-in' && !reader.signedIn) return refuse('sign-in-needed')
  const { '*': path, ...given } = request.params as Record<string, string>
  const params = parts(route.params, path === undefined ? given : { ...given, path }, 'params')
  if (!params.ok) return params
  const query = parts(route.query, request.query as Record<string, string>, 'query')
  if (!query.ok) return query
  const upload = uploadOf(request)
  const body = upload.stream === undefined ? (request.body as Json | undefined) : undefined
  if (route.body !== undefined && upload.stream === undefined && !PARSED_BY_THE_RECORD.includes(name)) {
    const read = route.body.safeParse(body)
    if (!read.success) return refuse('schema', { problem: read.error.issues[0]!.code }, ['body', ...read.error.issues[0]!.path].join('.'))
  }
  const language = negotiate(request.headers['accept-language'])
  return accept({ params: params.value, query: query.value, body, language, reader, upload })
}

/** A path's or query's parameters by their schema; those that a route does not have are refused, so that a misspelt one is noticed. */
const parts = (schema: Route['params'], given: Record<string, string>, place: string): Result<Record<string, string>> => {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(schema?.shape ?? {}, key))
  if (unknown !== undefined) return refuse('schema', { problem: 'unrecognized_keys' }, `${place}.${unknown.slice(0, 40)}`)
  const read = schema?.safeParse(given)
  if (read === undefined || read.success) return accept((read?.data ?? {}) as Record<string, string>)
  return refuse('schema', { problem: read.error.issues[0]!.code }, [place, ...read.error.issues[0]!.path].join('.'))
}
