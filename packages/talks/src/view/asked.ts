import { accept, type BodyId, type EntryHash, type Instant, type Result } from '@paraph/record'
import { parseQueryTime } from '../time.ts'

/** What a view is asked, as the texts of a query. Counts are digits; who takes a query from outside has checked that. */
export type Query = {
  readonly at?: string | undefined
  readonly known?: string | undefined
  readonly first?: string | undefined
  readonly limit?: string | undefined
  readonly until?: string | undefined
  readonly by?: string | undefined
  readonly act?: string | undefined
}

/** The same as views take it: `at` is `happened`; `known` a size, or a moment of the record's clock. */
export type AskedView = {
  readonly happened: Instant | undefined
  readonly known: number | Instant | undefined
  readonly first: number | undefined
  readonly limit: number | undefined
  readonly until: Instant | undefined
  readonly by: BodyId | undefined
  readonly act: EntryHash | undefined
}

const SIZE = /^(0|[1-9][0-9]{0,14})$/

/** Reads a query, for a host and for a browser alike. What its moments mean in a process is for the views to say. Refuses `not-a-time`. */
export const askedOf = ({ at, known, first, limit, until, by, act }: Query): Result<AskedView, 'not-a-time'> => {
  const happened = timeOf(at, 'query.at')
  if (!happened.ok) return happened
  const size = known !== undefined && SIZE.test(known) ? accept(Number(known)) : timeOf(known, 'query.known')
  if (!size.ok) return size
  const end = timeOf(until, 'query.until')
  if (!end.ok) return end
  return accept({
    happened: happened.value,
    known: size.value,
    first: first === undefined ? undefined : Number(first),
    limit: limit === undefined ? undefined : Number(limit),
    until: end.value,
    by: by as BodyId | undefined,
    act: act as EntryHash | undefined,
  })
}

const timeOf = (text: string | undefined, path: string): Result<Instant | undefined, 'not-a-time'> => {
  if (text === undefined) return accept(undefined)
  const time = parseQueryTime(text)
  return time.ok ? time : { ok: false, refusal: { ...time.refusal, path } }
}
