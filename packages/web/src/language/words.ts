import type { Words } from '../process/seen.ts'

/** What stands for some words in a language: the words in it, else in the first language they have. */
export type Spoken = { readonly text: string; readonly language: string; readonly fallback: boolean }

/** Our own words in the reader's language; a missing one falls back to the first, which is marked. */
export const spoken = (words: Words, language: string): Spoken => {
  const text = words[language]
  if (text !== undefined) return { text, language, fallback: false }
  const [first, other] = Object.entries(words)[0] ?? [language, '']
  return { text: other, language: first, fallback: true }
}
