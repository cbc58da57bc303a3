import type { BodyId, EntryHash, EntryIndex, Hash, Instant, KeyId, MemberId, RecordSize } from './names.ts'

/** What is signed. `log` is null only at index 0; `act` commits to the act without holding it. (3-record, *Entry: the leaf*) */
export type Entry = {
  readonly v: 1
  readonly log: string | null
  readonly type: string
  readonly by: BodyId
  readonly person?: MemberId
  readonly key: KeyId
  readonly at: Instant
  readonly act: Hash
  readonly file?: Hash
  readonly saw: { readonly size: RecordSize; readonly root: Hash }
}

/** `value` is base64url without padding. In the spine `alg` is `ed25519`; the WebAuthn kinds come with passkeys. */
export type EntrySignature = { readonly alg: 'ed25519'; readonly value: string }

/** A leaf of the tree: the entry, its signature, and the host's clock when it was recorded. */
export type Leaf = { readonly entry: Entry; readonly sig: EntrySignature; readonly recorded: Instant }

/** A leaf with its place and its name. */
export type PlacedLeaf = { readonly index: EntryIndex; readonly hash: EntryHash; readonly leaf: Leaf }
