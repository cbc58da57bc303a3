import { hash, verify } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { isAgreed, type Primitives, type Signed } from '../index.ts'
import { keyObject } from './keys.ts'

/** Signatures checked before the event loop gets a turn: some 8 ms. */
export const VERIFY_SLICE = 64

/** By way of a text of 32 characters: node makes one of those in less than half the time that it takes to make a Buffer. */
const sha256 = (bytes: Uint8Array): Uint8Array => {
  const text = hash('sha256', bytes, 'binary')
  const digest = new Uint8Array(32)
  for (let at = 0; at < 32; at++) digest[at] = text.charCodeAt(at)
  return digest
}

/** One signature by node:crypto; malformed keys and signatures are false. */
const verifyOne = (signed: Signed): boolean => {
  const key = isAgreed(signed) ? keyObject(signed.publicKey) : undefined
  return key !== undefined && verify(null, signed.message, key, signed.signature)
}

const verifyHere = async (batch: readonly Signed[]): Promise<readonly boolean[]> => {
  const answers: boolean[] = []
  for (const signed of batch) {
    if (answers.length > 0 && answers.length % VERIFY_SLICE === 0) await setImmediate()
    answers.push(verifyOne(signed))
  }
  return answers
}

/** SHA-256 and Ed25519 of node:crypto, on the calling thread. For a whole record take `verifyPool`. */
export const nodePrimitives: Primitives = { sha256, verify: verifyHere }
