import type { Place } from './suggestion.ts'

/** A word or a mark of a sentence. `capital`: it begins with an upper-case letter. */
export type Token = Place & { readonly text: string; readonly lower: string; readonly capital: boolean; readonly word: boolean }

// Alternatives that exclude each other by their first character: no way back to try, hence linear.
const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[’'.\-[\]](?=[\p{L}\p{N}]))*|\S/gu
const UPPER = /^\p{Lu}/u
const WORD = /^[\p{L}\p{N}]/u

/** Words and marks of `text` between two places; places stay those of the whole text. The caller keeps the span within `SENTENCE_LIMIT`. */
export const tokensOf = (text: string, { start, end }: Place): Token[] => {
  const found: Token[] = []
  for (const { 0: word, index } of text.slice(start, end).matchAll(TOKEN)) {
    const last = found.at(-1)
    const from = start + index
    // The stop of `U.N.` and `Mr.` belongs to the word.
    if (word === '.' && last?.end === from && STOPPED.test(last.text)) found[found.length - 1] = tokenOf(`${last.text}.`, last.start)
    else found.push(tokenOf(word, from))
  }
  return found
}
const STOPPED = /^(?:\p{Lu}(?:\.\p{Lu})*|Mrs?|Ms|Dr|Gen|Col|Lt|Prof|St|Hon)$/u
const tokenOf = (text: string, start: number): Token => ({
  text,
  lower: text.toLowerCase().replaceAll('’', "'"),
  capital: UPPER.test(text),
  word: WORD.test(text),
  start,
  end: start + text.length,
})

/** The text from one token to another, both included, white space as one blank. */
export const wordsOf = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  tokens[from] === undefined || tokens[to] === undefined ? '' : text.slice(tokens[from].start, tokens[to].end).replaceAll(/\s+/g, ' ')
