import type { Block, FrontMatter } from './block.ts'
import { type DayNumber, daysAmong } from './date.ts'
import type { Voice } from './speaker.ts'
import { tokensOf } from './token.ts'

/**
 * What kind of text it is, hence whose words a plain sentence is: a letter's are its author's, a statement's of those who issue it, a
 * transcript's of whoever has the label, an article's of the outlet, which is no party. `day`: of the text itself, in its own words.
 */
export type Setting = {
  readonly kind: 'letter' | 'statement' | 'transcript' | 'article'
  readonly author: Voice | undefined
  readonly day: { readonly day: DayNumber; readonly as: string } | undefined
}

/** UTF-16 units of a paragraph that are read for a date or a head. */
const HEAD = 300
/** Paragraphs at the head of a text that may carry its date. */
const HEAD_BLOCKS = 4

/** Reads the setting from the title and the head of a text. */
export const settingOf = (text: string, blocks: readonly Block[], front: FrontMatter): Setting => {
  const title = front.values.get('title') ?? markdownTitle(text, blocks)
  const heads = blocks.slice(0, HEAD_BLOCKS).map((block) => text.slice(block.start, Math.min(block.end, block.start + HEAD)))
  const kind = kindOf({ title, heads, blocks })
  const author = kind === 'letter' ? writer(title, heads) : kind === 'statement' ? issuer(title, heads) : undefined
  return { kind, author, day: printedDay(text, blocks, kind) ?? frontDay(front) }
}

const markdownTitle = (text: string, blocks: readonly Block[]): string => {
  const first = blocks[0]
  return first?.kind === 'heading' ? text.slice(first.start, Math.min(first.end, first.start + HEAD)).replace(/^#+\s*/, '') : ''
}

const LETTER_TITLE = /^(\p{Lu}[^,:]{1,80}?) to (\p{Lu}[^:]{1,120})$/u
const STATEMENT_TITLE = /\b(?:statement|declaration|communiqu[eé]|remarks|address|message)s? (?:by|from|of) (.{2,200})$/i
const LETTER_HEAD = /^(?:cablegram|telegram|letter|despatch|dispatch|memorandum|note verbale|dear |from:|to:)|\bcablegram\b/i

const kindOf = ({ title, heads, blocks }: { title: string; heads: readonly string[]; blocks: readonly Block[] }): Setting['kind'] => {
  if (blocks.filter((block) => block.label !== undefined).length >= 2) return 'transcript'
  if (STATEMENT_TITLE.test(title) || heads.some((head) => /^We, the .{3,200}/.test(head))) return 'statement'
  const lettered = LETTER_TITLE.test(title) && heads.some((head) => LETTER_HEAD.test(head) || /\b(?:1[5-9]|20)\d\d\b/.test(head))
  return lettered || (LETTER_HEAD.test(heads[0] ?? '') && heads.some((head) => /^(?:to:|dear )/im.test(head))) ? 'letter' : 'article'
}

const writer = (title: string, heads: readonly string[]): Voice | undefined => {
  const name = LETTER_TITLE.exec(title)?.[1] ?? /^from:\s*([^<\n]{2,100})/im.exec(heads.join('\n'))?.[1]
  return name === undefined
    ? undefined
    : { speaker: name.trim(), office: null, many: /\b(?:of|department|government|delegation)\b/i.test(name) }
}

const issuer = (title: string, heads: readonly string[]): Voice | undefined => {
  const titled = STATEMENT_TITLE.exec(title)?.[1]
  const opening = heads
    .map((head) => /^We, (the (?:(?! as witnessed| having|, declare).){2,160})/.exec(head)?.[1])
    .find((name) => name !== undefined)
  const name = (titled ?? opening)
    ?.replace(/^(the undersigned)\b.*$/s, '$1')
    .replace(/\s+(?:on|regarding|concerning|about) the (?:outcomes?|results?|situation)\b.*$/i, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[,\s]+$/, '')
  return name === undefined ? undefined : { speaker: name, office: null, many: /\b(?:and|leaders|governments?)\b/i.test(name) }
}

/** The date in the head of a letter or statement, or in the dateline of an article: a full one, year and all. */
const printedDay = (text: string, blocks: readonly Block[], kind: Setting['kind']): Setting['day'] => {
  for (const block of blocks.slice(0, HEAD_BLOCKS)) {
    const heads = block.kind === 'heading' || kind === 'letter'
    const reach = heads ? HEAD : kind === 'article' ? DATELINE : 0
    const tokens = tokensOf(text, { start: block.start, end: Math.min(block.end, block.start + reach) })
    const found = daysAmong(tokens, { from: 0, to: tokens.length }, undefined)[0]
    if (found !== undefined) return { day: found.day, as: found.as }
  }
  return undefined
}
/** UTF-16 units of a dateline: `Islamabad, 7 November 2025 –`. */
const DATELINE = 60

const FRONT_DATES = ['date', 'doc_date', 'published_time', 'published']
const frontDay = ({ values }: FrontMatter): Setting['day'] => {
  for (const name of FRONT_DATES) {
    const value = values.get(name)?.slice(0, 10) ?? ''
    const found = daysAmong(tokensOf(value, { start: 0, end: value.length }), { from: 0, to: value === '' ? 0 : 1 }, undefined)[0]
    if (found !== undefined) return { day: found.day, as: value }
  }
  return undefined
}
