import { base64url, fromBase64url, fromUtf8, utf8 } from './bytes.ts'
import { type CanonicalCode, canonical } from './canonical.ts'
import type { Entry, EntrySignature, Leaf } from './entry.ts'
import { entryMessage } from './hashes.ts'
import type { Json } from './json.ts'
import type { RecordSize } from './names.ts'
import {
  type Form,
  HASH_FORM,
  INSTANT_FORM,
  parseCount,
  parseHash,
  parseInstant,
  parseMembers,
  type ShapeCode,
  TOKEN_FORM,
  textForm,
} from './parse.ts'
import type { Signer } from './primitives.ts'
import { accept, type Result, refuse } from './result.ts'
import { SIGNATURE_LENGTH } from './signature.ts'

/** Bytes of a leaf, at most 8 KiB (the C2SP format allows 65,535). */
export const ENTRY_LIMIT = 8192

/** Characters of an act type and of a log's origin. */
export const TYPE_LIMIT = 64
export const ORIGIN_LIMIT = 256

const ACT_TYPE_FORM = textForm('act type', { pattern: /^[a-z][a-z0-9.-]*(\/[1-9][0-9]*)?$/, limit: TYPE_LIMIT })
const ORIGIN_FORM = textForm('origin', {
  pattern: /^[^\s+\p{White_Space}\p{Cc}]+$/u,
  limit: ORIGIN_LIMIT,
  holds: (text) => text.isWellFormed(),
})

/** What reading a leaf may refuse. */
export type LeafCode = ShapeCode | CanonicalCode | 'oversize'

const REQUIRED = ['v', 'log', 'type', 'by', 'key', 'at', 'act', 'saw']
const OPTIONAL = ['person', 'file']
const TEXTS: readonly (readonly [string, Form])[] = [
  ['type', ACT_TYPE_FORM],
  ['by', TOKEN_FORM],
  ['person', TOKEN_FORM],
  ['key', HASH_FORM],
  ['at', INSTANT_FORM],
  ['act', HASH_FORM],
  ['file', HASH_FORM],
]

/** An entry out of JSON: every member of its shape and no other, each in its form. Refusals name the path, e.g. `entry.saw.size`. */
export const parseEntry = (json: Json | undefined, path = 'entry'): Result<Entry, ShapeCode> => {
  const members = parseMembers(json, { path, required: REQUIRED, optional: OPTIONAL })
  if (!members.ok) return members
  const { v, log, saw } = members.value
  if (v !== 1) return refuse('wrong-value', { wanted: 1 }, `${path}.v`)
  const wrongLog = log === null ? undefined : ORIGIN_FORM.wrong(log)
  if (wrongLog !== undefined) return refuse(wrongLog, { wanted: ORIGIN_FORM.name, limit: ORIGIN_LIMIT }, `${path}.log`)
  for (const [name, form] of TEXTS) {
    const member = members.value[name]
    const code = member === undefined ? undefined : form.wrong(member)
    if (code !== undefined) return refuse(code, { wanted: form.name }, `${path}.${name}`)
  }
  const seen = parseSaw(saw, `${path}.saw`)
  return seen.ok ? accept(members.value as unknown as Entry) : seen
}

const parseSaw = (json: Json | undefined, path: string): Result<Entry['saw'], ShapeCode> => {
  const members = parseMembers(json, { path, required: ['size', 'root'] })
  if (!members.ok) return members
  const size = parseCount(members.value['size'], `${path}.size`)
  if (!size.ok) return size
  const root = parseHash<Entry['act']>(members.value['root'], `${path}.root`)
  return root.ok ? accept({ size: size.value as RecordSize, root: root.value }) : root
}

/** A signature out of JSON: `ed25519` and 64 bytes in base64url. */
export const parseEntrySignature = (json: Json | undefined, path = 'sig'): Result<EntrySignature, ShapeCode> => {
  const members = parseMembers(json, { path, required: ['alg', 'value'] })
  if (!members.ok) return members
  const { alg, value } = members.value
  if (alg !== 'ed25519') return refuse('wrong-value', { wanted: 'ed25519' }, `${path}.alg`)
  if (typeof value !== 'string') return refuse('wrong-type', { wanted: 'base64url' }, `${path}.value`)
  const bytes = fromBase64url(value)
  if (!bytes.ok || bytes.value.length !== SIGNATURE_LENGTH) return refuse('wrong-form', { wanted: 'base64url' }, `${path}.value`)
  return accept({ alg, value })
}

/** Leaf bytes: JCS of the whole leaf. (3-record, *Entry: the leaf*) */
export const leafBytes = (leaf: Leaf): Uint8Array => utf8(leafText(canonical(leaf.entry), leaf))

/** Characters, and bytes, of a leaf in front of its entry. */
const ENTRY_START = '{"entry":'.length

const leafText = (entryText: string, { recorded, sig }: Omit<Leaf, 'entry'>): string =>
  `{"entry":${entryText},"recorded":"${recorded}","sig":{"alg":"${sig.alg}","value":"${sig.value}"}}`

/** A leaf out of its bytes: at most `ENTRY_LIMIT`, canonical, every member in its form, no other member. */
export const parseLeaf = (bytes: Uint8Array): Result<Leaf, LeafCode> => {
  const read = readLeaf(bytes)
  return read.ok ? accept(read.value.leaf) : read
}

/** As `parseLeaf`, with the bytes of the entry's canonical text: a view on the leaf's own, for who has to hash them. */
export const readLeaf = (bytes: Uint8Array): Result<{ readonly leaf: Leaf; readonly entryBytes: Uint8Array }, LeafCode> => {
  if (bytes.length > ENTRY_LIMIT) return refuse('oversize', { size: bytes.length, limit: ENTRY_LIMIT })
  const text = fromUtf8(bytes)
  if (!text.ok) return text
  const json = parseJson(text.value)
  if (!json.ok) return json
  const leaf = parseLeafJson(json.value)
  if (!leaf.ok) return leaf
  const entryText = entryTextOf(leaf.value.entry)
  if (leafText(entryText, leaf.value) !== text.value) return refuse('not-canonical')
  // What follows the entry is ASCII, so its bytes are as many as its characters.
  const end = bytes.length - (text.value.length - ENTRY_START - entryText.length)
  return accept({ leaf: leaf.value, entryBytes: bytes.subarray(ENTRY_START, end) })
}

/** Not `parseStrict`: the shape of a leaf leaves room for nothing that `strict` forbids. */
const parseJson = (text: string): Result<Json, 'not-json'> => {
  try {
    return accept(JSON.parse(text) as Json)
  } catch {
    return refuse('not-json')
  }
}

/** `canonical` of a parsed entry, of which every text but `log` is of a form that stands in quotes as it is. */
const entryTextOf = ({ v, log, type, by, person, key, at, act, file, saw }: Entry): string =>
  `{"act":"${act}","at":"${at}","by":"${by}",${file === undefined ? '' : `"file":"${file}",`}"key":"${key}","log":${canonical(log)},` +
  `${person === undefined ? '' : `"person":"${person}",`}"saw":{"root":"${saw.root}","size":${saw.size}},"type":"${type}","v":${v}}`

const parseLeafJson = (json: Json): Result<Leaf, ShapeCode> => {
  const members = parseMembers(json, { path: 'leaf', required: ['entry', 'sig', 'recorded'] })
  if (!members.ok) return members
  const entry = parseEntry(members.value['entry'])
  if (!entry.ok) return entry
  const sig = parseEntrySignature(members.value['sig'])
  if (!sig.ok) return sig
  const recorded = parseInstant(members.value['recorded'], 'recorded')
  return recorded.ok ? accept({ entry: entry.value, sig: sig.value, recorded: recorded.value }) : recorded
}

/** Signs an entry's message. That the signer's key is the entry's `key` is the caller's business. */
export const signEntry = async (signer: Signer, entry: Entry): Promise<EntrySignature> => ({
  alg: 'ed25519',
  value: base64url(await signer.sign(entryMessage(entry))),
})

/** The raw bytes of a parsed signature. */
export const signatureBytes = (sig: EntrySignature): Uint8Array => {
  const bytes = fromBase64url(sig.value)
  if (!bytes.ok) throw new TypeError('a signature that was not parsed')
  return bytes.value
}
