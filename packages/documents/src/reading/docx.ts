import { Unreadable } from './beyond.ts'
import { datedInText } from './dates.ts'
import { withoutGaps } from './html-head.ts'
import { treeOf, elementsIn, contentOf } from './html-tree.ts'
import { LINE_LIMIT, type Note, type Read } from './reading.ts'
import { checkZip } from './zip-members.ts'

/** What a DOCX says of itself stands here (ECMA-376, part 2: core properties). */
const PROPERTIES = 'docProps/core.xml'

/** Reads the text of a DOCX, a paragraph a paragraph. Deletions that are tracked are not read, insertions are; pictures, macros and links are left. */
export const readDocx = async (bytes: Uint8Array): Promise<Read> => {
  const properties = checkZip(bytes, PROPERTIES)
  const { default: mammoth } = await import('mammoth')
  const text = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).then(
    ({ value }) => value.trimEnd(),
    () => {
      throw new Unreadable('damaged')
    },
  )
  const { title, byline, made } = claimsOf(properties)
  const notes: readonly Note[] = made === undefined ? [] : [{ code: 'file-dated', facts: { as: made } }]
  return { text, notes, ...withoutGaps({ title, byline, published: datedInText(text) }) }
}

const claimsOf = (properties: Uint8Array | undefined): { title?: string; byline?: string; made?: string } => {
  if (properties === undefined) return {}
  const lines = new Map<string, string>()
  for (const element of elementsIn(treeOf(Buffer.from(properties).toString('utf8')))) {
    const words = contentOf(element).trim().slice(0, LINE_LIMIT)
    if (words !== '') lines.set(element.tagName, words)
  }
  return withoutGaps({ title: lines.get('dc:title'), byline: lines.get('dc:creator'), made: lines.get('dcterms:created') })
}
