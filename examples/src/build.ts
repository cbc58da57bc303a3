import {
  type BodyId,
  commitment,
  type Entry,
  type EntryHash,
  type EntrySignature,
  emptyRoot,
  entryHash,
  type Hash,
  hex,
  type Instant,
  type Json,
  keyId,
  leafBytes,
  leafHash,
  MerkleTree,
  type MemberId,
  originOf,
  type Primitives,
  type ProcessId,
  type RecordSize,
  processIdOf,
  type Result,
  accept,
  signEntry,
} from '@paraph/record'
import { ExampleKeys, saltOf, type SignerOf } from './keys.ts'
import { type Example, LOG_KEY, type Ref, type Step } from './script.ts'

/** What a host is handed for one act: the signed entry, the act with its salt, the raw public key. Bytes are lowercase hex. */
export type Submission = {
  readonly entry: Entry
  readonly sig: EntrySignature
  readonly act: Json
  readonly salt: string
  readonly key: string
}

/** A step as signed: its submission, its entry's hash, and the moment at which the host is to record it. */
export type SignedStep = { readonly step: Step; readonly hash: EntryHash; readonly recorded: Instant; readonly submission: Submission }

/** A whole example, signed in order, with the process that it becomes. `logKey` signs its checkpoints. */
export type SignedExample = {
  readonly example: Example
  readonly processId: ProcessId
  readonly origin: string
  readonly logKey: ReturnType<ExampleKeys['key']>
  readonly steps: readonly SignedStep[]
}

/** Cryptography, as arguments. */
export type Given = { readonly primitives: Pick<Primitives, 'sha256'>; readonly signerOf: SignerOf }

/**
 * Signs an example's script: the same bytes wherever it is done. Every entry has seen the record just before it, which is computed here with
 * the script's own clock, so a host that records at that clock accepts each of them. A label that is unknown or used twice is a bug and throws.
 */
export const signExample = async (example: Example, { primitives: { sha256 }, signerOf }: Given): Promise<SignedExample> => {
  const { slug, hostName, script } = example
  const keys = new ExampleKeys({ slug, sha256, signerOf })
  const tree = new MerkleTree(sha256)
  const named = new Map<string, EntryHash>()
  const ref = (label: string): EntryHash => {
    const hash = named.get(label)
    if (hash === undefined) throw new Error(`the script of ${slug} names ${label} before it stands`)
    return hash
  }
  const steps: SignedStep[] = []
  let origin: string | null = null
  for (const step of script) {
    if (named.has(step.label)) throw new Error(`the script of ${slug} has two steps ${step.label}`)
    const { signer } = keys.key(step.key)
    const recorded = step.recorded as Instant
    const root = tree.size === 0 ? emptyRoot(sha256) : (hex(tree.root()) as Hash)
    const { entry, act, salt } = entryOf(step, { slug, sha256, keys, ref, log: origin, saw: { size: tree.size, root } })
    const sig = await signEntry(signer, entry)
    const hash = entryHash(sha256, entry)
    named.set(step.label, hash)
    origin ??= originOf(hostName, processIdOf(hash))
    tree.append(leafHash(sha256, leafBytes({ entry, sig, recorded })))
    steps.push({ step, hash, recorded, submission: { entry, sig, act, salt: hex(salt), key: hex(signer.publicKey) } })
  }
  const first = steps[0]
  if (first === undefined || origin === null) throw new Error(`the script of ${slug} is empty`)
  return { example, processId: processIdOf(first.hash), origin, logKey: keys.key(LOG_KEY), steps }
}

/** What an entry is made of beside its step. */
type Around = {
  readonly slug: string
  readonly sha256: Given['primitives']['sha256']
  readonly keys: ExampleKeys
  readonly ref: Ref
  readonly log: string | null
  readonly saw: Entry['saw']
}

/** A step's entry as it is signed, with the act and the salt that it commits to. */
const entryOf = (step: Step, { slug, sha256, keys, ref, log, saw }: Around): { entry: Entry; act: Json; salt: Uint8Array } => {
  const act = step.act(ref, (label) => keys.publicKey(label))
  const by = step.by as BodyId
  const salt = saltOf(sha256, slug, step.label)
  const entry: Entry = {
    v: 1,
    log,
    type: typeOf(act),
    by,
    ...(step.person === undefined ? {} : { person: step.person as MemberId }),
    key: keyId(sha256, keys.key(step.key).signer.publicKey),
    at: step.recorded as Instant,
    act: commitment(sha256, { log, by, act, salt }),
    saw,
  }
  return { entry, act, salt }
}

/** The origin of the record that an example becomes: of its founding entry alone, which needs no signature to be named. */
export const originOfExample = ({ slug, hostName, script }: Example, { primitives: { sha256 }, signerOf }: Given): string => {
  const [first] = script
  if (first === undefined) throw new Error(`the script of ${slug} is empty`)
  const keys = new ExampleKeys({ slug, sha256, signerOf })
  const ref = (label: string): never => {
    throw new Error(`the script of ${slug} names ${label} before it stands`)
  }
  const { entry } = entryOf(first, { slug, sha256, keys, ref, log: null, saw: { size: 0 as RecordSize, root: emptyRoot(sha256) } })
  return originOf(hostName, processIdOf(entryHash(sha256, entry)))
}

const typeOf = (act: Json): string => {
  const type = (act as { readonly type?: Json }).type
  if (typeof type !== 'string') throw new Error('an act without type')
  return type
}

/**
 * Where an example is built. `found` takes entry 0 with the key that signs the record's checkpoints, which the host keeps as its own secret;
 * `submit` takes every further act, to be put on the record in their order, and gives an answer to each. Both record each act at its own moment.
 */
export type Site = {
  readonly found: (founding: SignedStep, logKey: SignedExample['logKey']) => Promise<Result<unknown>>
  readonly submit: (process: ProcessId, steps: readonly SignedStep[]) => Promise<readonly Result<unknown>[]>
}

/**
 * Builds an example from its script. The first refusal is given back, with the step's label as its path: what follows has seen a record that
 * then does not come to be, so a host refuses it too.
 */
export const buildExample = async (example: Example, given: Given, { found, submit }: Site): Promise<Result<ProcessId>> => {
  const { processId, logKey, steps } = await signExample(example, given)
  const [first, ...rest] = steps as [SignedStep, ...SignedStep[]]
  const founded = await found(first, logKey)
  const answers = founded.ok ? [founded, ...(await submit(processId, rest))] : [founded]
  for (const [at, answer] of answers.entries())
    if (!answer.ok) return { ok: false, refusal: { ...answer.refusal, path: `${steps[at]!.step.label}: ${answer.refusal.path ?? ''}` } }
  return accept(processId)
}
