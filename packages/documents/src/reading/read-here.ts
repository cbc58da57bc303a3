import { accept, type Result, refuse } from '@paraph/record'
import { Beyond, Unreadable } from './beyond.ts'
import { datedInAddress, datedInText } from './dates.ts'
import { readDocx } from './docx.ts'
import { readEmail } from './email.ts'
import { readHtml } from './html.ts'
import { marksIn } from './marks.ts'
import { mediaOf } from './media.ts'
import { originOf } from './origin.ts'
import { readPdf } from './pdf.ts'
import {
  type MediaKind,
  type Note,
  NOTES_LIMIT,
  type Read,
  type Reading,
  type ReadingCode,
  SOURCE_LIMIT,
  type SourceGiven,
  TEXT_LIMIT,
} from './reading.ts'
import { readText } from './text.ts'

/** Reads a source in this very thread, for as long as it takes. `readSource` does so in one that can be ended. */
export const readHere = async (given: SourceGiven): Promise<Result<Reading, ReadingCode>> => {
  if (given.bytes.length > SOURCE_LIMIT) return refuse('too-large', { size: given.bytes.length, limit: SOURCE_LIMIT })
  const { kind, media } = mediaOf(given)
  if (kind === undefined) return refuse('media-unread', { media })
  try {
    const read = await readKind(kind, given)
    if (read.text.length > TEXT_LIMIT) throw new Beyond('text', TEXT_LIMIT)
    return accept(complete(read, { media, given }))
  } catch (error) {
    if (error instanceof Beyond) return refuse('source-beyond-limit', { limit: error.limit, most: error.most })
    if (error instanceof Unreadable) return refuse('source-unreadable', { media, cause: error.cause })
    // Its own stack: a file nested deeper than its reader can follow.
    if (error instanceof RangeError) return refuse('source-beyond-limit', { limit: 'depth', most: 0 })
    throw error
  }
}

type Declaring = Read & { readonly declared?: string }

const readKind = async (kind: MediaKind, { bytes, media }: SourceGiven): Promise<Declaring> => {
  switch (kind) {
    case 'text':
    case 'markdown':
      return readText(bytes, { media, kind })
    case 'html':
      return readHtml(bytes, media)
    case 'pdf':
      return readPdf(bytes)
    case 'docx':
      return readDocx(bytes)
    case 'email':
      return readEmail(bytes)
  }
}

/** What every kind has in common: marks, origin, and a date from the address where the source prints none. */
const complete = ({ declared, ...read }: Declaring, { media, given }: { media: string; given: SourceGiven }): Reading => {
  const { text, byline } = read
  const inAddress = read.published?.how === 'printed' ? undefined : datedInAddress(given.address)
  const published = inAddress ?? read.published ?? datedInText(text)
  const origin = originOf({ text, ...(byline === undefined ? {} : { byline }), ...(declared === undefined ? {} : { declared }) })
  return {
    media,
    ...read,
    ...(published === undefined ? {} : { published }),
    ...(origin === undefined ? {} : { origin }),
    notes: limited([...read.notes, ...marksIn(text)]),
  }
}

const limited = (notes: readonly Note[]): readonly Note[] =>
  notes.length <= NOTES_LIMIT
    ? notes
    : [...notes.slice(0, NOTES_LIMIT - 1), { code: 'more', facts: { notes: notes.length - NOTES_LIMIT + 1 } }]
