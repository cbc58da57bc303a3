import { randomBytes } from 'node:crypto'
import { accept, hex, type KeyId, keyId, type Primitives, type Result, refuse, type Signer } from '@paraph/record'
import { nodeSigner } from '@paraph/record/node'
import type { Secrets } from '@paraph/store'

/** Name under which a log key's seed is kept. */
const PREFIX = 'log-'

/** The host's log keys: one a process, raw in its entry 0; the secrets stay here. */
export type LogKeys = {
  /** Makes a key, of the given seed where the caller derives it (examples), and keeps it durably before answering. */
  readonly make: (seed?: Uint8Array) => Uint8Array
  readonly signerOf: (publicKey: Uint8Array) => Result<Signer>
  /** Ids of all keys kept. */
  readonly ids: () => readonly KeyId[]
}

/** Log keys within the secrets of a data folder. A signer is made once and kept. */
export const logKeysIn = (secrets: Secrets, { sha256 }: Pick<Primitives, 'sha256'>): LogKeys => {
  const signers = new Map<KeyId, Signer>()
  return {
    make: (given) => {
      const seed = given ?? new Uint8Array(randomBytes(32))
      const signer = nodeSigner(seed)
      secrets.saveKey(`${PREFIX}${keyId(sha256, signer.publicKey)}`, { seed, purpose: 'signs the checkpoints of one process' })
      return signer.publicKey
    },
    signerOf: (publicKey) => {
      const id = keyId(sha256, publicKey)
      const known = signers.get(id)
      if (known !== undefined) return accept(known)
      const kept = secrets.loadKey(`${PREFIX}${id}`)
      if (!kept.ok) return refuse('log-key-unknown', { key: hex(publicKey), cause: kept.refusal.code })
      const signer = nodeSigner(kept.value.seed)
      signers.set(id, signer)
      return accept(signer)
    },
    ids: () => secrets.keyNames().flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length) as KeyId] : [])),
  }
}
