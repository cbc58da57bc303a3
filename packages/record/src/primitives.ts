/** One signature to check: Ed25519 over `message` under the raw 32-byte `publicKey`. */
export type Signed = { readonly publicKey: Uint8Array; readonly message: Uint8Array; readonly signature: Uint8Array }

/** The cryptography that this package is given and never brings: `./node` and `./browser` are its two doors. */
export type Primitives = {
  /** SHA-256, 32 bytes. Synchronous: the tree is made of it. */
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  /** Checks a batch, one answer each, in order. A malformed key or signature is `false`, never an exception. */
  readonly verify: (batch: readonly Signed[]) => Promise<readonly boolean[]>
}

/** Somebody's Ed25519 key: the public half raw (32 bytes), the secret half behind `sign`. */
export type Signer = { readonly publicKey: Uint8Array; readonly sign: (message: Uint8Array) => Promise<Uint8Array> }

/** scrypt as the fingerprint needs it (N 2^17, r 8, p 1 take 128 MiB and about a second). */
export type Scrypt = (
  password: Uint8Array,
  salt: Uint8Array,
  cost: { N: number; r: number; p: number; length: number },
) => Promise<Uint8Array>
