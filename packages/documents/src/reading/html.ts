import { charsetOf, decode } from './charset.ts'
import { type Head, headOf } from './html-head.ts'
import { htmlText } from './html-text.ts'
import { treeOf } from './html-tree.ts'
import type { Read } from './reading.ts'

/** Bytes in which a page declares its encoding (HTML, section 4.2.5.4). */
const DECLARED_WITHIN = 1_024

/** Reads a page: its text without what is hidden or a program, and what it says of itself. Nothing is run, nothing is fetched. */
export const readHtml = (bytes: Uint8Array, media: string | undefined): Read & Pick<Head, 'declared'> => {
  const { text, notes } = decode(bytes, charsetOf(media) ?? declaredIn(bytes))
  const seen = readMarkup(text)
  return { ...seen, notes: [...notes, ...seen.notes] }
}

/** Reads a page that is a text already. */
export const readMarkup = (html: string): Read & Pick<Head, 'declared'> => {
  const root = treeOf(html)
  return { ...headOf(root), ...htmlText(root) }
}

/** `<meta charset=…>`, or the content type in a meta element; of what a page says of itself UTF-16 means UTF-8 (HTML, section 13.2.3.2). */
const declaredIn = (bytes: Uint8Array): string | undefined => {
  const start = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1')
  const declared =
    /<meta[^>]+charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(start)?.[1] ?? /^\s*<\?xml[^>]+encoding\s*=\s*["']([^"']+)/i.exec(start)?.[1]
  return /^utf-?16/i.test(declared ?? '') ? 'utf-8' : declared?.toLowerCase()
}
