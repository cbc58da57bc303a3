import type { EntryIndex, Hash, ProcessId } from '@paraph/record'
import type { Row, Store } from '@paraph/store'
import { erasedEntries, forgetParsed, type State } from '@paraph/talks'
import type { Live } from './live.ts'

/** An act that the record says is erased and that is still held: its place, and files that no other act names. */
export type Due = { readonly index: EntryIndex; readonly blobs: readonly Hash[] }

/** What must go: acts erased on the record whose content is still in memory. O(what was ever erased). */
export const dueIn = ({ state, names }: Pick<Live, 'state' | 'names'>): readonly Due[] => {
  if (state.erasures.of.size === 0) return []
  const erased = erasedEntries(state)
  const due: Due[] = []
  for (const hash of erased.keys()) {
    const filed = state.filed.get(hash)
    if (filed === undefined || typeof filed.act === 'string') continue
    const index = names.find(hash)
    if (index !== undefined) due.push({ index: index as EntryIndex, blobs: blobsOnlyOf(state, hash, erased) })
  }
  return due
}

/** Files that an act names and no other act that stays. */
const blobsOnlyOf = (state: State, hash: string, erased: ReadonlyMap<string, unknown>): readonly Hash[] => {
  const snapshot = [...state.sources.values()].find(({ mark }) => mark.hash === hash)?.act.snapshot?.hash
  if (snapshot === undefined) return []
  const others = [...state.sources.values()].some(({ act, mark }) => act.snapshot?.hash === snapshot && !erased.has(mark.hash))
  return others ? [] : [snapshot as Hash]
}

/**
 * Deletes what is due from the store: files first, then content and salt, so that what names a file goes last and a crash between leaves the
 * rest due. Gives the places that the store could not finish; the record stands whatever comes of it, and they are tried again.
 */
export const eraseDue = async (store: Store, log: ProcessId, due: readonly Due[]): Promise<readonly Due[]> => {
  const unfinished: Due[] = []
  for (const one of due) {
    let done = true
    for (const blob of one.blobs) {
      const gone = await store.eraseBlob(log, blob)
      done &&= gone.ok || gone.refusal.code === 'blob-unknown'
    }
    const erased = done ? await store.erase(log, one.index) : undefined
    if (erased?.ok !== true) unfinished.push(one)
  }
  // Acts parsed lately are kept by what they are made of.
  forgetParsed()
  return unfinished
}

const ERASURE = Buffer.from('"type":"erasure.made"')

/** Whether any entry of a stored record erases something: looked for in the leaves, without folding them. */
export const holdsErasure = async (rows: AsyncIterable<Row>): Promise<boolean> => {
  for await (const { leaf } of rows) if (Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength).includes(ERASURE)) return true
  return false
}
