import type { Captured } from '@paraph/api'
import { type ReadingOptions, type SourceGiven, type Studied, studySource } from '@paraph/documents'
import { accept, type EntryHash, type Hash, hex, type Json, type Primitives, type Result, refuse, utf8 } from '@paraph/record'
import { type FetchAddress, guardedFetch } from './fetching/fetch-address.ts'
import type { Host, Hosted } from './host.ts'

/** What a person hands in: an address to fetch, a text, or a file as it is, with its declared content type and its name. */
export type CaptureGiven =
  | { readonly address: string }
  | { readonly text: string; readonly name?: string | undefined }
  | { readonly bytes: Uint8Array; readonly media: string | undefined; readonly name: string | undefined }

/** A source on the record whose snapshot is held, not yet read: `read` takes as long as reading does. */
export type HeldSource = { readonly snapshot: Hash; readonly read: (signal?: AbortSignal) => Promise<Result<Captured>> }

/** Captures and reads sources of a host's processes. */
export type Captures = {
  /** Fetches where an address is given, reads, and keeps the bytes beside the record. What cannot be read is not kept. Nothing is recorded. */
  readonly capture: (record: Pick<Hosted, 'id'>, given: CaptureGiven, signal?: AbortSignal) => Promise<Result<Captured>>
  /** The source that an entry captured. Refuses `source-unknown`, `blob-unknown`. */
  readonly source: (record: Hosted, entry: EntryHash) => Promise<Result<HeldSource>>
}

/** What captures lean on. `fetchAddress`: the guarded one unless a test gives its own. */
export type CaptureParts = {
  readonly host: Pick<Host, 'row' | 'keepBlob' | 'blob'> & { readonly primitives: Pick<Primitives, 'sha256'> }
  readonly fetchAddress?: FetchAddress
}

/** Characters of a snapshot's media type in an act. */
const MEDIA_LIMIT = 100

export const openCaptures = ({ host, fetchAddress = guardedFetch() }: CaptureParts): Captures => ({
  capture: async ({ id }, given, signal) => {
    const source = await sourceOf(given, fetchAddress, signal)
    if (!source.ok) return source
    if (source.value.bytes.length === 0) return refuse('source-empty')
    const studied = await studySource(source.value, optionsOf(signal))
    if (!studied.ok) return studied
    const kept = await host.keepBlob(id, source.value.bytes)
    if (!kept.ok) return kept
    const media = mediaWithCharset(studied.value.reading.media, source.value.media)
    return accept(capturedOf(studied.value, source.value, { hash: kept.value, media }))
  },

  source: async (record, entry) => {
    const row = await host.row(record, entry)
    if (!row.ok) return row.refusal.code === 'entry-unknown' ? refuse('source-unknown', { hash: entry }) : row
    const { act } = row.value
    const named = typeof act === 'string' ? undefined : namedIn(JSON.parse(act.json) as Json)
    if (named === undefined) return refuse('source-unknown', { hash: entry })
    const { hash, media, address } = named
    if (hash === undefined || media === undefined) return refuse('blob-unknown', { source: entry })
    const bytes = await host.blob(record.id, hash)
    if (bytes === undefined) return refuse('blob-unknown', { hash })
    if (hex(host.primitives.sha256(bytes)) !== hash) return refuse('database-damaged', { blob: hash })
    const given: SourceGiven = { bytes, media, ...(address === undefined ? {} : { address }) }
    return accept({
      snapshot: hash,
      read: async (signal) => {
        const studied = await studySource(given, optionsOf(signal))
        return studied.ok ? accept(capturedOf(studied.value, given, { hash, media })) : studied
      },
    })
  },
})

const optionsOf = (signal: AbortSignal | undefined): ReadingOptions => (signal === undefined ? {} : { signal })

/** The bytes of what was given. A pasted text is kept as the UTF-8 that it is sent in. */
const sourceOf = async (given: CaptureGiven, fetchAddress: FetchAddress, signal: AbortSignal | undefined): Promise<Result<SourceGiven>> => {
  if ('address' in given) {
    const fetched = await fetchAddress(given.address, signal)
    if (!fetched.ok) return fetched
    const { bytes, media, address } = fetched.value
    return accept({ bytes, address, ...(media === undefined ? {} : { media }) })
  }
  const name = given.name === undefined ? {} : { name: given.name }
  if ('bytes' in given) return accept({ bytes: given.bytes, ...(given.media === undefined ? {} : { media: given.media }), ...name })
  // Half a character is no text, and UTF-8 has no bytes for it.
  if (!given.text.isWellFormed()) return refuse('schema', { problem: 'lone-surrogate' }, 'body.text')
  return accept({ bytes: utf8(given.text), media: 'text/plain; charset=utf-8', ...name })
}

/** The media type as the act keeps it: with the declared encoding, for without it older bytes cannot be read again. */
const mediaWithCharset = (media: string, declared: string | undefined): string => {
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(declared ?? '')?.[1]?.toLowerCase()
  const whole = charset === undefined || !media.startsWith('text/') ? media : `${media};charset=${charset}`
  return whole.slice(0, MEDIA_LIMIT)
}

const capturedOf = (
  { reading, suggestions, rules }: Studied,
  { bytes, address }: SourceGiven,
  { hash, media }: { readonly hash: Hash; readonly media: string },
): Captured => ({ snapshot: { hash, media, size: bytes.length }, address: address ?? null, reading, suggestions, rules })

/** What an act that captured a source says of it; undefined for every other act. It passed its schema when it was recorded. */
const namedIn = (
  act: Json,
): { readonly hash: Hash | undefined; readonly media: string | undefined; readonly address: string | undefined } | undefined => {
  const { type, snapshot, address } = act as { type?: string; snapshot?: { hash: Hash; media: string }; address?: string }
  return type === 'source.captured' ? { hash: snapshot?.hash, media: snapshot?.media, address } : undefined
}
