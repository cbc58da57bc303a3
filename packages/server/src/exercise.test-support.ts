import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
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
  type NoteKey,
  noteKey,
  type RecordSize,
  signEntry,
  type Signer,
  type OpenAct,
  utf8,
  verifyBundle,
  writeBundle,
} from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { type DataFolder, openDataFolder, openStore, type Store } from '@paraph/store'
import { meaning } from '@paraph/talks'
import { createHost, type Host, type HostParts } from './host.ts'
import type { Reserved } from './reserved.ts'

export const { sha256 } = nodePrimitives
export const HOST_NAME = 'host.example'

/** A key by its label, the same in every run. */
export const signerOf = (label: string): Signer => nodeSigner(sha256(utf8(`server exercise ${label}`)))
let salts = 0
/** A salt that no other act of this run has. */
export const newSalt = (): Uint8Array => sha256(utf8(`salt ${process.pid} ${salts++}`))

type Options = { store?: (store: Store) => Store; clock?: HostParts['clock']; reserved?: Reserved; liveActs?: number }

/** A data folder of its own with store and host on it; `reopen` closes both and opens them again. */
export const openHome = async (options: Options = {}) => {
  const home = mkdtempSync(join(tmpdir(), 'paraph-server-'))
  const opened = await openAt(home, options)
  let current = opened
  return {
    home,
    get host() {
      return current.host
    },
    get store() {
      return current.store
    },
    reopen: async () => {
      await current.close()
      current = await openAt(home, options)
    },
    /** Closes it, so that another process may hold the folder; `dispose` works all the same. */
    suspend: () => current.close(),
    dispose: async () => {
      await current.close()
      rmSync(home, { recursive: true })
    },
  }
}
export type Home = Awaited<ReturnType<typeof openHome>>

const now = (): Instant => new Date().toISOString() as Instant

export const openAt = async (home: string, { store: wrap = (store) => store, clock = now, reserved, liveActs }: Options = {}) => {
  const folder = expect(openDataFolder(home)) as DataFolder
  const inner = expect(await openStore({ home }))
  const store = wrap(inner)
  const host = await createHost({
    store,
    secrets: folder.secrets,
    clock,
    primitives: nodePrimitives,
    name: HOST_NAME,
    ...(reserved === undefined ? {} : { reserved }),
    ...(liveActs === undefined ? {} : { liveActs }),
  })
  let closed = false
  return {
    folder,
    store,
    host,
    close: async () => {
      if (closed) return
      closed = true
      await host.close()
      await inner.close()
      folder.close()
    },
  }
}

/** The value, where a refusal would be a fault of the test. */
export const expect = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export type Submission = { entry: Entry; sig: { alg: 'ed25519'; value: string }; act: Json; salt: string; key: string }
export type Draft = {
  log: string | null
  by: string
  act: Json
  label?: string
  person?: string
  saw?: { size: number; root: string }
  at?: string
  salt?: Uint8Array
  type?: string
}

/** Signs a draft as its body's key would. */
export const submissionOf = async ({
  log,
  by,
  act,
  label = by,
  person,
  saw,
  at = now(),
  salt = newSalt(),
  type,
}: Draft): Promise<Submission> => {
  const signer = signerOf(label)
  const entry = {
    v: 1,
    log,
    type: type ?? (act as { type: string }).type,
    by,
    ...(person === undefined ? {} : { person }),
    key: keyId(sha256, signer.publicKey),
    at,
    act: commitment(sha256, { log, by: by as Entry['by'], act, salt }),
    saw: saw ?? { size: 0 as RecordSize, root: emptyRoot(sha256) },
  } as Entry
  return { entry, sig: await signEntry(signer, entry), act, salt: hex(salt), key: hex(signer.publicKey) }
}

export const nameOf = (submission: Submission): EntryHash => entryHash(sha256, submission.entry)
export const json = (submission: unknown): Json => JSON.parse(JSON.stringify(submission)) as Json

export const foundingAct = (key: string, more: { [name: string]: Json } = {}): Json => ({
  type: 'process.opened',
  v: 1,
  slug: 'lake',
  title: { en: 'An exercise on a lake', ur: 'جھیل کی مشق' },
  nature: 'exercise',
  host: { name: HOST_NAME, key },
  rules: 'paraph/1',
  solemn: ['device'],
  quorum: 'none',
  languages: ['en', 'ur'],
  bodies: [body('SEC', ['secretariat'], 'clerk'), body('A', ['party'], 'head-a'), body('B', ['party'], 'head-b')],
  statusClause: { en: 'Taking part changes nothing.' },
  grounds: { agreement: 'consensus', order: { kind: 'listed', bodies: ['A', 'B'] }, graceDays: 14 },
  ...more,
})
const body = (id: string, roles: readonly string[], member: string): Json => ({
  id,
  roles: [...roles],
  names: { en: id },
  keys: [{ key: hex(signerOf(id).publicKey), kind: 'device', member }],
})

/** An exercise that was just opened on a host: how to sign for it and what it has seen. */
export const openExercise = async (host: Host, more: { [name: string]: Json } = {}) => {
  const { key } = expect(host.makeLogKey())
  const founding = await submissionOf({ log: null, by: 'SEC', person: 'clerk', act: foundingAct(key, more) })
  const { id, receipt } = expect(await host.found(json(founding)))
  return exerciseOf(host, id, { founding, receipt })
}

export const exerciseOf = async <More>(host: Host, id: string, more: More) => {
  const record = expect(await host.record(id))
  const log = record.origin
  const saw = { size: 1, root: hex(record.tree.root(1)) as Hash as string }
  return {
    ...more,
    id,
    log,
    saw,
    /** a signed act of a body that saw entry 0 */
    sign: (by: string, act: Json, draft: Partial<Draft> = {}) => submissionOf({ log, saw, by, act, ...draft }),
    issue: (title: string, draft: Partial<Draft> = {}) =>
      submissionOf({ log, saw, by: 'SEC', act: { type: 'issue.tabled', title: { en: title } }, ...draft }),
  }
}
export type Exercise = Awaited<ReturnType<typeof openExercise>>

/** The key that signs a process's checkpoints, as a note names it. */
export const logKeyOf = async (host: Host, id: string): Promise<NoteKey> => {
  const { origin, logKey } = expect(await host.record(id))
  return noteKey(sha256, { name: origin, publicKey: logKey })
}

/** The size that a receipt's checkpoint is signed over. */
export const sizeSignedIn = ({ checkpoint }: { checkpoint: string }): number => Number(checkpoint.split('\n')[1])

/** A bundle of everything committed, judged as a stranger would. */
export const assertVerifies = async (host: Host, id: string): Promise<void> => {
  const record = expect(await host.record(id))
  const leaves: Uint8Array[] = []
  const acts = new Map<EntryHash, OpenAct>()
  for await (const { hash, leaf, act } of host.rows(record.id, { from: 0, until: record.head.size })) {
    leaves.push(leaf)
    if (typeof act !== 'string') acts.set(hash, { act: JSON.parse(act.json) as Json, salt: new Uint8Array(Buffer.from(act.salt, 'hex')) })
  }
  const bundle = expect(writeBundle(sha256, { checkpoint: record.head.checkpoint, leaves, acts }))
  const verdict = await verifyBundle(bundle, { primitives: nodePrimitives, meaning: meaning(nodePrimitives) })
  assert.equal(verdict.verdict, 'verified', JSON.stringify(verdict).slice(0, 500))
}

/** Hash over every file of a data folder but the shared memory of SQLite, which readers write to as well. */
export const folderHash = (home: string): string => {
  const hash = createHash('sha256')
  for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('-shm')) continue
    try {
      hash.update(name).update(readFileSync(join(home, name)))
    } catch (error) {
      if ((error as { code?: string }).code !== 'EISDIR') throw error
    }
  }
  return hash.digest('hex')
}
