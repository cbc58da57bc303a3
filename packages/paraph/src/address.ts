import type { ReadFile } from '@paraph/record'

/** How long one file may take to arrive, in ms. */
export const FILE_WAIT = 30_000

/** Somewhere that does not answer, or answers with something else than a file: nothing can be said about the record there. */
export class SourceSilent extends Error {
  readonly path: string
  constructor(path: string, cause: string) {
    super(cause)
    this.path = path
  }
}

/** What web servers say where a file is not there; some stores of files say *forbidden*, so as not to say which there are. */
const ABSENT = new Set([403, 404, 410])

/** The address of a folder of files, out of what somebody typed or copied: of its page, of its checkpoint; undefined where it is no address. */
export const folderAddress = (text: string): string | undefined => {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  url.search = ''
  url.hash = ''
  url.pathname = url.pathname.replace(/\/(checkpoint|index(\.ur)?\.html)?$/, '')
  return url.href.replace(/\/$/, '')
}

/** Reads files below an address, each within its limit and `wait` ms, until `signal` says to stop. Rejects with `SourceSilent`. */
export const addressFiles =
  (address: string, { signal, wait = FILE_WAIT }: { readonly signal: AbortSignal; readonly wait?: number }): ReadFile =>
  async (path, limit) => {
    try {
      const answer = await fetch(`${address}/${path}`, { signal: AbortSignal.any([signal, AbortSignal.timeout(wait)]) })
      if (ABSENT.has(answer.status)) {
        await answer.body?.cancel()
        return undefined
      }
      if (answer.status !== 200) {
        await answer.body?.cancel()
        throw new SourceSilent(path, `answers ${answer.status}`)
      }
      return await cutOff(answer, limit)
    } catch (error) {
      if (error instanceof SourceSilent) throw error
      throw new SourceSilent(path, causeOf(error))
    }
  }

/** At most one byte more than may be: whoever reads it sees that it is too long, and an endless answer ends. */
const cutOff = async ({ body }: Response, limit: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    parts.push(part)
    length += part.length
    if (length > limit) break
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, limit + 1))
}

const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return error.name === 'TimeoutError' ? 'timeout' : error.message
}
