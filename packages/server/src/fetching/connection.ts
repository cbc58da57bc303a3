import type { LookupFunction } from 'node:net'
import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { accept, type Result, refuse } from '@paraph/record'
import type { AskedAddress } from './asked-address.ts'
import { whyNotPublic } from './public-address.ts'

/** Asks for the IP addresses of a name; throws where there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** A place that a connection may go to. */
export type Place = { readonly address: string; readonly port: number }

/** Why a connection to a place is not made: the range of its address, or `port`; undefined where it is. */
export type Objection = (place: Place) => string | undefined

/** Public addresses, ports of the web. */
export const publicOnly: Objection = ({ address, port }) => (port !== 80 && port !== 443 ? 'port' : whyNotPublic(address))

/** The machine's own resolver, hosts file and all: what it says is checked like everything else. */
export const systemResolve: Resolve = async (host) =>
  (await systemLookup(host, { all: true, verbatim: true })).map(({ address }) => address)

/** Addresses of one name that are looked at. */
const ADDRESSES_LIMIT = 32

/**
 * Resolves a host once and checks every address that comes: one that is not public is enough to refuse, for a name that means both is a trap.
 * Gives the one address to connect to. Refuses `address-unresolved`, `address-not-public`.
 */
export const placeOf = async (
  { host, port }: AskedAddress,
  { resolve, objection }: { readonly resolve: Resolve; readonly objection: Objection },
): Promise<Result<Place>> => {
  const addresses = isIP(host) !== 0 ? [host] : await resolve(host).catch(() => [])
  if (addresses.length === 0) return refuse('address-unresolved', { host })
  for (const address of addresses.slice(0, ADDRESSES_LIMIT)) {
    const range = objection({ address, port })
    if (range !== undefined) return refuse('address-not-public', { host, address, port, range })
  }
  return accept({ address: addresses[0]!, port })
}

/** A `lookup` for a connection that answers with the address that was checked, whatever the name means by now. */
export const pinned =
  (address: string): LookupFunction =>
  (_host, options, answer) => {
    const family = isIP(address)
    if (typeof options === 'object' && options.all === true) answer(null, [{ address, family }])
    else answer(null, address, family)
  }
