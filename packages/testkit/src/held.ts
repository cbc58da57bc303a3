import {
  type BodyId,
  canonical,
  commitment,
  emptyRoot,
  type Entry,
  entryHash,
  type EntryHash,
  type Hash,
  hex,
  type Instant,
  type Json,
  keyId,
  leafBytes,
  leafHash,
  type MemberId,
  MerkleTree,
  originOf,
  type ProcessId,
  processIdOf,
  type RecordSize,
  recordFiles,
  signCheckpoint,
  signEntry,
  type Signer,
  utf8,
} from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'

const { sha256 } = nodePrimitives

/** One act to put on a record that is held in memory: by whom, signed with which key, recorded when. */
export type HeldStep = {
  readonly by: string
  readonly signer: Signer
  readonly person?: string
  readonly recorded: string
  readonly act: Json & { readonly type: string }
}

/** A record in memory with everything that a host holds of it, the log's secret too: what a test builds true and false hosts from. */
export type HeldRecord = {
  readonly process: ProcessId
  readonly origin: string
  readonly leaves: readonly Uint8Array[]
  readonly names: readonly EntryHash[]
  readonly acts: readonly { readonly json: string; readonly salt: string }[]
  readonly root: (size?: number) => Hash
  /** The signed checkpoint at a size, the newest unless told. */
  readonly checkpoint: (size?: number) => Promise<string>
  /** `checkpoint` and `tile/**` at a size. */
  readonly files: (size?: number) => Promise<ReadonlyMap<string, Uint8Array>>
  /** The same record with one act more. The record itself stays as it is, so that two can part from it. */
  readonly with: (step: HeldStep) => Promise<HeldRecord>
}

type Parts = { readonly leaves: readonly Uint8Array[]; readonly names: readonly EntryHash[]; readonly acts: HeldRecord['acts'] }

/** Begins a record with its founding act. `host`: the host's name and log key as the act says them. */
export const heldRecord = async (
  founding: HeldStep,
  { name, logSeed }: { readonly name: string; readonly logSeed: Uint8Array },
): Promise<HeldRecord> => held(await extend({ leaves: [], names: [], acts: [] }, founding, null), { name, logSigner: nodeSigner(logSeed) })

const held = (parts: Parts, host: { readonly name: string; readonly logSigner: Signer }): HeldRecord => {
  const { leaves, names } = parts
  const process = processIdOf(names[0]!)
  const origin = originOf(host.name, process)
  const tree = treeOf(leaves)
  const root = (size = leaves.length): Hash => hex(tree.root(size)) as Hash
  const checkpoint = (size = leaves.length): Promise<string> =>
    signCheckpoint(sha256, { checkpoint: { origin, size: size as RecordSize, root: root(size) }, signer: host.logSigner })
  return {
    process,
    origin,
    ...parts,
    root,
    checkpoint,
    files: async (size = leaves.length) => recordFiles(sha256, { checkpoint: await checkpoint(size), leaves: leaves.slice(0, size) }),
    with: async (step) => held(await extend(parts, step, origin), host),
  }
}

const treeOf = (leaves: readonly Uint8Array[]): MerkleTree => {
  const tree = new MerkleTree(sha256)
  for (const leaf of leaves) tree.append(leafHash(sha256, leaf))
  return tree
}

const extend = async (parts: Parts, { by, signer, person, recorded, act }: HeldStep, log: string | null): Promise<Parts> => {
  const salt = sha256(utf8(`testkit salt ${parts.leaves.length} ${canonical(act)}`))
  const entry: Entry = {
    v: 1,
    log,
    type: act.type,
    by: by as BodyId,
    ...(person === undefined ? {} : { person: person as MemberId }),
    key: keyId(sha256, signer.publicKey),
    at: recorded as Instant,
    act: commitment(sha256, { log, by: by as BodyId, act, salt }),
    saw: {
      size: parts.leaves.length as RecordSize,
      root: parts.leaves.length === 0 ? emptyRoot(sha256) : (hex(treeOf(parts.leaves).root()) as Hash),
    },
  }
  const leaf = leafBytes({ entry, sig: await signEntry(signer, entry), recorded: recorded as Instant })
  return {
    leaves: [...parts.leaves, leaf],
    names: [...parts.names, entryHash(sha256, entry)],
    acts: [...parts.acts, { json: canonical(act), salt: hex(salt) }],
  }
}
