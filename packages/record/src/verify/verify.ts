import { fromUtf8 } from '../bytes.ts'
import { type Checkpoint, openCheckpoint, parseCheckpoint } from '../checkpoint.ts'
import { fingerprint, parseFingerprint } from '../fingerprint.ts'
import { processIdOf } from '../hashes.ts'
import type { Meaning, RecordFacts } from '../meaning.ts'
import { MerkleTree } from '../merkle.ts'
import type { Instant } from '../names.ts'
import { PROCESS_ID } from '../names.ts'
import { isKeyName, type NoteKey, noteKey, parseNote } from '../note.ts'
import type { Primitives, Scrypt } from '../primitives.ts'
import { ALL_CHECKS, type Cancel, type Checks, type Progress } from './checks.ts'
import { readLeaves } from './leaves.ts'
import { placeLeaves, type ReadEntry } from './place.ts'
import { checkSeen, parseSeen } from './seen.ts'
import type { RecordSource } from './source.ts'
import { checkTree } from './tree.ts'
import { type Fault, faultAt, faultOf, type RecordCounts, type SigningKey, type Verdict } from './verdict.ts'
import { beginWalk, foldErased, type Walked } from './walk.ts'

/** What a verification is given beside the record. */
export type VerifyOptions<State> = {
  readonly primitives: Primitives
  readonly meaning: Meaning<State>
  /** A process id or a fingerprint as read aloud: *this* is the process that is meant. */
  readonly trust?: string
  /** Needed where `trust` is a fingerprint. */
  readonly scrypt?: Scrypt
  /** A receipt, `.tlog-proof`, signed checkpoint or bundle that was kept of an earlier state. */
  readonly seen?: Uint8Array
  readonly onProgress?: (progress: Progress) => void
  /** An `AbortSignal`. */
  readonly signal?: Cancel
}

/** How a bundle's own form is checked once the record has passed: after everything that names an entry. */
export type LastCheck = (entries: readonly ReadEntry[]) => Fault | undefined

/**
 * Verifies a record to its last entry: bytes, tree, log signature, keys, signatures, clocks, openings and, through `meaning`, rights and rules.
 * The first fault is the verdict. Rejects only where the source does.
 */
export const verifyRecord = <State>(source: RecordSource, options: VerifyOptions<State>): Promise<Verdict<State>> =>
  verifyWith(source, { options, checks: ALL_CHECKS })

/** As `verifyRecord` with the checks to make. Only a test takes one away. */
export const verifyWith = async <State>(
  source: RecordSource,
  { options, checks, last }: { options: VerifyOptions<State>; checks: Checks; last?: LastCheck },
): Promise<Verdict<State>> => {
  const { primitives, meaning, signal: cancel } = options
  const { sha256 } = primitives
  const head = await readHead(source)
  if ('verdict' in head) return head
  const { note, checkpoint } = head

  const done = { read: 0, folded: 0, signatures: 0, entries: checkpoint.size as number }
  const report = (more: Partial<Progress>): void => {
    Object.assign(done, more)
    options.onProgress?.({ ...done })
  }
  const tree = new MerkleTree(sha256)
  const entries: ReadEntry[] = []
  const walking = beginWalk({ source, primitives, meaning, tree, checks, cancel, onProgress: report })
  let misplaced: Fault | 'cancelled' | undefined
  const take = async (leaves: readonly Uint8Array[]): Promise<void> => {
    report({ read: tree.size })
    if (misplaced !== undefined) return
    const placed = placeLeaves(leaves, { sha256, first: entries.length })
    if (!placed.ok) misplaced = placed.stop
    else {
      entries.push(...placed.value)
      await walking.take(placed.value)
    }
  }
  // Entries are walked while further ones are read. What is wrong with the tree is still said first: of what stands in no tree, nothing else is.
  const read = await readLeaves({ source, sha256, size: checkpoint.size, tree, checks, cancel, take })
  if (!read.ok) return verdictOf(read.stop)
  if (misplaced !== undefined) return verdictOf(misplaced)
  const treeFault = await checkTree(source, { tree, checkpoint, checks })
  if (treeFault !== undefined) return verdictOf(treeFault)
  if (entries.length === 0) return verdictOf(faultOf('entry-zero', { size: 0 }))

  const walked = await walking.end()
  if (walked.cancelled) return { verdict: 'cancelled' }
  const { origin } = walked.walk
  // Entry 0 fell: there is no key to check anything else with.
  if (origin === null) return verdictOf(walked.fault ?? faultOf('entry-zero'))
  const facts = meaning.facts(walked.walk.state)
  const key = logKeyOf(sha256, { origin, facts })
  const fault =
    (await checkHead({ primitives, note, checkpoint, origin, key, checks })) ??
    walked.fault ??
    checkMissing(walked, { facts, checks }) ??
    (await checkAgainst({ options, key, tree, entries, note, facts })) ??
    last?.(entries)
  return fault === undefined ? verified({ walked, facts, note, checkpoint, origin, entries, options }) : verdictOf(fault)
}

const verdictOf = (why: Fault | 'cancelled'): Verdict<never> =>
  why === 'cancelled' ? { verdict: 'cancelled' } : { verdict: 'fault', fault: why }

const readHead = async (source: RecordSource): Promise<{ note: string; checkpoint: Checkpoint } | Verdict<never>> => {
  const bytes = await source.checkpoint()
  if (bytes === undefined) return { verdict: 'unreadable', reason: 'no-checkpoint', facts: {} }
  const text = fromUtf8(bytes)
  const note = text.ok ? parseNote(text.value) : text
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note
  if (!text.ok || !checkpoint.ok) {
    const code = text.ok ? (checkpoint.ok ? '' : checkpoint.refusal.code) : text.refusal.code
    return { verdict: 'unreadable', reason: 'checkpoint-malformed', facts: { code } }
  }
  return { note: text.value, checkpoint: checkpoint.value }
}

/** The log's key as the record itself has it; undefined where what the record says is no key. */
const logKeyOf = (sha256: Primitives['sha256'], { origin, facts }: { origin: string; facts: RecordFacts }): NoteKey | undefined =>
  facts.host !== undefined && isKeyName(origin) && facts.host.key.length === 32
    ? noteKey(sha256, { name: origin, publicKey: facts.host.key })
    : undefined

/** The checkpoint is this record's, and signed by the key in force at its size. */
const checkHead = async (head: {
  primitives: Primitives
  note: string
  checkpoint: Checkpoint
  origin: string
  key: NoteKey | undefined
  checks: Checks
}): Promise<Fault | undefined> => {
  const { primitives, note, checkpoint, origin, key, checks } = head
  if (checks.has('origin') && checkpoint.origin !== origin) return faultOf('origin', { origin: checkpoint.origin, wanted: origin })
  if (!checks.has('log-signature')) return undefined
  if (key === undefined) return faultOf('log-signature', { code: 'no-key' })
  const opened = await openCheckpoint(primitives.verify, { note, key })
  return opened.ok ? undefined : faultOf('log-signature', { code: opened.refusal.code })
}

/** An act that the record itself says is public is not *undisclosed*: where it is not here, somebody left it out. */
const checkMissing = <State>({ openings }: Walked<State>, { facts, checks }: { facts: RecordFacts; checks: Checks }): Fault | undefined => {
  if (!checks.has('act-missing') || facts.published.size === 0) return undefined
  const missing = openings.find(({ hash, act }) => act === 'withheld' && facts.published.has(hash) && !facts.erased.has(hash))
  if (missing === undefined) return undefined
  const { index, hash, entry } = missing
  return faultAt('act-missing', { index, hash, facts: { type: entry.type, code: 'published' } })
}

/** `--seen` and `--trust`. */
const checkAgainst = async <State>(against: {
  options: VerifyOptions<State>
  key: NoteKey | undefined
  tree: Parameters<typeof checkSeen>[0]['tree']
  entries: readonly ReadEntry[]
  note: string
  facts: RecordFacts
}): Promise<Fault | undefined> => {
  const { options, key, tree, entries, note, facts } = against
  if (options.seen !== undefined && key !== undefined) {
    const seen = parseSeen(options.seen)
    if (!seen.ok) return faultOf('seen-unreadable', seen.refusal.facts)
    const fault = await checkSeen({ primitives: options.primitives, seen: seen.value, key, tree, entries, note })
    if (fault !== undefined) return fault
  }
  return options.trust === undefined ? undefined : checkTrust(options.trust, { options, facts, process: processIdOf(entries[0]!.hash) })
}

const checkTrust = async <State>(
  trust: string,
  { options, facts, process }: { options: VerifyOptions<State>; facts: RecordFacts; process: string },
): Promise<Fault | undefined> => {
  const wanted = parseFingerprint(trust)
  if (wanted === undefined) return PROCESS_ID.test(trust) && trust === process ? undefined : faultOf('trust', { wanted: trust, process })
  if (options.scrypt === undefined) throw new TypeError('a fingerprint needs scrypt')
  const ours = await fingerprint(options.scrypt, facts.fingerprintOver)
  return wanted === ours ? undefined : faultOf('trust', { wanted, fingerprint: ours, process })
}

const verified = <State>(passed: {
  walked: Walked<State>
  facts: RecordFacts
  note: string
  checkpoint: Checkpoint
  origin: string
  entries: readonly ReadEntry[]
  options: VerifyOptions<State>
}): Verdict<State> => {
  const { walked, facts, note, checkpoint, origin, entries, options } = passed
  const state = foldErased(walked, facts.erased)
  return {
    verdict: 'verified',
    process: processIdOf(entries[0]!.hash),
    origin,
    size: checkpoint.size,
    root: checkpoint.root,
    checkpoint: note,
    newest: walked.walk.newest as Instant,
    counts: countsOf(walked, facts.erased),
    keys: keysOf(walked),
    identity: options.trust === undefined ? 'self-consistent' : 'trusted',
    facts: state === walked.walk.state ? facts : options.meaning.facts(state),
    state,
  }
}

const countsOf = <State>({ openings, notCheckable, unknownTypes }: Walked<State>, erased: RecordFacts['erased']): RecordCounts => {
  const absent = openings.filter(({ act }) => act === 'withheld')
  const gone = absent.filter(({ hash }) => erased.has(hash)).length
  return {
    entries: openings.length,
    open: openings.length - absent.length,
    undisclosed: absent.length - gone,
    erased: gone,
    notCheckable,
    unknownTypes,
  }
}

const keysOf = <State>({ walk, openings }: Walked<State>): readonly SigningKey[] => {
  const keys = new Map<string, { key: SigningKey['key']; by: SigningKey['by']; kind: string; entries: number }>()
  for (const { entry } of openings) {
    const name = `${entry.by} ${entry.key}`
    const known = keys.get(name)
    if (known !== undefined) known.entries++
    else keys.set(name, { key: entry.key, by: entry.by, kind: walk.keys.get(entry.key)?.kind ?? '', entries: 1 })
  }
  return [...keys.values()]
}
