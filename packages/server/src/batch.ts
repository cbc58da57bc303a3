import {
  accept,
  type EntryHash,
  type EntryIndex,
  hex,
  type Instant,
  leafBytes,
  originOf,
  processIdOf,
  type ProcessId,
  type Receipt,
  type RecordSize,
  type Refusal,
  type Result,
  refuse,
  type Signer,
  signCheckpoint,
} from '@paraph/record'
import type { Head, Row, Store, Work } from '@paraph/store'
import { openAct, type Opened } from '@paraph/talks'
import type { Filing } from './filing.ts'
import { judge } from './judge.ts'
import { type Grown, grow, hostOf, later, type Live, nothingYet, openingOf, rootAt } from './live.ts'
import type { Means } from './means.ts'
import { receiptFor, recordedOf } from './receipt.ts'

/** An act's receipt, and whether it was recorded just now or before. */
export type Filed = { readonly receipt: Receipt; readonly fresh: boolean }

/** The clock under the lock, and who signs for a log key. */
export type Desk = {
  readonly means: Means
  readonly store: Store
  readonly clock: (entry: EntryHash) => Instant
  readonly signerOf: (logKey: Uint8Array) => Result<Signer>
}

/** What became of one act of a batch while the lock was held. */
type Verdict =
  | { readonly kind: 'recorded'; readonly index: EntryIndex; readonly leaf: Uint8Array; readonly opened: Opened; readonly filing: Filing }
  | { readonly kind: 'known'; readonly index: EntryIndex; readonly hash: EntryHash }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/**
 * How a batch ended. `live`: the process after it, for the next batch; undefined where what is in memory may differ from the disk, so that it
 * must be loaded again first. `again`: somebody else appended meanwhile, nothing of this batch was stored or answered.
 */
export type BatchEnd =
  | { readonly live: Live | undefined; readonly answers: readonly Result<Filed>[] }
  | { readonly live: undefined; readonly again: true }

/**
 * One turn of the lock: catch up, judge every act with those before it, fold, leaf; rows and signed checkpoint commit in one transaction; then
 * receipts. A batch in which nothing was accepted writes nothing.
 */
export const commitBatch = async (desk: Desk, live: Live, batch: readonly Filing[]): Promise<BatchEnd> => {
  const signer = desk.signerOf(live.logKey)
  // Where several servers share a database, each needs the keys of all.
  if (!signer.ok) return { live, answers: batch.map(() => refuse('log-key-missing')) }
  const caught: Opened[] = []
  let verdicts: readonly Verdict[] = []
  const done = await desk.store.append(live.id, live.tree.size, async (head, news): Promise<Work<Head | undefined>> => {
    caught.push(...catchUp(desk.means, live, news))
    verdicts = judgeAll(desk, live, head, batch)
    return workOf(desk, live, signer.value, head, verdicts)
  })
  if (!done.ok) return failed(batch, verdicts, done.refusal)
  if (done.value !== undefined) live.head = done.value
  live.opened.push(...caught, ...verdicts.flatMap((verdict) => (verdict.kind === 'recorded' ? [verdict.opened] : [])))
  const answers: Result<Filed>[] = []
  for (const verdict of verdicts) answers.push(await answerOf(desk, live, verdict))
  return { live, answers }
}

/** Entry 0 as a batch of its own: the process comes into being with its first commit. `check` looks at what only the host can know. */
export const commitFounding = async (
  desk: Desk,
  filing: Filing,
  check: (grown: Grown) => Result<void> | Promise<Result<void>>,
): Promise<{ readonly id: ProcessId; readonly live: Live | undefined; readonly answer: Result<Filed> }> => {
  const id = processIdOf(filing.hash)
  const grown = nothingYet(desk.means)
  const verdicts = judgeAll(desk, grown, undefined, [filing])
  const [verdict] = verdicts
  if (verdict?.kind !== 'recorded')
    return { id, live: undefined, answer: verdict?.kind === 'refused' ? { ok: false, refusal: verdict.refusal } : refuse('not-founding') }
  const checked = await check(grown)
  if (!checked.ok) return { id, live: undefined, answer: checked }
  const { name, key } = hostOf(desk.means, grown.state)
  const signer = desk.signerOf(key)
  if (!signer.ok) return { id, live: undefined, answer: signer }
  const draft = { ...grown, id, origin: originOf(name, id), logKey: key, opened: [], gone: 0 }
  const done = await desk.store.append(id, 0 as RecordSize, (head): Work<Head | undefined> | Promise<Work<Head | undefined>> =>
    head === undefined ? workOf(desk, draft, signer.value, undefined, verdicts) : { rows: [], result: undefined },
  )
  if (!done.ok) return { id, live: undefined, answer: { ok: false, refusal: failureOf(done.refusal) } }
  // Opened by somebody else meanwhile: loaded and answered as known by the caller.
  if (done.value === undefined) return { id, live: undefined, answer: refuse('not-recorded') }
  const live: Live = { ...draft, opened: [verdict.opened], head: done.value }
  return { id, live, answer: await answerOf(desk, live, verdict) }
}

/** Rows that somebody else appended: folded before anything is judged. */
const catchUp = (means: Means, live: Live, news: readonly Row[]): readonly Opened[] =>
  news.map((row) => {
    const opening = openingOf(means.sha256, row)
    if (!opening.ok || row.index !== (live.tree.size as number)) throw new TypeError(`entry ${row.index} of ${live.id} cannot be read`)
    grow(means, live, opening.value, row.leaf)
    return openAct(opening.value)
  })

const judgeAll = ({ means, clock }: Desk, grown: Grown, head: Head | undefined, batch: readonly Filing[]): readonly Verdict[] => {
  let newest = head?.recorded
  return batch.map((filing): Verdict => {
    const index = grown.names.find(filing.hash)
    if (index !== undefined) return { kind: 'known', index: index as EntryIndex, hash: filing.hash }
    const recorded = later(clock(filing.hash), newest)
    const opening = judge({ means, grown, filing, recorded })
    if (!opening.ok) return { kind: 'refused', refusal: opening.refusal }
    newest = recorded
    const leaf = leafBytes({ entry: filing.entry, sig: filing.sig, recorded })
    grow(means, grown, opening.value, leaf)
    return { kind: 'recorded', index: opening.value.index, leaf, opened: openAct(opening.value), filing }
  })
}

/** Rows and the checkpoint over them, signed once for the whole batch. */
const workOf = async (
  { means }: Desk,
  { tree, origin }: Pick<Live, 'tree' | 'origin'>,
  signer: Signer,
  before: Head | undefined,
  verdicts: readonly Verdict[],
): Promise<Work<Head | undefined>> => {
  const rows = verdicts.flatMap((verdict): Row[] =>
    verdict.kind === 'recorded'
      ? [
          {
            index: verdict.index,
            hash: verdict.filing.hash,
            leaf: verdict.leaf,
            act: { json: verdict.filing.json, salt: hex(verdict.filing.salt) },
          },
        ]
      : [],
  )
  const last = verdicts.findLast((verdict) => verdict.kind === 'recorded')
  if (last?.kind !== 'recorded') return { rows: [], result: before }
  const root = rootAt(tree, tree.size)
  const checkpoint = await signCheckpoint(means.sha256, { checkpoint: { origin, size: tree.size, root }, signer })
  const head: Head = { size: tree.size, root, checkpoint, recorded: last.opened.mark.recorded }
  return { rows, head, result: head }
}

/** After a failed commit nobody is told *recorded*, and nobody *refused* by a rule that saw an act which may not be there. */
const failed = (batch: readonly Filing[], verdicts: readonly Verdict[], refusal: Refusal): BatchEnd => {
  if (refusal.code === 'conflict') return { live: undefined, again: true }
  const first = verdicts.findIndex((verdict) => verdict.kind !== 'refused')
  return {
    live: undefined,
    answers: batch.map((_, at) => {
      const verdict = verdicts[at]
      return { ok: false, refusal: verdict?.kind === 'refused' && at < first ? verdict.refusal : failureOf(refusal) }
    }),
  }
}

/** A store's failure as the host says it: a full disk has its own code, for people can mend that. */
export const failureOf = ({ code, facts }: Refusal): Refusal =>
  code === 'conflict'
    ? { code: 'not-recorded', facts: { cause: 'busy' } }
    : code === 'not-recorded' && facts['cause'] === 'disk-full'
      ? { code: 'disk-full', facts: {} }
      : { code, facts }

const answerOf = async ({ store }: Desk, live: Live, verdict: Verdict): Promise<Result<Filed>> => {
  if (verdict.kind === 'refused') return { ok: false, refusal: verdict.refusal }
  if (verdict.kind === 'recorded') return accept({ receipt: receiptFor(live, verdict.opened.mark), fresh: true })
  const { index, hash } = verdict
  for await (const { leaf } of store.entries(live.id, { from: index, until: (index + 1) as EntryIndex }))
    return accept({ receipt: receiptFor(live, { index, hash, recorded: recordedOf(leaf) }), fresh: false })
  throw new TypeError(`entry ${index} of ${live.id} is committed and cannot be read`)
}
