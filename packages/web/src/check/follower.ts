import type { Refusal, Result } from '@paraph/record'
import type { Query } from '@paraph/talks'
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
export const UNABLE: ReadonlySet<string> = new Set([
  'no-network',
  'not-fetched',
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
  /** Fetches and checks the record as it is now. `size`: how far it goes by what the host announced; what is checked so far is not checked again. */
  readonly catchUp: (size?: number) => Promise<void>
  readonly view: <View>(view: string, asked: { query: Query; language: string }) => Promise<Result<View>>
}

export const follow = (process: string): Follower => {
  let standing: Standing = { state: 'not-yet' }
  let running: Promise<void> | undefined
  let announced = 0
  const listeners = new Set<() => void>()
  const become = (next: Standing) => {
    standing = next
    for (const listener of listeners) listener()
  }
  const run = async (): Promise<void> => {
    // A fault that was found stands until a whole record was seen: neither a check under way nor a silent host takes it back.
    const quiet = standing.state === 'checked' || standing.state === 'fault'
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
    catchUp: async (size = 0) => {
      announced = Math.max(announced, size)
      if (running !== undefined) return running
      running = run()
      await running
      running = undefined
      // It grew while it was being checked: once more, and no further than the host does give.
      const behind = standing.state === 'checked' && standing.size < announced
      announced = 0
      if (behind) {
        running = run()
        await running
        running = undefined
      }
    },
    view: (view, { query, language }) => inWorker({ do: 'view', process, view, query, language }),
  }
}
