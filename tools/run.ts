import { spawn } from 'node:child_process'
import process from 'node:process'

/** How a program ended, and all that it said. `status` is null where a signal ended it. */
export type Ended = { readonly status: number | null; readonly said: string; readonly complained: string }

/** Runs a script of a package under this very Node and collects what it says; never throws for a status. */
export const run = (script: string, given: readonly string[], folder: string, env = process.env): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...given], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complained = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complained += text
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, said, complained }))
  })

/** Runs the jobs `width` at a time; answers in the order of the jobs. */
export const inTurns = async <Value>(jobs: readonly (() => Promise<Value>)[], width: number): Promise<Value[]> => {
  const answers: Value[] = []
  let next = 0
  const turn = async (): Promise<void> => {
    for (let at = next++; at < jobs.length; at = next++) answers[at] = await jobs[at]!()
  }
  await Promise.all(Array.from({ length: Math.min(width, jobs.length) }, turn))
  return answers
}
