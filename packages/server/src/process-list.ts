import { accept, type Instant, type ProcessId, type Result } from '@paraph/record'
import type { Opened, ProcessView } from '@paraph/talks'
import type { Host, Listed } from './host.ts'
import { later } from './live.ts'

type Kept = { readonly size: number; readonly until: Instant | undefined; readonly view: ProcessView }

/**
 * Processes as a list shows them. Each view is kept for as long as it holds, so that a list of a thousand reads what has moved since and nothing
 * else. `viewOf` makes one as of now.
 */
export const openProcessList = (host: Host, viewOf: (acts: readonly Opened[], now: Instant) => Result<ProcessView>) => {
  const kept = new Map<ProcessId, Kept>()
  return async (listed: readonly Listed[], now: Instant): Promise<Result<readonly ProcessView[]>> => {
    const views: ProcessView[] = []
    for (const { process: id, size, slug } of listed) {
      let known = kept.get(id)
      if (known === undefined || known.size < size || (known.until !== undefined && known.until <= now)) {
        // Reading a file gives nobody else a turn.
        await new Promise(setImmediate)
        const outline = await host.outline(id)
        // One whose record is damaged is left out; its own address says what is wrong.
        if (!outline.ok && outline.refusal.code === 'database-damaged') continue
        if (!outline.ok) return outline
        const { opened, head } = outline.value
        const framed = viewOf(opened, later(now, head.recorded))
        if (!framed.ok) return framed
        const view = { ...framed.value, size: head.size, lastRecorded: head.recorded }
        known = { size: head.size, until: changesAfter(now, opened, view), view }
        kept.set(id, known)
      }
      views.push({ ...known.view, slug })
    }
    return accept(views)
  }
}

/** The first moment after `now` at which the same acts may look otherwise: one of them happens, or coverage begins or ends. Undefined: never. */
const changesAfter = (now: Instant, opened: readonly Opened[], { covered }: ProcessView): Instant | undefined => {
  let first: Instant | undefined
  const look = (moment: Instant): void => {
    if (moment >= now && (first === undefined || moment < first)) first = moment
  }
  for (const { mark } of opened) look(mark.happened.from)
  for (const { from, until } of covered) {
    look(from)
    look(until)
  }
  return first
}
