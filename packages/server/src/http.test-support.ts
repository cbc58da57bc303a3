import { type Agent, type IncomingMessage, request } from 'node:http'
import type { Store } from '@paraph/store'
import { type Exercise, type Home, openExercise, openHome } from './exercise.test-support.ts'
import { type ServeParts, type Serving, serve } from './serve.ts'

export type Answer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  bytes: Buffer
  json: () => never
}

/** A bare HTTP client: no cookie jar, no redirects, every header as given (fetch forbids `Host`). */
export const ask = (
  address: string,
  path: string,
  { method = 'GET', headers = {}, body, agent }: { method?: string; headers?: Record<string, string>; body?: unknown; agent?: Agent } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const asked = request(new URL(path, address.replace('localhost', '127.0.0.1')), {
      method,
      ...(agent === undefined ? {} : { agent }),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text!)) }),
        ...headers,
      },
    })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const bytes = Buffer.concat(parts)
        resolve({
          status: answer.statusCode!,
          headers: answer.headers,
          text: bytes.toString(),
          bytes,
          json: () => JSON.parse(bytes.toString()) as never,
        })
      })
    })
    asked.end(text)
  })

/** Listens to the event stream; `events` grows. */
export const listen = async (address: string, headers: Record<string, string> = {}) => {
  const events: { id: string; data: { process: string; size: number; root: string } }[] = []
  let text = ''
  const asked = request(new URL('/api/v1/events', address.replace('localhost', '127.0.0.1')), { headers })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => asked.on('response', resolve).on('error', reject).end())
  const state = { status: answer.statusCode!, headers: answer.headers, events, ended: false, raw: () => text, stop: () => asked.destroy() }
  answer.on('error', () => {})
  asked.on('error', () => {})
  answer.on('close', () => {
    state.ended = true
  })
  answer.on('data', (part) => {
    text += part
    events.length = 0
    for (const block of text.split('\n\n')) {
      const id = /^id: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (id !== undefined && data !== undefined) events.push({ id, data: JSON.parse(data) })
    }
  })
  return state
}

/** Waits until something holds; fails after five seconds. */
export const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 500; turn++) {
    if (holds()) return
    await new Promise((later) => setTimeout(later, 10))
  }
  throw new Error('waited five seconds in vain')
}

/** A served host with two exercises, one open to everybody and one private, and a session. */
export const serveHome = async ({ wrap, ...parts }: Partial<ServeParts> & { wrap?: (store: Store) => Store } = {}) => {
  const home = await openHome(wrap === undefined ? {} : { store: wrap })
  const open = await openExercise(home.host, { slug: 'open-lake', keysArePublic: true })
  const closed = await openExercise(home.host, { slug: 'closed-lake' })
  const faults: unknown[] = []
  const serving = await serve({ host: home.host, port: 0, fault: (error) => faults.push(error), ...parts })
  return {
    home,
    open,
    closed,
    serving,
    faults,
    ask: (path: string, options?: Parameters<typeof ask>[2]) => ask(serving.address, path, options),
    session: () => signIn(serving),
    dispose: async () => {
      await serving.close()
      await home.dispose()
    },
  }
}
export type Served = { home: Home; open: Exercise; closed: Exercise } & Awaited<ReturnType<typeof serveHome>>

/** The cookie of a new session. */
export const signIn = async (serving: Serving): Promise<string> => {
  const [, token] = serving.signInLink().split('#')
  const answer = await ask(serving.address, '/api/v1/session', { method: 'POST', body: { token } })
  if (answer.status !== 204) throw new Error(answer.text)
  return String(answer.headers['set-cookie']).split(';')[0]!
}
