import { sha256 } from '@noble/hashes/sha2.js'
import { accept, isAgreed, type Primitives, type Result, refuse, type Signed } from '../index.ts'

/** Imported keys held at once. */
export const KEY_CACHE_LIMIT = 4096

/** WebCrypto is absent outside a secure context (any `http://` address but localhost); an old browser has it without Ed25519. */
export type BrowserCode = 'no-webcrypto' | 'no-ed25519'

const ED25519 = { name: 'Ed25519' }

/** WebCrypto's types want memory that is not shared; every array here is its own. */
export const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)

/**
 * SHA-256 of @noble/hashes (WebCrypto's is asynchronous) and Ed25519 of WebCrypto only: libraries disagree with node:crypto on which
 * signatures hold, WebCrypto does not. Refuses where WebCrypto or its Ed25519 is missing. (3-record, *Bodies, seats, keys*)
 */
export const browserPrimitives = async (): Promise<Result<Primitives, BrowserCode>> => {
  const subtle = globalThis.crypto?.subtle
  if (subtle === undefined) return refuse('no-webcrypto')
  try {
    // The base point: a valid key, so a failure can only mean that the algorithm is missing.
    await subtle.importKey('raw', new Uint8Array([0x58, ...new Array<number>(31).fill(0x66)]), ED25519, false, ['verify'])
  } catch {
    return refuse('no-ed25519')
  }
  return accept({ sha256, verify: verifierOf(subtle) })
}

const verifierOf = (subtle: SubtleCrypto): Primitives['verify'] => {
  const keys = new Map<string, Promise<CryptoKey | undefined>>()

  const keyOf = (publicKey: Uint8Array): Promise<CryptoKey | undefined> => {
    const name = String.fromCharCode(...publicKey)
    const held = keys.get(name)
    if (held !== undefined) return held
    const key = subtle.importKey('raw', owned(publicKey), ED25519, false, ['verify']).catch(() => undefined)
    if (keys.size >= KEY_CACHE_LIMIT) keys.clear()
    keys.set(name, key)
    return key
  }

  const verifyOne = async (signed: Signed): Promise<boolean> => {
    const key = isAgreed(signed) ? await keyOf(signed.publicKey) : undefined
    return key !== undefined && subtle.verify(ED25519, key, owned(signed.signature), owned(signed.message))
  }

  return (batch) => Promise.all(batch.map(verifyOne))
}
