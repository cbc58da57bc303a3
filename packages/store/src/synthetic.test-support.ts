import { createHash } from 'node:crypto'
import {
  type EntryHash,
  type EntryIndex,
  hex,
  type Hash,
  type Instant,
  leafHash,
  MerkleTree,
  type ProcessId,
  type RecordSize,
  utf8,
} from '@paraph/record'
import type { Head, Row, Store, Work } from './store.ts'

/** Rows that are no acts but have everything that a store looks at: order, names, a tree, a note. */
export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
export const LOG = '0'.repeat(31).concat('1') as ProcessId
export const OTHER_LOG = '0'.repeat(31).concat('2') as ProcessId

export const syntheticRow = (index: number, salt = ''): Row => {
  const leaf = utf8(JSON.stringify({ index, salt, words: 'گفتگو' }))
  return {
    index: index as EntryIndex,
    hash: hex(sha256(leaf)) as EntryHash,
    leaf,
    act: { json: JSON.stringify({ planted: `act-${index}` }), salt: index.toString(16).padStart(64, '0') },
  }
}

/** Who signs: a tree over all rows so far, and a head for it. */
export const syntheticLog = (salt = '') => {
  const tree = new MerkleTree(sha256)
  return {
    tree,
    tell: (rows: readonly Row[]): void => {
      for (const row of rows) tree.append(leafHash(sha256, row.leaf))
    },
    work: (count: number): Extract<Work<number>, { head: Head }> => {
      const rows = Array.from({ length: count }, (_, at) => syntheticRow(tree.size + at, salt))
      for (const row of rows) tree.append(leafHash(sha256, row.leaf))
      return { rows, head: syntheticHead(tree), result: tree.size }
    },
  }
}

const syntheticHead = (tree: MerkleTree): Head => {
  const root = hex(tree.root()) as Hash
  return {
    size: tree.size,
    root,
    checkpoint: `note over ${tree.size} ${root}\n`,
    recorded: new Date(Date.UTC(2025, 0, 1) + tree.size).toISOString() as Instant,
  }
}

/** Appends `count` rows after whatever is there, as one who has nothing. */
export const appendRows = (store: Store, log: ProcessId, count: number, salt = '') =>
  store.append(log, 0 as RecordSize, (_head, news) => {
    const mine = syntheticLog(salt)
    mine.tell(news)
    return mine.work(count)
  })

export const allRows = async (store: Store, log: ProcessId, from = 0, until = Number.MAX_SAFE_INTEGER): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for await (const row of store.entries(log, { from: from as EntryIndex, until: until as EntryIndex })) rows.push(row)
  return rows
}

/** Waits for something that another connection or process brings about; a minute without it is a failure. */
export const until = async (there: () => boolean | Promise<boolean>): Promise<void> => {
  for (const begun = performance.now(); !(await there()); ) {
    if (performance.now() - begun > 60_000) throw new Error('it did not come about within a minute')
    await new Promise((later) => setTimeout(later, 10))
  }
}
