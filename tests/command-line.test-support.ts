import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { PassThrough, Readable } from 'node:stream'
import { main } from 'paraph'

const ROOT = join(import.meta.dirname, '..')
/** The program as npm links it. */
export const BIN = join(ROOT, 'packages/paraph/bin.js')

/** How a command ended, and what it said. */
export type Ended = { readonly status: number | null; readonly said: string; readonly complained: string }

/** What is around a command besides the data folder: its standard input, further variables, the Node that runs it, who asks for an end. */
export type Around = {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  readonly node?: string
  readonly folder?: string
  readonly onInterrupt?: (end: () => void) => void
}

/** An empty folder of its own, gone after `use`. */
export const inFolder = async <Value>(use: (folder: string) => Promise<Value>): Promise<Value> => {
  const folder = mkdtempSync(join(tmpdir(), 'paraph-home-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const envOf = (home: string, env: Readonly<Record<string, string>> = {}): Record<string, string | undefined> => {
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env
  return { ...inherited, CI: 'true', PARAPH_HOME: home, ...env }
}

/** Runs a command line as a process of its own. */
export const paraph = async (home: string, words: readonly string[], around: Around = {}): Promise<Ended> => {
  const running = start(home, words, around)
  running.child.stdin.end(around.input ?? '')
  return running.ended
}

/** A command that goes on running. `line` waits for a line that it says. */
export type Running = {
  readonly child: ReturnType<typeof spawnPiped>
  readonly line: (wanted: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<Ended>
}

const spawnPiped = (
  program: string,
  words: readonly string[],
  { folder, env }: { folder: string; env: Record<string, string | undefined> },
) => spawn(program, words, { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] })

/** Starts a command line, or another script of the project. */
export const start = (
  home: string,
  words: readonly string[],
  { env, node = process.execPath, folder = home }: Around = {},
  script = BIN,
): Running => {
  const child = spawnPiped(node, [script, ...words], { folder, env: envOf(home, env) })
  let said = ''
  let complained = ''
  const watchers = new Set<() => void>()
  const grown = (): void => {
    for (const watcher of watchers) watcher()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    grown()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      resolve({ status, said, complained })
      grown()
    })
  })
  const line = (wanted: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = wanted.exec(said)
        if (found === null && child.exitCode === null) return
        watchers.delete(look)
        if (found === null) reject(new Error(`ended without ${wanted}: ${said}\n${complained}`))
        else resolve(found)
      }
      watchers.add(look)
      look()
    })
  return { child, line, ended }
}

/** Runs a command line within this process: the same code without the start of a process, for tests that run hundreds. */
export const paraphHere = async (
  home: string,
  words: readonly string[],
  { input = '', env, folder = home, onInterrupt = () => {} }: Around = {},
): Promise<Ended> => {
  const output = new PassThrough()
  const complaints = new PassThrough()
  const [said, complained] = [textOf(output), textOf(complaints)]
  const status = await main(words, {
    env: envOf(home, env),
    folder,
    input: Readable.from([input]),
    output,
    complaints,
    now: () => new Date().toISOString(),
    onInterrupt,
  })
  output.end()
  complaints.end()
  return { status, said: await said, complained: await complained }
}

const textOf = async (stream: PassThrough): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** What a command said in JSON. */
export const answerOf = <Answer>({ status, said, complained }: Ended): Answer => {
  try {
    return JSON.parse(said) as Answer
  } catch {
    throw new Error(`no JSON (status ${status}): ${said}\n${complained}`)
  }
}
