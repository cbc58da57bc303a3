import { createInterface } from 'node:readline'
import process from 'node:process'
import type { Readable, Writable } from 'node:stream'
import { styleText } from 'node:util'

/** What a command finds around it. A test gives its own. */
export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly folder: string
  readonly input: Readable
  readonly output: Writable & { readonly isTTY?: boolean }
  readonly complaints: Writable & { readonly isTTY?: boolean }
  /** ISO 8601 in UTC, to the millisecond. */
  readonly now: () => string
  /** Told once when somebody asks for an orderly end (Ctrl-C, SIGTERM). */
  readonly onInterrupt: (end: () => void) => void
}

/** The surroundings of this very process. A reader that has seen enough (`| head`) ends it quietly, as a signal would. */
export const ownSurroundings = (): Surroundings => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(BROKEN_PIPE)
    throw error
  })
  return surroundingsOfProcess()
}

/** 128 + SIGPIPE, as a shell counts it. */
const BROKEN_PIPE = 141

const surroundingsOfProcess = (): Surroundings => ({
  env: process.env,
  folder: process.cwd(),
  input: process.stdin,
  output: process.stdout,
  complaints: process.stderr,
  now: () => new Date().toISOString(),
  onInterrupt: (end) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
  },
})

/** A line for whoever asked. */
export const say = ({ output }: Surroundings, line: string): void => {
  output.write(`${line}\n`)
}

/** A line for whoever watches: never part of an answer. */
export const complain = ({ complaints }: Surroundings, line: string): void => {
  complaints.write(`${line}\n`)
}

type Style = Parameters<typeof styleText>[0]

/** A text with colours where a person looks at it: never into a pipe, never where `NO_COLOR` is set. */
export const styled = ({ env, output }: Surroundings, style: Style, text: string): string =>
  output.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb'
    ? styleText(style, text, { validateStream: false })
    : text

/** Progress on one line that is overwritten, for a person only; `done` clears it. */
export const progressLine = ({ complaints }: Surroundings): { readonly tell: (text: string) => void; readonly done: () => void } => {
  if (complaints.isTTY !== true) return { tell: () => {}, done: () => {} }
  let told = 0
  return {
    tell: (text) => {
      const now = Date.now()
      if (now - told < PROGRESS_EVERY) return
      told = now
      complaints.write(`\r${text}\u001b[K`)
    },
    done: () => {
      complaints.write('\r\u001b[K')
    },
  }
}

/** Between two lines of progress, ms. */
const PROGRESS_EVERY = 100

/** Characters read from the standard input at most. */
export const INPUT_LIMIT = 64 * 1024 * 1024

/** Everything on the standard input; undefined beyond the limit. */
export const readInput = async ({ input }: Surroundings): Promise<string | undefined> => {
  const lines: string[] = []
  let length = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    length += line.length + 1
    if (length > INPUT_LIMIT) return undefined
    lines.push(line)
  }
  return lines.join('\n')
}
