import {
  type BodyId,
  commitment,
  type Entry,
  type EntryHash,
  type EntrySignature,
  entryHash,
  type Hash,
  hex,
  type Instant,
  type Json,
  keyId,
  type MemberId,
  type Primitives,
  type RecordSize,
  type Signer,
  signEntry,
} from '@paraph/record'

/**
 * What is sent to a host: the signed entry, the act that it commits to, the act's salt (64 hex) and the raw public key (64 hex), so that the
 * signature can be checked before any state is looked at.
 */
export type Submission = {
  readonly entry: Entry
  readonly sig: EntrySignature
  readonly act: Json
  readonly salt: string
  readonly key: string
}

/** A submission with the name that it will have on the record. */
export type SignedAct = { readonly hash: EntryHash; readonly submission: Submission }

/**
 * Everything that an act is signed with. `log`: the record's origin, null for the act that founds one. `saw`: the newest state of the record
 * that this signer verified. `now`: the signer's clock. `salt`: 32 random bytes. `person` stands on solemn acts and on no others.
 */
export type Signing = {
  readonly primitives: Pick<Primitives, 'sha256'>
  readonly signer: Signer
  readonly by: BodyId
  readonly person?: MemberId
  readonly log: string | null
  readonly saw: { readonly size: RecordSize; readonly root: Hash }
  readonly now: Instant
  readonly salt: Uint8Array
  readonly act: Json & { readonly type: string }
}

/** Commits to an act and signs its entry. (3-record, *Entry: the leaf*) */
export const signAct = async ({ primitives: { sha256 }, signer, by, person, log, saw, now, salt, act }: Signing): Promise<SignedAct> => {
  const entry: Entry = {
    v: 1,
    log,
    type: act.type,
    by,
    ...(person === undefined ? {} : { person }),
    key: keyId(sha256, signer.publicKey),
    at: now,
    act: commitment(sha256, { log, by, act, salt }),
    saw,
  }
  const sig = await signEntry(signer, entry)
  return { hash: entryHash(sha256, entry), submission: { entry, sig, act, salt: hex(salt), key: hex(signer.publicKey) } }
}
