import { spawn } from 'node:child_process'
import process from 'node:process'
import { type Instant, type Result, refuse } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { createHost, type Serving, serve } from '@paraph/server'
import { openDataFolder, openStore } from '@paraph/store'
import { BROKEN, type Command, DONE } from './command.ts'
import { hostName } from './door.ts'
import { buildExamples, publicDraws } from './examples.ts'
import { homeOf, webRoot } from './home.ts'
import { tellRefusal } from './refused.ts'
import { complain, type Surroundings, say, styled } from './surroundings.ts'

/** Where `serve` listens unless `PORT` says otherwise. */
export const DEFAULT_PORT = 4600

/** `paraph serve`. */
export const serveCommand: Command = {
  name: 'serve',
  says: 'serve the processes of the data folder to browsers on this machine',
  usage: ['[--no-open]'],
  words: { least: 0, most: 0 },
  options: [{ name: 'no-open', says: 'do not open a browser' }],
  about: [
    'It prints the address and a link that signs one browser in, once, within ten minutes. Whoever signs in has no rights in any process.',
    'PORT: where to listen (4600). PARAPH_HOME: the data folder. PARAPH_HOST_NAME: the name in records that begin here.',
    'One server at a time writes to a data folder; export, verify and standing go on beside it.',
  ],
  examples: [
    { types: 'paraph serve', says: 'serves, and opens a browser' },
    { types: 'PORT=8080 paraph serve --no-open', says: 'serves at another port, and opens nothing' },
  ],
  statuses: ['0 ended in good order · 1 refused, with the reason · 64 the command line was not understood · 70 a bug'],
  run: async ({ switches }, surroundings) => {
    const json = switches.has('json')
    const port = portOf(surroundings)
    if (!port.ok) return tellRefusal(surroundings, 'serve', port.refusal, json)
    const home = homeOf(surroundings)
    const folder = openDataFolder(home)
    if (!folder.ok) return tellRefusal(surroundings, 'serve', folder.refusal, json)
    try {
      const built = await buildExamples(folder.value, surroundings)
      if (!built.ok) return tellRefusal(surroundings, 'serve', built.refusal, json)
      const store = await openStore({ home })
      if (!store.ok) return tellRefusal(surroundings, 'serve', store.refusal, json)
      const clock = (): Instant => surroundings.now() as Instant
      const host = await createHost({
        store: store.value,
        secrets: folder.value.secrets,
        clock,
        primitives: nodePrimitives,
        name: hostName(surroundings),
        reserved: publicDraws(),
      })
      let broken = false
      const pages = webRoot()
      const serving = await listening(port.value, (wanted) =>
        serve({
          host,
          port: wanted,
          ...(pages === undefined ? {} : { webRoot: pages }),
          fault: (error) => {
            broken = true
            complain(surroundings, `paraph serve: this is a bug in Paraph.\n${error instanceof Error ? error.stack : String(error)}`)
          },
        }),
      )
      if (serving.ok) {
        // Listened for before anybody is told that this runs: who reads the address may end it at once.
        const ended = new Promise<void>((resolve) => surroundings.onInterrupt(resolve))
        folder.value.announce(serving.value)
        if (pages === undefined) complain(surroundings, 'The pages are not built (npm run build): only the API is served.')
        announce(serving.value, { home, json, surroundings, open: !switches.has('no-open') })
        await ended
        await serving.value.close()
      }
      await host.close()
      await store.value.close()
      return serving.ok ? (broken ? BROKEN : DONE) : tellRefusal(surroundings, 'serve', serving.refusal, json)
    } finally {
      folder.value.close()
    }
  },
}

const portOf = ({ env }: Surroundings): Result<number> => {
  const text = env['PORT'] ?? String(DEFAULT_PORT)
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port < 65_536 ? { ok: true, value: port } : refuse('port-malformed', { port: text })
}

const listening = async (port: number, listen: (port: number) => Promise<Serving>): Promise<Result<Serving>> => {
  try {
    return { ok: true, value: await listen(port) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === 'EADDRINUSE' || code === 'EACCES') return refuse('port-taken', { port, cause: code })
    throw error
  }
}

type Announced = { readonly home: string; readonly json: boolean; readonly surroundings: Surroundings; readonly open: boolean }

const announce = ({ address, signInLink }: Serving, { home, json, surroundings, open }: Announced): void => {
  const link = signInLink()
  if (json) say(surroundings, JSON.stringify({ address, signInLink: link, home }))
  else {
    say(surroundings, `Paraph serves on ${styled(surroundings, 'bold', address)}`)
    say(surroundings, `Sign in, once, within ten minutes: ${link}`)
    say(surroundings, `Data: ${home}`)
    say(surroundings, 'Ctrl-C ends it.')
  }
  const ci = surroundings.env['CI'] ?? ''
  if (open && (ci === '' || ci === 'false' || ci === '0') && surroundings.output.isTTY === true) openBrowser(link)
}

/** Asks the platform to open the link; where it cannot, the link is on the screen. */
const openBrowser = (link: string): void => {
  const [program, ...given] =
    process.platform === 'darwin' ? ['open', link] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', link] : ['xdg-open', link]
  const child = spawn(program!, given, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
