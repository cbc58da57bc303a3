import { Beyond, Unreadable } from './beyond.ts'
import { datedInText } from './dates.ts'
import { withoutGaps } from './html-head.ts'
import { LINE_LIMIT, type Note, type Read, TEXT_LIMIT } from './reading.ts'

/** Pages of a PDF that is read. */
export const PAGES_LIMIT = 3_000

type Item = { readonly str?: string; readonly hasEOL?: boolean }
type Proxy = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>

/** Reads the text layer of a PDF (ISO 32000) page by page, in the order of the file. Pictures of pages are not read; no script, form or link is followed. */
export const readPdf = async (bytes: Uint8Array): Promise<Read> => {
  const { getDocumentProxy } = await import('unpdf')
  const file = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    disableAutoFetch: true,
    verbosity: 0,
  }).catch((error: unknown) => {
    throw new Unreadable(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged')
  })
  if (file.numPages > PAGES_LIMIT) throw new Beyond('pages', PAGES_LIMIT)
  const { pages, without } = await textOf(file)
  const text = pages.join('\n\n')
  const notes: Note[] = without === 0 ? [] : [{ code: 'no-text-layer', facts: { pages: without, of: file.numPages } }]
  const { title, byline, made } = await claimsOf(file)
  if (made !== undefined) notes.push({ code: 'file-dated', facts: { as: made } })
  return { text, notes, ...withoutGaps({ title, byline, published: datedInText(text) }) }
}

const textOf = async (file: Proxy): Promise<{ pages: string[]; without: number }> => {
  const pages: string[] = []
  let length = 0
  let without = 0
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    const text = (items as readonly Item[])
      .map(({ str = '', hasEOL }) => (hasEOL === true ? `${str}\n` : str))
      .join('')
      .trimEnd()
    length += text.length + 2
    if (length > TEXT_LIMIT) throw new Beyond('text', TEXT_LIMIT)
    if (text === '') without++
    else pages.push(text)
    page.cleanup()
  }
  return { pages, without }
}

/** What the file's own dictionary says: whoever made it may write there what they like. */
const claimsOf = async (file: Proxy): Promise<{ title?: string; byline?: string; made?: string }> => {
  const { info } = (await file.getMetadata().catch(() => ({ info: {} }))) as { info: Readonly<Record<string, unknown>> }
  const line = (name: string): string | undefined => {
    const words = info[name]
    return typeof words === 'string' && words.trim() !== '' ? words.trim().slice(0, LINE_LIMIT) : undefined
  }
  return withoutGaps({ title: line('Title'), byline: line('Author'), made: line('CreationDate') })
}
