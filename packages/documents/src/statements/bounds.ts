import type { Place } from './suggestion.ts'
import type { Token } from './token.ts'

/** `according to him (i) …`, `should at once: (a) …;`: what follows as an item goes on with it. */
export const opensList = (words: string): boolean => /[:;—-]\s*$|\((?:i|a|A|1)\)/.test(words)

/** Participles by which an outlet says what it makes of the words: the words end before them. */
const INFERENCE =
  /^(?:signaling|signalling|underscoring|underlining|suggesting|reflecting|highlighting|implying|indicating|raising|fueling|fuelling|prompting|sparking|deepening)$/
export const withoutInference = (tokens: readonly Token[], place: Place, from: number): Place => {
  const at = tokens.findIndex(
    (token, index) => index > from && INFERENCE.test(token.lower) && tokens[index - 1]!.text === ',' && token.start < place.end,
  )
  return at < 0 ? place : { start: place.start, end: tokens[at - 2]?.end ?? place.end }
}
/** `Islamabad – The minister …`: the place whence it is reported is not told by anybody. */
export const withoutDateline = (text: string, place: Place, cue: number): Place => {
  const head = text.slice(place.start, Math.min(place.end, place.start + 80))
  const line = /^\p{Lu}[\p{L}\p{N} .,]{1,50}(?:\([^()]{1,20}\) ?)?\s[–—-]\s/u.exec(head)
  return line === null || place.start + line[0].length > cue ? place : { start: place.start + line[0].length, end: place.end }
}
