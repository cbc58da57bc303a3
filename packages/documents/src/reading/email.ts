import { Unreadable } from './beyond.ts'
import { printedIn } from './dates.ts'
import { withoutGaps } from './html-head.ts'
import { readMarkup } from './html.ts'
import { LINE_LIMIT, type Note, type Read } from './reading.ts'

/** Parts of a letter within each other, bytes of its headers, and attachments that are listed. */
export const PARTS_LIMIT = 20
export const HEADERS_LIMIT = 256 * 1024
export const ATTACHMENTS_LISTED = 100

/** Headers that a person reads above a letter. */
const SHOWN = ['from', 'to', 'cc', 'date', 'subject'] as const
const SHOWN_AS = { from: 'From', to: 'To', cc: 'Cc', date: 'Date', subject: 'Subject' } as const

type Person = { readonly name?: string; readonly address?: string | undefined; readonly group?: readonly Person[] | undefined }

/**
 * Reads a letter (RFC 5322, MIME): the headers that a person reads, then its text, else its HTML as text. Attachments are listed and not read;
 * letters within it are attachments.
 */
export const readEmail = async (bytes: Uint8Array): Promise<Read> => {
  const { default: PostalMime } = await import('postal-mime')
  const letter = await PostalMime.parse(new Uint8Array(bytes), {
    forceRfc822Attachments: true,
    maxNestingDepth: PARTS_LIMIT,
    maxHeadersSize: HEADERS_LIMIT,
  }).catch(() => {
    throw new Unreadable('damaged')
  })
  const raw = (name: string): string | undefined => letter.headers.find(({ key }) => key === name)?.value.trim()
  const values: Readonly<Record<(typeof SHOWN)[number], string | undefined>> = {
    from: people(letter.from === undefined ? [] : [letter.from]),
    to: people(letter.to ?? []),
    cc: people(letter.cc ?? []),
    date: raw('date'),
    subject: letter.subject,
  }
  if (values.from === undefined && values.date === undefined && values.subject === undefined) throw new Unreadable('no-headers')
  const page = letter.text === undefined && letter.html !== undefined ? readMarkup(letter.html) : undefined
  const body = (letter.text ?? page?.text ?? '').replace(/\r\n/g, '\n').trimEnd()
  const head = SHOWN.flatMap((name) => (values[name] === undefined ? [] : [`${SHOWN_AS[name]}: ${values[name]}`])).join('\n')
  return {
    text: `${head}\n\n${body}`,
    notes: [...(page?.notes ?? []), ...attachmentNotes(letter.attachments)],
    ...withoutGaps({
      title: values.subject?.slice(0, LINE_LIMIT),
      byline: values.from?.slice(0, LINE_LIMIT),
      published: printedIn(values.date),
    }),
  }
}

const people = (given: readonly Person[]): string | undefined => {
  const shown = given.flatMap(({ name = '', address = '', group }) => {
    if (group !== undefined) return [`${name}: ${people(group) ?? ''}`]
    return name === '' ? [address] : [address === '' ? name : `${name} <${address}>`]
  })
  return shown.length === 0 ? undefined : shown.join(', ')
}

type Attached = { readonly filename?: string | null; readonly mimeType?: string; readonly content?: string | ArrayBuffer | Uint8Array }
const attachmentNotes = (attachments: readonly Attached[]): readonly Note[] =>
  attachments.slice(0, ATTACHMENTS_LISTED).map(({ filename, mimeType, content }) => ({
    code: 'attachment',
    facts: {
      name: (filename ?? '').slice(0, LINE_LIMIT),
      media: (mimeType ?? '').slice(0, 100),
      size: typeof content === 'string' ? content.length : (content?.byteLength ?? 0),
    },
  }))
