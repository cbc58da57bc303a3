import type { Note } from './reading.ts'

/** How bytes become a text: the encoding by its name in the Encoding Standard, and what is to be said about it. */
export type Decoded = { readonly text: string; readonly notes: readonly Note[] }

const REPLACEMENT = '\uFFFD'

/**
 * Bytes as text (WHATWG Encoding). A byte order mark wins, then what is declared, then UTF-8: nothing is guessed from the bytes. What the encoding
 * does not have is read as U+FFFD and noted, so that a wrong declaration is seen.
 */
export const decode = (bytes: Uint8Array, declared?: string): Decoded => {
  const marked = byteOrderMark(bytes)
  const named = declared === undefined ? undefined : decoderOf(declared)
  const notes: Note[] = []
  if (declared !== undefined && named === undefined) notes.push({ code: 'encoding-unknown', facts: { declared: declared.slice(0, 60) } })
  if (marked !== undefined && named !== undefined && named.encoding !== marked)
    notes.push({ code: 'encoding-conflict', facts: { declared: named.encoding, marked } })
  const decoder = marked === undefined ? (named ?? decoderOf('utf-8')!) : decoderOf(marked)!
  const text = decoder.decode(bytes)
  const broken = count(text, REPLACEMENT) - (decoder.encoding === 'utf-8' ? replacementsOf(bytes) : 0)
  if (broken > 0)
    notes.push({
      code: 'encoding-broken',
      facts: { encoding: decoder.encoding, declared: declared === undefined ? 'no' : 'yes', characters: broken },
    })
  return { text, notes }
}

/** The parameter `charset` of a content type (RFC 9110, section 8.3.1). */
export const charsetOf = (media: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(media ?? '')?.[1]?.toLowerCase()

const decoderOf = (label: string): InstanceType<typeof TextDecoder> | undefined => {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

const byteOrderMark = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined => {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

const count = (text: string, character: string): number => text.split(character).length - 1

/** U+FFFD that stand in the bytes themselves: EF BF BD. */
const replacementsOf = (bytes: Uint8Array): number => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let found = 0
  for (let at = buffer.indexOf('\uFFFD'); at >= 0; at = buffer.indexOf('\uFFFD', at + 3)) found++
  return found
}
