import { Agent as PlainAgent, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { accept, type Result, refuse } from '@paraph/record'
import { type AskedAddress, takeAddress } from './asked-address.ts'
import { bodyOf, codeOf, ENCODINGS } from './body.ts'
import { type Objection, type Place, pinned, placeOf, publicOnly, type Resolve, systemResolve } from './connection.ts'

/** Bytes of a page, compressed or not; how long fetching it may take in all, in ms; how often it may lead elsewhere. */
export const FETCH_SIZE = 16 * 1024 * 1024
export const FETCH_TIME = 20_000
export const REDIRECTS_LIMIT = 5

/** Who asks: whoever runs a site can tell us from a browser. */
const USER_AGENT = 'Paraph/0.1 (one page, captured at the request of a person)'

/** A page as it was fetched. `address`: where it came from in the end, after redirects. `media`: its content type as it was declared. */
export type Fetched = { readonly address: string; readonly media: string | undefined; readonly bytes: Uint8Array }

/** Fetches one page at a person's request; `signal` ends it when nobody waits for it any more. */
export type FetchAddress = (address: string, signal?: AbortSignal) => Promise<Result<Fetched>>

/** What a fetch leans on: who resolves names, what a connection may not go to, how long it may take (ms). Anything but the defaults is a test's. */
export type FetchParts = { readonly resolve?: Resolve; readonly objection?: Objection; readonly time?: number }

/**
 * Makes the one way of this server to other machines. http and https, public addresses, ports 80 and 443; every hop is resolved once, checked, and
 * connected to at the very address that was checked; no cookies, no credentials, no cache, no proxy. Refuses `address-not-taken`,
 * `address-unresolved`, `address-not-public`, `fetch-redirects`, `fetch-answered` (its status is none of success), `fetch-slow`, `fetch-failed`,
 * `too-large`.
 */
export const guardedFetch =
  ({ resolve = systemResolve, objection = publicOnly, time = FETCH_TIME }: FetchParts = {}): FetchAddress =>
  async (address, signal) => {
    const late = AbortSignal.timeout(time)
    const ended = signal === undefined ? late : AbortSignal.any([late, signal])
    const fetching = follow(address, { resolve, objection, signal: ended })
    const result = await Promise.race([fetching, aborted(ended)])
    return late.aborted && !result.ok ? refuse('fetch-slow', { limit: time }) : result
  }

/** A resolver cannot be stopped: who waits for it can. */
const aborted = (signal: AbortSignal): Promise<Result<never>> =>
  new Promise((resolve) => {
    const end = (): void => resolve(refuse('fetch-failed', { cause: 'cancelled' }))
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })

type Hopping = { readonly resolve: Resolve; readonly objection: Objection; readonly signal: AbortSignal }

/** Hop by hop: each is taken apart, resolved and checked like the first. */
const follow = async (address: string, hopping: Hopping): Promise<Result<Fetched>> => {
  let base: URL | undefined
  let next = address
  for (let hop = 0; hop <= REDIRECTS_LIMIT; hop++) {
    const asked = takeAddress(next, base)
    if (!asked.ok) return asked
    const place = await placeOf(asked.value, hopping)
    if (!place.ok) return place
    const answer = await answerOf(asked.value, place.value, hopping)
    if (!answer.ok) return answer
    const leadsTo = redirectOf(answer.value)
    if (leadsTo === undefined) return pageOf(asked.value, answer.value)
    answer.value.destroy()
    base = asked.value.url
    next = leadsTo
  }
  return refuse('fetch-redirects', { limit: REDIRECTS_LIMIT })
}

const redirectOf = ({ statusCode = 0, headers }: IncomingMessage): string | undefined =>
  [301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined

const pageOf = async ({ url }: AskedAddress, answer: IncomingMessage): Promise<Result<Fetched>> => {
  if (answer.statusCode !== 200) {
    answer.destroy()
    return refuse('fetch-answered', { status: answer.statusCode ?? 0 })
  }
  const bytes = await bodyOf(answer, FETCH_SIZE)
  answer.destroy()
  return bytes.ok ? accept({ address: url.href, media: answer.headers['content-type'], bytes: bytes.value }) : bytes
}

/** Asks at the place that was checked. That the connection is there and nowhere else is looked at once more when it stands. */
const answerOf = (
  { url, host }: AskedAddress,
  { address, port }: Place,
  { objection, signal }: Hopping,
): Promise<Result<IncomingMessage>> =>
  new Promise((resolve) => {
    const secure = url.protocol === 'https:'
    const options = {
      host,
      port,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      lookup: pinned(address),
      // Its own, so that no connection of before and no proxy of the surroundings is taken.
      agent: secure ? new SecureAgent({ keepAlive: false }) : new PlainAgent({ keepAlive: false }),
      signal,
      headers: {
        host: url.host,
        'user-agent': USER_AGENT,
        accept: 'text/html, application/pdf, text/plain, */*;q=0.5',
        'accept-encoding': ENCODINGS,
      },
    }
    const asked = secure ? secureRequest(options) : plainRequest(options)
    asked.on('socket', (socket) => {
      socket.once('connect', () => {
        const range = objection({ address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 })
        if (range === undefined) return
        resolve(refuse('address-not-public', { host, address: socket.remoteAddress ?? '', port, range }))
        asked.destroy()
      })
    })
    asked.on('response', (answer) => resolve(accept(answer)))
    asked.on('error', (error) => resolve(refuse('fetch-failed', { cause: codeOf(error) })))
    asked.end()
  })
