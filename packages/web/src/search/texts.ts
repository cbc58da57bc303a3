import type { Opened } from '@paraph/talks'

/** Where in an act a text stands: our own words, words as spoken, who speaks, a source's own particulars. */
export type Field = 'words' | 'quoted' | 'speaker' | 'source'
/** A text of an act, in its language where one is given. */
export type ActText = { readonly field: Field; readonly language: string | null; readonly text: string }

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const OF_A_SOURCE = new Set(['publisher', 'title', 'origin', 'address'])

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Words as acts hold them: a text once a language. */
const isWords = (value: Fields): value is Readonly<Record<string, string>> => {
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([language, text]) => LANGUAGE.test(language) && typeof text === 'string')
}
const isQuoted = (value: Fields): value is { readonly language: string; readonly text: string } =>
  typeof value['language'] === 'string' && typeof value['text'] === 'string'

/** Every text of an act that people wrote, in its order. Names of entries, bodies and kinds are no texts. */
export const textsOf = ({ mark, act }: Opened): readonly ActText[] => {
  if (typeof act === 'string') return []
  const found: ActText[] = []
  const visit = (value: unknown, field: Field): void => {
    if (Array.isArray(value)) for (const inner of value) visit(inner, field)
    else if (isFields(value)) {
      if (isQuoted(value)) found.push({ field: 'quoted', language: value.language, text: value.text })
      else if (isWords(value)) for (const [language, text] of Object.entries(value)) found.push({ field, language, text })
      else for (const [name, inner] of Object.entries(value)) visit(inner, name === 'speaker' || name === 'speaks' ? 'speaker' : field)
    }
  }
  visit(act.open, 'words')
  if (mark.type === 'source.captured' && isFields(act.open))
    for (const [name, text] of Object.entries(act.open))
      if (OF_A_SOURCE.has(name) && typeof text === 'string') found.push({ field: 'source', language: null, text })
  return found
}
