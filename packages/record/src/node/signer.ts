import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import type { Signer } from '../index.ts'

/** Bytes of an Ed25519 seed (RFC 8032, section 5.1.5). */
export const SEED_LENGTH = 32

/** DER in front of a raw Ed25519 seed in PKCS #8 (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The signer of a 32-byte seed. Another length is a bug and throws. */
export const nodeSigner = (seed: Uint8Array): Signer => {
  if (seed.length !== SEED_LENGTH) throw new RangeError(`a seed has ${SEED_LENGTH} bytes, not ${seed.length}`)
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' })
  return {
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: async (message) => new Uint8Array(sign(null, message, secret)),
  }
}

/** A new key: its seed, for who keeps it, and its signer. */
export const generateSigner = (): { readonly seed: Uint8Array; readonly signer: Signer } => {
  const seed = new Uint8Array(randomBytes(SEED_LENGTH))
  return { seed, signer: nodeSigner(seed) }
}
