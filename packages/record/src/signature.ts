import { PUBLIC_KEY_LENGTH, smallOrderEncodings } from './curve.ts'
import type { Signed } from './primitives.ts'

/** Bytes of an Ed25519 signature: R, then S. */
export const SIGNATURE_LENGTH = 64

let known: readonly Uint8Array[] | undefined

/**
 * Whether a signature is one that platforms agree on, so that asking them has a meaning: 32 and 64 bytes, and neither the key nor the
 * signature's R of small order. OpenSSL from 3.5 refuses those, older ones, BoringSSL and Go take them: whoever signs could make a signature that
 * holds in one reader's browser and not in another's command line. Every door asks this first and answers false without asking on.
 */
export const isAgreed = ({ publicKey, signature }: Signed): boolean => {
  if (publicKey.length !== PUBLIC_KEY_LENGTH || signature.length !== SIGNATURE_LENGTH) return false
  known ??= smallOrderEncodings()
  for (const small of known) if (isEncoding(publicKey, small) || isEncoding(signature, small)) return false
  return true
}

/** The sign bit is not part of y. */
const isEncoding = (bytes: Uint8Array, y: Uint8Array): boolean => {
  for (let at = 0; at < PUBLIC_KEY_LENGTH - 1; at++) if (bytes[at] !== y[at]) return false
  return bytes[PUBLIC_KEY_LENGTH - 1]! % 128 === y[PUBLIC_KEY_LENGTH - 1]
}
