import { type Instant, type Result, refuse } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { createHost, type ServeParts, type Serving, serve } from '@paraph/server'
import { openDataFolder } from '@paraph/store'
import { BROKEN, type Command, DONE } from './command.ts'
import { type Ground, groundOf, nameOf, openGround } from './database.ts'
import { hostName } from './door.ts'
import { buildExamples, publicDraws } from './examples.ts'
import { homeOf, webRoot } from './home.ts'
import { mayOpen, openInBrowser } from './opening.ts'
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
  options: [{ name: 'no-open', says: 'do not open a browser; nor is one opened under CI, or with --json' }],
  about: [
    'It prints the address and a link that signs one browser in, once, within ten minutes (`paraph sign-in` gives another one), and opens it.',
    'Whoever signs in has no rights in any process.',
    'PORT: where to listen (4600). PARAPH_HOME: the data folder. PARAPH_HOST_NAME: the name in records that begin here.',
    'PARAPH_BIND: the address to listen on, this machine alone unless told (0.0.0.0: every one). PARAPH_NAMES: further names under which it is reached, by commas.',
    'PARAPH_LOG: info writes a JSON line a request to the standard error, without content; silent writes none. Unset: silent on a terminal, else info.',
    'PARAPH_METRICS_TOKEN: who bears it sees /metrics, and nobody else; unset, this machine sees them.',
    'DATABASE_URL: records in PostgreSQL (postgres://user:password@host:port/database) instead of the data folder, for any number of servers at once.',
    'Each has a data folder of its own, whose keys/ they share: the keys that sign the records are in no database.',
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
    const ground = groundOf(home, surroundings)
    if (!ground.ok) return tellRefusal(surroundings, 'serve', ground.refusal, json)
    const folder = openDataFolder(home)
    if (!folder.ok) return tellRefusal(surroundings, 'serve', folder.refusal, json)
    try {
      const built = await buildExamples(folder.value, surroundings, ground.value)
      if (!built.ok) return tellRefusal(surroundings, 'serve', built.refusal, json)
      const store = await openGround(ground.value)
      if (!store.ok) return tellRefusal(surroundings, 'serve', store.refusal, json)
      const clock = (): Instant => surroundings.now() as Instant
      const host = await createHost({
        store: store.value,
        secrets: folder.value.secrets,
        clock,
        primitives: nodePrimitives,
        name: hostName(surroundings),
        reserved: publicDraws(),
        shared: ground.value.url !== undefined,
      })
      let broken = false
      const pages = webRoot()
      const serving = await listening(port.value, (wanted) =>
        serve({
          host,
          port: wanted,
          ...reachedBy(surroundings),
          ...logOf(surroundings),
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
        const { address, token } = serving.value
        folder.value.announce({ address, token, ...(ground.value.url === undefined ? {} : { database: nameOf(ground.value) }) })
        if (pages === undefined) complain(surroundings, 'The pages are not built (npm run build): only the API is served.')
        announce(serving.value, { ground: ground.value, json, surroundings, open: !switches.has('no-open') })
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

/** Where it listens, what it is called there, and who measures it, as the environment says. */
const reachedBy = ({ env }: Surroundings): Pick<ServeParts, 'bind' | 'names' | 'metricsToken'> => {
  const { PARAPH_BIND: bind = '', PARAPH_NAMES: names = '', PARAPH_METRICS_TOKEN: metricsToken = '' } = env
  return {
    ...(bind === '' ? {} : { bind }),
    names: names
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
    ...(metricsToken === '' ? {} : { metricsToken }),
  }
}

/** The log goes where whoever watches looks: the standard error. A person at a terminal is not shown it unasked. */
const logOf = ({ env, complaints }: Surroundings): Pick<ServeParts, 'log'> => {
  const wanted = env['PARAPH_LOG'] ?? (complaints.isTTY === true ? 'silent' : 'info')
  return wanted === 'info' ? { log: { write: (line) => complaints.write(line) } } : {}
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

type Announced = { readonly ground: Ground; readonly json: boolean; readonly surroundings: Surroundings; readonly open: boolean }

const announce = ({ address, signInLink }: Serving, { ground, json, surroundings, open }: Announced): void => {
  const link = signInLink()
  if (json) say(surroundings, JSON.stringify({ address, signInLink: link, home: ground.home }))
  else {
    say(surroundings, `Paraph serves on ${styled(surroundings, 'bold', address)}`)
    say(surroundings, `Sign in, once, within ten minutes: ${link}`)
    say(surroundings, ground.url === undefined ? `Data: ${ground.home}` : `Records: ${nameOf(ground)}; keys: ${ground.home}`)
    say(surroundings, 'Ctrl-C ends it.')
  }
  // Who reads JSON is a program, whose link a browser would spend.
  if (open && !json && mayOpen(surroundings)) openInBrowser(link, surroundings)
}
