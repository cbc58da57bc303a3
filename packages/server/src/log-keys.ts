import { randomBytes } from 'node:crypto'
import { accept, hex, type KeyId, keyId, type Primitives, type Result, refuse, type Signer } from '@paraph/record'
import { nodeSigner } from '@paraph/record/node'
import type { Secrets } from '@paraph/store'
import { LOG_KEYS_LIMIT } from './limits.ts'

/** Name under which a log key's seed is kept. */
const PREFIX = 'log-'

/** The host's log keys: one a process, raw in its entry 0; the secrets stay here. */
export type LogKeys = {
  /**
   * Makes a key, of the given seed where the caller derives it (examples), and keeps it durably before answering. `used`: processes here, each
   * with a key of its own. Refuses `too-many-log-keys`, `disk-full`, `not-recorded`.
   */
  readonly make: (given: { readonly seed: Uint8Array | undefined; readonly used: number }) => Result<Uint8Array>
  readonly signerOf: (publicKey: Uint8Array) => Result<Signer>
}

/** Log keys within the secrets of a data folder. A signer is made once and kept. */
export const logKeysIn = (secrets: Secrets, { sha256 }: Pick<Primitives, 'sha256'>): LogKeys => {
  const signers = new Map<KeyId, Signer>()
  const ids = () => secrets.keyNames().filter((name) => name.startsWith(PREFIX))
  return {
    make: ({ seed = new Uint8Array(randomBytes(32)), used }) => {
      if (ids().length - used >= LOG_KEYS_LIMIT) return refuse('too-many-log-keys', { limit: LOG_KEYS_LIMIT })
      const { publicKey } = nodeSigner(seed)
      try {
        secrets.saveKey(`${PREFIX}${keyId(sha256, publicKey)}`, { seed, purpose: 'signs the checkpoints of one process' })
        return accept(publicKey)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
        if (code === undefined) throw error
        return code === 'ENOSPC' ? refuse('disk-full') : refuse('not-recorded', { cause: code })
      }
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
  }
}
