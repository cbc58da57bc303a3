import { accept, type Instant, type RecordSize, type Result, refuse } from '@paraph/record'
import { parseQueryTime } from '@paraph/talks'
import type { Hosted } from './host.ts'

/** What a view is asked as of: `happened` absent means now, or where coverage ended; `known` is a size. */
export type Moment = { readonly happened: Instant | undefined; readonly known: RecordSize }

const SIZE = /^(0|[1-9][0-9]{0,14})$/

/** Reads `at` and `known` of a query. A time for `known` is turned into a size by `recorded`; in a reconstruction that begins at the import and is refused. */
export const momentOf = (
  record: Hosted,
  { at, known }: { readonly at?: string | undefined; readonly known?: string | undefined },
): Result<Moment> => {
  const happened = at === undefined ? accept(undefined) : parseQueryTime(at)
  if (!happened.ok) return { ok: false, refusal: { ...happened.refusal, path: 'query.at' } }
  const size = known === undefined ? accept(record.head.size) : sizeOf(record, known)
  return size.ok
    ? accept({ happened: happened.value, known: size.value })
    : { ok: false, refusal: { ...size.refusal, path: 'query.known' } }
}

const sizeOf = (record: Hosted, known: string): Result<RecordSize> => {
  const { size } = record.head
  if (SIZE.test(known)) {
    const given = Number(known)
    return given >= 1 && given <= size ? accept(given as RecordSize) : refuse('known-beyond-record', { known: given, size })
  }
  const until = parseQueryTime(known)
  if (!until.ok) return until
  if (record.state.process.opened?.act.nature === 'reconstruction') return refuse('known-begins-at-import', { known })
  return accept(countUntil(record, until.value) as RecordSize)
}

/** How many entries were recorded before `until`. `recorded` never goes back, so the first that was not ends the search. */
const countUntil = ({ opened, head }: Hosted, until: Instant): number => {
  let low = 0
  let high: number = head.size
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (opened[middle]!.mark.recorded < until) low = middle + 1
    else high = middle
  }
  return low
}
