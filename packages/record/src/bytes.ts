import type { Hash } from './names.ts'
import { accept, type Result, refuse } from './result.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const HEX_DIGITS = encoder.encode('0123456789abcdef')
const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** UTF-8 bytes of a text. A lone surrogate becomes U+FFFD: check `isWellFormed` first where that matters. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Writes a text as UTF-8 as far as it has room: how many UTF-16 units of it, as how many bytes. */
export const into = (text: string, room: Uint8Array): { readonly read: number; readonly written: number } => encoder.encodeInto(text, room)

/** The text of UTF-8 bytes; a byte order mark stays in it. Refuses `not-utf8`. */
export const fromUtf8 = (bytes: Uint8Array): Result<string, 'not-utf8'> => {
  try {
    return accept(decoder.decode(bytes))
  } catch {
    return refuse('not-utf8')
  }
}

/** Lowercase hex. Digits as bytes and decoded at once: a text put together of pairs costs five times that as soon as it is a key of a map. */
export const hex = (bytes: Uint8Array): string => {
  const digits = new Uint8Array(2 * bytes.length)
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    digits[2 * at] = HEX_DIGITS[byte >> 4]!
    digits[2 * at + 1] = HEX_DIGITS[byte & 15]!
  }
  return decoder.decode(digits)
}

const hexDigit = (code: number): number => (code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1)

/** Bytes of lowercase hex. Refuses `not-hex`: an odd length, capitals, anything else. */
export const fromHex = (text: string): Result<Uint8Array, 'not-hex'> => {
  if (text.length % 2 !== 0) return refuse('not-hex')
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at++) {
    const high = hexDigit(text.charCodeAt(2 * at))
    const low = hexDigit(text.charCodeAt(2 * at + 1))
    if (high < 0 || low < 0) return refuse('not-hex')
    bytes[at] = high * 16 + low
  }
  return accept(bytes)
}

/** The 32 bytes of a hash that was parsed already; anything else is a bug and throws. */
export const bytesOfHash = (hash: Hash): Uint8Array => {
  const bytes = fromHex(hash)
  if (!bytes.ok) throw new TypeError('a hash that was not parsed')
  return bytes.value
}

const encode64 = (bytes: Uint8Array, alphabet: string, padded: boolean): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += alphabet[group >> 18]! + alphabet[(group >> 12) & 63]!
    text += left > 1 ? alphabet[(group >> 6) & 63]! : padded ? '=' : ''
    text += left > 2 ? alphabet[group & 63]! : padded ? '=' : ''
  }
  return text
}

const valuesOf = (alphabet: string): Int8Array => {
  const values = new Int8Array(128).fill(-1)
  for (let at = 0; at < 64; at++) values[alphabet.charCodeAt(at)] = at
  return values
}
const STANDARD_VALUES = valuesOf(STANDARD)
const URL_SAFE_VALUES = valuesOf(URL_SAFE)

/** `digits` without padding; undefined where a digit is foreign, the length impossible, or the unused bits are not zero. */
const decode64 = (digits: string, values: Int8Array): Uint8Array | undefined => {
  if (digits.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let digit = 0; digit < digits.length; digit++) {
    const value = values[digits.charCodeAt(digit)] ?? -1
    if (value < 0) return undefined
    held = (held << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
    held &= (1 << bits) - 1
  }
  return held === 0 ? bytes : undefined
}

/** Base 64 with padding (RFC 4648, section 4), as the C2SP formats use it. */
export const base64 = (bytes: Uint8Array): string => encode64(bytes, STANDARD, true)

/** Strict: the one encoding of its bytes, so padding in full and unused bits zero. Refuses `not-base64`. */
export const fromBase64 = (text: string): Result<Uint8Array, 'not-base64'> => {
  if (text.length % 4 !== 0) return refuse('not-base64')
  const digits = text.endsWith('==') ? text.slice(0, -2) : text.endsWith('=') ? text.slice(0, -1) : text
  if (Math.ceil(digits.length / 4) * 4 !== text.length) return refuse('not-base64')
  const bytes = decode64(digits, STANDARD_VALUES)
  return bytes === undefined ? refuse('not-base64') : accept(bytes)
}

/** Base 64 for URLs without padding (RFC 4648, section 5), as entry signatures use it. */
export const base64url = (bytes: Uint8Array): string => encode64(bytes, URL_SAFE, false)

/** Strict: the one encoding of its bytes, so no padding and unused bits zero. Refuses `not-base64url`. */
export const fromBase64url = (text: string): Result<Uint8Array, 'not-base64url'> => {
  const bytes = decode64(text, URL_SAFE_VALUES)
  return bytes === undefined ? refuse('not-base64url') : accept(bytes)
}

/** One after the other, in new memory. */
export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array => {
  let length = 0
  for (const part of parts) length += part.length
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Equal length and equal bytes. Not for secrets: it stops at the first difference. */
export const equalBytes = (left: Uint8Array, right: Uint8Array): boolean => {
  if (left.length !== right.length) return false
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false
  return true
}
