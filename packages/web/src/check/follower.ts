import type { Refusal, Result } from '@paraph/record'
import { inWorker } from './line.ts'
import type { Fault, Progress } from './protocol.ts'

/** How far this window has checked a process. */
export type Standing =
  | { readonly state: 'not-yet' }
  | { readonly state: 'checking'; readonly progress: Progress }
  | { readonly state: 'checked'; readonly size: number; readonly at: number }
  | { readonly state: 'fault'; readonly fault: Fault }
  | { readonly state: 'unable'; readonly refusal: Refusal }

/** What cannot be blamed on the record: no network, no WebCrypto, a stopped worker. Anything else is a fault of what the host served. */
const UNABLE = new Set([
  'no-network',
  'host-unreachable',
  'no-webcrypto',
  'no-ed25519',
  'check-stopped',
  'cancelled',
  'sign-in-needed',
  'process-unknown',
])

/** Follows one process in the worker: fetch, verify, fold; and tells the page how far it is. */
export type Follower = {
  readonly standing: () => Standing
  readonly subscribe: (listener: () => void) => () => void
  readonly catchUp: () => Promise<void>
  readonly view: <View>(view: string, options: { at?: string | undefined; language: string }) => Promise<Result<View>>
}

export const follow = (process: string): Follower => {
  let standing: Standing = { state: 'not-yet' }
  let running: Promise<void> | undefined
  let again = false
  const listeners = new Set<() => void>()
  const become = (next: Standing) => {
    standing = next
    for (const listener of listeners) listener()
  }
  const run = async (): Promise<void> => {
    const quiet = standing.state === 'checked'
    const result = await inWorker<{ size: number }>(
      { do: 'follow', process, base: location.origin },
      { progress: (progress) => (quiet ? undefined : become({ state: 'checking', progress })) },
    )
    if (result.ok) become({ state: 'checked', size: result.value.size, at: Date.now() })
    else if (!UNABLE.has(result.refusal.code)) become({ state: 'fault', fault: result.refusal })
    else if (!quiet) become({ state: 'unable', refusal: result.refusal })
  }
  return {
    standing: () => standing,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    catchUp: async () => {
      if (running !== undefined) {
        again = true
        return running
      }
      running = run()
      await running
      running = undefined
      if (again) {
        again = false
        running = run()
        await running
        running = undefined
      }
    },
    view: (view, { at, language }) => inWorker({ do: 'view', process, view, at, language }),
  }
}
