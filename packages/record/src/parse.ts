import type { Json } from './json.ts'
import { HASH, type Hash, INSTANT, type Instant, TOKEN } from './names.ts'
import { accept, type Result, refuse } from './result.ts'

/** What reading a shape by hand may refuse, always with the path where. */
export type ShapeCode = 'missing-member' | 'unknown-member' | 'wrong-type' | 'wrong-form' | 'wrong-value'

/** A JSON object's members. */
export type Members = { readonly [name: string]: Json }

/** An object that has every member of `required` and none beyond `required` and `optional`. */
export const parseMembers = (
  json: Json | undefined,
  { path, required, optional = [] }: { path: string; required: readonly string[]; optional?: readonly string[] },
): Result<Members, ShapeCode> => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse('wrong-type', { wanted: 'object' }, path)
  const members = json as Members
  let found = 0
  for (const name of Object.keys(members)) {
    if (required.includes(name)) found++
    else if (!optional.includes(name)) return refuse('unknown-member', {}, `${path}.${name}`)
  }
  if (found < required.length) {
    const missing = required.find((name) => !Object.hasOwn(members, name))
    return refuse('missing-member', {}, `${path}.${missing}`)
  }
  return accept(members)
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The form alone would let 30 February and 25 o'clock through; a leap second has no instant of its own. */
const isMoment = (text: string): boolean => {
  const month = Number(text.slice(5, 7))
  const days = month === 2 && isLeapYear(Number(text.slice(0, 4))) ? 29 : (DAYS[month - 1] ?? 0)
  const day = Number(text.slice(8, 10))
  return day >= 1 && day <= days && text.slice(11, 13) < '24' && text.slice(14, 16) < '60' && text.slice(17, 19) < '60'
}

/** What one text member must be: `wrong` is what it is not, or undefined. It makes nothing, as a record is a dozen of them an entry. */
export type Form = { readonly name: string; readonly wrong: (json: Json | undefined) => ShapeCode | undefined }

/** A text of at most `limit` characters that a pattern, and where needed a closer look, let pass. */
export const textForm = (
  name: string,
  { pattern, limit = Number.POSITIVE_INFINITY, holds }: { pattern: RegExp; limit?: number; holds?: (text: string) => boolean },
): Form => ({
  name,
  wrong: (json) => {
    if (typeof json !== 'string') return 'wrong-type'
    return json.length <= limit && pattern.test(json) && (holds === undefined || holds(json)) ? undefined : 'wrong-form'
  },
})

export const HASH_FORM = textForm('hash', { pattern: HASH })
export const TOKEN_FORM = textForm('token', { pattern: TOKEN })
/** A moment that exists, in UTC to the millisecond. */
export const INSTANT_FORM = textForm('instant', { pattern: INSTANT, holds: isMoment })

const parseForm = <Text extends string>(json: Json | undefined, { form, path }: { form: Form; path: string }): Result<Text, ShapeCode> => {
  const code = form.wrong(json)
  return code === undefined ? accept(json as Text) : refuse(code, { wanted: form.name }, path)
}

/** 64 lowercase hex digits. */
export const parseHash = <Name extends Hash>(json: Json | undefined, path: string): Result<Name, ShapeCode> =>
  parseForm<Name>(json, { form: HASH_FORM, path })

/** A moment that exists, in UTC to the millisecond. */
export const parseInstant = (json: Json | undefined, path: string): Result<Instant, ShapeCode> =>
  parseForm<Instant>(json, { form: INSTANT_FORM, path })

/** A safe integer that is not negative. */
export const parseCount = (json: Json | undefined, path: string): Result<number, ShapeCode> => {
  if (typeof json !== 'number') return refuse('wrong-type', { wanted: 'number' }, path)
  return Number.isSafeInteger(json) && json >= 0 && !Object.is(json, -0) ? accept(json) : refuse('wrong-form', { wanted: 'count' }, path)
}
