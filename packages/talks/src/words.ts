import type { Words } from './shapes.ts'

/** One text of a words value, for comparing: languages in order. */
export const canonicalWords = (words: Words): string =>
  Object.keys(words)
    .sort()
    .map((language) => `${language}:${words[language]}`)
    .join('\n')

/** Words in a language: that language, the same language of another region, else the first written. `language` says which it became. */
export const inLanguage = (words: Words, language: string): { readonly text: string; readonly language: string } => {
  const exact = words[language]
  if (exact !== undefined) return { text: exact, language }
  const primary = language.split('-')[0]
  const found = Object.keys(words).find((one) => one.split('-')[0] === primary) ?? Object.keys(words)[0]
  return found === undefined ? { text: '', language } : { text: words[found]!, language: found }
}
