import { utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import type { Json } from './json.ts'
import type { Scrypt } from './primitives.ts'

/** What one guess at a fingerprint costs: about a second and 128 MiB. `length` in bytes leaves no bias worth the name. */
export const FINGERPRINT_COST = { N: 131_072, r: 8, p: 1, length: 32 } as const

const SALT = utf8('paraph/fingerprint/v1')
const DIGITS = 40
const GROUP = 5

/**
 * What people read aloud to each other: scrypt(JCS(value)) as a big-endian number mod 10⁴⁰, eight groups of five ASCII digits with spaces
 * between. A reader's own numerals are the view's business. (3-record, *Bodies, seats, keys*)
 */
export const fingerprint = async (scrypt: Scrypt, value: Json): Promise<string> => {
  const key = await scrypt(utf8(canonical(value)), SALT, FINGERPRINT_COST)
  let number = 0n
  for (const byte of key) number = number * 256n + BigInt(byte)
  const digits = (number % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0')
  const groups: string[] = []
  for (let at = 0; at < DIGITS; at += GROUP) groups.push(digits.slice(at, at + GROUP))
  return groups.join(' ')
}

/** What people read aloud of a checkpoint: over its text without signatures, which says origin, size and root. */
export const checkpointFingerprint = (scrypt: Scrypt, text: string): Promise<string> => fingerprint(scrypt, { v: 1, checkpoint: text })

/** Forty digits in any grouping as `fingerprint` writes them; undefined where it is no fingerprint. */
export const parseFingerprint = (text: string): string | undefined => {
  const digits = text.replaceAll(/[\s-]/g, '')
  return /^[0-9]{40}$/.test(digits) ? digits.replaceAll(/([0-9]{5})(?=[0-9])/g, '$1 ') : undefined
}
