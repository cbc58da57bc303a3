import type { HeldRecord } from './held.ts'

/** What a hostile host changes in an answer, by its path: other bytes, undefined for *not here*, or an error for a cut line. */
export type Tampering = (path: string, honest: Uint8Array | undefined) => Uint8Array | undefined | Error

/** A simulated network with one host on it. `fetch` is as much of the platform's as a client uses. */
export type Network = {
  /** From now on this is the record that the host shows; `size`: and only its beginning. */
  readonly show: (record: HeldRecord, size?: number) => void
  readonly tamper: (tampering: Tampering | undefined) => void
  /** Addresses asked for, in order, without the host. */
  readonly asked: readonly string[]
  readonly fetch: (address: string) => Promise<Answer>
}
type Answer = {
  readonly status: number
  readonly headers: { readonly get: (name: string) => string | null }
  readonly text: () => Promise<string>
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}

const encoder = new TextEncoder()

/** A host that serves a record as the HTTP contract says: C2SP paths and pages of entries. */
export const networkOf = (first: HeldRecord): Network => {
  let shown = { record: first, size: first.leaves.length }
  let tampering: Tampering | undefined
  const asked: string[] = []

  const honest = async (path: string): Promise<Uint8Array | undefined> => {
    const { record, size } = shown
    const log = `/log/${record.process}/`
    if (path.startsWith(log)) {
      const name = path.slice(log.length)
      // A host serves the tiles of every size up to its own.
      const width = Number(/\.p\/(\d+)$/.exec(name)?.[1] ?? 0)
      const files = await record.files(name === 'checkpoint' ? size : undefined)
      return files.get(name) ?? (width > 0 ? (await filesOfWidth(record, width)).get(name) : undefined)
    }
    const page = /^\/api\/v1\/processes\/([0-9a-f]+)\/entries\?from=(\d+)&limit=(\d+)$/.exec(path)
    if (page === null || page[1] !== record.process) return undefined
    const from = Number(page[2])
    const until = Math.min(size, from + Number(page[3]))
    const entries = record.leaves.slice(from, until).map((leaf, at) => ({
      index: from + at,
      leaf: new TextDecoder().decode(leaf),
      act: record.acts[from + at]!,
    }))
    return encoder.encode(JSON.stringify({ entries, next: until < size ? until : null }))
  }

  return {
    show: (record, size = record.leaves.length) => {
      shown = { record, size }
    },
    tamper: (next) => {
      tampering = next
    },
    asked,
    fetch: async (address) => {
      const { pathname, search } = new URL(address)
      const path = decodeURIComponent(pathname) + search
      asked.push(path)
      const given = await honest(path)
      const bytes = tampering === undefined ? given : tampering(path, given)
      if (bytes instanceof Error) throw bytes
      return bytes === undefined ? answer(404, encoder.encode(NOT_HERE)) : answer(200, bytes)
    },
  }
}

const filesOfWidth = (record: HeldRecord, width: number): Promise<ReadonlyMap<string, Uint8Array>> =>
  record.files(record.leaves.length - (record.leaves.length % 256) + width)

const NOT_HERE = JSON.stringify({
  type: 'urn:paraph:refusal:not-found',
  title: 'Nothing is here.',
  status: 404,
  code: 'not-found',
  facts: {},
})

const answer = (status: number, bytes: Uint8Array): Answer => ({
  status,
  headers: { get: (name) => (name.toLowerCase() === 'content-length' ? String(bytes.length) : null) },
  text: async () => new TextDecoder().decode(bytes),
  arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
})
