import { createHash } from 'node:crypto'
import {
  type BodyId,
  commitment,
  emptyRoot,
  type Entry,
  type EntryHash,
  entryHash,
  type Hash,
  hex,
  type Instant,
  type Json,
  keyId,
  leafBytes,
  leafHash,
  MerkleTree,
  type OpenAct,
  originOf,
  type ProcessId,
  processIdOf,
  type RecordSize,
  signCheckpoint,
  signEntry,
  type Signer,
} from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'

const { sha256 } = nodePrimitives

/** A key that only benchmarks know. */
export const benchSigner = (label: string): Signer => nodeSigner(createHash('sha256').update(`paraph/bench/${label}`).digest())

export const SECRETARIAT = 'SEC' as BodyId
export const HOST = 'bench.paraph'

const at = (index: number): Instant => new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString() as Instant

/** The founding act of a process with two parties and a secretariat that holds a device key. */
export const foundingAct = ({ host, secretariat, slug }: { host: Uint8Array; secretariat: Uint8Array; slug: string }): Json => ({
  type: 'process.opened',
  v: 1,
  slug,
  title: { en: 'A process to measure', ur: 'پیمائش کے لیے ایک عمل' },
  nature: 'exercise',
  host: { name: HOST, key: hex(host) },
  rules: 'paraph/1',
  solemn: ['device'],
  quorum: 'none',
  languages: ['en', 'ur'],
  bodies: [
    { id: 'A', roles: ['party'], names: { en: 'Alvane', ur: 'الوین' }, keys: [] },
    { id: 'B', roles: ['party'], names: { en: 'Berisk', ur: 'بیرسک' }, keys: [] },
    {
      id: 'SEC',
      roles: ['secretariat'],
      names: { en: 'Corrin', ur: 'کورن' },
      keys: [{ key: hex(secretariat), kind: 'device', member: 'registrar' }],
    },
  ],
  statusClause: { en: 'Taking part changes no legal status.', ur: 'شرکت سے کوئی قانونی حیثیت تبدیل نہیں ہوتی۔' },
  grounds: { agreement: 'consensus', order: { kind: 'alphabetical', language: 'en' }, graceDays: 14 },
  keysArePublic: true,
})

/** The act at an index ≥ 1: a mixture of issues, sources and statements of a real record's size. `source`, `issue`: earlier entries. */
export const actAt = (index: number, { source, issue }: { source: EntryHash; issue: EntryHash }): Json => {
  if (index === 1)
    return {
      type: 'source.captured',
      address: 'https://example.org/1',
      publisher: 'Sera Gazette',
      voice: 'outlet',
      language: 'en',
      dated: 'printed',
    }
  if (index === 2 || index % 500 === 0) return { type: 'issue.tabled', title: { en: `Issue ${index}`, ur: `معاملہ ${index}` } }
  if (index % 10 === 0)
    return {
      type: 'source.captured',
      address: `https://example.org/${index}`,
      publisher: 'Sera Gazette',
      voice: 'outlet',
      language: 'en',
      dated: 'printed',
    }
  return {
    type: 'statement.recorded',
    when: { from: at(index - 1), until: at(index) },
    speaker: { body: index % 2 === 0 ? 'A' : 'B', office: { en: 'Spokesperson', ur: 'ترجمان' } },
    voice: 'spokesperson',
    kind: 'assertion',
    form: 'reported',
    words: {
      en: `Statement ${index}: the gauge at the northern inlet was read at six in the morning.`,
      ur: `بیان ${index}: شمالی دہانے کا پیمانہ صبح چھ بجے پڑھا گیا۔`,
    },
    about: [issue],
    sources: [source],
  }
}

export type SignedRecord = {
  readonly process: ProcessId
  readonly origin: string
  readonly leaves: readonly Uint8Array[]
  readonly acts: ReadonlyMap<EntryHash, OpenAct>
  readonly submissions: readonly Json[]
  readonly checkpoint: string
  readonly log: Signer
}

/**
 * Signs a record of `count` entries as a host would hold it. Salts are derived, so that two runs measure the same bytes. Where a real host
 * records them, `founded` sends it entry 0 and gives back the root of size 1, which depends on the host's clock and which all others saw.
 */
export const signedRecord = async ({
  count,
  slug = 'bench',
  founded,
}: {
  count: number
  slug?: string
  founded?: (submission: Json) => Promise<Hash>
}): Promise<SignedRecord> => {
  const log = benchSigner(`log/${slug}`)
  const secretariat = benchSigner(`secretariat/${slug}`)
  const key = keyId(sha256, secretariat.publicKey)
  const tree = new MerkleTree(sha256)
  const leaves: Uint8Array[] = []
  const acts = new Map<EntryHash, OpenAct>()
  const submissions: Json[] = []
  let origin: string | null = null
  let source = '' as EntryHash
  let issue = '' as EntryHash
  let process = '' as ProcessId
  let rootOfOne = '' as Hash
  for (let index = 0; index < count; index++) {
    const act =
      index === 0 ? foundingAct({ host: log.publicKey, secretariat: secretariat.publicKey, slug }) : actAt(index, { source, issue })
    const type = (act as { type: string }).type
    const salt = new Uint8Array(createHash('sha256').update(`paraph/bench/${slug}/${index}`).digest())
    const seen = Math.min(index, 1) as RecordSize
    const entry: Entry = {
      v: 1,
      log: origin,
      type,
      by: SECRETARIAT,
      ...(index === 0 ? { person: 'registrar' as never } : {}),
      key,
      at: at(index),
      act: commitment(sha256, { log: origin, by: SECRETARIAT, act, salt }),
      saw: { size: seen, root: index === 0 ? emptyRoot(sha256) : rootOfOne },
    }
    const hash = entryHash(sha256, entry)
    const sig = await signEntry(secretariat, entry)
    const leaf = leafBytes({ entry, sig, recorded: at(index) })
    tree.append(leafHash(sha256, leaf))
    leaves.push(leaf)
    acts.set(hash, { act, salt })
    submissions.push({ entry, sig, act, salt: hex(salt), key: hex(secretariat.publicKey) } as unknown as Json)
    if (index === 0) {
      process = processIdOf(hash)
      origin = originOf(HOST, process)
      rootOfOne = founded === undefined ? (hex(tree.root()) as Hash) : await founded(submissions[0]!)
    }
    if (index === 1) source = hash
    if (index === 2) issue = hash
  }
  const checkpoint = await signCheckpoint(sha256, {
    checkpoint: { origin: origin!, size: count as RecordSize, root: hex(tree.root()) as Hash },
    signer: log,
  })
  return { process, origin: origin!, leaves, acts, submissions, checkpoint, log }
}
