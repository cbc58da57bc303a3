import { type ActCode, readOpenAct } from '../act.ts'
import { equalBytes, hex } from '../bytes.ts'
import { commitmentOf, keyId } from '../hashes.ts'
import type { Json } from '../json.ts'
import type { KeyStanding, Meaning, Opening } from '../meaning.ts'
import { UNKNOWN_TYPE } from '../meaning.ts'
import type { MerkleTree } from '../merkle.ts'
import type { EntryHash, Hash, Instant, KeyId, RecordSize } from '../names.ts'
import type { Primitives } from '../primitives.ts'
import type { Refusal, Result } from '../result.ts'
import type { ReadEntry } from './place.ts'
import { type Fault, type FaultName, faultAt } from './verdict.ts'

/** How far a signer's clock may be ahead of the host's, in milliseconds. (3-record, *Entry: the leaf*, clocks) */
export const CLOCK_TOLERANCE = 300_000

/** Type of the entries of sealed records. */
const SEALED = 'sealed'

/** What a walk over the entries remembers between them. */
export type Walk<State> = {
  readonly primitives: Primitives
  readonly meaning: Meaning<State>
  readonly state: State
  readonly tree: MerkleTree
  /** Known once entry 0 is folded. */
  origin: string | null
  newest: Instant | ''
  readonly hashes: Set<EntryHash>
  readonly keys: Map<KeyId, { readonly publicKey: Uint8Array; readonly kind: string }>
  /** The state that was last computed. */
  saw: { readonly size: RecordSize; readonly root: Hash }
  /** Entries so far whose act is not here: a rule that seems broken after one may only lack it. */
  absent: number
}

/** An act as found beside its entry. */
export type FoundAct =
  | { readonly json: Json; readonly actText: string; readonly salt: Uint8Array }
  | { readonly bad: Refusal<ActCode> }
  | undefined

/** Everything that a check of one entry may look at. */
export type EntryUnderCheck<State> = {
  readonly walk: Walk<State>
  readonly entry: ReadEntry
  readonly opening: Opening
  readonly act: FoundAct
  /** What `Meaning.key` says, asked once, and only of an act that is the one committed to. */
  readonly standing: () => Result<KeyStanding>
  /** What `Meaning.refuse` said of an act that is open, asked once. */
  readonly refusal: () => Refusal | undefined
}

type EntryCheck = <State>(under: EntryUnderCheck<State>) => Fault['facts'] | undefined

/** Reads what stands beside an entry. */
export const findAct = (bytes: Uint8Array | undefined): FoundAct => {
  if (bytes === undefined) return undefined
  const read = readOpenAct(bytes)
  return read.ok ? { json: read.value.act, actText: read.value.actText, salt: read.value.salt } : { bad: read.refusal }
}

/** Neighbours mostly saw the same state: the last one is kept. */
const rootAt = <State>(walk: Walk<State>, size: RecordSize): Hash => {
  if (walk.saw.size !== size) walk.saw = { size, root: hex(walk.tree.root(size)) as Hash }
  return walk.saw.root
}

const factsOf = ({ code, path, facts }: Refusal): Fault['facts'] => ({ ...facts, code, ...(path === undefined ? {} : { path }) })

/**
 * The checks of one entry against the state before it. Each gives the facts of its fault, or undefined. The order is 3-record's, but that an act
 * is shown to be the one committed to before anybody is asked what it means: entry 0's own keys stand in its act.
 * Signatures are not among them: they are checked in batches beside the walk.
 */
export const ENTRY_CHECKS: readonly (readonly [FaultName, EntryCheck])[] = [
  [
    'origin',
    ({ walk, entry }) =>
      entry.index === 0 || entry.leaf.entry.log === walk.origin
        ? undefined
        : { origin: entry.leaf.entry.log ?? 'null', wanted: walk.origin ?? 'null' },
  ],
  [
    'entry-zero',
    ({ walk, entry }) => {
      const { log, saw } = entry.leaf.entry
      if (entry.index > 0) return undefined
      return log === null && saw.size === 0 && saw.root === rootAt(walk, 0 as RecordSize)
        ? undefined
        : { size: saw.size, log: log ?? 'null' }
    },
  ],
  ['sealed-entry', ({ entry }) => (entry.leaf.entry.type === SEALED || entry.leaf.entry.file !== undefined ? {} : undefined)],
  ['duplicate-entry', ({ walk, entry }) => (walk.hashes.has(entry.hash) ? {} : undefined)],
  ['act-form', ({ act }) => (act !== undefined && 'bad' in act ? factsOf(act.bad) : undefined)],
  [
    'commitment',
    ({ walk, entry, act }) => {
      if (act === undefined || 'bad' in act) return undefined
      const { log, by, act: committed } = entry.leaf.entry
      const opened = commitmentOf(walk.primitives.sha256, { log, by, actText: act.actText, salt: act.salt })
      return opened === committed ? undefined : { committed, opened }
    },
  ],
  [
    'act-type',
    ({ entry, act }) => {
      if (act === undefined || 'bad' in act) return undefined
      const { type } = entry.leaf.entry
      const said =
        typeof act.json === 'object' && act.json !== null && !Array.isArray(act.json) ? (act.json as { type?: Json }).type : undefined
      return said === type ? undefined : { type, act: typeof said === 'string' ? said : '' }
    },
  ],
  [
    'act-missing',
    ({ walk, entry, act }) =>
      act === undefined && walk.meaning.structure(entry.leaf.entry.type) ? { type: entry.leaf.entry.type } : undefined,
  ],
  [
    'key-standing',
    ({ standing }) => {
      const stands = standing()
      return stands.ok ? undefined : factsOf(stands.refusal)
    },
  ],
  [
    'key-id',
    ({ walk, entry, standing }) => {
      const stands = standing()
      return stands.ok && !isEnrolledKey(walk, entry.leaf.entry.key, stands.value) ? { key: entry.leaf.entry.key } : undefined
    },
  ],
  [
    'person',
    ({ walk, entry, opening, refusal }) => {
      const { type, person } = entry.leaf.entry
      if (walk.meaning.solemn(type)) return person === undefined ? { code: 'person-missing' } : undefined
      // A type that is not known may be solemn in the version that knows it.
      return person !== undefined && typeof opening.act === 'object' && refusal()?.code !== UNKNOWN_TYPE
        ? { code: 'person-not-solemn' }
        : undefined
    },
  ],
  [
    'saw',
    ({ walk, entry }) => {
      const { size, root } = entry.leaf.entry.saw
      if (entry.index === 0) return undefined
      if (size < 1 || size > entry.index) return { size }
      const ours = rootAt(walk, size)
      return root === ours ? undefined : { size, root, record: ours }
    },
  ],
  [
    'clock-back',
    ({ walk, entry }) => (entry.leaf.recorded < walk.newest ? { recorded: entry.leaf.recorded, before: walk.newest } : undefined),
  ],
  ['clock-ahead', ({ entry }) => (isAhead(entry) ? { at: entry.leaf.entry.at, recorded: entry.leaf.recorded } : undefined)],
  [
    'rule',
    ({ walk, refusal }) => {
      const refused = refusal()
      return refused === undefined || refused.code === UNKNOWN_TYPE || walk.absent > 0 ? undefined : factsOf(refused)
    },
  ],
]

/** A key's bytes are hashed once, not at every entry that it signed. */
const isEnrolledKey = <State>({ keys, primitives }: Walk<State>, id: KeyId, { publicKey, kind }: KeyStanding): boolean => {
  const known = keys.get(id)
  if (known !== undefined && equalBytes(known.publicKey, publicKey)) return true
  if (keyId(primitives.sha256, publicKey) !== id) return false
  keys.set(id, { publicKey, kind })
  return true
}

/** Equal length and form make the order of texts the order of time: only what is ahead at all needs its distance. */
const isAhead = ({ leaf }: ReadEntry): boolean =>
  leaf.entry.at > leaf.recorded && Date.parse(leaf.entry.at) - Date.parse(leaf.recorded) > CLOCK_TOLERANCE

/** The first fault of an entry among the checks in force. */
export const checkEntry = <State>(
  under: EntryUnderCheck<State>,
  checks: readonly (readonly [FaultName, EntryCheck])[],
): Fault | undefined => {
  for (const [name, check] of checks) {
    const facts = check(under)
    if (facts !== undefined) return faultAt(name, { index: under.entry.index, hash: under.entry.hash, facts })
  }
  return undefined
}
