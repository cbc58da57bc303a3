import { isIP } from 'node:net'
import { accept, type Result, refuse } from '@paraph/record'

/** Characters of an address that is fetched: what a source's act takes. */
export const ADDRESS_LIMIT = 2_000

/** Ports of the web. */
const PORT_OF: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 }

/** Names that no public resolver answers for (RFC 6761, RFC 6762, RFC 8375, RFC 9476) or that mean this network. */
const INSIDE = new Set([
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'invalid',
  'test',
  'onion',
  'alt',
  'arpa',
])

/** An address as it was asked for, in parts that mean one thing. `host`: a name without its last dot, or an IP address without brackets. */
export type AskedAddress = { readonly url: URL; readonly host: string; readonly port: number }

/**
 * Takes an address apart as browsers do (WHATWG URL): decimal, octal, hexadecimal and short IPv4 addresses come out as what they are. Refuses
 * `address-not-taken` with `cause`: malformed, too-long, scheme, credentials, inside-name.
 */
export const takeAddress = (address: string, base?: URL): Result<AskedAddress> => {
  if (address.length > ADDRESS_LIMIT) return notTaken('too-long', address)
  const url = URL.parse(address, base?.href)
  if (url === null) return notTaken('malformed', address)
  const known = PORT_OF[url.protocol]
  if (known === undefined) return notTaken('scheme', address)
  if (url.username !== '' || url.password !== '') return notTaken('credentials', address)
  // A server gets no fragment, and it is no part of a source.
  url.hash = ''
  const host = url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  if (host === '') return notTaken('malformed', address)
  const last = host.split('.').at(-1)!
  if (isIP(host) === 0 && (!host.includes('.') || INSIDE.has(last))) return notTaken('inside-name', address)
  return accept({ url, host, port: url.port === '' ? known : Number(url.port) })
}

/** A refused address is said without its credentials and its query, which may be secrets. */
const notTaken = (cause: string, address: string): Result<never> =>
  refuse('address-not-taken', {
    cause,
    address: address
      .replace(/\/\/[^/@]*@/, '//')
      .replace(/[?#].*$/, '')
      .slice(0, 200),
  })
