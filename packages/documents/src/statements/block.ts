import type { Place } from './suggestion.ts'

/**
 * A paragraph, what it is, and where its words begin after a number or a label. `note`: an editors' note or what else stands below the text.
 * `label`: who speaks in a transcript, as printed. Places are those of the whole text.
 */
export type Block = Place & {
  readonly kind: 'body' | 'heading' | 'note' | 'provision' | 'mark'
  readonly label: string | undefined
  readonly item: boolean
}

/** Keys and values at the head of a Markdown file, between lines of `---`; only flat values are read. */
export type FrontMatter = { readonly values: ReadonlyMap<string, string>; readonly end: number }

/** UTF-16 units in which front matter must close. */
const FRONT_LIMIT = 64 * 1024

/** Reads front matter; `end` is where the text after it begins. */
export const frontMatterOf = (text: string): FrontMatter => {
  const values = new Map<string, string>()
  const begin = text.startsWith('\uFEFF') ? 1 : 0
  const head = text.slice(begin, begin + FRONT_LIMIT)
  const close = /^---[ \t]*\r?\n/.test(head) ? head.search(/\n---[ \t]*(?:\r?\n|$)/) : -1
  if (close < 0) return { values, end: begin }
  let key = ''
  for (const line of head.slice(0, close).split('\n').slice(1)) {
    const pair = /^([A-Za-z_]{1,40}):(.*)$/.exec(line)
    if (pair !== null) key = pair[1]!
    const more = (pair === null ? line : pair[2]!).trim()
    if (key !== '' && (pair !== null || /^\s/.test(line))) values.set(key, `${values.get(key) ?? ''} ${more}`.trim())
  }
  for (const [name, value] of values) values.set(name, unquoted(value))
  const after = head.indexOf('\n', close + 1)
  return { values, end: after < 0 ? begin + head.length : begin + after + 1 }
}

const unquoted = (value: string): string =>
  value
    .replaceAll(/^['"]|['"]$/g, '')
    .replaceAll(/\\_/g, ' ')
    .replaceAll(/\\\s*/g, '')
    .replaceAll(/\s+/g, ' ')

/** Paragraphs in order. Lines wrapped by hand are joined; a text without blank lines has a paragraph a line. */
export const blocksOf = (text: string, { start, end }: Place): Block[] => {
  const found: Block[] = []
  const noted = new Set(text.slice(start, end).match(/\[\d{1,3}\]/g))
  let below = false
  for (const place of paragraphsOf(text, { start, end })) {
    const block = blockOf(text, place, { below, noted })
    if (block.kind === 'note') below = true
    found.push(block)
  }
  return found
}

type Line = Place & { readonly text: string }

function* paragraphsOf(text: string, { start, end }: Place): Generator<Place> {
  let open: { start: number; last: Line; wrapped: number } | undefined
  for (let at = start; at < end; ) {
    const newline = text.indexOf('\n', at)
    const stop = newline < 0 || newline >= end ? end : newline
    const line = trimmedLine(text, at, stop)
    at = stop + 1
    if (line.text === '') {
      if (open !== undefined) yield { start: open.start, end: open.last.end }
      open = undefined
    } else if (open !== undefined && continues(open, line)) {
      open = { start: open.start, last: line, wrapped: open.wrapped + 1 }
    } else {
      if (open !== undefined) yield { start: open.start, end: open.last.end }
      open = { start: line.start, last: line, wrapped: 0 }
    }
  }
  if (open !== undefined) yield { start: open.start, end: open.last.end }
}

const trimmedLine = (text: string, from: number, to: number): Line => {
  const raw = text.slice(from, to)
  const body = raw.trim()
  const start = body === '' ? from : from + raw.indexOf(body[0]!)
  return { start, end: start + body.length, text: body.slice(0, 200) }
}

/** Columns at which people and programs wrap lines. */
const WRAP = { least: 55, most: 110 }
const LIST = /^(?:[-*•]\s|\d{1,3}\\?[.)]\s|\(?[a-zA-Z0-9]{1,3}\)\s|#{1,6}\s|[—–]\s)/

const continues = ({ last, wrapped }: { readonly last: Line; readonly wrapped: number }, line: Line): boolean => {
  if (LIST.test(line.text) || labelOf(line.text) !== undefined) return false
  const length = last.end - last.start
  if (length > WRAP.most) return false
  if (/^\p{Ll}/u.test(line.text)) return true
  return length >= WRAP.least && (wrapped > 0 || !/[.!?…:;"”’]$/.test(last.text.length < 200 ? last.text : '.'))
}

/** `MODERATOR:`, `MR. MILLER:`, `Q    `: who speaks, in a transcript; the words begin at `length`. */
export const labelOf = (line: string): { readonly label: string; readonly length: number } | undefined => {
  const name = /^(?:\*\*)?(\p{Lu}[\p{Lu} .'’\-()]{1,59}):(?:\*\*)?(?:\s|$)/u.exec(line)
  if (name !== null) return { label: name[1]!.trim(), length: name[0].length }
  const question = /^(?:\*\*)?(Q|A)(?:\*\*)?(?::\s*|[\u00a0\t ]{2,})/.exec(line)
  return question === null ? undefined : { label: question[1]!, length: question[0].length }
}

const blockOf = (text: string, place: Place, { below, noted }: { below: boolean; noted: ReadonlySet<string> }): Block => {
  const head = text.slice(place.start, Math.min(place.end, place.start + 200))
  const as = (kind: Block['kind'], skip = 0, label?: string, item = false): Block => ({
    start: place.start + skip,
    end: place.end,
    kind,
    label,
    item,
  })
  const note = /^(\d{1,3})\s+\p{Lu}|^(\d{1,3})\s+[a-z(']/u.exec(head)
  if (below || (note !== null && noted.has(`[${note[1] ?? note[2]}]`)) || /^_?\[[A-Z]{2}:/.test(head)) return as('note')
  if (/^(?:[^\p{L}\p{N}]+|<!--.*)$/u.test(head) && head.length < 200) return as('mark')
  const label = labelOf(head)
  if (label !== undefined && !/^[A-Z ]+$/.test(head.slice(label.length))) return as('body', label.length, label.label)
  const number = /^(?:\d{1,3}\\?[.)]\s*|\[\d{1,3}\]\s*|\([a-zA-Z0-9]{1,3}\)\s*|[-*•]\s+)/.exec(head)
  const skip = number?.[0].length ?? 0
  if (isHeading(head.slice(skip), place.end - place.start - skip)) return as('heading', skip)
  return as(isProvision(head.slice(skip)) ? 'provision' : 'body', skip, undefined, skip > 0)
}

const isHeading = (head: string, length: number): boolean => {
  if (head.startsWith('#') || /^\*[^*].{0,150}\*$/.test(head) || /^\*\*.{1,150}\*\*$/.test(head)) return true
  if (length > 120) return false
  return (
    /^[\p{Lu}\p{N}\p{P}\s]+$/u.test(head) ||
    (!/[.!?…:;,"”’'-]$/.test(head) && !/[.!?]\s/.test(head) && head.split(/\s+/).length <= 12 && !/\b(?:pic\.|https?:)/.test(head))
  )
}

/** Text of a proposal: `That … be …`, or an understanding between parties. What it says nobody has said yet. */
const isProvision = (head: string): boolean =>
  /^That\s/.test(head) ||
  (/^It is (?:further )?understood that\s/.test(head) &&
    /^[^.]*\b(?:(?:either|neither|each|both|other) part(?:y|ies)|should be|shall)\b/.test(head))
