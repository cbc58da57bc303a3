import { type ProcessId, type Result, refuse } from '@paraph/record'
import { type BatchEnd, commitBatch, type Desk, type Filed } from './batch.ts'
import { type Due, dueIn, eraseDue } from './erasing.ts'
import type { Filing } from './filing.ts'
import { BATCH_LIMIT, CONFLICT_LIMIT, QUEUE_LIMIT } from './limits.ts'
import { followStore, type Live, load } from './live.ts'
import type { Watcher } from './watch.ts'

type Waiting = { readonly filing: Filing; readonly answer: (result: Result<Filed>) => void; readonly fail: (error: unknown) => void }

/** One process's line: acts wait here for the lock, and what is in memory of the process is held here. */
export type Line = {
  /** The process as it is durable; loaded where it is not in memory. */
  readonly live: () => Promise<Result<Live>>
  /** Waits for a turn; the answer comes after the commit. */
  readonly file: (filing: Filing) => Promise<Result<Filed>>
  /** Catches up with what somebody else appended, up to this size at least, in a turn of its own; nothing where it is not in memory. */
  readonly catchUp: (size: number) => Promise<void>
  /** Lets go of what is in memory, unless a turn is under way. Whether it did. */
  readonly release: () => boolean
  /** When nobody waits and nothing commits. */
  readonly idle: () => Promise<void>
}

/** `first`: the process where it was founded just now. `moved` is told of every new head, `erased` of every erasure, `watcher` of every commit. */
export type LineParts = {
  readonly first?: Live | undefined
  readonly moved: (live: Live) => void
  readonly erased: () => void
  readonly watcher: Watcher
}

/** Group commit: what arrives while a batch commits is the next batch. */
export const openLine = (desk: Desk, id: ProcessId, { first, moved, erased, watcher }: LineParts): Line => {
  const waiting: Waiting[] = []
  let held: Promise<Result<Live>> | undefined = first === undefined ? undefined : Promise.resolve({ ok: true, value: first })
  let running: Promise<void> | undefined
  let unfinished: readonly Due[] = []
  // What others are known to have appended up to, and who waits until it is in memory.
  let wanted = 0
  const behind: { readonly done: () => void; readonly fail: (error: unknown) => void }[] = []

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

  /** After the commit that put an erasure in effect: content goes from the disk, and from memory, which is loaded anew. */
  const erase = async (live: Live): Promise<void> => {
    const due = dueIn(live)
    if (due.length > 0) {
      held = undefined
      erased()
    }
    if (due.length + unfinished.length > 0) unfinished = await eraseDue(desk.store, id, [...unfinished, ...due])
  }

  const turn = async (batch: readonly Filing[]): Promise<readonly Result<Filed>[]> => {
    for (let attempt = 0; attempt < CONFLICT_LIMIT; attempt++) {
      const loaded = await live()
      if (!loaded.ok) return batch.map(() => loaded)
      const before = loaded.value.head.size
      let end: BatchEnd | undefined
      const start = performance.now()
      try {
        end = await commitBatch(desk, loaded.value, batch)
      } finally {
        // Also where a bug threw: what was folded may not be on the disk, so it is never gone on from.
        if (end?.live === undefined) held = undefined
      }
      if ('again' in end) continue
      const acts = end.answers.filter((answer) => answer.ok && answer.value.fresh).length
      if (acts > 0) watcher.committed({ acts, seconds: (performance.now() - start) / 1000 })
      if (end.live !== undefined) await erase(end.live)
      if (end.live !== undefined && end.live.head.size > before) moved(end.live)
      return end.answers
    }
    return batch.map(() => refuse('not-recorded', { cause: 'busy' }))
  }

  /** Without the lock: others go on appending, and nothing is judged by what is read here. */
  const follow = async (): Promise<void> => {
    const loaded = await held
    if (loaded?.ok !== true || loaded.value.head.size >= wanted) return
    let followed = false
    try {
      followed = await followStore(desk.means, desk.store, loaded.value)
    } finally {
      if (!followed) held = undefined
    }
    await erase(loaded.value)
    if (followed) moved(loaded.value)
  }
  const followFor = async (asked: typeof behind): Promise<void> => {
    try {
      await follow()
      for (const { done } of asked) done()
    } catch (error) {
      for (const { fail } of asked) fail(error)
    }
  }

  const run = async (): Promise<void> => {
    while (waiting.length + behind.length > 0) {
      // Lets whatever arrived in the same turn of the event loop come along.
      await new Promise(setImmediate)
      if (behind.length > 0) await followFor(behind.splice(0))
      if (waiting.length === 0) continue
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
    catchUp: (size) =>
      new Promise((done, fail) => {
        wanted = Math.max(wanted, size)
        if (held === undefined) return done()
        behind.push({ done, fail })
        running ??= run()
      }),
    release: () => {
      if (running !== undefined) return false
      held = undefined
      return true
    },
    idle: () => running ?? Promise.resolve(),
  }
}
