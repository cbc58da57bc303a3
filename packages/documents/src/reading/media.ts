import type { MediaKind, SourceGiven } from './reading.ts'

const BY_TYPE: Readonly<Record<string, MediaKind>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'message/rfc822': 'email',
}
const BY_ENDING: Readonly<Record<string, MediaKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  docx: 'docx',
  eml: 'email',
}
const TYPE_OF: Readonly<Record<MediaKind, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  email: 'message/rfc822',
}
/** What says nothing about a file: a browser's or a server's word for "some bytes". */
const SAYS_NOTHING = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'application/x-www-form-urlencoded'])

/** A file's kind with its media type, or the type that is not read. */
export type MediaSeen = { readonly kind: MediaKind; readonly media: string } | { readonly kind: undefined; readonly media: string }

/**
 * The kind of a source: what its bytes begin with where that is certain (PDF, a zip that is a DOCX), else what is declared, else the ending of its
 * name, else text. A declared HTML whose bytes are a PDF is a PDF.
 */
export const mediaOf = ({ bytes, media, name }: SourceGiven): MediaSeen => {
  const declared = essenceOf(media)
  const ending = BY_ENDING[/\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '']
  const said = SAYS_NOTHING.has(declared) ? ending : BY_TYPE[declared] === 'text' ? (ending ?? 'text') : BY_TYPE[declared]
  const seen = (kind: MediaKind): MediaSeen => ({ kind, media: TYPE_OF[kind] })
  if (begins(bytes, '%PDF-')) return seen('pdf')
  if (begins(bytes, 'PK\u0003\u0004'))
    return said === 'docx' ? seen('docx') : { kind: undefined, media: declared === '' ? 'application/zip' : declared }
  if (said === 'pdf' || said === 'docx') return seen(said)
  if (said !== undefined) return seen(said)
  if (!SAYS_NOTHING.has(declared)) return { kind: undefined, media: declared }
  return isBinary(bytes) ? { kind: undefined, media: 'application/octet-stream' } : seen('text')
}

/** A content type without its parameters, in small letters. */
export const essenceOf = (media: string | undefined): string => (media ?? '').split(';')[0]!.trim().toLowerCase().slice(0, 100)

const begins = (bytes: Uint8Array, text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (bytes[at] !== text.charCodeAt(at)) return false
  return true
}

/** A zero within the first kilobytes is no text, unless a byte order mark says UTF-16. */
const isBinary = (bytes: Uint8Array): boolean =>
  !((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) && bytes.subarray(0, 4_096).includes(0)
