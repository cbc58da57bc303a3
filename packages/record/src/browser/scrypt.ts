import { scryptAsync } from '@noble/hashes/scrypt.js'
import type { Scrypt } from '../index.ts'

/** Bytes that one scrypt may take: twice what a fingerprint's parameters need. */
export const SCRYPT_MEMORY = 256 * 1024 * 1024

/** scrypt of @noble/hashes, giving the page a turn every 10 ms. */
export const browserScrypt: Scrypt = (password, salt, { N, r, p, length }) =>
  scryptAsync(password, salt, { N, r, p, dkLen: length, maxmem: SCRYPT_MEMORY })
