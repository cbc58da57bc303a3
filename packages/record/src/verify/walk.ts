import { emptyRoot, entryMessageOf, originOf, processIdOf } from '../hashes.ts'
import { signatureBytes } from '../leaf.ts'
import type { ActContent, KeyStanding, Meaning, Opening } from '../meaning.ts'
import { UNKNOWN_TYPE } from '../meaning.ts'
import type { MerkleTree } from '../merkle.ts'
import type { RecordSize } from '../names.ts'
import type { Primitives } from '../primitives.ts'
import type { Refusal, Result } from '../result.ts'
import type { Cancel, Checks } from './checks.ts'
import { checkEntry, ENTRY_CHECKS, findAct, type Walk } from './entry.ts'
import type { ReadEntry } from './place.ts'
import { SignatureQueue } from './signatures.ts'
import type { RecordSource } from './source.ts'
import { FAULTS, type Fault, faultAt, firstFault } from './verdict.ts'

/** A record walked from end to end, or as far as its first fault. */
export type Walked<State> = {
  readonly walk: Walk<State>
  readonly openings: readonly Opening[]
  readonly fault: Fault | undefined
  readonly cancelled: boolean
  readonly notCheckable: number
  readonly unknownTypes: number
}

type Given<State> = {
  readonly source: RecordSource
  readonly primitives: Primitives
  readonly meaning: Meaning<State>
  readonly tree: MerkleTree
  readonly checks: Checks
  readonly cancel?: Cancel | undefined
  readonly onProgress: (done: { readonly folded: number; readonly signatures: number }) => void
}

/** A walk that is given entries in their order, as they are read. What it found is asked for at its end. */
export type Walking<State> = {
  readonly take: (entries: readonly ReadEntry[]) => Promise<void>
  readonly end: () => Promise<Walked<State>>
}

/** Folds the record entry by entry, each checked against the state before it, while further entries are read and its signatures checked beside. */
export const beginWalk = <State>({ source, primitives, meaning, tree, checks, cancel, onProgress }: Given<State>): Walking<State> => {
  const inForce = ENTRY_CHECKS.filter(([name]) => checks.has(name))
  const walk: Walk<State> = {
    primitives,
    meaning,
    tree,
    state: meaning.begin(),
    origin: null,
    newest: '',
    hashes: new Set(),
    keys: new Map(),
    saw: { size: 0 as RecordSize, root: emptyRoot(primitives.sha256) },
    absent: 0,
  }
  const done = { folded: 0, signatures: 0 }
  const openings: Opening[] = []
  const counted = { notCheckable: 0, unknownTypes: 0 }
  const queue = new SignatureQueue(primitives.verify, (signatures) => {
    done.signatures = signatures
    onProgress(done)
  })
  let fault: Fault | undefined

  const take = async (entries: readonly ReadEntry[]): Promise<void> => {
    if (fault !== undefined || cancel?.aborted) return
    const acts = await source.acts(entries.map(({ hash }) => hash))
    for (let at = 0; at < entries.length && fault === undefined; at++) {
      if (cancel?.aborted) return
      fault = step({ walk, entry: entries[at]!, bytes: acts[at], inForce, checks, queue, openings, counted })
    }
    done.folded = openings.length
    onProgress(done)
    fault ??= await queue.settle()
  }
  const end = async (): Promise<Walked<State>> => {
    fault = firstFault(fault, await queue.finish())
    return { walk, openings, fault, cancelled: cancel?.aborted === true, ...counted }
  }
  return { take, end }
}

type Step<State> = {
  readonly walk: Walk<State>
  readonly entry: ReadEntry
  readonly bytes: Uint8Array | undefined
  readonly inForce: typeof ENTRY_CHECKS
  readonly checks: Checks
  readonly queue: SignatureQueue
  readonly openings: Opening[]
  readonly counted: { notCheckable: number; unknownTypes: number }
}

const SIGNATURE_RANK = FAULTS.indexOf('signature')

/** One entry: asked of the meaning, checked, its signature queued, folded. */
const step = <State>({ walk, entry, bytes, inForce, checks, queue, openings, counted }: Step<State>): Fault | undefined => {
  const { meaning, state } = walk
  const act = findAct(bytes)
  const content: ActContent = act === undefined || 'bad' in act ? 'withheld' : { open: act.json }
  const opening: Opening = { index: entry.index, hash: entry.hash, entry: entry.leaf.entry, recorded: entry.leaf.recorded, act: content }
  let stands: Result<KeyStanding> | undefined
  const standing = (): Result<KeyStanding> => {
    stands ??= meaning.key(state, opening)
    return stands
  }
  let asked: { readonly said: Refusal | undefined } | undefined
  const refusal = (): Refusal | undefined => {
    if (typeof content !== 'object') return undefined
    asked ??= { said: meaning.refuse(state, opening) }
    return asked.said
  }
  const fault = checkEntry({ walk, entry, opening, act, standing, refusal }, inForce)
  // A signature that is wrong as well comes before what is checked after it.
  const isEarlier = fault === undefined || FAULTS.indexOf(fault.name) > SIGNATURE_RANK
  const key = isEarlier && checks.has('signature') ? standing() : undefined
  if (key?.ok)
    queue.add(entry, {
      publicKey: key.value.publicKey,
      message: entryMessageOf(entry.entryBytes),
      signature: signatureBytes(entry.leaf.sig),
    })
  if (fault !== undefined) return fault
  const said = refusal()
  if (said?.code === UNKNOWN_TYPE) counted.unknownTypes++
  else if (said !== undefined) counted.notCheckable++
  if (act === undefined) walk.absent++
  meaning.fold(state, opening)
  openings.push(opening)
  walk.hashes.add(entry.hash)
  walk.newest = entry.leaf.recorded
  return entry.index === 0 ? settleOrigin(walk, entry) : undefined
}

/** Entry 0 is folded: from now on the record has an origin. */
const settleOrigin = <State>(walk: Walk<State>, entry: ReadEntry): Fault | undefined => {
  const { host } = walk.meaning.facts(walk.state)
  if (host === undefined) return faultAt('entry-zero', { index: 0, hash: entry.hash, facts: { code: 'no-host' } })
  walk.origin = originOf(host.name, processIdOf(entry.hash))
  return undefined
}

/**
 * The state with what is erased told as erased. Which acts those are is known only at the end, so where there are any the record is folded a
 * second time; nothing is checked again.
 */
export const foldErased = <State>({ walk, openings }: Walked<State>, erased: ReadonlyMap<string, readonly string[]>): State => {
  if (!openings.some(({ hash, act }) => act === 'withheld' && erased.has(hash))) return walk.state
  const state = walk.meaning.begin()
  for (const opening of openings) {
    const act: ActContent = opening.act === 'withheld' && erased.has(opening.hash) ? 'erased' : opening.act
    walk.meaning.fold(state, { ...opening, act })
  }
  return state
}
