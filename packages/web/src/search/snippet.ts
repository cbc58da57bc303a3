import { plainWithPlaces, wordsIn } from './letters.ts'

/** A piece of a text, and whether it is what was sought. */
export type Piece = { readonly text: string; readonly found: boolean }

/** UTF-16 units before the first word found, and of the whole piece, about. */
const BEFORE = 60
const LENGTH = 220

type Range = { readonly start: number; readonly end: number }

/** Where words of a text are the terms: whole, or begun by the last term, which may be half typed. */
const ranges = (text: string, terms: readonly string[]): { readonly found: readonly Range[]; readonly terms: number } => {
  const { plain, at } = plainWithPlaces(text)
  const last = terms.at(-1) ?? ''
  const met = new Set<string>()
  const found = wordsIn(plain).flatMap(({ word, start }) => {
    const term = terms.find((one) => one === word) ?? (last !== '' && word.startsWith(last) ? last : undefined)
    if (term === undefined) return []
    met.add(term)
    const from = at[start] ?? 0
    const until = at[start + word.length] ?? text.length
    return [{ start: from, end: trimmed(text, from, until) }]
  })
  return { found, terms: met.size }
}

/** A word ends before what is no letter and gave none: spaces, stops. */
const trimmed = (text: string, from: number, until: number): number => {
  let end = until
  while (end > from && /[^\p{L}\p{N}\p{M}]$/u.test(text.slice(from, end))) end -= 1
  return end
}

/** How many of the terms a text holds. */
export const held = (text: string, terms: readonly string[]): number => ranges(text, terms).terms

/** The part of a text around the first word found, in pieces. Cut between words, with an ellipsis of ours where more stands. */
export const snippet = (text: string, terms: readonly string[]): readonly Piece[] => {
  const { found } = ranges(text, terms)
  const first = found[0]?.start ?? 0
  const from = first <= BEFORE ? 0 : wordStart(text, first - BEFORE)
  const until = text.length - from <= LENGTH ? text.length : wordEnd(text, from + LENGTH)
  const pieces: Piece[] = from > 0 ? [{ text: '… ', found: false }] : []
  let at = from
  for (const { start, end } of found) {
    if (start < at || end > until) continue
    if (start > at) pieces.push({ text: text.slice(at, start), found: false })
    pieces.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < until) pieces.push({ text: text.slice(at, until), found: false })
  return until < text.length ? [...pieces, { text: ' …', found: false }] : pieces
}

const wordStart = (text: string, near: number): number => {
  const space = text.indexOf(' ', near)
  return space < 0 || space > near + BEFORE ? near : space + 1
}
const wordEnd = (text: string, near: number): number => {
  const space = text.lastIndexOf(' ', near)
  return space < near - BEFORE ? near : space
}
