import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOf, paraphHere, type Running, start } from './command-line.test-support.ts'

/** A data folder that a process of its own serves at a free port. `link` signs one browser in, once. */
export type Served = { readonly home: string; readonly address: string; readonly link: string; readonly running: Running }

/** Serves an empty folder until it is closed; that it ends in good order, without a word of complaint, is checked then. */
export const openServed = async (): Promise<Served & { readonly close: () => Promise<void> }> => {
  const home = mkdtempSync(join(tmpdir(), 'paraph-home-'))
  const running = start(home, ['serve', '--no-open'], { env: { PORT: '0' } })
  const close = async (): Promise<void> => {
    running.child.kill('SIGINT')
    const { status, complained } = await running.ended
    rmSync(home, { recursive: true, force: true })
    assert.equal(status, 0, complained)
  }
  try {
    const [, address] = await running.line(/serves on (http:\/\/localhost:\d+)/)
    const [, link] = await running.line(/Sign in.*: (\S+)/)
    return { home, address: address!, link: link!, running, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Serves an empty folder for as long as `use` takes. */
export const served = async (use: (given: Served) => Promise<void>): Promise<void> => {
  const { close, ...given } = await openServed()
  try {
    await use(given)
  } finally {
    await close()
  }
}

/** The cookie of a session that the one-time link gave. The link is spent afterwards. */
export const signedIn = async ({ address, link }: Served): Promise<string> => {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ token: new URL(link).hash.slice(1) }),
  })
  assert.equal(answer.status, 204)
  return answer.headers.get('set-cookie')!.split(';')[0]!
}

/** An exercise, founded on the served folder; the key of each body and the link that takes it into a browser. */
export type Exercise = { readonly process: string; readonly slug: string; readonly linkOf: (body: string) => string }

export const exerciseOn = async ({ home }: Served): Promise<Exercise> => {
  const ended = await paraphHere(home, ['init', 'exercise', '--json'])
  assert.equal(ended.status, 0, ended.complained)
  const { process, slug, keys } = answerOf<{ process: string; slug: string; keys: { body: string; link: string }[] }>(ended)
  return { process, slug, linkOf: (body) => keys.find((key) => key.body === body)!.link }
}
