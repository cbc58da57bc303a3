import { type ProcessId, type Result, refuse } from '@paraph/record'
import { type BatchEnd, commitBatch, type Desk, type Filed } from './batch.ts'
import type { Filing } from './filing.ts'
import { BATCH_LIMIT, CONFLICT_LIMIT, QUEUE_LIMIT } from './limits.ts'
import { type Live, load } from './live.ts'

type Waiting = { readonly filing: Filing; readonly answer: (result: Result<Filed>) => void; readonly fail: (error: unknown) => void }

/** One process's line: acts wait here for the lock, and what is in memory of the process is held here. */
export type Line = {
  /** The process as it is durable; loaded where it is not in memory. */
  readonly live: () => Promise<Result<Live>>
  /** Waits for a turn; the answer comes after the commit. */
  readonly file: (filing: Filing) => Promise<Result<Filed>>
  /** When nobody waits and nothing commits. */
  readonly idle: () => Promise<void>
}

/** Group commit: what arrives while a batch commits is the next batch. `first`: the process where it was founded just now. `moved` is told of every new head. */
export const openLine = (desk: Desk, id: ProcessId, { first, moved }: { first?: Live | undefined; moved: (live: Live) => void }): Line => {
  const waiting: Waiting[] = []
  let held: Promise<Result<Live>> | undefined = first === undefined ? undefined : Promise.resolve({ ok: true, value: first })
  let running: Promise<void> | undefined

  /** Never rejects into the void: a failed load is asked again by the next who needs it. */
  const live = (): Promise<Result<Live>> => {
    held ??= load(desk.means, desk.store, id).then(
      (result) => {
        if (!result.ok) held = undefined
        return result
      },
      (error: unknown) => {
        held = undefined
        throw error
      },
    )
    return held
  }

  const turn = async (batch: readonly Filing[]): Promise<readonly Result<Filed>[]> => {
    for (let attempt = 0; attempt < CONFLICT_LIMIT; attempt++) {
      const loaded = await live()
      if (!loaded.ok) return batch.map(() => loaded)
      const before = loaded.value.head.size
      let end: BatchEnd | undefined
      try {
        end = await commitBatch(desk, loaded.value, batch)
      } finally {
        // Also where a bug threw: what was folded may not be on the disk, so it is never gone on from.
        if (end?.live === undefined) held = undefined
      }
      if ('again' in end) continue
      if (end.live !== undefined && end.live.head.size > before) moved(end.live)
      return end.answers
    }
    return batch.map(() => refuse('not-recorded', { cause: 'busy' }))
  }

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Lets whatever arrived in the same turn of the event loop come along.
      await new Promise(setImmediate)
      const batch = waiting.splice(0, BATCH_LIMIT)
      try {
        const answers = await turn(batch.map(({ filing }) => filing))
        for (const [at, { answer }] of batch.entries()) answer(answers[at]!)
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    running = undefined
  }

  return {
    live,
    file: (filing) =>
      new Promise((answer, fail) => {
        if (waiting.length >= QUEUE_LIMIT) return answer(refuse('busy', { waiting: waiting.length, limit: QUEUE_LIMIT }))
        waiting.push({ filing, answer, fail })
        running ??= run()
      }),
    idle: () => running ?? Promise.resolve(),
  }
}
