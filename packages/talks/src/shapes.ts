import { HASH, INSTANT, TOKEN, type BodyId, type EntryHash, type Instant, type MemberId } from '@paraph/record'
import { z } from 'zod'

/** Limits of an act's parts; an act as a whole is at most 64 KiB (`ACT_LIMIT` of the record). */
export const WORDS_LIMIT = 4_000
export const NAME_LIMIT = 300
export const ADDRESS_LIMIT = 2_000
export const LIST_LIMIT = 200
export const LANGUAGES_LIMIT = 16

export const Token = z.string().regex(TOKEN)
/** Brands are given by type alone: a transform would cost a copy an act and could not be written as JSON Schema. */
export const BodyToken = Token as unknown as z.ZodType<BodyId, string>
export const MemberToken = Token as unknown as z.ZodType<MemberId, string>
/** An entry named by its hash. */
export const Ref = z.string().regex(HASH) as unknown as z.ZodType<EntryHash, string>
/** Whether a text that has the form of an instant is one: no month 13, no 31 February, no hour 24. Proleptic Gregorian, as ISO 8601. */
export const isRealMoment = (text: string): boolean => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  const clock = text.slice(11, 13) < '24' && text.slice(14, 16) < '60' && text.slice(17, 19) < '60'
  return month >= 1 && month <= 12 && day >= 1 && day <= days && clock
}

/** A moment in UTC as `2025-11-07T16:20:00.000Z`, and a real one. */
export const Moment = z.string().regex(INSTANT).refine(isRealMoment, { message: 'no such moment' }) as unknown as z.ZodType<Instant, string>
/** BCP 47 language tag, as `en`, `ur`, `ps`, `fa-AF`. */
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

/** Our own words, once a language; the first is the fallback where a language is missing. */
export const Words = z
  .record(Language, z.string().min(1).max(WORDS_LIMIT))
  .refine((words) => Object.keys(words).length >= 1 && Object.keys(words).length <= LANGUAGES_LIMIT)
export type Words = z.output<typeof Words>

/** Words exactly as spoken or printed, with their language. Never ours, never corrected: a stray full stop stays. */
export const Quoted = z.strictObject({ language: Language, text: z.string().min(1).max(WORDS_LIMIT) })

/** A time as a source gives it: half-open `[from, until)` in UTC; `as` keeps the source's words. A day without hour is that day in UTC unless a zone is named. */
export const When = z
  .strictObject({
    from: Moment,
    until: Moment,
    as: z.string().min(1).max(NAME_LIMIT).optional(),
    zone: z.string().min(1).max(60).optional(),
  })
  .refine((when) => when.from < when.until, { path: ['until'], message: 'until is not after from' })
export type When = z.output<typeof When>

/** By whom a thing done by somebody else is recorded: they speak themselves, or it is somebody's account. */
export const Ground = z.strictObject({
  kind: z.enum(['published-original', 'account']),
  /** whose account: a body's token, or words for somebody who is no body here ("unnamed officials") */
  of: z.union([BodyToken, Words]).optional(),
  source: Ref,
})
export type Ground = z.output<typeof Ground>

export const Ascribed = z.strictObject({ to: z.array(BodyToken).min(1).max(LIST_LIMIT), ground: Ground })
export type Ascribed = z.output<typeof Ascribed>

/** Who spoke: a body, a named or unnamed person with an office, an outlet. All in words of the source, per language. */
export const Speaker = z.strictObject({ body: BodyToken.optional(), name: Words.optional(), office: Words.optional() })
export const Voice = z.enum(['official', 'spokesperson', 'state-media', 'unnamed-official', 'outlet'])
export type Voice = z.output<typeof Voice>

/** A raw Ed25519 public key, 64 lowercase hex digits. */
export const RawKey = z.string().regex(/^[0-9a-f]{64}$/)
/** `device`: an Ed25519 key that its machine keeps; `sealed-file`: under a passphrase. */
export const KeyKind = z.enum(['device', 'sealed-file'])
export const Role = z.enum([
  'party',
  'mediator',
  'secretariat',
  'rapporteur',
  'guarantor',
  'witness',
  'observer',
  'depositary',
  'mechanism',
])
/** Only why: a step that needs no more words than that. */
export const Reasoned = z.strictObject({ reason: Words.optional() })
