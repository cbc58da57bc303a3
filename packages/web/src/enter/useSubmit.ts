import type { Refusal } from '@paraph/record'
import { useState } from 'react'
import { inWorker } from '../check/line.ts'
import type { Act } from '../keys/acts.ts'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { ask } from '../process/ask.ts'
import { useCheckedSize, useProcess } from '../process/ProcessRoom.tsx'

/** What became of an act. */
export type Outcome =
  | { readonly state: 'idle' }
  | { readonly state: 'signing' }
  | { readonly state: 'recorded'; readonly index: number; readonly hash: string }
  | { readonly state: 'refused'; readonly refusal: Refusal }

/** Signs an act with a key of this browser and sends it. An act names what its signer has checked: before that nothing is offered. */
export const useSubmit = (
  signer: DeviceKey,
  onRecorded: (hash: string) => void,
): { readonly checked: boolean; readonly outcome: Outcome; readonly submit: (act: Act) => Promise<void> } => {
  const { ref } = useProcess()
  const { language } = useLanguage()
  const checked = useCheckedSize() !== null
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' })
  const submit = async (act: Act): Promise<void> => {
    setOutcome({ state: 'signing' })
    const signed = await inWorker<{ submission: unknown }>({ do: 'sign', process: ref, by: signer.body, act: act as never })
    if (!signed.ok) return setOutcome({ state: 'refused', refusal: signed.refusal })
    const receipt = await ask<{ entry: string; index: number }>(`/processes/${encodeURIComponent(ref)}/entries`, {
      language,
      method: 'POST',
      body: signed.value.submission,
    })
    if (!receipt.ok) return setOutcome({ state: 'refused', refusal: receipt.refusal })
    setOutcome({ state: 'recorded', index: receipt.value.index, hash: receipt.value.entry })
    onRecorded(receipt.value.entry)
  }
  return { checked, outcome, submit }
}
