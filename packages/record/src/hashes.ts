import { concatBytes, hex, into, utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import type { Entry } from './entry.ts'
import type { Json } from './json.ts'
import type { BodyId, EntryHash, Hash, KeyId, ProcessId } from './names.ts'
import type { Primitives } from './primitives.ts'

type Sha256 = Primitives['sha256']

/** Bytes of an act's salt. */
export const SALT_LENGTH = 32

const ENTRY_DOMAIN = utf8('paraph/entry/v1\n')
const ACT_DOMAIN = utf8('paraph/act/v1\n')

/** What a signer signs: `"paraph/entry/v1\n"` ‖ JCS(entry). (3-record, *Entry: the leaf*) */
export const entryMessage = (entry: Entry): Uint8Array => entryMessageOf(utf8(canonical(entry)))

/** The same from the bytes of the entry's canonical text, for who has them already. */
export const entryMessageOf = (entryBytes: Uint8Array): Uint8Array => concatBytes(ENTRY_DOMAIN, entryBytes)

/** SHA-256 of the signed message: the act's one name. */
export const entryHash = (sha256: Sha256, entry: Entry): EntryHash => entryHashOf(sha256, utf8(canonical(entry)))

/** What is hashed, over and over in one place: hashing is synchronous. What is longer than this takes memory of its own. */
const HASHED = new Uint8Array(16_384)
const ENTRY_HASHED = new Uint8Array(16_384)
ENTRY_HASHED.set(ENTRY_DOMAIN)

/** The same from the bytes of the entry's canonical text, for who has them already. */
export const entryHashOf = (sha256: Sha256, entryBytes: Uint8Array): EntryHash => {
  const length = ENTRY_DOMAIN.length + entryBytes.length
  if (length > ENTRY_HASHED.length) return hex(sha256(entryMessageOf(entryBytes))) as EntryHash
  ENTRY_HASHED.set(entryBytes, ENTRY_DOMAIN.length)
  return hex(sha256(ENTRY_HASHED.subarray(0, length))) as EntryHash
}

/** What an act is committed under: which record, whose, and 32 bytes of `salt` drawn by the signer. `log` is null in entry 0 only. */
export type Committed = { readonly log: string | null; readonly by: BodyId; readonly act: Json; readonly salt: Uint8Array }

/**
 * SHA-256(`"paraph/act/v1\n"` ‖ salt ‖ JCS({log, by, act})), as an entry's `act`. Binding log and body keeps others from copying it.
 * A salt that is not 32 bytes is a bug and throws.
 */
export const commitment = (sha256: Sha256, { log, by, act, salt }: Committed): Hash =>
  commitmentOf(sha256, { log, by, actText: canonical(act), salt })

/** The same from the act's canonical text, for who has it already. */
export const commitmentOf = (
  sha256: Sha256,
  { log, by, actText, salt }: { log: string | null; by: BodyId; actText: string; salt: Uint8Array },
): Hash => {
  if (salt.length !== SALT_LENGTH) throw new RangeError(`a salt has ${SALT_LENGTH} bytes, not ${salt.length}`)
  const text = `{"act":${actText},"by":${canonical(by)},"log":${canonical(log)}}`
  const start = ACT_DOMAIN.length + SALT_LENGTH
  HASHED.set(ACT_DOMAIN)
  HASHED.set(salt, ACT_DOMAIN.length)
  const { read, written } = into(text, HASHED.subarray(start))
  const whole = read === text.length ? HASHED.subarray(0, start + written) : concatBytes(ACT_DOMAIN, salt, utf8(text))
  return hex(sha256(whole)) as Hash
}

/** SHA-256 of a raw public key. */
export const keyId = (sha256: Sha256, publicKey: Uint8Array): KeyId => hex(sha256(publicKey)) as KeyId

/** Process id: the first 32 hex digits of entry 0's hash. */
export const processIdOf = (entryZero: EntryHash): ProcessId => entryZero.slice(0, 32) as unknown as ProcessId

/** Origin of a record: `<host's chosen name>/<process id>`. A name, not an address. */
export const originOf = (hostName: string, processId: ProcessId): string => `${hostName}/${processId}`

/** Root of the empty record, SHA-256 of nothing: what entry 0 saw. */
export const emptyRoot = (sha256: Sha256): Hash => hex(sha256(new Uint8Array(0))) as Hash
