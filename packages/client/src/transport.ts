import { type AddressParts, addressOf, type Answer, ProblemShape, type Route, routes } from '@paraph/api'
import { accept, type Json, type Result, refuse } from '@paraph/record'
import type { AnswerOf, AskedRoute } from './answers.ts'

/** Bytes of an answer that is read at all: a bundle of the largest record that a zip without zip64 holds. */
export const ANSWER_LIMIT = 4 * 1024 * 1024 * 1024

/** What of `fetch` is used; every platform's own fits. */
export type Fetch = (
  address: string,
  asked: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string },
) => Promise<Answered>

/** What of its answer is used. */
export type Answered = {
  readonly status: number
  readonly headers: { readonly get: (name: string) => string | null }
  readonly text: () => Promise<string>
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}

/**
 * `host-unreachable`: no answer came; `cause` says why, and whether the question arrived is not known. `answer-malformed`: an answer came that is
 * not in the shape of the contract; `status` is its number. Every other code is the host's own refusal, with its `title` as the fact `said`.
 */
export type TransportCode = 'host-unreachable' | 'answer-malformed'

/** What a question consists of beside its route. `language` is an `Accept-Language`. */
export type Question<Name extends AskedRoute> = Partial<AddressParts<Name>> & { readonly language?: string; readonly body?: Json }

/** How one host is spoken to, route by route. */
export type Transport = {
  readonly ask: <Name extends AskedRoute>(name: Name, question: Question<Name>) => Promise<Result<AnswerOf[Name]>>
}

/** Where a host is (its address without a path), and what every question to it carries: a session's header, where there is one. */
export type Place = { readonly base: string; readonly headers?: Readonly<Record<string, string>> }

/** Speaks to the host at `base` by the `fetch` given. Every answer is parsed by the contract before anybody sees it. */
export const transport = (fetch: Fetch, { base, headers = {} }: Place): Transport => {
  const root = base.replace(/\/+$/, '')
  return {
    ask: async <Name extends AskedRoute>(
      name: Name,
      { params, query, language, body }: Question<Name>,
    ): Promise<Result<AnswerOf[Name]>> => {
      const parts = { params: params ?? {}, ...(query === undefined ? {} : { query }) } as AddressParts<Name>
      const address = `${root}${addressOf(name, parts)}`
      const asked = {
        method: routes[name].method,
        headers: {
          ...headers,
          ...(language === undefined ? {} : { 'accept-language': language }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }
      try {
        return (await read(routes[name], await fetch(address, asked))) as Result<AnswerOf[Name]>
      } catch (error) {
        return refuse('host-unreachable', { cause: error instanceof Error ? error.message : String(error), route: name })
      }
    },
  }
}

const read = async (route: Route, answer: Answered): Promise<Result<unknown>> => {
  const shape: Answer | undefined = route.answers[answer.status]
  const length = Number(answer.headers.get('content-length') ?? 0)
  if (length > ANSWER_LIMIT) return refuse('answer-malformed', { status: answer.status, limit: ANSWER_LIMIT })
  if (shape === undefined) return refusalOf(answer.status, await answer.text())
  if (shape.type === '') return accept(undefined)
  if (shape.schema === undefined)
    return accept(shape.type.startsWith('text/') ? await answer.text() : new Uint8Array(await answer.arrayBuffer()))
  const parsed = shape.schema.safeParse(parseJson(await answer.text()))
  return parsed.success
    ? accept(parsed.data)
    : refuse('answer-malformed', { status: answer.status }, parsed.error.issues[0]?.path.map(String).join('.') ?? '')
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A refusal out of problem details (RFC 9457); its sentence travels as the fact `said`. */
const refusalOf = (status: number, text: string): Result<never> => {
  const parsed = ProblemShape.safeParse(parseJson(text))
  if (!parsed.success) return refuse('answer-malformed', { status })
  const { code, path, facts, title } = parsed.data
  return refuse(code, { ...facts, said: title }, path)
}
