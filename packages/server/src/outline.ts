import { accept, type EntryIndex, type ProcessId, type Result, refuse } from '@paraph/record'
import { type Head, type Store, StoreDamaged } from '@paraph/store'
import { catalogue, openAct, type Opened } from '@paraph/talks'
import { openingOf } from './live.ts'
import type { Means } from './means.ts'

/** What frames a process: everything that `processView` is a function of, but for size and newest moment, which the head says. */
export type Outline = { readonly head: Head; readonly opened: readonly Opened[] }

/** Kinds of act that a process and its bodies are made of. */
const FRAMING: ReadonlySet<string> = new Set(
  catalogue
    .filter(({ noun, structure, framesTime }) => structure === true || framesTime === true || ['process', 'body', 'consent'].includes(noun))
    .map(({ type }) => type),
)

/** A leaf is canonical, so that its type stands in it once, and no text within can look like it: its quotes would be escaped. */
const TYPE = /"type":"([a-z.-]+)"/

/**
 * Reads what frames a process out of all its entries, a tenth of the work of folding it. Each act that is taken is checked against its entry; the
 * tree over all is not: who asks for the process itself has that done.
 */
export const readOutline = async (means: Means, store: Store, id: ProcessId): Promise<Result<Outline>> => {
  const head = await store.head(id)
  if (head === undefined) return refuse('process-unknown', { ref: id })
  const damaged = (index: number) => refuse('database-damaged', { process: id, found: 'leaf', index })
  const opened: Opened[] = []
  let next = 0
  try {
    for await (const row of store.entries(id, { from: 0 as EntryIndex, until: head.size as number as EntryIndex })) {
      if (row.index !== next++) return damaged(row.index)
      const type = TYPE.exec(Buffer.from(row.leaf.buffer, row.leaf.byteOffset, row.leaf.byteLength).toString('latin1'))?.[1]
      if (type === undefined || !FRAMING.has(type)) continue
      const opening = openingOf(means.sha256, row)
      if (!opening.ok) return damaged(row.index)
      opened.push(openAct(opening.value))
    }
  } catch (error) {
    if (error instanceof StoreDamaged) return refuse('database-damaged', { process: id, found: 'pages' })
    throw error
  }
  return next === head.size ? accept({ head, opened }) : damaged(next)
}
