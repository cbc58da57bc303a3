import { BUNDLE_READMES } from '../readme.ts'
import { type Bundle, bundleFile, CHECKPOINT_FILE, README_FILE, readBundle } from '../bundle.ts'
import { fromUtf8, hex, utf8 } from '../bytes.ts'
import { equalBytes } from '../bytes.ts'
import type { EntryHash } from '../names.ts'
import { parseNote } from '../note.ts'
import type { Primitives } from '../primitives.ts'
import { entriesPath, entryTilesOf, hashTilesOf, tilePath } from '../tile.ts'
import { differsFrom } from '../zip.ts'
import { bundleSource } from './bundlesource.ts'
import { ALL_CHECKS, type Checks } from './checks.ts'
import type { ReadEntry } from './place.ts'
import { type Fault, type FaultName, faultAt, faultOf, type Verdict } from './verdict.ts'
import { type VerifyOptions, verifyWith } from './verify.ts'

/** Verifies an export bundle: the record in it, and that it is byte for byte the one bundle that its files make. */
export const verifyBundle = <State>(bytes: Uint8Array, options: VerifyOptions<State>): Promise<Verdict<State>> =>
  verifyBundleWith(bytes, { options, checks: ALL_CHECKS })

/** As `verifyBundle` with the checks to make. Only a test takes one away. */
export const verifyBundleWith = async <State>(
  bytes: Uint8Array,
  { options, checks }: { options: VerifyOptions<State>; checks: Checks },
): Promise<Verdict<State>> => {
  const bundle = readBundle(bytes)
  if (!bundle.ok) return { verdict: 'unreadable', reason: bundle.refusal.code, facts: bundle.refusal.facts }
  const last = (entries: readonly ReadEntry[]): Fault | undefined =>
    checkForm({ bytes, bundle: bundle.value, entries, sha256: options.primitives.sha256, checks })
  return verifyWith(bundleSource(bundle.value), { options, checks, last })
}

type Form = {
  readonly bytes: Uint8Array
  readonly bundle: Bundle
  readonly entries: readonly ReadEntry[]
  readonly sha256: Primitives['sha256']
  readonly checks: Checks
}

/** Everything about a bundle that is not about its record, last. */
const checkForm = (form: Form): Fault | undefined => {
  const places = new Map<EntryHash, ReadEntry>(form.entries.map((entry) => [entry.hash, entry]))
  const found = [checkBlobs(form), checkFiles(form, places), checkNote(form), checkBytes(form, places)]
  return found.find((fault) => fault !== undefined && form.checks.has(fault.name))
}

const checkBlobs = ({ bundle, sha256 }: Form): Fault | undefined => {
  for (const [name, bytes] of bundle.files) {
    const file = bundleFile(name)
    if (file.kind === 'blob' && hex(sha256(bytes)) !== file.blob) return faultOf('blob', { file: name })
  }
  return undefined
}

const checkFiles = ({ bundle, entries }: Form, places: ReadonlyMap<EntryHash, ReadEntry>): Fault | undefined => {
  const tiles = new Set<string>()
  for (const tile of hashTilesOf(entries.length)) tiles.add(tilePath(tile))
  for (const tile of entryTilesOf(entries.length)) tiles.add(entriesPath(tile))
  for (const name of bundle.files.keys()) {
    const file = bundleFile(name)
    const isKnown =
      file.kind === 'hashes' || file.kind === 'entries'
        ? tiles.has(name)
        : file.kind === 'act'
          ? places.has(file.entry)
          : file.kind !== 'unknown'
    if (!isKnown) return faultOf('unknown-file', { file: name })
  }
  return undefined
}

/** The log's one line and no other: cosignatures have files of their own. */
const checkNote = ({ bundle }: Form): Fault | undefined => {
  const text = fromUtf8(bundle.files.get(CHECKPOINT_FILE) ?? new Uint8Array(0))
  const note = text.ok ? parseNote(text.value) : text
  if (note.ok && note.value.signatures.length === 1) return undefined
  return faultOf('unknown-signature', { lines: note.ok ? note.value.signatures.length : 0 })
}

const checkBytes = ({ bytes, bundle }: Form, places: ReadonlyMap<EntryHash, ReadEntry>): Fault | undefined => {
  const readme = bundle.files.get(README_FILE)
  if (readme === undefined || !BUNDLE_READMES.some((text) => equalBytes(utf8(text), readme)))
    return faultOf('bundle-form', { file: README_FILE })
  const at = differsFrom(bytes, bundle.members)
  if (at === undefined) return undefined
  const member = bundle.members.find(({ start, end }) => start <= at && at < end)
  if (member === undefined) return faultOf('bundle-form', { at })
  const file = bundleFile(member.name)
  const facts = { at, file: member.name }
  const place = file.kind === 'act' ? places.get(file.entry) : undefined
  if (place !== undefined) return faultAt('bundle-form' satisfies FaultName, { index: place.index, hash: place.hash, facts })
  return file.kind === 'entries' ? faultAt('bundle-form', { index: file.first, facts }) : faultOf('bundle-form', facts)
}
