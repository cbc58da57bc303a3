import { scrypt } from 'node:crypto'
import type { Scrypt } from '../index.ts'

/** Bytes that one scrypt may take: twice what a fingerprint's parameters need; node's own default is a quarter of it. */
export const SCRYPT_MEMORY = 256 * 1024 * 1024

/** scrypt of node:crypto, off the calling thread. */
export const nodeScrypt: Scrypt = (password, salt, { N, r, p, length }) =>
  new Promise((resolve, reject) => {
    scrypt(password, salt, length, { N, r, p, maxmem: SCRYPT_MEMORY }, (error, key) => {
      if (error === null) resolve(new Uint8Array(key))
      else reject(error)
    })
  })
