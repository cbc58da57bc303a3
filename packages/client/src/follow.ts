import {
  type Cancel,
  type Fault,
  type Meaning,
  type Primitives,
  type ProcessId,
  type Progress,
  type RecordSource,
  utf8,
  type Verdict,
  type Verified,
  verifyRecord,
} from '@paraph/record'
import { HostSilent } from './host-silent.ts'

/** Where the newest verified checkpoint of each process is kept: what makes a rollback or a fork show. Losing it loses only that. */
export type Memory = {
  /** The signed note, undefined where nothing was verified yet. */
  readonly recall: (process: ProcessId) => Promise<string | undefined>
  /** Durable before it resolves. */
  readonly keep: (process: ProcessId, checkpoint: string) => Promise<void>
}

/** What one look at a host came to. `differs`: what it shows is not what was verified before, or is faulty; `fault` names it. */
export type Followed<State> =
  | { readonly came: 'verified'; readonly verified: Verified<State> }
  | { readonly came: 'differs'; readonly fault: Fault }
  | { readonly came: 'unreadable'; readonly reason: string; readonly facts: Readonly<Record<string, string | number>> }
  /** The host did not answer: nothing is said about its record. */
  | { readonly came: 'silent'; readonly code: string }
  | { readonly came: 'cancelled' }

/** What following needs: cryptography, meaning and memory are arguments. */
export type Following<State> = {
  readonly process: ProcessId
  readonly source: RecordSource
  readonly primitives: Primitives
  readonly meaning: Meaning<State>
  readonly memory: Memory
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: Cancel
}

/**
 * Fetches and verifies a process as its host shows it now, against the newest state that was verified before, and keeps the newer one. The
 * process is named by its id, so another one under the same address is a fault too.
 */
export const follow = async <State>(given: Following<State>): Promise<Followed<State>> => {
  const { process, source, memory } = given
  const before = await memory.recall(process)
  let verdict: Verdict<State>
  try {
    verdict = await verifyRecord(await pin(source), optionsOf(given, before))
  } catch (error) {
    if (error instanceof HostSilent) return { came: 'silent', code: error.code }
    throw error
  }
  if (verdict.verdict !== 'verified') return unverified(verdict)
  if (verdict.checkpoint !== before) await memory.keep(process, verdict.checkpoint)
  return { came: 'verified', verified: verdict }
}

const optionsOf = <State>({ process, primitives, meaning, onProgress, signal }: Following<State>, before: string | undefined) => ({
  primitives,
  meaning,
  trust: process as string,
  ...(before === undefined ? {} : { seen: utf8(before) }),
  ...(onProgress === undefined ? {} : { onProgress }),
  ...(signal === undefined ? {} : { signal }),
})

/** The checkpoint of one moment: the record grows while it is being read. */
const pin = async (source: RecordSource): Promise<RecordSource> => {
  const checkpoint = await source.checkpoint()
  return { ...source, checkpoint: async () => checkpoint }
}

const unverified = <State>(verdict: Exclude<Verdict<State>, Verified<State>>): Followed<State> => {
  if (verdict.verdict === 'fault') return { came: 'differs', fault: verdict.fault }
  return verdict.verdict === 'cancelled' ? { came: 'cancelled' } : { came: 'unreadable', reason: verdict.reason, facts: verdict.facts }
}
