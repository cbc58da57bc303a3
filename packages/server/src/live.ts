import {
  accept,
  commitment,
  type EntryHash,
  type EntryIndex,
  entryHash,
  type Hash,
  hex,
  type Instant,
  type Json,
  leafHash,
  MerkleTree,
  noteKey,
  type Opening,
  openCheckpoint,
  originOf,
  parseLeaf,
  parseSalt,
  type Primitives,
  type ProcessId,
  type RecordSize,
  type Result,
  refuse,
} from '@paraph/record'
import { type Head, type Row, type Store, StoreDamaged } from '@paraph/store'
import { openAct, type Opened, type State } from '@paraph/talks'
import { dueIn, eraseDue } from './erasing.ts'
import { HashIndex } from './hash-index.ts'
import type { Means } from './means.ts'

/**
 * One process in memory, owned by its pipeline. `tree`, `state`, `names` and `commitments` are ahead of `head` while a batch commits; if the
 * commit fails all of it is dropped. `head` and `opened` are what is durable: readers take these and nothing beyond their size.
 */
export type Live = {
  readonly id: ProcessId
  readonly origin: string
  /** raw public log key, of entry 0 */
  readonly logKey: Uint8Array
  readonly tree: MerkleTree
  readonly state: State
  /** entry hashes in order: the name of an act, once in a record */
  readonly names: HashIndex
  readonly commitments: HashIndex
  /** committed acts in order */
  readonly opened: Opened[]
  /** how many acts were gone when it was loaded: answers made before an erasure are not those after it */
  readonly gone: number
  head: Head
}

/** What an entry adds to a live process. */
export type Grown = Pick<Live, 'tree' | 'state' | 'names' | 'commitments'>

/** Before entry 0. */
export const nothingYet = ({ sha256, meaning }: Means): Grown => ({
  tree: new MerkleTree(sha256),
  state: meaning.begin(),
  names: new HashIndex(),
  commitments: new HashIndex(),
})

/** Fold and leaf: the last steps under the lock. Nothing here refuses. */
export const grow = ({ sha256, meaning }: Means, grown: Grown, opening: Opening, leaf: Uint8Array): void => {
  meaning.fold(grown.state, opening)
  grown.tree.append(leafHash(sha256, leaf))
  grown.names.add(opening.hash)
  grown.commitments.add(opening.entry.act)
}

/** What the founding act says of the host: its name and log key. Only a state that holds entry 0 is asked. */
export const hostOf = ({ meaning }: Means, state: State): { readonly name: string; readonly key: Uint8Array } => {
  const { host } = meaning.facts(state)
  if (host === undefined) throw new TypeError('a record that does not begin with process.opened')
  return host
}

/** A stored row as a fold takes it. Leaf and commitment are checked to the letter: what is on a disk may have changed. */
export const openingOf = (sha256: Primitives['sha256'], row: Row): Result<Opening> => {
  const leaf = parseLeaf(row.leaf)
  if (!leaf.ok) return leaf
  const { entry, recorded } = leaf.value
  const opening = { index: row.index, hash: entryHash(sha256, entry), entry, recorded }
  if (typeof row.act === 'string') return accept({ ...opening, act: row.act })
  const act = JSON.parse(row.act.json) as Json
  const salt = parseSalt(row.act.salt, 'salt')
  const opens = salt.ok && commitment(sha256, { log: entry.log, by: entry.by, act, salt: salt.value }) === entry.act
  return opens ? accept({ ...opening, act: { open: act } }) : refuse('commitment-does-not-open', { index: row.index })
}

const damaged = (id: ProcessId, found: string, index: number) => refuse('database-damaged', { process: id, found, index })

/**
 * Refolds a process from the store: every leaf, the root that the head says, and its signed checkpoint. What the record says is erased and the
 * store still holds (we died between) is erased now, and never held in memory longer than that takes.
 */
export const load = async (means: Means, store: Store, id: ProcessId): Promise<Result<Live>> => {
  const loaded = await refold(means, store, id)
  const due = loaded.ok ? dueIn(loaded.value) : []
  if (due.length === 0) return loaded
  await eraseDue(store, id, due)
  // Also where the store could not: what is erased is not shown.
  return refold(means, store, id, new Set(due.map(({ index }) => index)))
}

const refold = async (means: Means, store: Store, id: ProcessId, erased: ReadonlySet<EntryIndex> = new Set()): Promise<Result<Live>> => {
  const head = await store.head(id)
  if (head === undefined) return refuse('process-unknown', { ref: id })
  const grown = nothingYet(means)
  const opened: Opened[] = []
  try {
    for await (const row of store.entries(id, { from: 0 as EntryIndex, until: head.size as number as EntryIndex })) {
      const opening = openingOf(means.sha256, erased.has(row.index) ? { ...row, act: 'erased' } : row)
      if (!opening.ok) return damaged(id, opening.refusal.code === 'commitment-does-not-open' ? 'act' : 'leaf', row.index)
      if (row.index !== (grown.tree.size as number)) return damaged(id, 'leaf', row.index)
      grow(means, grown, opening.value, row.leaf)
      opened.push(openAct(opening.value))
    }
  } catch (error) {
    if (error instanceof StoreDamaged) return damaged(id, 'pages', grown.tree.size)
    throw error
  }
  if (grown.tree.size !== head.size || rootAt(grown.tree, head.size) !== head.root) return damaged(id, 'root', head.size)
  const { name, key } = hostOf(means, grown.state)
  const origin = originOf(name, id)
  const checkpoint = await openCheckpoint(means.verify, {
    note: head.checkpoint,
    key: noteKey(means.sha256, { name: origin, publicKey: key }),
  })
  if (!checkpoint.ok || checkpoint.value.checkpoint.size !== head.size || checkpoint.value.checkpoint.root !== head.root)
    return damaged(id, 'checkpoint', head.size)
  const gone = opened.filter(({ act }) => act === 'erased').length
  return accept({ id, origin, logKey: key, ...grown, opened, gone, head })
}

/**
 * Brings a process in memory up to what the store holds now. False where the two do not agree, so that it must be loaded again, which says what
 * is wrong. Throws as reading does; after that too it must be loaded again.
 */
export const followStore = async (means: Means, store: Store, live: Live): Promise<boolean> => {
  const head = await store.head(live.id)
  if (head === undefined || head.size < live.tree.size) return false
  for await (const row of store.entries(live.id, {
    from: live.tree.size as number as EntryIndex,
    until: head.size as number as EntryIndex,
  })) {
    const opening = openingOf(means.sha256, row)
    if (!opening.ok || row.index !== (live.tree.size as number)) return false
    grow(means, live, opening.value, row.leaf)
    live.opened.push(openAct(opening.value))
  }
  if (live.tree.size !== head.size || rootAt(live.tree, head.size) !== head.root) return false
  live.head = head
  return true
}

/** Root of a tree at a size, in hex. */
export const rootAt = (tree: MerkleTree, size: RecordSize): Hash => hex(tree.root(size)) as Hash

/** Index of a committed entry, undefined where there is none of that name or it is not durable yet. */
export const placeOf = (live: Live, hash: EntryHash): EntryIndex | undefined => {
  const index = live.names.find(hash)
  return index === undefined || index >= live.head.size ? undefined : (index as EntryIndex)
}

/** The later of two instants: `recorded` never goes back. */
export const later = (one: Instant, other: Instant | undefined): Instant => (other !== undefined && other > one ? other : one)
