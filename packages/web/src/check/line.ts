import { type Result, refuse } from '@paraph/record'
import type { Asked, FromWorker, Progress, ToWorker } from './protocol.ts'
import address from './worker.ts?worker&url'

type Waiting = { readonly answer: (result: Result<unknown>) => void; readonly progress?: ((progress: Progress) => void) | undefined }
const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let last = 0

type Policy = { readonly createScriptURL: (url: string) => unknown }
type Types = { readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy }

/** Where trusted types are required a worker's address must be vouched for: this policy lets through our own worker and nothing else. */
const policy = (globalThis as { trustedTypes?: Types }).trustedTypes?.createPolicy('paraph-worker', { createScriptURL: () => address })
const vouched = (): string => (policy === undefined ? address : (policy.createScriptURL(address) as string))

const start = (): Worker => {
  const made = new Worker(vouched(), { type: 'module', name: 'paraph-check' })
  made.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const one = waiting.get(data.id)
    if (one === undefined) return
    if ('progress' in data) return one.progress?.(data.progress)
    waiting.delete(data.id)
    one.answer(data.answer)
  })
  made.addEventListener('error', (event) => {
    event.preventDefault()
    for (const one of waiting.values()) one.answer(refuse('check-stopped', { said: event.message ?? '' }))
    waiting.clear()
    worker = undefined
  })
  return made
}

/** Asks the worker, which starts with the first question. A cancelled question is answered `cancelled`. */
export const inWorker = <Answer>(
  asked: Asked,
  { progress, signal, transfer = [] }: { progress?: (progress: Progress) => void; signal?: AbortSignal; transfer?: Transferable[] } = {},
): Promise<Result<Answer>> => {
  worker ??= start()
  const told = worker
  const id = ++last
  return new Promise((resolve) => {
    waiting.set(id, { answer: resolve as (result: Result<unknown>) => void, progress })
    signal?.addEventListener('abort', () => {
      told.postMessage({ cancel: id } satisfies ToWorker)
      waiting.get(id)?.answer(refuse('cancelled', {}))
      waiting.delete(id)
    })
    told.postMessage({ id, asked } satisfies ToWorker, transfer)
  })
}
