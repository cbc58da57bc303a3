import { inflateRawSync } from 'node:zlib'
import { Beyond, Unreadable } from './beyond.ts'

/** Bytes that the files of a DOCX may have in all, once inflated, and how many files. */
export const INFLATED_LIMIT = 128 * 1024 * 1024
export const FILES_LIMIT = 4_000

const [END, MEMBER, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
const [END_LENGTH, COMMENT_LIMIT, MEMBER_LENGTH, LOCAL_LENGTH] = [22, 0xffff, 46, 30]

/**
 * Inflates every file of a zip (APPNOTE 6.3.10), none of them further than the limit for all: what a zip says of its sizes is not believed. Gives
 * the one file that is wanted. A DOCX is looked at so before its reader sees it.
 */
export const checkZip = (bytes: Uint8Array, wanted: string): Uint8Array | undefined => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(zip)
  const count = zip.readUInt16LE(end + 10)
  if (count > FILES_LIMIT) throw new Beyond('files', FILES_LIMIT)
  let left = INFLATED_LIMIT
  let found: Uint8Array | undefined
  let at = zip.readUInt32LE(end + 16)
  for (let file = 0; file < count; file++) {
    const { content, name, next } = memberAt(zip, at, left)
    left -= content.length
    if (name === wanted) found = content
    at = next
  }
  return found
}

const endOf = (zip: Buffer): number => {
  for (let at = zip.length - END_LENGTH; at >= Math.max(0, zip.length - END_LENGTH - COMMENT_LIMIT); at--)
    if (zip.readUInt32LE(at) === END) return at
  throw new Unreadable('no-zip')
}

const memberAt = (zip: Buffer, at: number, left: number): { content: Uint8Array; name: string; next: number } => {
  if (at + MEMBER_LENGTH > zip.length || zip.readUInt32LE(at) !== MEMBER) throw new Unreadable('damaged')
  const method = zip.readUInt16LE(at + 10)
  const size = zip.readUInt32LE(at + 20)
  const [nameLength, extraLength, commentLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
  const local = zip.readUInt32LE(at + 42)
  if ((zip.readUInt16LE(at + 8) & 1) === 1) throw new Unreadable('password')
  if (local + LOCAL_LENGTH > zip.length || zip.readUInt32LE(local) !== LOCAL) throw new Unreadable('damaged')
  const start = local + LOCAL_LENGTH + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const packed = zip.subarray(start, start + size)
  const name = zip.toString('utf8', at + MEMBER_LENGTH, at + MEMBER_LENGTH + nameLength)
  return { content: inflate(packed, method, left), name, next: at + MEMBER_LENGTH + nameLength + extraLength + commentLength }
}

const inflate = (packed: Buffer, method: number, left: number): Uint8Array => {
  if (method === 0) {
    if (packed.length > left) throw new Beyond('inflated', INFLATED_LIMIT)
    return packed
  }
  if (method !== 8) throw new Unreadable('damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    if (error instanceof RangeError) throw new Beyond('inflated', INFLATED_LIMIT)
    throw new Unreadable('damaged')
  }
}
