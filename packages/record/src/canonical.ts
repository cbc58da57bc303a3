import { fromUtf8 } from './bytes.ts'
import type { Json } from './json.ts'
import { accept, type Refusal, type Result, refuse } from './result.ts'

/** How deep arrays and objects of a parsed value may nest. The deepest act in use has 9 levels. */
export const DEPTH_LIMIT = 64

/**
 * The one text of a JSON value: members in UTF-16 order of their names, numbers as ECMAScript writes them, no space (RFC 8785, all of it).
 * Throws on what RFC 8785 has no text for (a lone surrogate, NaN, infinity): a value that passed `parseCanonical` or `strict` holds none.
 */
export const canonical = (value: Json): string => {
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (isArray(value)) {
    let text = '['
    for (let at = 0; at < value.length; at++) text += (at === 0 ? '' : ',') + canonical(value[at]!)
    return `${text}]`
  }
  if (typeof value !== 'object') throw new TypeError(`no JSON value: ${typeof value}`)
  let text = '{'
  for (const name of sortedKeys(value)) text += `${text.length === 1 ? '' : ','}${canonicalString(name)}:${canonical(value[name]!)}`
  return `${text}}`
}

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

/** What stands in quotes as it is: most strings of a record, which need not be looked at twice. */
const PLAIN = /^[ !#-[\]-~]*$/

const canonicalString = (text: string): string => {
  if (PLAIN.test(text)) return `"${text}"`
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
export const strict = (value: Json, path = ''): Refusal<StrictCode> | undefined => strictAt(value, path, 0)

const strictAt = (value: Json, path: string, depth: number): Refusal<StrictCode> | undefined => {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : at('lone-surrogate', path)
  if (typeof value === 'number') return Number.isSafeInteger(value) ? undefined : at('not-safe-integer', path)
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value !== 'object') return at('not-json', path)
  if (depth >= DEPTH_LIMIT) return { code: 'too-deep', path, facts: { limit: DEPTH_LIMIT } }
  if (isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const found = strictAt(value[index]!, `${path}[${index}]`, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  for (const name of Object.keys(value)) {
    if (!ASCII.test(name)) return at('not-ascii-key', path)
    const found = strictAt(value[name]!, path === '' ? name : `${path}.${name}`, depth + 1)
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
  const offence = strict(value)
  return offence === undefined ? accept(value) : { ok: false, refusal: offence }
}

/** Bytes that are the canonical text of a strict value: `canonical(parse(b)) = b`. Duplicate members and byte order marks are not canonical. */
export const parseCanonical = (bytes: Uint8Array): Result<Json, CanonicalCode> => {
  const text = fromUtf8(bytes)
  if (!text.ok) return text
  const value = parseStrict(text.value)
  if (!value.ok) return value
  return canonical(value.value) === text.value ? value : refuse('not-canonical')
}
