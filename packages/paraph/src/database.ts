import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { accept, type Refusal, type Result, refuse } from '@paraph/record'
import { DATABASE_NAME, isDatabaseUrl, openDatabase, openStore, readHolder, type Store } from '@paraph/store'
import type { Surroundings } from './surroundings.ts'

/** Where records are kept: the database that `DATABASE_URL` names, which any number of servers may share, else the data folder's own. */
export type Ground = { readonly home: string; readonly url: string | undefined }

/** What commands that open the records say of it in their help. */
export const WHERE_RECORDS_ARE =
  'PARAPH_HOME: the data folder, with its keys. DATABASE_URL: the database of PostgreSQL that holds the records, where one does.'

/** Refused `database-url-unknown` for an address that is none of PostgreSQL's: nobody meant the data folder then. */
export const groundOf = (home: string, { env }: Pick<Surroundings, 'env'>): Result<Ground> => {
  const url = env['DATABASE_URL'] ?? ''
  if (url === '') return accept({ home, url: undefined })
  return isDatabaseUrl(url) ? accept({ home, url }) : refuse('database-url-unknown')
}

/** The name that `paraph move` gives to the database of a folder that it moved from. */
const MOVED_NAME = `${DATABASE_NAME}.moved`

/** Opens the records to write. In the data folder the caller holds it. Refused `records-moved` where they were moved from that folder. */
export const openGround = async ({ home, url }: Ground): Promise<Result<Store>> => {
  if (url !== undefined) return openDatabase({ url })
  const moved = movedFrom(home)
  return moved === undefined ? openStore({ home }) : { ok: false, refusal: moved }
}

/**
 * Opens the records to read: whoever writes may go on. Refused `database-missing` where nothing was stored yet, `records-moved`, and
 * `records-elsewhere` where the folder is empty because the server that holds it keeps records in a database. `wait`: as in `DatabasePlace`.
 */
export const openToRead = async ({ home, url }: Ground, wait?: number): Promise<Result<Store>> => {
  if (url !== undefined) return openDatabase({ url, readonly: true, ...(wait === undefined ? {} : { wait }) })
  if (existsSync(join(home, DATABASE_NAME))) return openStore({ home, readonly: true })
  const database = readHolder(home)?.database
  if (database !== undefined) return refuse('records-elsewhere', { server: database, here: home })
  return { ok: false, refusal: movedFrom(home) ?? refuse('database-missing', { path: home }).refusal }
}

/** Keys are here and no database: a new one would begin every record anew beside the one that goes on elsewhere. */
const movedFrom = (home: string): Refusal | undefined =>
  !existsSync(join(home, DATABASE_NAME)) && existsSync(join(home, MOVED_NAME))
    ? refuse('records-moved', { path: home, kept: MOVED_NAME }).refusal
    : undefined

/** Refused `records-elsewhere` where the server that holds the folder keeps its records elsewhere than this command would read them. */
export const sameGround = (ground: Ground, holder: { readonly database?: string }): Result<void> => {
  const here = ground.url === undefined ? undefined : nameOf(ground)
  return holder.database === here
    ? accept(undefined)
    : refuse('records-elsewhere', { server: holder.database ?? ground.home, here: nameOf(ground) })
}

/** Where the records are, as it may be said aloud: never with a user or a password. */
export const nameOf = ({ home, url }: Ground): string => {
  if (url === undefined) return home
  if (!URL.canParse(url)) return 'PostgreSQL'
  const { host, pathname } = new URL(url)
  return `postgres://${host}${pathname}`
}
