import {
  accept,
  entryHash,
  type EntryHash,
  hex,
  type Json,
  leafHash,
  MerkleTree,
  type OpenAct,
  type Opening,
  PROCESS_ID,
  parseLeaf,
  parseSalt,
  type ProcessId,
  type Result,
  refuse,
} from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { meaning, type State } from '@paraph/talks'
import type { Head, Row, Store } from '@paraph/store'

const { sha256 } = nodePrimitives

/** A process as the data folder holds it: its leaves and open acts in order, the tree over them, the signed head. */
export type StoredRecord = {
  readonly id: ProcessId
  readonly slug: string
  readonly head: Head
  readonly tree: MerkleTree
  readonly leaves: readonly Uint8Array[]
  readonly openings: readonly Opening[]
  readonly acts: ReadonlyMap<EntryHash, OpenAct>
}

/** The process that `ref` names, by id or label; ids win. */
export const findProcess = async (
  store: Store,
  ref: string,
): Promise<{ readonly id: ProcessId; readonly slug: string; readonly head: Head } | undefined> => {
  const logs = await store.logs()
  const found = (PROCESS_ID.test(ref) ? logs.find(({ log }) => log === ref) : undefined) ?? logs.find(({ slug }) => slug === ref)
  return found === undefined ? undefined : { id: found.log, slug: found.slug ?? found.log, head: found.head }
}

/** Reads a process whole. What is read is compared with the signed head, so that a torn folder is not exported as a record. */
export const readRecord = async (store: Store, ref: string): Promise<Result<StoredRecord>> => {
  const found = await findProcess(store, ref)
  if (found === undefined) return refuse('process-unknown', { ref })
  const { id, slug, head } = found
  const tree = new MerkleTree(sha256)
  const leaves: Uint8Array[] = []
  const openings: Opening[] = []
  const acts = new Map<EntryHash, OpenAct>()
  for await (const row of store.entries(id, { from: 0 as Row['index'], until: head.size as number as Row['index'] })) {
    const read = openRow(row)
    if (read === undefined) return refuse('database-damaged', { process: id, index: row.index })
    leaves.push(row.leaf)
    tree.append(leafHash(sha256, row.leaf))
    openings.push(read.opening)
    if (read.act !== undefined) acts.set(row.hash, read.act)
  }
  if (leaves.length !== head.size || hex(tree.root()) !== head.root) return refuse('database-damaged', { process: id, size: leaves.length })
  return accept({ id, slug, head, tree, leaves, openings, acts })
}

const openRow = ({ index, hash, leaf, act }: Row): { readonly opening: Opening; readonly act: OpenAct | undefined } | undefined => {
  const parsed = parseLeaf(leaf)
  if (!parsed.ok || entryHash(sha256, parsed.value.entry) !== hash) return undefined
  const { entry, recorded } = parsed.value
  if (typeof act === 'string') return { opening: { index, hash, entry, recorded, act }, act: undefined }
  const salt = parseSalt(act.salt, 'salt')
  if (!salt.ok) return undefined
  const json = JSON.parse(act.json) as Json
  return { opening: { index, hash, entry, recorded, act: { open: json } }, act: { act: json, salt: salt.value } }
}

/** The host as the founding act names it: its chosen name and the raw key that signs the checkpoints. */
export const hostOf = (openings: readonly Opening[]): { readonly name: string; readonly key: Uint8Array } => {
  const { host } = meaning(nodePrimitives).facts(stateOf(openings.slice(0, 1)))
  if (host === undefined) throw new Error('a stored record without a founding act')
  return host
}

/** The state that the entries fold to. */
export const stateOf = (openings: readonly Opening[]): State => {
  const { begin, fold } = meaning(nodePrimitives)
  const state = begin()
  for (const opening of openings) fold(state, opening)
  return state
}
