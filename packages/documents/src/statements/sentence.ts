import type { Place } from './suggestion.ts'

/** Before a full stop that ends no sentence, whatever follows. Lower case, without the stop. */
const ABBREVIATED = new Set(
  'rt lieut mr mrs ms dr prof gen col lt capt sgt maj brig adm st no nos vol vols pp p para paras art arts fig cf eg ie viz vs jr sr messrs hon rev gov sen rep amb approx dept ed eds'.split(
    ' ',
  ),
)
/** Words that begin a sentence even after an abbreviation: `… the U.S. The delegation …`. */
const STARTS = new Set(
  'the this that these those he she they it we i in on at but and a an as if when there his her their its our'.split(' '),
)

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029
const isTerminal = (code: number): boolean =>
  code === 46 || code === 33 || code === 63 || code === 0x2026 || code === 0x61f || code === 0x6d4
/** Closing quotation marks and brackets, which stay with the sentence that they close. */
const CLOSING = new Set([...'"\'”’»)]*_'].map((mark) => mark.charCodeAt(0)))
const OPENING = new Set([...'"\'“‘«([*_—-'])
const LETTER = /\p{L}/u
const LOWER = /^\p{Ll}/u

/**
 * Sentences of a paragraph, by place, white space around them left out. A stop ends one unless it abbreviates, stands in a number, or is
 * followed by a small letter (a stray full stop stays inside its sentence). Marks of notes (`[1]`) stay with the sentence before them.
 */
export const sentencesOf = (text: string, { start, end }: Place): Place[] => {
  const found: Place[] = []
  let from = skipSpace(text, start, end)
  for (let at = from; at < end; at += 1) {
    if (!isTerminal(text.charCodeAt(at))) continue
    let after = at + 1
    while (after < end && (isTerminal(text.charCodeAt(after)) || CLOSING.has(text.charCodeAt(after)))) after += 1
    const note = noteMark(text, after, end)
    const next = skipSpace(text, note, end)
    const stops = next >= end || (next > note && ends(text, { from, at, next, end }))
    if (stops) {
      found.push({ start: from, end: note })
      from = next
    }
    at = stops ? from - 1 : after - 1
  }
  const last = trimmed(text, from, end)
  if (last > from) found.push({ start: from, end: last })
  return found
}

const ends = (text: string, { from, at, next, end }: { from: number; at: number; next: number; end: number }): boolean => {
  let head = next
  while (head < end && head < next + 4 && OPENING.has(text[head]!)) head += 1
  const begins = text.slice(head, head + 24)
  if (LOWER.test(begins)) return false
  if (text.charCodeAt(at) !== 46) return true
  const word = wordBefore(text, from, at)
  if (!abbreviates(word)) return true
  // `Mr. The` and `J. The` are no ends; `U.S.A. The` and `a.m. He` are.
  return word.includes('.') && STARTS.has(/^\p{L}*/u.exec(begins)![0].toLowerCase())
}

/** Initials (`A.`, `U.S.A.`), `a.m.`, and the listed. */
const abbreviates = (word: string): boolean =>
  ABBREVIATED.has(word.toLowerCase()) ||
  (word.length === 1 && LETTER.test(word) && word !== 'I') ||
  (word.includes('.') && word.split('.').every((part) => part.length <= 2))

const wordBefore = (text: string, from: number, at: number): string => {
  let begin = at
  while (begin > from && begin > at - 12 && !isSpace(text.charCodeAt(begin - 1)) && !OPENING.has(text[begin - 1]!)) begin -= 1
  return text.slice(begin, at)
}

/** Past ` [12]` or `[a]`, else where it was asked. */
const noteMark = (text: string, at: number, end: number): number => {
  const open = skipSpace(text, at, end)
  if (text[open] !== '[') return at
  // A few units are looked at, never the rest of the text for a bracket that may not come.
  const mark = /^\[\d{1,3}\]/.exec(text.slice(open, Math.min(end, open + 5)))
  return mark === null ? at : open + mark[0].length
}

const skipSpace = (text: string, at: number, end: number): number => {
  let next = at
  while (next < end && isSpace(text.charCodeAt(next))) next += 1
  return next
}
const trimmed = (text: string, from: number, end: number): number => {
  let last = end
  while (last > from && isSpace(text.charCodeAt(last - 1))) last -= 1
  return last
}
