import {
  ACT_LIMIT,
  accept,
  canonical,
  commitment,
  ENTRY_LIMIT,
  type Entry,
  type EntryHash,
  type EntrySignature,
  entryMessage,
  hex,
  type Json,
  keyId,
  parseEntry,
  parseEntrySignature,
  parseSalt,
  type Primitives,
  type Result,
  refuse,
  type Signed,
  signatureBytes,
  strict,
} from '@paraph/record'
import { enrolmentProof, parseAct } from '@paraph/talks'
import { type Reserved, reservedStep } from './reserved.ts'

/** One step of the pipeline (10-shapes): a refusal ends the way of the act. */
export type Step<In, Out> = (given: In) => Result<Out> | Promise<Result<Out>>

/** A submission that passed everything that needs no state. Its place and its `recorded` come under the lock. */
export type Filing = {
  readonly entry: Entry
  readonly sig: EntrySignature
  readonly hash: EntryHash
  readonly act: Json
  /** canonical text of the act, as it is stored */
  readonly json: string
  readonly salt: Uint8Array
}

/** A submission taken apart and not yet believed: what the signature step checks goes with it. */
export type Shaped = Omit<Filing, 'hash'> & { readonly publicKey: Uint8Array; readonly message: Uint8Array }

type Sha256 = Primitives['sha256']

/** Bytes of an entry's signed message: what a leaf has around it is `recorded` and a signature, under 256 bytes. */
const MESSAGE_LIMIT = ENTRY_LIMIT - 256

const MEMBERS = ['entry', 'sig', 'act', 'salt', 'key']

/** Shape: every part in its form, nothing unknown, the leaf and the act within their limits. Shapes are refused as `schema` with the record's own code as `problem`. */
export const shapeStep: Step<Json, Shaped> = (submission) => {
  if (typeof submission !== 'object' || submission === null || Array.isArray(submission))
    return refuse('schema', { problem: 'wrong-type' }, 'submission')
  const parts = submission as { readonly [key: string]: Json }
  const unknown = Object.keys(parts).find((key) => !MEMBERS.includes(key))
  if (unknown !== undefined) return refuse('schema', { problem: 'unknown-member' }, unknown)
  const entry = shaped(parseEntry(parts['entry']))
  if (!entry.ok) return entry
  const sig = shaped(parseEntrySignature(parts['sig']))
  if (!sig.ok) return sig
  const salt = shaped(parseSalt(parts['salt'], 'salt'))
  if (!salt.ok) return salt
  const key = shaped(parseSalt(parts['key'], 'key'))
  if (!key.ok) return key
  if (parts['act'] === undefined) return refuse('schema', { problem: 'missing-member' }, 'act')
  const message = entryMessage(entry.value)
  if (message.length > MESSAGE_LIMIT) return refuse('too-large', { size: message.length, limit: MESSAGE_LIMIT }, 'entry')
  const act = writtenAct(parts['act'])
  return act.ok ? accept({ entry: entry.value, sig: sig.value, ...act.value, salt: salt.value, publicKey: key.value, message }) : act
}

/** As `checkAct` of the record, with the canonical text that it measures: an act is written out once for all steps that need its text. */
const writtenAct = (act: Json): Result<{ readonly act: Json; readonly json: string }> => {
  const offence = strict(act, 'act')
  if (offence !== undefined) return refuse('schema', { ...offence.facts, problem: offence.code }, offence.path)
  const json = canonical(act)
  const size = Buffer.byteLength(json)
  return size > ACT_LIMIT ? refuse('too-large', { size, limit: ACT_LIMIT }, 'act') : accept({ act, json })
}

const shaped = <Value>(result: Result<Value>): Result<Value> =>
  result.ok ? result : refuse('schema', { ...result.refusal.facts, problem: result.refusal.code }, result.refusal.path)

/** The key is the one that the entry names, and act and salt open its commitment. Somebody else's commitment never opens: it binds record and body. */
export const openingStep =
  (sha256: Sha256): Step<Shaped, Shaped> =>
  (given) => {
    const { entry, act, salt, publicKey } = given
    const key = keyId(sha256, publicKey)
    if (key !== entry.key) return refuse('key-differs', { key, named: entry.key }, 'key')
    const made = commitment(sha256, { log: entry.log, by: entry.by, act, salt })
    return made === entry.act ? accept(given) : refuse('commitment-does-not-open', { by: entry.by }, 'entry.act')
  }

/**
 * Signature: of the entry's message, by the key that came with it; and where the act enrols a key, of that key over its enrolment. `check`
 * gathers those of several submissions.
 */
export const signatureStep =
  (sha256: Sha256, check: (signed: Signed) => Promise<boolean>): Step<Shaped, Filing> =>
  async ({ publicKey, message, ...given }) => {
    const proof = enrolmentOf(given)
    const [valid, proved] = await Promise.all([
      check({ publicKey, message, signature: signatureBytes(given.sig) }),
      proof === undefined || check(proof),
    ])
    if (!valid) return refuse('signature', { key: given.entry.key }, 'sig')
    if (!proved) return refuse('enrolment-proof', { key: hex(proof!.publicKey) }, 'act.proof')
    return accept({ ...given, hash: hex(sha256(message)) as EntryHash })
  }

/** What a new key signs to be enrolled; undefined for other acts, and for one whose schema the rules will refuse. */
const enrolmentOf = ({ entry, act }: Pick<Filing, 'entry' | 'act'>): Signed | undefined => {
  if (entry.type !== 'key.enrolled' || entry.log === null) return undefined
  const read = parseAct(act)
  return read.ok && read.value.kind.type === entry.type
    ? enrolmentProof(read.value.open as Parameters<typeof enrolmentProof>[0], { log: entry.log, by: entry.by })
    : undefined
}

/** All that needs no state, in its order. */
export const beforeLock = ({
  sha256,
  check,
  reserved,
}: Pick<Primitives, 'sha256'> & {
  readonly check: (signed: Signed) => Promise<boolean>
  readonly reserved: Reserved
}): Step<Json, Filing> => {
  const free = reservedStep(reserved)
  const opening = openingStep(sha256)
  const signature = signatureStep(sha256, check)
  return async (submission) => {
    const shape = await shapeStep(submission)
    if (!shape.ok) return shape
    const unreserved = await free(shape.value)
    if (!unreserved.ok) return unreserved
    const opened = await opening(unreserved.value)
    return opened.ok ? signature(opened.value) : opened
  }
}
