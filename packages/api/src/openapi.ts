import type { Json } from '@paraph/record'
import { z } from 'zod'
import { HOST_REFUSALS, PROBLEM_TYPE, ProblemShape, type RefusalCode, statusOf } from './refusals.ts'
import { type Answer, EVERYWHERE, type Parameters, type Route, routes } from './routes.ts'

/** A kind of act as far as the document needs it; `catalogue` of talks is a list of these. */
export type DescribedAct = {
  readonly type: string
  readonly noun: string
  readonly schema: z.ZodType
  readonly who: unknown
  readonly solemn?: boolean
  readonly structure?: boolean
}

type JsonObject = { [key: string]: Json }

/** JSON Schema 2020-12 of a Zod schema: of what is sent where it is an input, of what is given otherwise. */
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonObject => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest as JsonObject
}

/** The catalogue's answer: every kind of act with its schema and who may do it. */
export const describeActs = (catalogue: readonly DescribedAct[]): readonly JsonObject[] =>
  catalogue.map(({ type, noun, schema, who, solemn, structure }) => ({
    type,
    noun,
    who: JSON.parse(JSON.stringify(who)) as Json,
    solemn: solemn ?? false,
    structure: structure ?? false,
    schema: schemaOf(schema, 'input'),
  }))

/** OpenAPI 3.1 of every route, with the schema of every act under `components.schemas`. */
export const openApi = ({ version, catalogue }: { version: string; catalogue: readonly DescribedAct[] }): JsonObject => {
  const paths: { [path: string]: JsonObject } = {}
  for (const [name, route] of Object.entries(routes))
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(name, route) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Paraph',
      version,
      summary: 'From what was said to a standing that explains itself, on a record that a stranger can verify.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: {
        Problem: schemaOf(ProblemShape),
        ...Object.fromEntries(catalogue.map(({ type, schema }) => [`act.${type.replaceAll('/', '.')}`, schemaOf(schema, 'input')])),
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'paraph-session' } },
    },
  }
}

const operation = (name: string, route: Route): JsonObject => ({
  operationId: name,
  summary: route.says,
  ...(route.access === 'open' || route.access === 'signer'
    ? {}
    : { security: route.access === 'reader' ? [{}, { session: [] }] : [{ session: [] }] }),
  parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query'), ...(route.tagged ? [IF_NONE_MATCH] : [])],
  ...(route.body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: schemaOf(route.body, 'input') },
            ...(route.uploads === true ? { '*/*': { schema: {} } } : {}),
          },
        },
      }),
  responses: {
    ...Object.fromEntries(Object.entries(route.answers).map(([status, answer]) => [status, response(answer, route)])),
    ...problems(route),
  },
  ...(route.example === undefined ? {} : { 'x-example-request': `GET ${route.example.address}` }),
})

const IF_NONE_MATCH: JsonObject = { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } }

const parameters = (schema: Parameters | undefined, place: 'path' | 'query'): readonly JsonObject[] =>
  Object.entries(schema?.shape ?? {}).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || !z.safeParse(part as z.ZodType, undefined).success,
    schema: schemaOf(part as z.ZodType, 'input'),
  }))

const response = ({ says, type, schema }: Answer, route: Route): JsonObject => ({
  description: says,
  ...(route.tagged && type !== '' ? { headers: { ETag: { schema: { type: 'string' } } } } : {}),
  ...(type === '' ? {} : { content: { [type]: { schema: schema === undefined ? { type: 'string' } : schemaOf(schema) } } }),
})

/** Codes that share a status stand in one answer, each named with its sentence. */
const problems = (route: Route): JsonObject => {
  const byStatus = new Map<number, RefusalCode[]>()
  for (const code of [...EVERYWHERE, ...route.refusals]) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code])
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\`${sentenceOf(code)}`).join(' · '),
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const sentenceOf = (code: RefusalCode): string => {
  const words: Readonly<Record<string, { title: { message: string } }>> = HOST_REFUSALS
  return words[code] === undefined ? '' : `: ${words[code].title.message}`
}
