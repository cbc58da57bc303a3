import { createPublicKey, type KeyObject } from 'node:crypto'

/** Key objects held at once; importing one costs half as much as a verification, so they are kept. */
export const KEY_CACHE_LIMIT = 4096

/** DER in front of a raw Ed25519 public key in SubjectPublicKeyInfo (RFC 8410, section 4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

const cache = new Map<string, KeyObject | undefined>()

/** The key object of a raw 32-byte key; undefined where node refuses it. */
export const keyObject = (publicKey: Uint8Array): KeyObject | undefined => {
  if (publicKey.length !== 32) return undefined
  const name = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.length).toString('latin1')
  if (cache.has(name)) return cache.get(name)
  const key = importKey(publicKey)
  if (cache.size >= KEY_CACHE_LIMIT) cache.clear()
  cache.set(name, key)
  return key
}

const importKey = (publicKey: Uint8Array): KeyObject | undefined => {
  try {
    return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}
