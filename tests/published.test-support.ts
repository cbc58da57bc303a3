import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize } from 'node:path'
import { answerOf, paraphHere } from './command-line.test-support.ts'

/** An exercise in a data folder, whose bodies act by the command line. `act` answers with the entry's name. */
export type Talks = {
  readonly home: string
  readonly process: string
  readonly slug: string
  readonly act: (body: 'A' | 'B' | 'C', act: object) => Promise<string>
  readonly publish: (body: 'A' | 'B' | 'C', acts: readonly string[], asks?: readonly string[]) => Promise<string>
  readonly consent: (body: 'A' | 'B' | 'C', to: string) => Promise<string>
}

/** Founds an exercise in an empty data folder. */
export const talksIn = async (home: string): Promise<Talks> => {
  const founded = await paraphHere(home, ['init', 'exercise', '--json'])
  assert.equal(founded.status, 0, founded.complained)
  const { process, slug, keys } = answerOf<{ process: string; slug: string; keys: { body: string; name: string }[] }>(founded)
  const act: Talks['act'] = async (body, of) => {
    const { name } = keys.find((key) => key.body === body)!
    const done = await paraphHere(home, ['act', slug, '-', '--key', name, '--json'], { input: JSON.stringify(of) })
    assert.equal(done.status, 0, done.said + done.complained)
    return answerOf<{ entry: string }>(done).entry
  }
  return {
    home,
    process,
    slug,
    act,
    publish: (body, acts, asks) =>
      act(body, { type: 'publication.decided', decision: 'publish', acts, ...(asks === undefined ? {} : { asks }) }),
    consent: (body, to) => act(body, { type: 'consent.given', to }),
  }
}

/** A static server of a folder as any is: files as they are, 404 for what is not there. `change` may alter what it sends. */
export const staticServer = async (
  folder: string,
  change: (path: string, bytes: Buffer) => Buffer | number = (_path, bytes) => bytes,
): Promise<{ readonly address: string; readonly asked: readonly string[]; readonly close: () => Promise<void> }> => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1)
    asked.push(path)
    const parts: Buffer[] = []
    createReadStream(join(folder, normalize(`/${path === '' ? 'index.html' : path}`)))
      .on('data', (part) => parts.push(Buffer.from(part)))
      .on('error', () => response.writeHead(404).end('not here'))
      .on('end', () => {
        const sent = change(path, Buffer.concat(parts))
        if (typeof sent === 'number') response.writeHead(sent).end()
        else
          response
            .writeHead(
              200,
              path.endsWith('.html') || path === ''
                ? { 'content-type': 'text/html; charset=utf-8' }
                : path.endsWith('.css')
                  ? { 'content-type': 'text/css' }
                  : {},
            )
            .end(sent)
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
