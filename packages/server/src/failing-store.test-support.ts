import { refuse } from '@paraph/record'
import { type Store, StoreDamaged, StoreUnreachable } from '@paraph/store'

/** How an append ends. `stored`: it is on the disk and nobody knows. `not-asked`: the store did not get as far as the caller's work. */
export type Failure = 'stored' | 'not-stored' | 'disk-full' | 'not-asked' | 'torn' | 'bug' | 'slow'

/** A real store whose next appends fail as told, one each. Only tests have one. */
export const failingStore = () => {
  const next: Failure[] = []
  let torn = false
  let away = false
  let labelless = false
  const wrap = (store: Store): Store => ({
    ...store,
    head: async (log) => {
      if (away) throw new StoreUnreachable('unreachable')
      return store.head(log)
    },
    logs: async () => {
      if (away) throw new StoreUnreachable('unreachable')
      return store.logs()
    },
    entries: async function* (log, range) {
      if (torn) throw new StoreDamaged('pages')
      if (away) throw new StoreUnreachable('unreachable')
      yield* store.entries(log, range)
    },
    claimSlug: async (log, wanted) => (labelless ? refuse('slug', { slug: wanted }) : store.claimSlug(log, wanted)),
    append: async (log, have, work) => {
      if (away) return refuse('not-recorded', { cause: 'unreachable' })
      const failure = next.shift()
      const unknown = refuse('outcome-unknown', { cause: 'input-output' })
      if (failure === undefined) return store.append(log, have, work)
      if (failure === 'not-asked') return refuse('not-recorded', { cause: 'input-output' })
      if (failure === 'bug') throw new TypeError('a bug in the store')
      if (failure === 'slow') await new Promise((later) => setTimeout(later, 100))
      if (failure === 'slow') return store.append(log, have, work)
      if (failure === 'torn') torn = true
      if (failure === 'torn') return unknown
      if (failure === 'stored') {
        await store.append(log, have, work)
        return unknown
      }
      await store.append(log, have, async (head, news) => ({ rows: [], result: (await work(head, news)).result }))
      return failure === 'disk-full' ? refuse('not-recorded', { cause: 'disk-full' }) : unknown
    },
  })
  return {
    wrap,
    fail: (...failures: readonly Failure[]) => next.push(...failures),
    /** no label is to be had from now on */
    takeLabels: () => {
      labelless = true
    },
    /** the database does not answer from now on, and what was held of it in memory was lost */
    leave: () => {
      away = true
    },
    mend: () => {
      torn = false
      away = false
    },
  }
}
