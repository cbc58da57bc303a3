import { fromUtf8 } from './bytes.ts'
import type { Json } from './json.ts'
import { accept, type Refusal, type Result, refuse } from './result.ts'

/** How deep arrays and objects of a parsed value may nest. The deepest act in use has 9 levels. */
export const DEPTH_LIMIT = 64

/**
 * The one text of a JSON value: members in UTF-16 order of their names, numbers as ECMAScript writes them, no space (RFC 8785, all of it).
 * Throws on what RFC 8785 has no text for (a lone surrogate, NaN, infinity): a value that passed `parseCanonical` or `strict` holds none.
 */
export const canonical = (value: Json): string => (isOrderly(value) ? JSON.stringify(value) : written(value))

/**
 * Whether what ECMAScript writes of a value is its canonical text already: members in order, every text well-formed, every number finite. Most
 * values of a record are, as they were parsed from canonical bytes.
 */
const isOrderly = (value: Json): boolean => {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return typeof value === 'boolean'
  if (value === null) return true
  if (isArray(value)) return value.every(isOrderly)
  let before = ''
  for (const name of Object.keys(value)) {
    if (name < before || !name.isWellFormed() || !isOrderly(value[name]!)) return false
    before = name
  }
  return true
}

/** The canonical text member by member, of any value. */
const written = (value: Json): string => {
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (isArray(value)) return `[${value.map(written).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`no JSON value: ${typeof value}`)
  return `{${sortedKeys(value)
    .map((name) => `${canonicalString(name)}:${written(value[name]!)}`)
    .join(',')}}`
}

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

const canonicalString = (text: string): string => {
  if (!text.isWellFormed()) throw new RangeError('a lone surrogate has no canonical text (RFC 8785, section 3.2.2.2)')
  return JSON.stringify(text)
}

const canonicalNumber = (number: number): string => {
  if (!Number.isFinite(number)) throw new RangeError('NaN and infinity have no canonical text (RFC 8785, section 3.2.2.3)')
  return String(number)
}

/** `sort` without a comparator is by UTF-16 code units, which is what RFC 8785, section 3.2.3 asks. */
const sortedKeys = (value: { readonly [key: string]: Json }): readonly string[] => {
  const keys = Object.keys(value)
  return keys.length < 2 ? keys : keys.sort()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the rule.
const ASCII = /^[\u0000-\u007f]*$/

/** What `strict` may find. */
export type StrictCode = 'not-json' | 'not-ascii-key' | 'not-safe-integer' | 'lone-surrogate' | 'too-deep'

/**
 * What Paraph asks of a value beyond RFC 8785: keys in ASCII, numbers safe integers (fractions are decimal strings), no lone surrogate, at
 * most `DEPTH_LIMIT` levels. The first offence with its path, or undefined. (3-record, *Entry: the leaf*)
 */
export const strict = (value: Json, path = ''): Refusal<StrictCode> | undefined =>
  isStrict(value, 0) ? undefined : offence(value, path, 0)

/** Whether `offence` finds none. Nearly every value has none, and paths cost more than looking. */
const isStrict = (value: Json, depth: number): boolean => {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (value === null || typeof value === 'boolean') return true
  if (typeof value !== 'object' || depth >= DEPTH_LIMIT) return false
  if (isArray(value)) return value.every((member) => isStrict(member, depth + 1))
  for (const name of Object.keys(value)) if (!ASCII.test(name) || !isStrict(value[name]!, depth + 1)) return false
  return true
}

const offence = (value: Json, path: string, depth: number): Refusal<StrictCode> | undefined => {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : at('lone-surrogate', path)
  if (typeof value === 'number') return Number.isSafeInteger(value) ? undefined : at('not-safe-integer', path)
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value !== 'object') return at('not-json', path)
  if (depth >= DEPTH_LIMIT) return { code: 'too-deep', path, facts: { limit: DEPTH_LIMIT } }
  const members = isArray(value)
    ? value.map((member, index) => [`${path}[${index}]`, member] as const)
    : Object.keys(value).map((name) => [path === '' ? name : `${path}.${name}`, value[name]!] as const)
  for (const [inner, member] of members) {
    if (!isArray(value) && !ASCII.test(inner.slice(path.length))) return at('not-ascii-key', path)
    const found = offence(member, inner, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

const at = (code: StrictCode, path: string): Refusal<StrictCode> => ({ code, path, facts: {} })

/** What parsing canonical bytes may refuse. */
export type CanonicalCode = 'not-utf8' | 'not-canonical' | StrictCode

/** A JSON text as a strict value, whatever its spaces and order; the caller compares with the canonical text itself. */
export const parseStrict = (text: string): Result<Json, StrictCode> => {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return refuse('not-json')
  }
  const found = strict(value)
  return found === undefined ? accept(value) : { ok: false, refusal: found }
}

/** Bytes that are the canonical text of a strict value: `canonical(parse(b)) = b`. Duplicate members and byte order marks are not canonical. */
export const parseCanonical = (bytes: Uint8Array): Result<Json, CanonicalCode> => {
  const text = fromUtf8(bytes)
  if (!text.ok) return text
  const value = parseStrict(text.value)
  if (!value.ok) return value
  return canonical(value.value) === text.value ? value : refuse('not-canonical')
}
