import { type Refusal, type Result, refuse } from '@paraph/record'
import { StoreDamaged, StoreUnreachable } from '@paraph/store'

/** What reading the store threw, as a refusal; undefined where it is a bug. */
export const refusalOfTrouble = (error: unknown): Refusal | undefined => {
  if (error instanceof StoreUnreachable) return refuse('database-unreachable').refusal
  return error instanceof StoreDamaged ? refuse('database-damaged', { found: 'pages' }).refusal : undefined
}

/** An answer, or the refusal of a store that cannot be read now: nothing of the process is gone on from, and asking again is safe. */
export const unlessTrouble = async <Value>(answering: Promise<Result<Value>>): Promise<Result<Value>> => {
  try {
    return await answering
  } catch (error) {
    const refusal = refusalOfTrouble(error)
    if (refusal === undefined) throw error
    return { ok: false, refusal }
  }
}
