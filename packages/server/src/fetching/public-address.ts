import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Addresses that are public by their number and reach a cloud's own inside all the same. */
const INSIDES: readonly string[] = ['168.63.129.16']

/**
 * Why an IP address is none of the public network: the name of its range (RFC 6890 and what came after), `private`, `loopback`, `linkLocal`,
 * `carrierGradeNat`, `uniqueLocal`, `6to4`, …; undefined for a public one. An IPv6 address that carries an IPv4 address is judged by its own range
 * and never translated: what leads through a gateway leads wherever the gateway likes.
 */
export const whyNotPublic = (address: string): string | undefined => {
  if (isIP(address) === 0) return 'no-address'
  const parsed = ipaddr.parse(address)
  const range = parsed.range()
  if (range !== 'unicast') return range
  if (INSIDES.includes(parsed.toString())) return 'cloud'
  // Global unicast has been given out of 2000::/3 alone (RFC 4291, 2.4): whatever else comes is not known to be public.
  return parsed instanceof ipaddr.IPv6 && !parsed.match(ipaddr.IPv6.parse('2000::'), 3) ? 'unassigned' : undefined
}
