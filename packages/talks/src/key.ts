import { type BodyId, canonical, type EntryIndex, enrolable, fromHex, type Signed, utf8 } from '@paraph/record'
import { z } from 'zod'
import type { EnrolledKey } from './founding.ts'
import { kind, type Mark } from './kind.ts'
import { no, type TalksRefusal } from './refusal.ts'
import { KeyKind, MemberToken, RawKey, Words } from './shapes.ts'
import type { State } from './state.ts'

/**
 * `proof`: hex Ed25519 signature by the new key over `paraph/enrol/v1\n` ‖ JCS({ log, by, key, kind }). No rule checks it, since checking is
 * asynchronous and an argument: whoever accepts or verifies entries checks `enrolmentProof` beside the entry's own signature.
 */
const Enrolled = z.strictObject({ key: RawKey, kind: KeyKind, member: MemberToken.optional(), proof: z.string().regex(/^[0-9a-f]{128}$/) })
export type KeyEnrolled = z.output<typeof Enrolled>

/** `disownedFrom`: entries of that key from this index on stay and are shown as disowned. */
const Revoked = z.strictObject({ key: RawKey, disownedFrom: z.int().min(0).optional(), reason: Words.optional() })

/** A key as enrolled, by its raw hex. */
export type Key = {
  readonly key: string
  readonly kind: string
  readonly member: string | undefined
  readonly body: BodyId
  readonly mark: Mark
}
/** `listed` is in the order of enrolment: who needs key ids, which need a hash, keeps them beside it. */
export type KeySlice = {
  readonly enrolled: Map<string, Key>
  readonly listed: Key[]
  readonly revoked: Map<string, { readonly mark: Mark; readonly disownedFrom: number | undefined }>
}
export const beginKeys = (): KeySlice => ({ enrolled: new Map(), listed: [], revoked: new Map() })

/** Enrols a key that is not enrolled yet; the first enrolment stands. */
export const enrol = (state: State, body: BodyId, { key, kind: of, member }: EnrolledKey, mark: Mark): void => {
  if (state.keys.enrolled.has(key)) return
  const enrolled: Key = { key, kind: of, member, body, mark }
  state.keys.enrolled.set(key, enrolled)
  state.keys.listed.push(enrolled)
}

/** Whether a key was revoked before an index. */
export const revokedBefore = (state: Readonly<State>, key: string, index: EntryIndex): boolean => {
  const revoked = state.keys.revoked.get(key)
  return revoked !== undefined && revoked.mark.index < index
}

/** Why a raw key may not be enrolled: its bytes, or that it stands already. */
export const keyRefused = (key: string, path: string): TalksRefusal | undefined => {
  const bytes = fromHex(key)
  const why = bytes.ok ? enrolable(bytes.value) : bytes.refusal
  return why === undefined ? undefined : no('key-not-enrolable', { why: why.code }, path)
}

/** What the proof of `key.enrolled` signs, for `Primitives.verify`. `log` is the record's origin; `by` the enrolling body. */
export const enrolmentProof = (act: KeyEnrolled, { log, by }: { readonly log: string; readonly by: BodyId }): Signed => ({
  publicKey: bytes(act.key),
  message: enrolmentMessage(act, { log, by }),
  signature: bytes(act.proof),
})

/** `paraph/enrol/v1\n` ‖ JCS({ log, by, key, kind }): what the new key signs. */
export const enrolmentMessage = (
  act: { readonly key: string; readonly kind: string },
  { log, by }: { readonly log: string; readonly by: BodyId },
): Uint8Array => utf8(`paraph/enrol/v1\n${canonical({ log, by, key: act.key, kind: act.kind })}`)

/** Hex that a schema has already let through. */
const bytes = (hexText: string): Uint8Array => {
  const read = fromHex(hexText)
  if (!read.ok) throw new Error('a parsed key is not hex')
  return read.value
}

const every = ['party', 'mediator', 'secretariat', 'rapporteur', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'] as const

const enrolled = kind({
  type: 'key.enrolled',
  noun: 'key',
  schema: Enrolled,
  who: { own: every },
  solemn: true,
  structure: true,
  framesTime: true,
  rule: (state, act) => (state.keys.enrolled.has(act.key) ? no('key-taken', { key: act.key }, 'act.key') : keyRefused(act.key, 'act.key')),
  fold: (state, act, mark) => enrol(state, mark.by, act, mark),
})

const revoked = kind({
  type: 'key.revoked',
  noun: 'key',
  schema: Revoked,
  who: { own: every },
  structure: true,
  framesTime: true,
  rule: (state, act, mark) => {
    const key = state.keys.enrolled.get(act.key)
    if (key === undefined) return no('key-unknown', { key: act.key }, 'act.key')
    if (key.body !== mark.by) return no('not-yours', { body: key.body, by: mark.by }, 'act.key')
    return state.keys.revoked.has(act.key) ? no('superseded', { key: act.key }, 'act.key') : undefined
  },
  fold: (state, act, mark) => {
    if (!state.keys.revoked.has(act.key)) state.keys.revoked.set(act.key, { mark, disownedFrom: act.disownedFrom })
  },
})

/** `key.*`: a body vouches for its further keys with one that stands, and takes back its own. */
export const keyKinds = [enrolled, revoked]
