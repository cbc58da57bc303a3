import { accept, type Hash, hex, type Primitives, type ProcessId, type Result, refuse } from '@paraph/record'
import type { Store } from '@paraph/store'
import { failureOf } from './batch.ts'

/** Keeps bytes beside a record under their SHA-256, and gives that name. Durable before the answer. */
export const keepBlob = async (
  { store, sha256 }: { readonly store: Store } & Pick<Primitives, 'sha256'>,
  id: ProcessId,
  bytes: Uint8Array,
): Promise<Result<Hash>> => {
  const hash = hex(sha256(bytes)) as Hash
  const kept = await store.putBlob(id, { hash, bytes })
  if (kept.ok) return accept(hash)
  return kept.refusal.code === 'blob-too-long' ? refuse('too-large', kept.refusal.facts) : { ok: false, refusal: failureOf(kept.refusal) }
}
