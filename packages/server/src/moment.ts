import { accept, type Instant, type Result } from '@paraph/record'
import { parseQueryTime } from '@paraph/talks'

/** What a view is asked as of. `happened` absent: now, or where coverage ended. `known`: a size, or a moment of the record's clock; absent: all of it. */
export type Moment = { readonly happened: Instant | undefined; readonly known: number | Instant | undefined }

const SIZE = /^(0|[1-9][0-9]{0,14})$/

/** Reads `at` and `known` of a query. What they mean in this process is for `talks` to say. */
export const momentOf = ({ at, known }: { readonly at?: string | undefined; readonly known?: string | undefined }): Result<Moment> => {
  const happened = at === undefined ? accept(undefined) : parseQueryTime(at)
  if (!happened.ok) return { ok: false, refusal: { ...happened.refusal, path: 'query.at' } }
  const until = known === undefined ? accept(undefined) : SIZE.test(known) ? accept(Number(known)) : parseQueryTime(known)
  return until.ok
    ? accept({ happened: happened.value, known: until.value })
    : { ok: false, refusal: { ...until.refusal, path: 'query.known' } }
}
