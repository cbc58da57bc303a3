import { type Act, wordsOf } from '../keys/acts.ts'

/** Why a deadlock is called or lifted, as typed. */
export type DeadlockDraft = { readonly en: string; readonly ur: string }
export const EMPTY_DEADLOCK: DeadlockDraft = { en: '', ur: '' }

type Reason = { readonly rule: string; readonly facts: Readonly<Record<string, string | number>>; readonly acts: readonly string[] }

/** The call of this body that stands, by the reasons of the standing; nothing where it has called none, or none that stands. */
export const callOf = (because: readonly Reason[], body: string): string | undefined =>
  because.find(({ rule, facts }) => rule === 'deadlock-called' && String(facts['by']).split(',').includes(body))?.acts[0]

/** A call needs words; a lifting names the call, and may say why. Nothing while something is missing. */
export const deadlockAct = (draft: DeadlockDraft, { call, language }: { call: string | undefined; language: string }): Act | null => {
  const words = wordsOf(draft, language)
  if (call !== undefined) return { type: 'deadlock.lifted', call, ...(words === null ? {} : { words }) }
  return words === null ? null : { type: 'deadlock.called', words }
}
