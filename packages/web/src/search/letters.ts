/** A text as search compares it. `at[i]` is where in the original the letter stands that gave `plain[i]`, in UTF-16 units. */
export type Plain = { readonly plain: string; readonly at: readonly number[] }

/** Marks on letters of Latin, Greek, Cyrillic, Hebrew and Arabic script; what joins or parts letters unseen, or turns direction; the tatweel. */
const DROPPED = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0621\p{Cf}]/gu

/**
 * Letters that are written in several ways by keyboards and houses: yehs, kafs, gafs, hehs. The Urdu ے and ں, and the ھ of aspiration, are
 * letters of their own and stay: folding them would find other words.
 */
const SAME: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ێ: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ګ: 'گ',
  ڰ: 'گ',
  ه: 'ہ',
  ە: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  ٱ: 'ا',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
}

/** Digits of Arabic, of Persian and Urdu, of Devanagari and of Bengali script, as 0-9. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6]

const known = new Map<string, string>()

/** One letter as it is compared: no mark on it, one of its ways to be written, small. */
const plainLetter = (letter: string): string => {
  const before = known.get(letter)
  if (before !== undefined) return before
  let plain = ''
  for (const part of letter.normalize('NFKD').toLowerCase().normalize('NFKD').replace(DROPPED, '')) {
    const code = part.codePointAt(0) ?? 0
    const zero = ZEROS.find((one) => code >= one && code <= one + 9)
    plain += zero === undefined ? (SAME[part] ?? part) : String(code - zero)
  }
  known.set(letter, plain)
  return plain
}

/** A text as search compares it. Linear. */
export const plainText = (text: string): string => {
  let plain = ''
  for (const letter of text) plain += plainLetter(letter)
  return plain
}

/** The same, with where each letter came from. */
export const plainWithPlaces = (text: string): Plain => {
  let plain = ''
  const at: number[] = []
  let index = 0
  for (const letter of text) {
    const one = plainLetter(letter)
    for (let unit = 0; unit < one.length; unit++) at.push(index)
    plain += one
    index += letter.length
  }
  return { plain, at }
}

/** A word, or one letter of a script that is written without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu

/** The words of a plain text, each with where it begins. */
export const wordsIn = (plain: string): readonly { readonly word: string; readonly start: number }[] =>
  [...plain.matchAll(WORD)].map((match) => ({ word: match[0], start: match.index }))

/** The words by which a text is found. Nothing is cut off a word and none is left out: what is typed is what is sought. */
export const termsOf = (text: string): string[] => plainText(text).match(WORD) ?? []
