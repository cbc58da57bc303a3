import type { Place } from './suggestion.ts'

/** What stands between quotation marks, the marks left out. `closed`: its closing mark was found in the paragraph. */
export type Quote = Place & { readonly closed: boolean }

/** Closing mark of each opening one; straight marks close themselves, low marks as printed in German and Polish. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"', '‘': '’', "'": "'" }
const WORD = /[\p{L}\p{N}]/u
const SPACE = /\s/

/**
 * Quotations of a paragraph, the outermost alone: what is quoted within a quotation stays inside it. An apostrophe opens nothing and closes
 * nothing: a single mark opens before a word and after none, and closes after a word and before none.
 * An unclosed quotation runs to the end of the paragraph, as in print where the next paragraph opens with a mark again.
 */
export const quotesOf = (text: string, { start, end }: Place): Quote[] => {
  const found: Quote[] = []
  let opened: { readonly at: number; readonly closes: string; readonly single: boolean } | undefined
  for (let at = start; at < end; at += 1) {
    const mark = text[at]!
    if (opened === undefined) {
      const closes = PAIRS[mark]
      if (closes !== undefined && opens(text, { at, start, end })) opened = { at: at + 1, closes, single: mark === "'" || mark === '‘' }
    } else if (opened.closes.includes(mark) && (!opened.single || closesSingle(text, at, end))) {
      found.push({ start: opened.at, end: at, closed: true })
      opened = undefined
    }
  }
  // A single mark that never closes was an apostrophe.
  if (opened !== undefined && !opened.single) found.push({ start: opened.at, end, closed: false })
  return found
}

const opens = (text: string, { at, start, end }: { at: number; start: number; end: number }): boolean => {
  const before = at > start ? text[at - 1]! : ' '
  const after = at + 1 < end ? text[at + 1]! : ' '
  return !WORD.test(before) && !SPACE.test(after)
}
const closesSingle = (text: string, at: number, end: number): boolean =>
  !SPACE.test(text[at - 1] ?? ' ') && !WORD.test(at + 1 < end ? text[at + 1]! : ' ')
