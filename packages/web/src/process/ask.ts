import { type Refusal, type Result, refuse } from '@paraph/record'

/** A refusal as HTTP brings it: RFC 9457 problem details with our code and facts. */
type Problem = {
  readonly code?: string
  readonly path?: string
  readonly facts?: Refusal['facts']
  readonly title?: string
  readonly detail?: string
}

/** `no-network` where nothing answered; else the host's own code, with its sentence as the fact `said`. */
export const ask = async <Answer>(
  path: string,
  { language, signal, method = 'GET', body }: { language: string; signal?: AbortSignal; method?: string; body?: unknown },
): Promise<Result<Answer>> => {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
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

/** A view's address with its time. */
export const viewPath = (ref: string, view: string, at: string | undefined): string =>
  `/processes/${encodeURIComponent(ref)}/${view}${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`
