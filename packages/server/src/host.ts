import {
  accept,
  type EntryHash,
  type EntryIndex,
  hex,
  type Instant,
  type Json,
  PROCESS_ID,
  type Primitives,
  type ProcessId,
  processIdOf,
  type Result,
  refuse,
} from '@paraph/record'
import type { Row, Secrets, Store } from '@paraph/store'
import { commitFounding, type Desk, type Filed } from './batch.ts'
import { beforeLock, type Filing } from './filing.ts'
import { type Line, openLine } from './line.ts'
import { type Grown, hostOf, type Live, placeOf } from './live.ts'
import { logKeysIn } from './log-keys.ts'
import { meansOf } from './means.ts'
import type { Reserved } from './reserved.ts'
import { signatureChecks } from './signatures.ts'

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
}

/** A process as it stood when it was asked for, with its label. `opened` and `tree` grow on: take no more of them than `head.size`. */
export type Hosted = Live & { readonly slug: string }

/** A new head, told to whoever follows. */
export type Moved = { readonly process: ProcessId; readonly size: number; readonly root: string }

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
  /** One process by id or label; ids win. */
  readonly record: (ref: string) => Promise<Result<Hosted>>
  /** Committed rows of a process from the store. */
  readonly rows: (id: ProcessId, range: { readonly from: number; readonly until: number }) => AsyncIterable<Row>
  /** One committed row by its entry hash. */
  readonly row: (record: Hosted, hash: EntryHash) => Promise<Result<Row>>
  /** Tells of every new head until the returned function is called. */
  readonly follow: (listener: (moved: Moved) => void) => () => void
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
}: HostParts): Promise<Host> => {
  const means = meansOf(primitives)
  const logKeys = logKeysIn(secrets, means)
  const desk: Desk = { means, store, clock, signerOf: logKeys.signerOf }
  const step = beforeLock({ sha256: means.sha256, check: signatureChecks(means.verify), reserved })
  const lines = new Map<ProcessId, Line>()
  const labels = new Map<string, ProcessId>()
  const slugs = new Map<ProcessId, string>()
  const usedKeys = new Map<string, ProcessId>()
  const listeners = new Set<(moved: Moved) => void>()
  const founding = new Map<ProcessId, Promise<Result<Filed & { readonly id: ProcessId }>>>()
  let closing = false

  const moved = ({ id, head }: Live): void => {
    for (const listener of listeners) listener({ process: id, size: head.size, root: head.root })
  }
  const label = (id: ProcessId, slug: string): void => {
    slugs.set(id, slug)
    labels.set(slug, id)
  }
  const enlist = (id: ProcessId, first?: Live): void => {
    lines.set(id, openLine(desk, id, { first, moved }))
  }

  /** A label lost between founding and labelling (we died there) is given now. Without one, a process is called by its id. */
  const labelled = async (live: Live): Promise<string> => {
    const known = slugs.get(live.id)
    if (known !== undefined) return known
    const claimed = await store.claimSlug(live.id, live.state.process.opened?.act.slug ?? live.id)
    if (!claimed.ok) return live.id
    label(live.id, claimed.value)
    return claimed.value
  }

  const idOf = (ref: string): ProcessId | undefined => {
    const id = ref as ProcessId
    return PROCESS_ID.test(ref) && lines.has(id) ? id : labels.get(ref)
  }

  const record = async (ref: string): Promise<Result<Hosted>> => {
    const id = idOf(ref)
    if (id === undefined) return refuse('process-unknown', { ref })
    const live = await lines.get(id)!.live()
    if (!live.ok) return live
    return accept({ ...live.value, slug: await labelled(live.value) })
  }

  /** What only the host knows of a founding act: that it is named in it, and holds the log key for it alone. */
  const foundingCheck = async (id: ProcessId, grown: Grown): Promise<Result<void>> => {
    const host = hostOf(means, grown.state)
    if (host.name !== name) return refuse('host-name-differs', { named: host.name, name }, 'act.host.name')
    const signer = logKeys.signerOf(host.key)
    if (!signer.ok) return signer
    await learnUsedKeys()
    const user = usedKeys.get(hex(host.key))
    return user === undefined || user === id ? accept(undefined) : refuse('log-key-taken', { key: hex(host.key) }, 'act.host.key')
  }

  /** Log keys of the processes here, by loading those that were not loaded yet. */
  const learnUsedKeys = async (): Promise<void> => {
    const known = new Set(usedKeys.values())
    for (const [id, line] of lines) {
      if (known.has(id)) continue
      const live = await line.live()
      if (live.ok) usedKeys.set(hex(live.value.logKey), id)
    }
  }

  const found = async (submission: Json): Promise<Result<Filed & { readonly id: ProcessId }>> => {
    if (closing) return refuse('closing')
    const filing = await step(submission)
    if (!filing.ok) return filing
    const { entry, hash } = filing.value
    if (entry.log !== null || entry.type !== 'process.opened') return refuse('not-founding', { type: entry.type })
    const id = processIdOf(hash)
    const line = lines.get(id)
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
    const { live, answer } = await commitFounding(desk, filing, (grown) => foundingCheck(id, grown))
    if (!answer.ok || live === undefined) {
      // Failed but stored: it is here all the same, and the next who asks is told so.
      if ((await store.head(id)) !== undefined) enlist(id)
      return answer.ok ? refuse('not-recorded') : answer
    }
    enlist(id, live)
    usedKeys.set(hex(live.logKey), id)
    await labelled(live)
    moved(live)
    return accept({ ...answer.value, id })
  }

  /** An act that may wait in the line of the process that `ref` names. */
  const filingFor = async (ref: string, submission: Json): Promise<Result<{ readonly line: Line; readonly filing: Filing }>> => {
    if (closing) return refuse('closing')
    const id = idOf(ref)
    if (id === undefined) return refuse('process-unknown', { ref })
    const filing = await step(submission)
    if (!filing.ok) return filing
    const line = lines.get(id)!
    const live = await line.live()
    if (!live.ok) return live
    const { log } = filing.value.entry
    const founds = log === null && processIdOf(filing.value.hash) === id
    if (log !== live.value.origin && !founds) return refuse('log-differs', { log: log ?? 'null', origin: live.value.origin }, 'entry.log')
    return accept({ line, filing: filing.value })
  }
  const file = async (filing: Awaited<ReturnType<typeof filingFor>>): Promise<Result<Filed>> => {
    if (!filing.ok) return filing
    return closing ? refuse('closing') : filing.value.line.file(filing.value.filing)
  }

  for (const { log, slug } of await store.logs()) {
    enlist(log)
    if (slug !== undefined) label(log, slug)
  }

  return {
    name,
    primitives,
    makeLogKey: (seed) => {
      const made = logKeys.make({ seed, used: lines.size })
      return made.ok ? accept({ name, key: hex(made.value) }) : made
    },
    found,
    submit: async (ref, submission) => file(await filingFor(ref, submission)),
    submitAll: async (ref, submissions) => {
      const filings = await Promise.all(submissions.map((submission) => filingFor(ref, submission)))
      return Promise.all(filings.map(file))
    },
    processes: () => [...lines.keys()].sort().map((id) => ({ id, slug: slugs.get(id) ?? id })),
    record,
    rows: (id, { from, until }) => store.entries(id, { from: from as EntryIndex, until: until as EntryIndex }),
    row: async (live, hash) => {
      const index = placeOf(live, hash)
      if (index !== undefined)
        for await (const row of store.entries(live.id, { from: index, until: (index + 1) as EntryIndex })) return accept(row)
      return refuse('entry-unknown', { hash })
    },
    follow: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      closing = true
      await Promise.allSettled([...founding.values()])
      await Promise.all([...lines.values()].map((line) => line.idle()))
    },
  }
}
