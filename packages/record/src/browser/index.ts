export { type BrowserCode, browserPrimitives, KEY_CACHE_LIMIT } from './primitives.ts'
export { browserScrypt, SCRYPT_MEMORY } from './scrypt.ts'
export { browserSigner } from './signer.ts'
