/** What the reporter reads of an event of node's runner. */
export type TestEvent = {
  readonly type: string
  readonly data: {
    readonly name?: string
    readonly nesting?: number
    readonly file?: string
    readonly message?: string
    readonly skip?: string | boolean
    readonly counts?: Counts
    readonly duration_ms?: number
    readonly success?: boolean
  }
}

/** Counts as node's runner gives them. */
export type Counts = {
  readonly tests: number
  readonly suites: number
  readonly passed: number
  readonly failed: number
  readonly cancelled: number
  readonly skipped: number
  readonly todo: number
}

/** One test that was skipped, and why, in its own words. */
export type Skip = { readonly skipped: string; readonly because: string; readonly file?: string }

/** What one part of the suite came to; `duration` in ms. A part without a summary was broken off. */
export type Tally = { readonly counts: Counts | undefined; readonly duration: number; readonly skips: readonly Skip[] }

const NONE: Counts = { tests: 0, suites: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 }

/** A tally out of the lines that the reporter left. */
export const tallyOf = (lines: string): Tally => {
  const notes = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Partial<Skip> & { counts?: Counts; duration?: number })
  const summary = notes.find(({ counts }) => counts !== undefined)
  return {
    counts: summary?.counts,
    duration: summary?.duration ?? 0,
    skips: notes.filter((note): note is Skip => note.skipped !== undefined),
  }
}

/** Several parts as one. */
export const sum = (parts: readonly Tally[]): { readonly counts: Counts; readonly duration: number; readonly skips: readonly Skip[] } => ({
  counts: parts.reduce((total, { counts = NONE }) => {
    const add = (name: keyof Counts): number => total[name] + counts[name]
    return {
      tests: add('tests'),
      suites: add('suites'),
      passed: add('passed'),
      failed: add('failed'),
      cancelled: add('cancelled'),
      skipped: add('skipped'),
      todo: add('todo'),
    }
  }, NONE),
  duration: parts.reduce((total, { duration }) => total + duration, 0),
  skips: parts.flatMap(({ skips }) => skips),
})

/** The lines with which node's own runner closes. */
export const closing = (counts: Counts, duration: number): string[] => [
  `ℹ tests ${counts.tests}`,
  `ℹ suites ${counts.suites}`,
  `ℹ pass ${counts.passed}`,
  `ℹ fail ${counts.failed}`,
  `ℹ cancelled ${counts.cancelled}`,
  `ℹ skipped ${counts.skipped}`,
  `ℹ todo ${counts.todo}`,
  `ℹ duration_ms ${duration.toFixed(3)}`,
]

/**
 * Why a suite may not be called passed, one sentence each. `required`: nothing may be missing on this machine, so that a skip is a failure.
 */
export const objections = (
  parts: readonly (Tally & { readonly name: string; readonly status: number | null })[],
  required: boolean,
): string[] => [
  ...parts.flatMap(({ name, status, counts }) => {
    if (counts === undefined) return [`${name}: the run was broken off (status ${status ?? 'none'})`]
    if (counts.tests === 0) return [`${name}: not one test ran`]
    return status === 0 ? [] : [`${name}: ${counts.failed + counts.cancelled} tests failed`]
  }),
  ...(required && sum(parts).skips.length > 0 ? [`${sum(parts).skips.length} tests were skipped, and PARAPH_REQUIRE=all allows none`] : []),
  ...(required && sum(parts).counts.todo > 0
    ? [`${sum(parts).counts.todo} tests are still to be done, and PARAPH_REQUIRE=all allows none`]
    : []),
]
