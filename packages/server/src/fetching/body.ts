import type { IncomingMessage } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { accept, type Result, refuse } from '@paraph/record'

/** What a compressed answer is undone with (RFC 9110, section 8.4.1). */
const UNDOING: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** The encodings that are asked for. */
export const ENCODINGS = 'gzip, deflate, br'

/**
 * The bytes of an answer, its compression undone, no more of them than the limit either way: a bomb is cut off while it inflates. Refuses
 * `too-large`, `fetch-failed` (`cause`: encoding, decompression, or the connection's).
 */
export const bodyOf = async (answer: IncomingMessage, limit: number): Promise<Result<Uint8Array>> => {
  if (Number(answer.headers['content-length'] ?? 0) > limit) return refuse('too-large', { limit })
  const named = (answer.headers['content-encoding'] ?? '').split(',').map((one) => one.trim().toLowerCase())
  const encodings = named.filter((one) => one !== '' && one !== 'identity')
  const undo = encodings[0] === undefined ? undefined : UNDOING[encodings[0]]
  if (encodings.length > 1 || (encodings.length === 1 && undo === undefined)) return refuse('fetch-failed', { cause: 'encoding' })
  const stream: Readable = undo === undefined ? answer : passed(answer, undo(), limit)
  const bytes = await collect(stream, limit)
  stream.destroy()
  return bytes
}

/** Bytes that come are counted on their way into the decompression, too: a stream of nothing but flushes gives no bytes for ever. */
const passed = (answer: IncomingMessage, through: Transform, limit: number): Readable => {
  let came = 0
  answer.on('data', (part: Buffer) => {
    came += part.length
    if (came > limit) through.destroy(new TooMuch())
  })
  answer.on('error', (error) => through.destroy(error))
  return answer.pipe(through)
}

class TooMuch extends Error {}

/** The bytes of a stream, up to a limit: beyond it `too-large` is refused, and the rest is its owner's to throw away. */
export const collect = async (stream: Readable, limit: number): Promise<Result<Uint8Array>> => {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += part.length
      if (length > limit) return refuse('too-large', { limit })
      parts.push(part)
    }
  } catch (error) {
    if (error instanceof TooMuch) return refuse('too-large', { limit })
    return refuse('fetch-failed', { cause: codeOf(error) })
  }
  return accept(new Uint8Array(Buffer.concat(parts)))
}

/** A failure by its code: words of a library are no part of a contract. */
export const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : 'broken-off'
}
