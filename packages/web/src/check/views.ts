import { type Instant, type Result, refuse } from '@paraph/record'
import { commitments, type Opened, overview, parseQueryTime, processView, rows, statements, timeline } from '@paraph/talks'
import { sayIn } from './say.ts'

const views = { overview, timeline, statements, commitments, process: processView }

/** A page's view of the acts that this window verified: the same function that the host calls. */
export const viewOf = async (
  acts: readonly Opened[],
  { view, at, language }: { view: string; at?: string | undefined; language: string },
): Promise<Result<unknown>> => {
  const happened = at === undefined ? undefined : parseQueryTime(at)
  if (happened !== undefined && !happened.ok) return happened
  const compute = Object.hasOwn(views, view) ? views[view as keyof typeof views] : undefined
  if (compute === undefined) return refuse('no-such-view', { view })
  return compute(acts, { happened: happened?.value, now: new Date().toISOString() as Instant, say: await sayIn(language), language })
}

/** Acts as the record page lists them, newest first. */
export const rowsOf = async (
  acts: readonly Opened[],
  { before, limit, language }: { before: number; limit: number; language: string },
): Promise<Result<unknown>> => ({ ok: true, value: rows(acts, { before, limit, say: await sayIn(language), language }) })
