import { SOURCE_LIMIT } from '@paraph/documents'
import { accept, type EntryHash, type Hash, type Result, refuse } from '@paraph/record'
import { type Asked, type Handlers, readable } from './asked.ts'
import type { Captures, CaptureGiven } from './captures.ts'
import { collect } from './fetching/body.ts'
import type { Host, Hosted } from './host.ts'

type Names = 'capture' | 'blob' | 'sourceReading'

/** Version of what is read and suggested: an answer that a browser keeps is asked for again when rules change. */
const READING_VERSION = 1

/**
 * A file that was captured is somebody else's page: it is saved and never shown under this server's name. Were it shown all the same, it would be
 * in a sandbox without scripts, forms or connections.
 */
const AS_A_FILE: Readonly<Record<string, string>> = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
}

/** Capturing sources, the files that are held, and what can be read in them. An address is fetched for whoever is signed in and asks here, never otherwise. */
export const captureRoutes = ({ host, captures }: { readonly host: Host; readonly captures: Captures }): Pick<Handlers, Names> => ({
  capture: async (asked) => {
    const record = await readable(host, asked.reader, asked.params['ref']!)
    if (!record.ok) return record
    const given = await givenIn(asked)
    if (!given.ok) return given
    const captured = await captures.capture(record.value, given.value, asked.upload?.gone)
    return captured.ok ? accept({ status: 201, shelf: 'private', body: () => accept({ json: captured.value }) }) : captured
  },

  blob: async ({ reader, params }) => {
    const record = await readable(host, reader, params['ref']!)
    if (!record.ok) return record
    const hash = params['hash'] as Hash
    // A page belongs to its publisher: whoever only reads gets what the record names, and cannot fish for what somebody tried.
    if (!reader.signedIn && !isNamed(record.value, hash)) return refuse('blob-unknown', { hash })
    const bytes = await host.blob(record.value.id, hash)
    if (bytes === undefined) return refuse('blob-unknown', { hash })
    const headers = { ...AS_A_FILE, 'content-disposition': `attachment; filename="${hash}"` }
    return accept({ shelf: 'private', headers, body: () => accept({ bytes }) })
  },

  sourceReading: async ({ reader, params, upload }) => {
    const record = await readable(host, reader, params['ref']!)
    if (!record.ok) return record
    const source = await captures.source(record.value, params['hash'] as EntryHash)
    if (!source.ok) return source
    const { snapshot, read } = source.value
    const body = async (): Promise<Result<{ json: unknown }>> => {
      const captured = await read(upload?.gone)
      return captured.ok ? accept({ json: captured.value }) : captured
    }
    return accept({ shelf: 'private', tag: [record.value.id, params['hash']!, snapshot, READING_VERSION], body })
  },
})

/** What was sent: JSON by its schema, or the bytes of a file, counted as they come and no more of them held than one source may have. */
const givenIn = async ({ body, query, upload }: Asked): Promise<Result<CaptureGiven>> => {
  if (upload?.stream === undefined) return accept(body as CaptureGiven)
  const bytes = await collect(upload.stream, SOURCE_LIMIT)
  if (!bytes.ok) return bytes.refusal.code === 'too-large' ? bytes : refuse('reading-cancelled')
  return accept({ bytes: bytes.value, media: upload.media, name: query['name'] })
}

const isNamed = ({ state, head }: Hosted, hash: Hash): boolean => {
  for (const { act, mark } of state.sources.values()) if (act.snapshot?.hash === hash && mark.index < head.size) return true
  return false
}
