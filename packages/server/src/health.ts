import { accept, type ProcessId, type RecordSize, type Result, refuse } from '@paraph/record'
import type { Store } from '@paraph/store'
import { failureOf } from './batch.ts'
import { HEALTH_WAIT, TROUBLE_REMEMBERED } from './limits.ts'
import { unlessTrouble } from './trouble.ts'
import type { Watcher } from './watch.ts'

/** An id that no record has: whoever asks for it reads the store and finds nothing. */
const NOBODY = '0'.repeat(32) as ProcessId

/** Refusals that say the host could not write. */
const COULD_NOT_WRITE = ['not-recorded', 'outcome-unknown', 'disk-full']

/**
 * Health of a host: the store answers a read, and lets an append into its critical section, which an engine that has trouble writing refuses.
 * What only a real commit meets, as a full disk, is remembered for a while from the last one that failed, unless one succeeded since.
 */
export const openHealth = (store: Store, now: () => number) => {
  let trouble: { readonly code: string; readonly until: number } | undefined
  const watcher: Watcher = {
    answered: (result) => {
      if (result.ok && result.value.fresh) trouble = undefined
      else if (!result.ok && COULD_NOT_WRITE.includes(result.refusal.code))
        trouble = { code: result.refusal.code, until: now() + TROUBLE_REMEMBERED }
    },
    committed: () => {},
  }
  const look = async (): Promise<Result<void>> => {
    await store.head(NOBODY)
    const entered = await store.append(NOBODY, 0 as RecordSize, () => ({ rows: [], result: undefined }))
    return entered.ok ? accept(undefined) : { ok: false, refusal: failureOf(entered.refusal) }
  }
  return {
    watcher,
    health: async (): Promise<Result<void>> => {
      if (trouble !== undefined && now() < trouble.until) return refuse(trouble.code === 'disk-full' ? 'disk-full' : 'not-recorded')
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<Result<void>>((resolve) => {
        timer = setTimeout(() => resolve(refuse('database-unreachable')), HEALTH_WAIT)
      })
      const looked = await Promise.race([unlessTrouble(look()), late])
      clearTimeout(timer)
      return looked
    },
  }
}
