import { decodePoint, isIdentity, L, type PointCode, PUBLIC_KEY_LENGTH, times } from './curve.ts'
import type { Refusal } from './result.ts'

/** Why a public key may not be enrolled. */
export type EnrolmentCode = 'key-malformed' | PointCode | 'key-small-order' | 'key-mixed-order'

/**
 * Why this raw Ed25519 key may not be enrolled, or undefined. Verifiers disagree on signatures under keys that are encoded twice, lie in the
 * small subgroup, or have a part in it; under every other key the checks that Paraph uses agree. (3-record, *Bodies, seats, keys*)
 */
export const enrolable = (publicKey: Uint8Array): Refusal<EnrolmentCode> | undefined => {
  if (publicKey.length !== PUBLIC_KEY_LENGTH) return { code: 'key-malformed', facts: { length: publicKey.length } }
  const point = decodePoint(publicKey)
  if (typeof point === 'string') return { code: point, facts: {} }
  if (isIdentity(times(8n, point))) return { code: 'key-small-order', facts: {} }
  return isIdentity(times(L, point)) ? undefined : { code: 'key-mixed-order', facts: {} }
}
