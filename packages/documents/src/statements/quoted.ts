import type { Block } from './block.ts'
import { quotesOf } from './quote.ts'
import { type Report, cuedIn } from './report.ts'
import { type Subject, subjectAfter } from './speaker.ts'
import type { Cue, Place, SaidWhen } from './suggestion.ts'
import { daysAmong, whenOf } from './date.ts'
import { cuesOf } from './cue.ts'
import { tokensOf } from './token.ts'

/** A sentence, or the part of one, that stands in quotation marks. `subject`: who says so; undefined where the sentence before must tell. */
export type QuotedPiece = { readonly sentence: number; readonly place: Place; readonly subject: Subject | undefined; readonly cue: Cue }

/** Words below which a quotation is a term (`'liberty of action'`) and no statement. */
const FEWEST_WORDS = 5

/** The sentences of the paragraph, and the paragraphs after it, into which an unclosed quotation may run. */
type Quoting = { readonly sentences: readonly Place[]; readonly next: readonly Block[] }

/** Quotations of a paragraph whose speaker the text names, cut into sentences. */
export const attributedQuotes = (text: string, block: Block, { sentences, next }: Quoting): QuotedPiece[] => {
  const found: QuotedPiece[] = []
  let said: Attribution | undefined
  let at = 0
  for (const quote of quotesOf(text, block)) {
    if (quote.end - quote.start < FEWEST_WORDS * 3 || (quote.end - quote.start < 100 && wordCount(text, quote) < FEWEST_WORDS)) continue
    while (at < sentences.length && sentences[at]!.end <= quote.start) at += 1
    let last = at
    while (last + 1 < sentences.length && sentences[last + 1]!.start < quote.end) last += 1
    const first = sentences[at]
    if (first === undefined || first.start >= quote.end) continue
    const after = { start: Math.min(quote.end + 1, sentences[last]!.end), end: sentences[last]!.end }
    const own = afterQuote(text, after) ?? beforeQuote(text, { start: first.start, end: Math.max(first.start, quote.start - 1) })
    // A second quotation of the same paragraph goes on with the first; an unclosed one is told by the paragraph that closes it.
    const attribution = own ?? (first.start >= quote.start - 1 ? said : undefined) ?? (quote.closed ? undefined : fromNext(text, next))
    said = attribution
    const whole = block.start >= quote.start - 1
    if (attribution === undefined && !whole) continue
    const cue = attribution?.cue ?? {
      text: text.slice(quote.start - 1, quote.start),
      start: quote.start - 1,
      end: quote.start,
      rule: 'quoted-paragraph',
    }
    for (let index = at; index <= last; index += 1) {
      const place = { start: Math.max(quote.start, sentences[index]!.start), end: Math.min(quote.end, sentences[index]!.end) }
      if (place.end > place.start && wordCount(text, place) >= (last > at ? 2 : FEWEST_WORDS))
        found.push({ sentence: index, place, subject: attribution?.subject, cue })
    }
    at = last
  }
  return found
}

/** Paragraphs into which a quotation is followed, and UTF-16 units of one. */
const FOLLOWED = { paragraphs: 8, units: 4_000 }
const OPENING = /^[“«"„‘]/
const fromNext = (text: string, next: readonly Block[]): Attribution | undefined => {
  for (const block of next.slice(0, FOLLOWED.paragraphs)) {
    if (block.end - block.start > FOLLOWED.units || !OPENING.test(text.slice(block.start, block.start + 1))) return undefined
    const quote = quotesOf(text, block)[0]
    if (quote === undefined) return undefined
    if (quote.closed) return afterQuote(text, { start: Math.min(quote.end + 1, block.end), end: block.end })
  }
  return undefined
}

const wordCount = (text: string, place: Place): number => tokensOf(text, place).filter(({ word }) => word).length

type Attribution = { readonly subject: Subject; readonly cue: Cue }

/** `“…,” said the minister`, `“…,” the minister said`. */
const afterQuote = (text: string, place: Place): Attribution | undefined => {
  const tokens = tokensOf(text, { start: place.start, end: Math.min(place.end, place.start + 300) })
  const cue = cuesOf(tokens)[0]
  if (cue === undefined || cue.at > 12) return undefined
  const before = cuedIn(text, tokens)[0]?.subject
  const subject = cue.at <= 1 ? subjectAfter(text, tokens, cue.to, 3) : before
  return subject === undefined
    ? undefined
    : { subject, cue: cueOf(text, tokens[cue.at]!.start, tokens[cue.to - 1]!.end, 'quote-then-speaker') }
}
/** UTF-16 units before a quotation in which its speaker must stand. */
const BEFORE = 300
/** `The minister said: “…”`. */
const beforeQuote = (text: string, place: Place): Attribution | undefined => {
  if (place.end - place.start < 3) return undefined
  const tokens = tokensOf(text, { start: Math.max(place.start, place.end - BEFORE), end: place.end })
  const report: Report | undefined = cuedIn(text, tokens).at(-1)
  if (report === undefined || tokens.length - report.cueTo > 12) return undefined
  return { subject: report.subject, cue: cueOf(text, tokens[report.cueFrom]!.start, tokens[report.cueTo - 1]!.end, 'speaker-then-quote') }
}
const cueOf = (text: string, start: number, end: number, rule: string): Cue => ({ text: text.slice(start, end), start, end, rule })

/** `…, said Pakistan’s Defence Minister Khawaja Asif.` at the end of a paragraph without quotation marks. `end`: where the words end. */
export const trailingSpeaker = (text: string, block: Block): (Attribution & { readonly end: number }) | undefined => {
  const from = Math.max(block.start, block.end - 200)
  const tokens = tokensOf(text, { start: from, end: block.end })
  for (let at = tokens.length - 2; at > 1; at -= 1) {
    if (
      tokens[at - 1]!.text !== ',' ||
      !/^(?:said|says|added|stated|told|explained|announced|warned|declared|insisted)$/.test(tokens[at]!.lower)
    )
      continue
    const subject = subjectAfter(text, tokens, at + 1, 1)
    if (subject === undefined || 'pronoun' in subject || tokens.slice(subject.to + 1).some(({ word }) => word)) return undefined
    if (quotesOf(text, block).length > 0) return undefined
    return { subject, cue: cueOf(text, tokens[at]!.start, tokens[at]!.end, 'trailing-speaker'), end: tokens[at - 1]!.start }
  }
  return undefined
}

/** The day of an embedded post: `— Name (@handle) November 7, 2025` on the next line. */
export const postDay = (text: string, next: Block | undefined): SaidWhen | null => {
  const line = next === undefined ? '' : text.slice(next.start, Math.min(next.end, next.start + 300))
  if (!/^[—–-]\s.{0,200}\(@\w{1,50}\)/.test(line)) return null
  const tokens = tokensOf(line, { start: 0, end: line.length })
  const found = daysAmong(tokens, { from: 0, to: tokens.length }, undefined)[0]
  return found === undefined ? null : whenOf(found.day, found.as)
}
