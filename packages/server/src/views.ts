import type { Instant, RecordSize, Result } from '@paraph/record'
import type { ActRow, Opened, ProcessView, Say } from '@paraph/talks'
import type { Hosted } from './host.ts'
import type { Spoken } from './language.ts'

export type ViewName = 'standing' | 'overview' | 'timeline' | 'statements' | 'commitments'
export type Asking = {
  acts: readonly Opened[]
  record: Hosted
  now: Instant
  happened: Instant | undefined
  known: RecordSize
  say: Say
  language: Spoken
}
const notYet = (): never => {
  throw new Error('views not here yet')
}
export const views: Readonly<Record<ViewName, (asking: Asking) => Result<unknown>>> = {
  standing: notYet,
  overview: notYet,
  timeline: notYet,
  statements: notYet,
  commitments: notYet,
}
export const processView = (_: Omit<Asking, 'happened' | 'known'>): ProcessView => notYet()
export const rowsOf = (_: Omit<Asking, 'happened' | 'known'>, __: { from: number; until: number }): readonly ActRow[] => notYet()
