import { fromUtf8, utf8 } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { accept, type Result, refuse } from './result.ts'

/** Files in a zip without zip64: 65,535 is the mark of zip64 itself. */
export const ZIP_FILE_LIMIT = 65_534

/** Bytes of a zip without zip64, and of a name in it. */
export const ZIP_SIZE_LIMIT = 4_294_967_294
export const ZIP_NAME_LIMIT = 512

/** What writing or reading a zip may refuse; `zip-limit` names the limit that would need zip64. */
export type ZipCode = 'zip-limit' | 'not-a-zip'

/** Where a file's header and bytes stand in the zip. */
export type ZipMember = { readonly name: string; readonly start: number; readonly end: number; readonly bytes: Uint8Array }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_LENGTH = 30
const CENTRAL_LENGTH = 46
const END_LENGTH = 22
const VERSION = 20
const UTF8_NAMES = 0x0800
/** 1 January 1980, the first day that a zip can say. */
const DATE = 0x0021

/** Names of a zip in the order of their UTF-8 bytes. Every name of ours is ASCII, where that is the order of strings. */
const inByteOrder = (names: Iterable<string>): readonly string[] => [...names].sort()

/**
 * The one zip of these files: stored, names in byte order, 1980-01-01, flag 0x0800, no extra field, no comment, no zip64. Local header, bytes,
 * then the central directory and its end (APPNOTE 6.3). Refuses `zip-limit`.
 */
export const writeZip = (files: ReadonlyMap<string, Uint8Array>): Result<Uint8Array, 'zip-limit'> => {
  const names = inByteOrder(files.keys())
  if (names.length > ZIP_FILE_LIMIT) return refuse('zip-limit', { files: names.length, limit: ZIP_FILE_LIMIT })
  const members = names.map((name) => ({ name: utf8(name), bytes: files.get(name)! }))
  let size = END_LENGTH
  for (const { name, bytes } of members) size += LOCAL_LENGTH + CENTRAL_LENGTH + 2 * name.length + bytes.length
  if (size > ZIP_SIZE_LIMIT) return refuse('zip-limit', { bytes: size, limit: ZIP_SIZE_LIMIT })
  const zip = new Uint8Array(size)
  const view = new DataView(zip.buffer)
  const placed: { name: Uint8Array; bytes: Uint8Array; start: number; crc: number }[] = []
  let at = 0
  for (const { name, bytes } of members) {
    const member = { name, bytes, start: at, crc: crc32(bytes) }
    placed.push(member)
    view.setUint32(at, LOCAL, true)
    writeShared(view, at + 4, member)
    zip.set(name, at + LOCAL_LENGTH)
    zip.set(bytes, at + LOCAL_LENGTH + name.length)
    at += LOCAL_LENGTH + name.length + bytes.length
  }
  const directory = at
  for (const member of placed) {
    view.setUint32(at, CENTRAL, true)
    view.setUint16(at + 4, VERSION, true)
    writeShared(view, at + 6, member)
    view.setUint32(at + 42, member.start, true)
    zip.set(member.name, at + CENTRAL_LENGTH)
    at += CENTRAL_LENGTH + member.name.length
  }
  view.setUint32(at, END, true)
  view.setUint16(at + 8, placed.length, true)
  view.setUint16(at + 10, placed.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return accept(zip)
}

/** The fields that a local header and a central one have in common, from *version needed* on. */
const writeShared = (view: DataView, at: number, { name, bytes, crc }: { name: Uint8Array; bytes: Uint8Array; crc: number }): void => {
  view.setUint16(at, VERSION, true)
  view.setUint16(at + 2, UTF8_NAMES, true)
  view.setUint16(at + 8, DATE, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, bytes.length, true)
  view.setUint32(at + 18, bytes.length, true)
  view.setUint16(at + 22, name.length, true)
}

/**
 * What a zip holds, by its central directory alone and as leniently as is safe: bytes are views, nothing is checked against anything, so that a
 * damaged file can still be named; `differsFrom` then says whether it is canonical. A member whose bytes lie outside
 * the zip is left out. Refuses `not-a-zip` and `zip-limit`.
 */
export const readZip = (zip: Uint8Array): Result<readonly ZipMember[], ZipCode> => {
  if (zip.length > ZIP_SIZE_LIMIT) return refuse('zip-limit', { bytes: zip.length, limit: ZIP_SIZE_LIMIT })
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length)
  const end = zip.length - END_LENGTH
  if (end < 0 || view.getUint32(end, true) !== END) return refuse('not-a-zip')
  const count = view.getUint16(end + 10, true)
  if (count > ZIP_FILE_LIMIT) return refuse('zip-limit', { files: count, limit: ZIP_FILE_LIMIT })
  const members: ZipMember[] = []
  let at = view.getUint32(end + 16, true)
  for (let file = 0; file < count; file++) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL) return refuse('not-a-zip', { file })
    const nameLength = view.getUint16(at + 28, true)
    const name = fromUtf8(zip.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength))
    if (!name.ok || nameLength > ZIP_NAME_LIMIT) return refuse('not-a-zip', { file })
    const start = view.getUint32(at + 42, true)
    const from = start + LOCAL_LENGTH + nameLength
    const until = from + view.getUint32(at + 20, true)
    if (until <= end) members.push({ name: name.value, start, end: until, bytes: zip.subarray(from, until) })
    at += CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return accept(members)
}

/** Where a zip first differs from the one that `writeZip` makes of the same files: an offset, or undefined where it is that very zip. */
export const differsFrom = (zip: Uint8Array, members: readonly ZipMember[]): number | undefined => {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const { name, bytes, start } of members) {
    total += bytes.length
    // Members may overlap: the same bytes claimed many times must not grow into more memory than the zip itself.
    if (files.has(name) || total > zip.length) return start
    files.set(name, bytes)
  }
  const canonical = writeZip(files)
  if (!canonical.ok) return 0
  const length = Math.min(zip.length, canonical.value.length)
  for (let at = 0; at < length; at++) if (zip[at] !== canonical.value[at]) return at
  return zip.length === canonical.value.length ? undefined : length
}
