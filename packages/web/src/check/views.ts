import { type Instant, type Result, refuse } from '@paraph/record'
import { askedOf, commitments, type Opened, overview, processView, type Query, rows, statements, timeline } from '@paraph/talks'
import { sayIn } from './say.ts'

const views = { overview, timeline, statements, commitments, process: processView }

/** A page's view of the acts that this window verified: the same function of the same query that the host calls. */
export const viewOf = async (
  acts: readonly Opened[],
  { view, query, language }: { view: string; query: Query; language: string },
): Promise<Result<unknown>> => {
  const asked = askedOf(query)
  if (!asked.ok) return asked
  const compute = Object.hasOwn(views, view) ? views[view as keyof typeof views] : undefined
  if (compute === undefined) return refuse('no-such-view', { view })
  return compute(acts, { ...asked.value, now: new Date().toISOString() as Instant, say: await sayIn(language), language })
}

/** Acts as the record page lists them, newest first. */
export const rowsOf = async (
  acts: readonly Opened[],
  { before, limit, language }: { before: number; limit: number; language: string },
): Promise<Result<unknown>> => ({ ok: true, value: rows(acts, { before, limit, say: await sayIn(language), language }) })
