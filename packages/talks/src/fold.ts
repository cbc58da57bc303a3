import { kindOf } from './catalogue.ts'
import type { Opened } from './kind.ts'
import { settleAmendments } from './process.ts'
import type { State } from './state.ts'

/**
 * Grows a state by one act: files it under its name, folds it into its noun's slice. Never refuses; what is unknown or not open is filed only.
 * O(1), but for amendments of ground rules that wait for consents.
 */
export const foldAct = (state: State, { mark, act }: Opened): void => {
  const kind = typeof act === 'string' ? undefined : kindOf(mark.type)
  const open = typeof act === 'string' ? undefined : act.open
  state.filed.set(mark.hash, { mark, act, names: (open === undefined ? undefined : kind?.names?.(open)) ?? mark.hash })
  if (kind === undefined) return
  kind.fold(state, open, mark)
  if (state.process.pending.size > 0 && kind.structure === true) settleAmendments(state)
}
