import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { REST_AFTER } from './limits.ts'

/** The collector, told to give back what it can. Its options are those of Node's own `gc`. */
type Collect = (options: { readonly type: 'major'; readonly execution: 'async'; readonly flavor: 'last-resort' }) => unknown

/** V8 gives no other way to ask: the function is there for whoever starts node with this flag, and for a context made after it was set. */
const collector = (): Collect => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as Collect
}

/** Told of every request. `close` ends it. */
export type Rest = { readonly disturbed: () => void; readonly close: () => void }

/**
 * Memory that only waits for the collector is given back once nobody has asked for anything for a while: V8 collects as it allocates, so an idle
 * server would keep what loading its last record took, a hundred megabytes over a record of 10,000 acts, for as long as nobody asks.
 */
export const openRest = (after: number = REST_AFTER): Rest => {
  let collect: Collect | undefined
  let timer: NodeJS.Timeout | undefined
  const rest = (): void => {
    timer = undefined
    collect ??= collector()
    collect({ type: 'major', execution: 'async', flavor: 'last-resort' })
  }
  return {
    disturbed: () => {
      if (timer !== undefined) timer.refresh()
      else timer = setTimeout(rest, after).unref()
    },
    close: () => clearTimeout(timer),
  }
}
