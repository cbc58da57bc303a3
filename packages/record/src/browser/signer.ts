import type { Signer } from '../index.ts'
import { owned } from './primitives.ts'

/** The signer of a WebCrypto Ed25519 key pair. The secret half may be, and should be, non-extractable. */
export const browserSigner = async (pair: CryptoKeyPair): Promise<Signer> => {
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return {
    publicKey,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, pair.privateKey, owned(message))),
  }
}
