import { type Instant, type Result, refuse } from '@paraph/record'
import { type Opened, parseQueryTime } from '@paraph/talks'
import { sayIn } from './say.ts'

/** placeholder until talks has its views */
export const viewOf = async (
  acts: readonly Opened[],
  { view, at, language }: { view: string; at?: string | undefined; language: string },
): Promise<Result<unknown>> => {
  const say = await sayIn(language)
  const happened = at === undefined ? undefined : parseQueryTime(at)
  if (happened !== undefined && !happened.ok) return happened
  void say
  void acts
  void (0 as unknown as Instant)
  return refuse('no-such-view', { view })
}
export const rowsOf = async (
  acts: readonly Opened[],
  { before, limit, language }: { before: number; limit: number; language: string },
): Promise<Result<unknown>> => {
  void acts
  void before
  void limit
  void language
  return refuse('no-such-view', { view: 'rows' })
}
