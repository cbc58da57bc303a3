import {
  accept,
  type EntryHash,
  type EntryIndex,
  type Hash,
  hex,
  type Instant,
  type Json,
  type Primitives,
  type ProcessId,
  processIdOf,
  type Result,
  refuse,
} from '@paraph/record'
import type { Row, Secrets, Store } from '@paraph/store'
import { erasedBy } from '@paraph/talks'
import { keepBlob } from './blobs.ts'
import { commitFounding, type Desk, type Filed } from './batch.ts'
import { beforeLock, type Filing } from './filing.ts'
import { LIVE_ACTS_LIMIT } from './limits.ts'
import { type Line, openLine } from './line.ts'
import { type Grown, hostOf, type Live, placeOf } from './live.ts'
import { logKeysIn } from './log-keys.ts'
import { meansOf } from './means.ts'
import { holdsErasure } from './erasing.ts'
import { openDirectory } from './directory.ts'
import { openHealth } from './health.ts'
import { openHeld } from './held.ts'
import { type Outline, readOutline } from './outline.ts'
import type { Reserved } from './reserved.ts'
import { signatureChecks } from './signatures.ts'
import { unlessTrouble } from './trouble.ts'
import { type Watcher, watchers } from './watch.ts'

// Longer than 250 lines: everything that a host does is one value, and what it is made of stands in files of its own.
/**
 * What a host is made of. `name` is its chosen name, the first half of every origin; it says where it runs to nobody. `reserved`: keys and
 * salts that it refuses in every act, nothing unless told. `clock` is asked once an act, under the lock, and told which: a builder of scripts
 * records each at its own moment, everybody else looks at the wall.
 */
export type HostParts = {
  readonly store: Store
  readonly secrets: Secrets
  readonly clock: (entry: EntryHash) => Instant
  readonly primitives: Primitives
  readonly name: string
  readonly reserved?: Reserved
  /** other instances write to the same store: what is in memory is compared with the store before it is answered from */
  readonly shared?: boolean
  /** acts held in memory over all processes */
  readonly liveActs?: number
}

/** A process as it stood when it was asked for, with its label. `opened` and `tree` grow on: take no more of them than `head.size`. */
export type Hosted = Live & { readonly slug: string }

/** A new head, told to whoever follows. `open`: everybody may read the process. */
export type Moved = { readonly process: ProcessId; readonly size: number; readonly root: string; readonly open: boolean }

/** A process as a list needs it: nothing of it is folded for that. */
export type Listed = Moved & { readonly slug: string; readonly opened: Instant }

/** The pipeline without a socket: what HTTP, a command that holds the folder, and the builder of examples call. */
export type Host = {
  readonly name: string
  readonly primitives: Primitives
  /** Makes the log key of a process to be opened: the host's name and the raw key in hex, both for entry 0. `seed` where it is derived. */
  readonly makeLogKey: (seed?: Uint8Array) => Result<{ readonly name: string; readonly key: string }>
  /** Opens a process with entry 0. */
  readonly found: (submission: Json) => Promise<Result<Filed & { readonly id: ProcessId }>>
  /** Appends an act to the process that `ref` names. */
  readonly submit: (ref: string, submission: Json) => Promise<Result<Filed>>
  /** The same for several acts that follow each other: they are checked together and stand in their order. One answer each. */
  readonly submitAll: (ref: string, submissions: readonly Json[]) => Promise<readonly Result<Filed>[]>
  /** Ids and labels of every process here, in the order of their ids. */
  readonly processes: () => readonly { readonly id: ProcessId; readonly slug: string }[]
  /** Every process with its newest head, in the order of their opening; those whose entry 0 cannot be read are left out. */
  readonly list: () => Promise<Result<readonly Listed[]>>
  /** What frames a process, for a list of many: nothing is held of it in memory. */
  readonly outline: (id: ProcessId) => Promise<Result<Outline>>
  /** One process by id or label; ids win. */
  readonly record: (ref: string) => Promise<Result<Hosted>>
  /** Committed rows of a process from the store. */
  readonly rows: (id: ProcessId, range: { readonly from: number; readonly until: number }) => AsyncIterable<Row>
  /** One committed row by its entry hash. */
  readonly row: (record: Hosted, hash: EntryHash) => Promise<Result<Row>>
  /** Keeps a file beside a record under its SHA-256; the same again is no fault. Refuses `too-large`, `disk-full`, `not-recorded`. */
  readonly keepBlob: (id: ProcessId, bytes: Uint8Array) => Promise<Result<Hash>>
  /** A file that is held beside a record; undefined where none is. */
  readonly blob: (id: ProcessId, hash: Hash) => Promise<Uint8Array | undefined>
  /** Tells of every new head until the returned function is called. */
  readonly follow: (listener: (moved: Moved) => void) => () => void
  /** Tells of every erasure until the returned function is called: whoever keeps answers drops them. */
  readonly forget: (listener: () => void) => () => void
  /** Erases what the record says is erased and a crash left in the store. Reads every record's leaves once; safe beside everything else. */
  readonly finishErasures: () => Promise<void>
  /** Tells of every answer and commit until the returned function is called. */
  readonly watch: (watcher: Watcher) => () => void
  /** Whether the store can be read and would take a commit now. */
  readonly health: () => Promise<Result<void>>
  /** Refuses what comes, and ends when what came before is committed and answered. The store stays its opener's. */
  readonly close: () => Promise<void>
}

/** Loads labels, and of the records themselves nothing yet: each is refolded when it is first asked for. */
export const createHost = async ({
  store,
  secrets,
  clock,
  primitives,
  name,
  reserved = { keys: new Set(), salts: new Set() },
  shared = false,
  liveActs = LIVE_ACTS_LIMIT,
}: HostParts): Promise<Host> => {
  const means = meansOf(primitives)
  const logKeys = logKeysIn(secrets, means)
  const desk: Desk = { means, store, clock, signerOf: logKeys.signerOf }
  const step = beforeLock({ sha256: means.sha256, check: signatureChecks(means.verify), reserved })
  const held = openHeld(liveActs)
  const told = new Map<ProcessId, number>()
  const listeners = new Set<(moved: Moved) => void>()
  const forgetting = new Set<() => void>()
  const watcher = watchers()
  const wellbeing = openHealth(store, Date.now)
  watcher.watch(wellbeing.watcher)
  const founding = new Map<ProcessId, Promise<Result<Filed & { readonly id: ProcessId }>>>()
  let closing = false

  /** A head is told once, whether it is our own, heard of, or both. */
  const tell = (head: Moved): void => {
    if ((told.get(head.process) ?? 0) >= head.size) return
    told.set(head.process, head.size)
    for (const listener of listeners) listener(head)
  }
  const moved = ({ id, head, state }: Live): void => {
    tell({ process: id, size: head.size, root: head.root, open: state.process.opened?.act.keysArePublic === true })
  }
  const erased = (): void => {
    for (const forget of forgetting) forget()
  }
  const directory = openDirectory({
    means,
    store,
    shared,
    newLine: (id, first) => openLine(desk, id, { first, moved, erased, watcher }),
  })

  /** The process as it is durable now: where other instances write too, what is in memory may be behind. */
  const liveOf = async (id: ProcessId): Promise<Result<Live>> => {
    const line = directory.line(id)!
    if (shared) {
      const head = await store.head(id)
      if (head !== undefined) await line.catchUp(head.size)
    }
    const live = await line.live()
    if (live.ok) held.touch(id, live.value.head.size, line.release)
    return live
  }

  const record = async (ref: string): Promise<Result<Hosted>> => {
    const id = await directory.idOf(ref)
    if (id === undefined) return refuse('process-unknown', { ref })
    const live = await liveOf(id)
    if (!live.ok) return live
    const slug = await directory.labelOf(id, () => live.value.state.process.opened?.act.slug ?? id)
    return accept({ ...live.value, slug })
  }

  /** What only the host knows of a founding act: that it is named in it, and holds the log key for it alone. */
  const foundingCheck = async (id: ProcessId, grown: Grown): Promise<Result<void>> => {
    const host = hostOf(means, grown.state)
    if (host.name !== name) return refuse('host-name-differs', { named: host.name, name }, 'act.host.name')
    const signer = logKeys.signerOf(host.key)
    if (!signer.ok) return signer
    if (shared) await directory.look()
    for (const [other] of directory.lines()) {
      const facts = other === id ? undefined : await directory.facts(other)
      if (facts?.ok === true && hex(facts.value.logKey) === hex(host.key))
        return refuse('log-key-taken', { key: hex(host.key) }, 'act.host.key')
    }
    return accept(undefined)
  }

  const list = async (): Promise<Result<readonly Listed[]>> => {
    const listed: Listed[] = []
    for (const { log, slug, head } of await store.logs()) {
      directory.enlist(log)
      const facts = await directory.facts(log)
      if (!facts.ok) continue
      const { open, recorded, slug: suggested } = facts.value
      const label = slug ?? (await directory.labelOf(log, () => suggested))
      listed.push({ process: log, slug: label, size: head.size, root: head.root, open, opened: recorded })
    }
    return accept(listed.sort((one, other) => (one.opened < other.opened ? -1 : one.opened > other.opened ? 1 : 0)))
  }

  /** Somebody appended, perhaps another instance: what is in memory follows, and who listens is told. */
  const heard = async ({ log, size }: { readonly log: ProcessId; readonly size: number }): Promise<void> => {
    if (closing || (told.get(log) ?? 0) >= size) return
    await directory.enlist(log).catchUp(size)
    if ((told.get(log) ?? 0) >= size) return
    const head = await store.head(log)
    const facts = await directory.facts(log)
    if (head !== undefined && facts.ok) tell({ process: log, size: head.size, root: head.root, open: facts.value.open })
  }

  /** Tells what became of a submission to whoever counts. */
  const counted = async <Answer extends Filed>(answering: Promise<Result<Answer>>): Promise<Result<Answer>> => {
    const answer = await answering
    watcher.answered(answer)
    return answer
  }

  const found = async (submission: Json): Promise<Result<Filed & { readonly id: ProcessId }>> => {
    if (closing) return refuse('closing')
    const filing = await step(submission)
    if (!filing.ok) return filing
    const { entry, hash } = filing.value
    if (entry.log !== null || entry.type !== 'process.opened') return refuse('not-founding', { type: entry.type })
    const id = processIdOf(hash)
    if (shared) await directory.idOf(id)
    const line = directory.line(id)
    if (line !== undefined) {
      const known = await line.file(filing.value)
      return known.ok ? accept({ ...known.value, id }) : known
    }
    // The same founding act twice at once is one founding.
    const running = founding.get(id)
    if (running !== undefined) {
      const result = await running
      return result.ok ? accept({ ...result.value, fresh: false }) : result
    }
    const mine = open(id, filing.value)
    founding.set(id, mine)
    try {
      return await mine
    } finally {
      founding.delete(id)
    }
  }

  const open = async (id: ProcessId, filing: Filing): Promise<Result<Filed & { readonly id: ProcessId }>> => {
    const start = performance.now()
    const { live, answer } = await commitFounding(desk, filing, (grown) => foundingCheck(id, grown))
    if (!answer.ok || live === undefined) {
      // Failed but stored: it is here all the same, and the next who asks is told so.
      if ((await store.head(id)) === undefined) return answer.ok ? refuse('not-recorded') : answer
      const line = directory.enlist(id)
      if (!answer.ok && answer.refusal.code !== 'not-recorded') return answer
      // Ours was not recorded and it is here: another instance opened the same process at the same time.
      const known = await line.file(filing)
      return known.ok ? accept({ ...known.value, id }) : known
    }
    directory.enlist(id, live)
    watcher.committed({ acts: 1, seconds: (performance.now() - start) / 1000 })
    await directory.labelOf(id, () => live.state.process.opened?.act.slug ?? id)
    moved(live)
    return accept({ ...answer.value, id })
  }

  /** An act that may wait in the line of the process that `ref` names. */
  const filingFor = async (ref: string, submission: Json): Promise<Result<{ readonly line: Line; readonly filing: Filing }>> => {
    if (closing) return refuse('closing')
    const id = await directory.idOf(ref)
    if (id === undefined) return refuse('process-unknown', { ref })
    const filing = await step(submission)
    if (!filing.ok) return filing
    const line = directory.line(id)!
    const live = await line.live()
    if (!live.ok) return live
    held.touch(id, live.value.head.size, line.release)
    const { log } = filing.value.entry
    const founds = log === null && processIdOf(filing.value.hash) === id
    if (log !== live.value.origin && !founds) return refuse('log-differs', { log: log ?? 'null', origin: live.value.origin }, 'entry.log')
    return accept({ line, filing: filing.value })
  }
  const file = async (filing: Awaited<ReturnType<typeof filingFor>>): Promise<Result<Filed>> => {
    if (!filing.ok) return filing
    return closing ? refuse('closing') : filing.value.line.file(filing.value.filing)
  }

  /** Loading a record erases what is due; what was erased already is erased once more, as its bytes may still stand in the engine's log. */
  const finish = async (): Promise<void> => {
    for (const [id, line] of directory.lines()) {
      // Reading a file gives nobody else a turn, and this reads all there is.
      await new Promise(setImmediate)
      if (closing) return
      const head = await store.head(id)
      if (
        head === undefined ||
        !(await holdsErasure(store.entries(id, { from: 0 as EntryIndex, until: head.size as number as EntryIndex })))
      )
        continue
      const live = await line.live()
      const last = live.ok ? live.value.opened.findLast(({ act }) => act === 'erased') : undefined
      if (last !== undefined) await store.erase(id, last.mark.index)
    }
  }
  let finishing: Promise<void> | undefined

  for (const { log, slug, head } of await store.logs()) {
    directory.enlist(log)
    told.set(log, head.size)
    if (slug !== undefined) directory.label(log, slug)
  }
  // What cannot be read now is told when it is heard of again: after a break the store tells every head.
  const unfollow = shared ? store.follow((moving) => void unlessTrouble(heard(moving).then(() => accept(undefined)))) : () => {}

  return {
    name,
    primitives,
    makeLogKey: (seed) => {
      const made = logKeys.make({ seed, used: directory.count() })
      return made.ok ? accept({ name, key: hex(made.value) }) : made
    },
    found: (submission) => unlessTrouble(counted(found(submission))),
    submit: (ref, submission) => unlessTrouble(counted(filingFor(ref, submission).then(file))),
    submitAll: async (ref, submissions) => {
      const filings = await Promise.all(submissions.map((submission) => filingFor(ref, submission)))
      return Promise.all(filings.map((filing) => counted(file(filing))))
    },
    processes: directory.listed,
    list: () => unlessTrouble(list()),
    outline: (id) => unlessTrouble(readOutline(means, store, id)),
    record: (ref) => unlessTrouble(record(ref)),
    rows: async function* (id, { from, until }) {
      const live = await directory.line(id)?.live()
      for await (const row of store.entries(id, { from: from as EntryIndex, until: until as EntryIndex }))
        yield live?.ok === true ? shown(live.value, row) : row
    },
    row: async (live, hash) => {
      const index = placeOf(live, hash)
      if (index !== undefined)
        for await (const row of store.entries(live.id, { from: index, until: (index + 1) as EntryIndex })) return accept(shown(live, row))
      return refuse('entry-unknown', { hash })
    },
    keepBlob: (id, bytes) => keepBlob({ store, sha256: means.sha256 }, id, bytes),
    blob: (id, hash) => store.blob(id, hash),
    follow: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    forget: (listener) => {
      forgetting.add(listener)
      return () => forgetting.delete(listener)
    },
    finishErasures: () => {
      finishing ??= finish()
      return finishing
    },
    watch: watcher.watch,
    health: wellbeing.health,
    close: async () => {
      closing = true
      unfollow()
      await finishing?.catch(() => {})
      await Promise.allSettled([...founding.values()])
      await Promise.all([...directory.lines()].map(([, line]) => line.idle()))
    },
  }
}

/** A row as it may be given out: what the record says is erased is, also before the store got to it. */
const shown = ({ state }: Pick<Live, 'state'>, row: Row): Row =>
  typeof row.act !== 'string' && state.erasures.of.size > 0 && erasedBy(state, row.hash) !== undefined ? { ...row, act: 'erased' } : row
