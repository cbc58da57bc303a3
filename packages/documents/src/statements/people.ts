import { isDepartment, isSmallWord, isTitle, type Voice, voiceOf } from './speaker.ts'
import type { Token } from './token.ts'

/** Whoever a sentence names with their office before the name: `to see Associate Under Secretary Armour`. */
export const officersIn = (text: string, tokens: readonly Token[]): Voice[] => {
  const found: Voice[] = []
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const next = tokens[at + 1]!
    if (!tokens[at]!.capital || !isTitle(tokens[at]!) || !next.capital || !next.word || isTitle(next) || isDepartment(next)) continue
    let from = at
    while (from > 0 && tokens[from - 1]!.capital && tokens[from - 1]!.word && at - from < 6) from -= 1
    if (isSmallWord(tokens[from]!)) from += 1
    let to = at + 1
    while (tokens[to + 1]?.capital === true && tokens[to + 1]!.word && to - at < 5) to += 1
    const voice = from > at ? undefined : voiceOf(text, tokens, { from, to })
    if (voice !== undefined && voice.speaker !== null) found.push(voice)
    at = to
  }
  return found
}

/** Persons as a text has named them so far: a surname or an office alone finds the whole name again. */
export class People {
  readonly #byName = new Map<string, Voice>()
  readonly #byOffice = new Map<string, Voice>()

  /** Remembers whoever has a name of several words, or a name and an office. */
  meet(voice: Voice): void {
    if (voice.speaker === null || voice.many) return
    const last = voice.speaker.split(' ').at(-1)!.toLowerCase()
    const known = this.#byName.get(last)
    if (known === undefined || (known.office === null && voice.office !== null)) this.#byName.set(last, voice)
    if (voice.office !== null) this.#byOffice.set(officeKey(voice.office), voice)
  }

  /** The voice as fully as the text has named it before. */
  recall(voice: Voice): Voice {
    if (voice.speaker === null) {
      const known = voice.office === null ? undefined : this.#byOffice.get(officeKey(voice.office))
      return known === undefined ? voice : { ...known, office: voice.office }
    }
    const known = this.#byName.get(voice.speaker.toLowerCase())
    return known === undefined ? voice : { ...known, office: voice.office ?? known.office }
  }
}
/** `Pakistan’s Defense Minister` and `The Defense Minister` are one office in one text. */
const officeKey = (office: string): string =>
  office
    .toLowerCase()
    .replace(/^(?:the|a)\s+/, '')
    .replace(/^\S+[’']s\s+/, '')
    .replaceAll('defence', 'defense')
