import type { Note } from './reading.ts'

/** Characters that nobody sees, and those that turn the direction of what follows (Unicode UAX #9; general category Cf). */
const UNSEEN =
  /\u034F|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0]|[\u{E0000}-\u{E007F}]/gu
const CONTROL = /(?![\t\n\f\r])\p{Cc}/gu
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** Scripts in which joiners are spelling: Arabic with its kin, and those of India and its neighbours. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}]/u
const EMOJI = /\p{Extended_Pictographic}|\uFE0F/u
const [NON_JOINER, JOINER] = ['\u200C', '\u200D']

/** Every character of a text that is not seen or not what it seems, with its place. A joiner within a word of a script that needs it is spelling. */
export const marksIn = (text: string): readonly Note[] =>
  [...found(text, UNSEEN), ...found(text, CONTROL)].sort((one, other) => one.start - other.start)

const found = (text: string, wanted: RegExp): (Note & { start: number })[] =>
  [...text.matchAll(wanted)].flatMap(({ 0: character, index }) => {
    if (isSpelling(character, text, index)) return []
    const point = character.codePointAt(0)!
    const code = wanted === CONTROL ? 'control' : DIRECTION.test(character) ? 'direction-control' : 'zero-width'
    const facts = { character: `U+${point.toString(16).toUpperCase().padStart(4, '0')}` }
    return [{ code, facts, start: index, end: index + character.length } as const]
  })

const isSpelling = (character: string, text: string, at: number): boolean => {
  if (character !== NON_JOINER && character !== JOINER) return false
  const before = text.slice(Math.max(0, at - 2), at)
  return JOINING.test(before.slice(-1)) || (character === JOINER && EMOJI.test(before))
}
