import { z } from 'zod'
import { BodyToken, KeyKind, Language, LIST_LIMIT, MemberToken, RawKey, Role, Words } from './shapes.ts'

/** Keys that one body may bring when it is listed or joins. */
export const FOUNDING_KEYS_LIMIT = 50
/** Bodies of one process. */
export const BODIES_LIMIT = 50

export const EnrolledKey = z.strictObject({ key: RawKey, kind: KeyKind, member: MemberToken.optional() })
export type EnrolledKey = z.output<typeof EnrolledKey>

/** A body as the act that brings it lists it. */
export const FoundingBody = z.strictObject({
  id: BodyToken,
  roles: z.array(Role).min(1).max(9),
  /** its own designation of itself, per language */
  names: Words,
  keys: z.array(EnrolledKey).max(FOUNDING_KEYS_LIMIT),
  /** the capital's raw key, kept off line; absent in the spine */
  authority: RawKey.optional(),
})
export type FoundingBody = z.output<typeof FoundingBody>

/** What the parties agreed about how they work. */
export const GroundRules = z.strictObject({
  agreement: z.enum(['consensus']),
  /** alphabetical by designation in a named language, or the listed order */
  order: z.union([
    z.strictObject({ kind: z.literal('alphabetical'), language: Language }),
    z.strictObject({ kind: z.literal('listed'), bodies: z.array(BodyToken).max(BODIES_LIMIT) }),
  ]),
  /** days after a round without result before `no-result` holds */
  graceDays: z.int().min(0).max(366),
  /** no default: without it the row `quiet` never holds */
  quietDays: z.int().min(1).max(3_660).optional(),
  /** open requests for written assurance that one body may have */
  openRequests: z.int().min(1).max(1_000).optional(),
  confidentiality: Words.optional(),
  silence: Words.optional(),
})
export type GroundRules = z.output<typeof GroundRules>

/** Gaps that one act of covering may name. */
export const GAPS_LIMIT = LIST_LIMIT
