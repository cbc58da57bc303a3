import { createHash } from 'node:crypto'
import { writeBundle } from './bundle.ts'
import type { OpenAct } from './act.ts'
import { fromHex, hex } from './bytes.ts'
import { signCheckpoint } from './checkpoint.ts'
import type { Entry, Leaf } from './entry.ts'
import { commitment, emptyRoot, entryHash, keyId, originOf, processIdOf } from './hashes.ts'
import type { Json } from './json.ts'
import { leafBytes, signEntry } from './leaf.ts'
import type { Meaning, Opening } from './meaning.ts'
import { UNKNOWN_TYPE } from './meaning.ts'
import { leafHash, MerkleTree } from './merkle.ts'
import type { BodyId, EntryHash, Hash, Instant, KeyId, RecordSize } from './names.ts'
import { nodePrimitives, nodeSigner } from './node/index.ts'
import type { Signer } from './primitives.ts'
import { accept, refuse } from './result.ts'

/**
 * A meaning small enough to see through: `toy.founded` brings a host and bodies with one key each, `toy.noted` says something, `toy.revoked`
 * ends a key, `toy.sworn` is solemn, `toy.erased` erases, `toy.published` makes public. Notes may not repeat a text.
 */
export type ToyState = {
  host: { name: string; key: Uint8Array } | undefined
  readonly keys: Map<string, { by: string; publicKey: Uint8Array; revoked: boolean }>
  readonly notes: string[]
  readonly erased: Map<string, readonly string[]>
  readonly published: Set<string>
  readonly told: string[]
}

const TYPES = ['toy.founded', 'toy.noted', 'toy.revoked', 'toy.sworn', 'toy.erased', 'toy.published']
type Act = { readonly [name: string]: Json }

const actOf = ({ act }: Opening): Act | undefined =>
  typeof act === 'object' && typeof act.open === 'object' ? (act.open as Act) : undefined
const rawKey = (text: Json | undefined): Uint8Array => {
  const bytes = fromHex(String(text))
  return bytes.ok ? bytes.value : new Uint8Array(0)
}

export const toyMeaning: Meaning<ToyState> = {
  begin: () => ({ host: undefined, keys: new Map(), notes: [], erased: new Map(), published: new Set(), told: [] }),
  key: (state, opening) => {
    const { by, key, type } = opening.entry
    const founding = type === 'toy.founded' ? (actOf(opening)?.['bodies'] as Act | undefined)?.[by] : undefined
    if (founding !== undefined && opening.index === 0) return accept({ publicKey: rawKey(founding), kind: 'device' })
    const known = state.keys.get(key)
    if (known === undefined) return refuse('key-unknown', { key })
    if (known.by !== by) return refuse('key-of-another-body', { by, of: known.by })
    return known.revoked ? refuse('key-revoked', { key }) : accept({ publicKey: known.publicKey, kind: 'device' })
  },
  refuse: (state, opening) => {
    const act = actOf(opening)
    if (!TYPES.includes(opening.entry.type)) return { code: UNKNOWN_TYPE, facts: { type: opening.entry.type } }
    if (opening.entry.type === 'toy.founded' && opening.index > 0) return { code: 'founded-twice', facts: {} }
    if (opening.entry.type === 'toy.noted' && state.notes.includes(String(act?.['text'])))
      return { code: 'note-repeated', path: 'act.text', facts: {} }
    return undefined
  },
  fold: (state, opening) => {
    state.told.push(typeof opening.act === 'object' ? 'open' : opening.act)
    const act = actOf(opening)
    if (act === undefined) return
    if (opening.entry.type === 'toy.founded') {
      const host = act['host'] as Act
      state.host = { name: String(host['name']), key: rawKey(host['key']) }
      for (const [by, key] of Object.entries(act['bodies'] as Act)) {
        const publicKey = rawKey(key)
        state.keys.set(keyId(nodePrimitives.sha256, publicKey), { by, publicKey, revoked: false })
      }
    }
    if (opening.entry.type === 'toy.noted') state.notes.push(String(act['text']))
    if (opening.entry.type === 'toy.erased') state.erased.set(String(act['entry']), [opening.entry.by])
    if (opening.entry.type === 'toy.published') state.published.add(String(act['entry']))
    const revoked = state.keys.get(String(act['key']))
    if (opening.entry.type === 'toy.revoked' && revoked !== undefined) revoked.revoked = true
  },
  structure: (type) => type === 'toy.founded' || type === 'toy.revoked' || type === 'toy.erased' || type === 'toy.published',
  solemn: (type) => type === 'toy.sworn',
  facts: (state) => ({
    host: state.host,
    joined: [],
    erased: state.erased,
    published: state.published,
    fingerprintOver: { host: state.host === undefined ? null : hex(state.host.key) },
  }),
}

const seedOf = (label: string): Uint8Array => new Uint8Array(createHash('sha256').update(`toy/${label}`).digest())
export const toySigner = (label: string): Signer => nodeSigner(seedOf(label))
const saltOf = (index: number): Uint8Array => seedOf(`salt ${index}`)
const { sha256 } = nodePrimitives

/** Minutes after the founding, as an instant. */
export const minute = (minutes: number): Instant => new Date(Date.UTC(2025, 10, 7, 16, 20) + minutes * 60_000).toISOString() as Instant

/** A record being written. `change` may alter an entry before it is signed: that is how a dishonest host or signer is played. */
export class ToyRecord {
  readonly leaves: Leaf[] = []
  readonly acts = new Map<EntryHash, OpenAct>()
  readonly hashes: EntryHash[] = []
  readonly tree = new MerkleTree(sha256)
  origin = ''

  get size(): number {
    return this.leaves.length
  }

  /** Entry 0: bodies A and B with their keys, and the host's log key. */
  async found(): Promise<void> {
    const bodies = { A: hex(toySigner('A').publicKey), B: hex(toySigner('B').publicKey) }
    await this.say({ by: 'A', act: { type: 'toy.founded', host: { name: 'host.example', key: hex(toySigner('host').publicKey) }, bodies } })
    this.origin = originOf('host.example', processIdOf(this.hashes[0]!))
  }

  /** Appends an act of a body, signed by its key and recorded a minute after the entry before. */
  async say(said: {
    by: string
    act: Json
    signer?: Signer
    entry?: Partial<Entry>
    leaf?: Partial<Leaf>
    keep?: boolean
    afterSigning?: (entry: Entry) => Entry
  }): Promise<EntryHash> {
    const { by, act, signer = toySigner(by) } = said
    const index = this.size
    const log = index === 0 ? null : this.origin
    const salt = saltOf(index)
    const type = String((act as Act)['type'])
    const entry: Entry = {
      v: 1,
      log,
      type,
      by: by as BodyId,
      key: keyId(sha256, signer.publicKey),
      at: minute(index),
      act: commitment(sha256, { log, by: by as BodyId, act, salt }),
      saw: { size: index as RecordSize, root: index === 0 ? emptyRoot(sha256) : (hex(this.tree.root()) as Hash) },
      ...said.entry,
    }
    const sig = await signEntry(signer, entry)
    const hash = this.append({ entry: said.afterSigning?.(entry) ?? entry, sig, recorded: minute(index), ...said.leaf })
    if (said.keep !== false) this.acts.set(hash, { act, salt })
    return hash
  }

  append(leaf: Leaf): EntryHash {
    const hash = entryHash(sha256, leaf.entry)
    this.leaves.push(leaf)
    this.hashes.push(hash)
    this.tree.append(leafHash(sha256, leafBytes(leaf)))
    return hash
  }

  /** The signed checkpoint of what is there now. */
  checkpoint(signer: Signer = toySigner('host')): Promise<string> {
    const root = hex(this.tree.root()) as Hash
    return signCheckpoint(sha256, { checkpoint: { origin: this.origin, size: this.size as RecordSize, root }, signer })
  }

  async bundle({ signer, blobs }: { signer?: Signer; blobs?: ReadonlyMap<Hash, Uint8Array> } = {}): Promise<Uint8Array> {
    const checkpoint = await this.checkpoint(signer)
    const written = writeBundle(sha256, {
      checkpoint,
      leaves: this.leaves.map(leafBytes),
      acts: this.acts,
      ...(blobs === undefined ? {} : { blobs }),
    })
    if (!written.ok) throw new Error(written.refusal.code)
    return written.value
  }
}

/** A founded record with some notes of A and B in turn. */
export const toyRecord = async (notes = 4): Promise<ToyRecord> => {
  const record = new ToyRecord()
  await record.found()
  for (let note = 0; note < notes; note++)
    await record.say({ by: note % 2 === 0 ? 'A' : 'B', act: { type: 'toy.noted', text: `note ${note}` } })
  return record
}

export const keyOf = (label: string): KeyId => keyId(sha256, toySigner(label).publicKey)
