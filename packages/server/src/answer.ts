import { createHash } from 'node:crypto'
import type { Route } from '@paraph/api'
import { accept, type Result } from '@paraph/record'
import { ANSWERS_LENGTH, ANSWERS_LIMIT } from './limits.ts'

/** Who may keep an answer. `private`: nobody. `public`: whoever asks each time whether it still holds. `for-ever`: a full tile never changes. */
export type Shelf = 'private' | 'public' | 'for-ever'

/**
 * What a handler gives: the answer itself is made only when the reader does not have it yet. `tag`: all that the answer depends on; without
 * one there is no ETag. `json` is cut down to the route's schema, `bytes` and `text` go as they are under the route's type.
 */
export type Reply = {
  readonly status?: number
  readonly shelf: Shelf
  readonly tag?: readonly (string | number)[]
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: () => Result<Body> | Promise<Result<Body>>
}
export type Body = { readonly json: unknown } | { readonly text: string } | { readonly bytes: Uint8Array }

/** An answer ready to send. */
export type Ready = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

const CACHE_CONTROL: Readonly<Record<Shelf, string>> = {
  private: 'no-store',
  public: 'public, no-cache',
  'for-ever': 'public, max-age=31536000, immutable',
}

/** ETag of what an answer depends on (RFC 9110, section 8.8.3): strong, for equal parts give equal bytes. */
export const etagOf = (parts: readonly (string | number)[]): string =>
  `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`

/** Whether an `If-None-Match` names the tag; weak comparison, as section 13.1.2 wants. */
export const matches = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag) ?? false

/** The last few JSON answers by their ETag: what several windows ask for is computed once. */
export const answerShelf = () => {
  const kept = new Map<string, string>()
  let length = 0
  const drop = (key: string): void => {
    length -= kept.get(key)?.length ?? 0
    kept.delete(key)
  }
  return {
    take: (key: string): string | undefined => {
      const text = kept.get(key)
      if (text === undefined) return undefined
      kept.delete(key)
      kept.set(key, text)
      return text
    },
    /** Something was erased: no answer that may hold it is kept. */
    clear: (): void => {
      kept.clear()
      length = 0
    },
    put: (key: string, text: string): void => {
      drop(key)
      kept.set(key, text)
      length += text.length
      while (kept.size > ANSWERS_LIMIT || length > ANSWERS_LENGTH) drop(kept.keys().next().value!)
    },
  }
}
export type AnswerShelf = ReturnType<typeof answerShelf>

/** Makes a reply ready: 304 where the reader has it, the kept text where somebody asked before, else the body. */
export const makeReady = async (
  route: Route,
  reply: Reply,
  { ifNoneMatch, kept }: { ifNoneMatch: string | undefined; kept: AnswerShelf },
): Promise<Result<Ready>> => {
  const status = reply.status ?? 200
  const answer = route.answers[status]
  if (answer === undefined) throw new TypeError(`${route.method} ${route.path} does not declare ${status}`)
  const etag = reply.tag === undefined ? undefined : etagOf([route.path, ...reply.tag])
  const headers = {
    'cache-control': CACHE_CONTROL[reply.shelf],
    ...(answer.type === '' ? {} : { 'content-type': answer.type === 'application/json' ? 'application/json; charset=utf-8' : answer.type }),
    ...(etag === undefined ? {} : { etag, vary: 'accept-language, cookie' }),
    ...reply.headers,
  }
  if (etag !== undefined && matches(ifNoneMatch, etag)) return accept({ status: 304, headers, body: undefined })
  if (reply.body === undefined) return accept({ status, headers, body: undefined })
  const text = etag === undefined || answer.schema === undefined ? undefined : kept.take(etag)
  if (text !== undefined) return accept({ status, headers, body: text })
  const body = await reply.body()
  if (!body.ok) return body
  if ('bytes' in body.value) return accept({ status, headers, body: body.value.bytes })
  if ('text' in body.value) return accept({ status, headers, body: body.value.text })
  // The schema drops what is not declared: a second guard behind the rules of access.
  const json = JSON.stringify(answer.schema === undefined ? body.value.json : answer.schema.parse(body.value.json))
  if (etag !== undefined) kept.put(etag, json)
  return accept({ status, headers, body: json })
}
