import { accept, type ProcessId, type Result, refuse } from '@paraph/record'
import { Kysely, PostgresDialect, type PostgresPool, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Engine } from './engine.ts'
import { announcements, HEAD_CHANNEL } from './announcements.ts'
import { causeOf, openingCauseOf, type UnusableCause } from './postgres-errors.ts'
import { headsAgree, prepareSchema, type SchemaCode } from './prepare.ts'
import type { Tables } from './schema.ts'
import { sqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

/** Connections of one store that write, and as many that read: an append holds one of the former while its rules are judged, which may read. */
export const CONNECTIONS = 8
/** Waiting for a connection, in ms. */
export const CONNECT_WAIT = 10_000
/** The longest statement, in ms; the server ends it. */
export const STATEMENT_LIMIT = 30_000
/** Waiting for another instance's append to the same record, in ms. */
export const TURN_WAIT = 10_000
/** How long an append may be judged while it holds its record, in ms; after that the server drops it, and nothing is stored. */
export const JUDGING_LIMIT = 30_000
/** When a server that has fallen silent is given up, in ms: after its own limit had every chance. */
export const SILENCE_LIMIT = 40_000
/** The oldest server that is worked with: 14, as `server_version_num` counts. */
export const OLDEST_SERVER = 140_000

/**
 * `postgres://user:password@host:port/database`, as libpq and pg read it. `readonly` never creates nor writes anything. `wait`: for a connection,
 * in ms, `CONNECT_WAIT` unless told.
 */
export type DatabasePlace = { readonly url: string; readonly readonly?: boolean; readonly wait?: number }

/** As for SQLite; `database-unusable` says in `cause` why (`UnusableCause`), and `database` names host, port and database, never a password. */
export type DatabaseCode = SchemaCode | 'database-damaged'

/** Whether an address is one of PostgreSQL's, and not a file's. */
export const isDatabaseUrl = (address: string): boolean => /^postgres(ql)?:\/\//.test(address)

/** Opens the store on PostgreSQL, creating its tables in the first schema of the search path where they are absent. Any number of instances may. */
export const openDatabase = async ({ url, readonly = false, wait = CONNECT_WAIT }: DatabasePlace): Promise<Result<Store, DatabaseCode>> => {
  const database = nameOf(url)
  const unusable = (cause: UnusableCause) => refuse('database-unusable', { cause, database })
  if (database === '') return unusable('address')
  const engine = postgresEngine(url, { readonly, wait })
  try {
    const lacking = await lackingOf(engine.reader(), readonly)
    const ready = lacking === undefined ? await prepare(engine, database, readonly) : unusable(lacking)
    if (ready.ok) return accept(sqlStore(engine))
    await engine.close()
    return ready
  } catch (error) {
    await engine.close()
    const cause = openingCauseOf(error)
    if (cause === undefined) throw error
    return unusable(cause)
  }
}

const prepare = async (engine: Engine, database: string, readonly: boolean): Promise<Result<void, DatabaseCode>> => {
  const ground = { reader: engine.reader(), writer: engine.writer, bytes: 'bytea', place: { database }, tables, lock: lockSchema } as const
  const ready = await prepareSchema(ground, readonly)
  if (!ready.ok) return ready
  const sound = ready.value !== 'damaged' && (await headsAgree(engine.reader()))
  return sound
    ? accept(undefined)
    : refuse('database-damaged', { path: database, found: 'rows', way: 'restore-a-copy', ...NOTHING_COUNTED })
}

/** What is recoverable is counted on SQLite only: a server has its own tools. */
const NOTHING_COUNTED = { processes: 0, signed: 0, verified: 0, acts: 0 }

const tables = async (database: Kysely<Tables>): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(database)
  return rows.map((row) => row.name)
}

/** "paraph" in ASCII: one preparation at a time in a database. */
const lockSchema = async (transaction: Transaction<Tables>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${'123563833127016'}::bigint)`.execute(transaction)
}

type Settings = { version: number; encoding: string; fsync: string; pages: string; commit: string; standby: boolean }

/** What a server lacks to be trusted with a record: a commit that it acknowledges must be on its disk. */
const lackingOf = async (database: Kysely<Tables>, readonly: boolean): Promise<UnusableCause | undefined> => {
  const { rows } = await sql<Settings>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('synchronous_commit') as commit, pg_is_in_recovery() as standby`.execute(database)
  const settings = rows[0]
  if (settings === undefined || settings.version < OLDEST_SERVER) return 'too-old'
  if (settings.encoding !== 'UTF8') return 'encoding'
  if (readonly) return undefined
  if (settings.standby) return 'read-only'
  return settings.fsync === 'off' || settings.pages === 'off' || settings.commit === 'off' ? 'not-durable' : undefined
}

type Manner = { readonly readonly: boolean; readonly wait: number }

const postgresEngine = (url: string, manner: Manner): Engine => {
  const { readonly } = manner
  const settings = settingsFor(url, manner)
  const reader = over(settings)
  const writing = readonly ? undefined : over(settings)
  const writer = () => {
    if (writing === undefined) throw new TypeError('a store opened read-only writes nothing')
    return writing
  }
  const heads = announcements(settings, () => reader.selectFrom('head').select(['log', 'size']).execute())
  return {
    writer,
    reader: () => reader,
    section: (log, look) =>
      readonly
        ? look(reader).then(({ seen, write }) => (write === undefined ? seen : writer() && seen))
        : writer()
            .transaction()
            .execute(async (transaction) => {
              await takeTurn(transaction, log)
              const { seen, write } = await look(transaction)
              await write?.(transaction)
              return seen
            }),
    causeOf,
    // Nothing is kept in memory. Whether the server answers again is all that there is to know.
    recover: async () => {
      await sql`select 1`.execute(writer())
    },
    // Makes the space of what was deleted free, and lays the pages together. It is overwritten as new rows come (docs/operating.md, *Erasure*).
    scrub: async (table) => {
      await sql`vacuum ${sql.table(table)}`.execute(writer())
    },
    announce: async (transaction, log, size) => {
      await sql`select pg_notify(${HEAD_CHANNEL}, current_schema() || ' ' || ${`${log} ${size}`})`.execute(transaction)
    },
    follow: heads.follow,
    close: async () => {
      await heads.close()
      await Promise.all([reader.destroy(), writing?.destroy()])
    },
  }
}

/** Waits until nobody else appends to the record: by its head's row, or by a lock in its name while it has none. Held until the transaction ends. */
const takeTurn = async (transaction: Transaction<Tables>, log: ProcessId): Promise<void> => {
  const head = () => transaction.selectFrom('head').select('size').where('log', '=', log).forUpdate().executeTakeFirst()
  if ((await head()) !== undefined) return
  const key = BigInt.asIntN(64, BigInt(`0x${log.slice(0, 16)}`)) ^ BigInt.asIntN(64, BigInt(`0x${log.slice(16)}`))
  await sql`select pg_advisory_xact_lock(${String(key)}::bigint)`.execute(transaction)
  await head()
}

const settingsFor = (url: string, { readonly, wait }: Manner): pg.PoolConfig => ({
  connectionString: url,
  application_name: 'paraph',
  max: CONNECTIONS,
  connectionTimeoutMillis: wait,
  statement_timeout: STATEMENT_LIMIT,
  lock_timeout: TURN_WAIT,
  idle_in_transaction_session_timeout: JUDGING_LIMIT,
  query_timeout: SILENCE_LIMIT,
  keepAlive: true,
  types: { getTypeParser },
  ...(readonly ? { options: '-c default_transaction_read_only=on' } : {}),
})

/** OID of int8, which pg gives as a string: counts, all of them safe integers. */
const INT8 = 20

const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser

/** Connections on which a failure of the line ends the connection: nothing is asked on it again, and it does not go back to the pool. */
const over = (settings: pg.PoolConfig): Kysely<Tables> => {
  const pool = new pg.Pool(settings)
  // Without a listener an idle connection that breaks ends the process; one in use has none of the pool's either.
  pool.on('error', ignored)
  pool.on('connect', (client) => client.on('error', ignored))
  const lines: PostgresPool = {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      let broken: unknown
      const query = async (text: string, values: readonly unknown[]) => {
        if (broken !== undefined) throw broken
        try {
          return await client.query(text, [...values])
        } catch (error) {
          if (causeOf(error) === 'unreachable') broken = error
          throw error
        }
      }
      return { query, release: () => client.release(broken !== undefined) } as unknown as Awaited<ReturnType<PostgresPool['connect']>>
    },
  }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lines }) })
}

/** The statement that was under way fails with it, or the next one does: that is where it is met. */
const ignored = (): void => {}

/** Host, port and database, as it may be said aloud; empty where the address cannot be read. */
const nameOf = (url: string): string => {
  if (!isDatabaseUrl(url) || !URL.canParse(url)) return ''
  const { host, pathname, searchParams } = new URL(url)
  return `postgres://${host === '' ? (searchParams.get('host') ?? '') : host}${pathname}`
}
