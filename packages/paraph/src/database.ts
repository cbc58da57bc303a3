import { accept, type Result } from '@paraph/record'
import { isDatabaseUrl, openDatabase, openStore, type Store } from '@paraph/store'
import type { Surroundings } from './surroundings.ts'

/** Where records are kept: the database that `DATABASE_URL` names, which any number of servers may share, else the data folder's own. */
export type Ground = { readonly home: string; readonly url: string | undefined }

/** Refused `database-url-unknown` for an address that is none of PostgreSQL's: nobody meant the data folder then. */
export const groundOf = (home: string, { env }: Pick<Surroundings, 'env'>): Result<Ground> => {
  const url = env['DATABASE_URL'] ?? ''
  if (url === '') return accept({ home, url: undefined })
  return isDatabaseUrl(url) ? accept({ home, url }) : { ok: false, refusal: { code: 'database-url-unknown', facts: {} } }
}

/** Opens the records to write. In the data folder the caller holds it. */
export const openGround = ({ home, url }: Ground): Promise<Result<Store>> =>
  url === undefined ? openStore({ home }) : openDatabase({ url })

/** Where the records are, as it may be said aloud: never with a user or a password. */
export const nameOf = ({ home, url }: Ground): string => {
  if (url === undefined) return home
  if (!URL.canParse(url)) return 'PostgreSQL'
  const { host, pathname } = new URL(url)
  return `postgres://${host}${pathname}`
}
