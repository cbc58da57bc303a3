import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { accept, type Result, refuse } from '@paraph/record'
import { type Reading, type ReadingCode, SOURCE_LIMIT, type SourceGiven } from './reading.ts'
import type { Studied, Study } from './study.ts'

/** How long one reading may take, in ms, and what it may hold in memory, in MiB. */
export const READING_TIME = 20_000
export const READING_MEMORY = 512
/** Readings at once, and how many more may wait. */
export const READINGS_AT_ONCE = 2
export const READINGS_WAITING = 16

/** Between two looks at what a reading holds, in ms; stack and young objects of its thread, in MiB. */
const LOOK_EVERY = 50
const [STACK, YOUNG] = [4, 64]

/** A thread's program stands beside this file; in the published package, beside the bundle. */
const PROGRAM = [new URL('./reading-worker.js', import.meta.url), new URL('./worker.ts', import.meta.url)].find((program) =>
  existsSync(program),
)!

/** How far a reading may go: `signal` ends it when nobody waits for it any more. */
export type ReadingOptions = { readonly signal?: AbortSignal; readonly time?: number; readonly memory?: number }

let running = 0
const waiting: (() => void)[] = []

/**
 * Reads a source: its text, what it says of itself, and what is to be known about both. In a thread of its own, which is ended at the limits of
 * time and memory, so that no file can hold up or end the program. What is refused is in `ReadingCode`.
 */
export const readSource = async (given: SourceGiven, options?: ReadingOptions): Promise<Result<Reading, ReadingCode>> => {
  const read = await inTurn({ given, suggests: false }, options)
  return read.ok ? accept(read.value.reading) : read
}

/** Reads a source likewise and suggests the statements in it, within the same limits. */
export const studySource = (given: SourceGiven, options?: ReadingOptions): Promise<Result<Studied, ReadingCode>> =>
  inTurn({ given, suggests: true }, options)

const inTurn = async (study: Study, options: ReadingOptions = {}): Promise<Result<Studied, ReadingCode>> => {
  const { given } = study
  if (given.bytes.length > SOURCE_LIMIT) return refuse('too-large', { size: given.bytes.length, limit: SOURCE_LIMIT })
  if (running >= READINGS_AT_ONCE) {
    if (waiting.length >= READINGS_WAITING) return refuse('readings-busy', { limit: READINGS_WAITING })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return options.signal?.aborted === true ? refuse('reading-cancelled') : await inThread(study, options)
  } finally {
    // Its place goes to the next who waits.
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}

const inThread = (
  study: Study,
  { signal, time = READING_TIME, memory = READING_MEMORY }: ReadingOptions,
): Promise<Result<Studied, ReadingCode>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(PROGRAM, {
      workerData: study,
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG, stackSizeMb: STACK },
    })
    // What a reader of files says to a terminal is heard by nobody.
    worker.stdout.resume()
    worker.stderr.resume()
    let ended = false
    const end = (settle: () => void): void => {
      if (ended) return
      ended = true
      clearTimeout(late)
      clearInterval(look)
      signal?.removeEventListener('abort', cancel)
      void worker.terminate().then(settle, settle)
    }
    const refuseWith = (code: ReadingCode, facts: Readonly<Record<string, string | number>> = {}): void =>
      end(() => resolve(refuse(code, facts)))
    const cancel = (): void => refuseWith('reading-cancelled')
    const late = setTimeout(() => refuseWith('source-beyond-limit', { limit: 'time', most: time }), time)
    // Limits of a thread count objects alone: bytes that a bomb inflates to are outside of its heap, and are looked at here.
    const look = setInterval(() => {
      worker.getHeapStatistics().then(
        ({ used_heap_size: objects, external_memory: bytes }) => {
          if (objects + bytes > memory * 1024 * 1024) refuseWith('source-beyond-limit', { limit: 'memory', most: memory })
        },
        () => {},
      )
    }, LOOK_EVERY)
    signal?.addEventListener('abort', cancel, { once: true })
    worker.once('message', (result: Result<Studied, ReadingCode>) => end(() => resolve(result)))
    worker.once('error', (error) => {
      const beyond = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (beyond) refuseWith('source-beyond-limit', { limit: 'memory', most: memory })
      else end(() => reject(error))
    })
    worker.once('exit', () => refuseWith('source-unreadable', { cause: 'ended' }))
  })
