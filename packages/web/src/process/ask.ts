import { type Refusal, type Result, refuse } from '@paraph/record'
import type { Query } from './seen.ts'

/** A refusal as HTTP brings it: RFC 9457 problem details with our code and facts. */
type Problem = {
  readonly code?: string
  readonly path?: string
  readonly facts?: Refusal['facts']
  readonly title?: string
  readonly detail?: string
}

const foreseen = new Map<string, Promise<Response>>()

/** Asks before the page that will need it has loaded: whoever asks the same first is given this answer. */
export const foresee = (path: string, language: string): void => {
  const answer = fetch(`/api/v1${path}`, { headers: { accept: 'application/json', 'accept-language': language } })
  // met by who asks, if anybody does
  answer.catch(() => {})
  foreseen.set(`${language} ${path}`, answer)
}

/** `no-network` where nothing answered; else the host's own code, with its sentence as the fact `said`. */
export const ask = async <Answer>(
  path: string,
  {
    language,
    signal,
    method = 'GET',
    body,
    file,
  }: { language: string; signal?: AbortSignal; method?: string; body?: unknown /** sent as it is, with its own type */; file?: Blob },
): Promise<Result<Answer>> => {
  const early = method === 'GET' ? foreseen.get(`${language} ${path}`) : undefined
  foreseen.delete(`${language} ${path}`)
  try {
    const response = await (early ??
      fetch(`/api/v1${path}`, {
        method,
        headers: {
          accept: 'application/json',
          'accept-language': language,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(file === undefined ? {} : { 'content-type': file.type === '' ? 'application/octet-stream' : file.type }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(file === undefined ? {} : { body: file }),
        ...(signal === undefined ? {} : { signal }),
      }))
    if (response.status === 204) return { ok: true, value: undefined as Answer }
    const json: unknown = await response.json().catch(() => ({}))
    if (response.ok) return { ok: true, value: json as Answer }
    const problem = json as Problem
    const said = problem.detail ?? problem.title
    return refuse(problem.code ?? `status-${response.status}`, { ...problem.facts, ...(said === undefined ? {} : { said }) }, problem.path)
  } catch {
    return refuse('no-network', {})
  }
}

/** A view's address with what is asked of it. */
export const viewPath = (ref: string, view: string, query: Query = {}): string => {
  const asked = Object.entries(query).flatMap(([name, text]) => (text === undefined ? [] : [`${name}=${encodeURIComponent(text)}`]))
  return `/processes/${encodeURIComponent(ref)}/${view}${asked.length === 0 ? '' : `?${asked.join('&')}`}`
}
