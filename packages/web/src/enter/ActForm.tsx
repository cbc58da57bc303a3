import type { Refusal } from '@paraph/record'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { inWorker } from '../check/line.ts'
import type { Act as ActToSign } from '../keys/acts.ts'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Refused } from '../parts/states.tsx'
import { ask } from '../process/ask.ts'
import { useCheckedSize, useProcess } from '../process/ProcessRoom.tsx'
import type { ProcessView } from '../process/seen.ts'

/** Where an act goes, and whose key signs it. */
export type Given = { readonly process: ProcessView; readonly signer: DeviceKey }

type Outcomes =
  | { readonly state: 'idle' }
  | { readonly state: 'signing' }
  | { readonly state: 'recorded'; readonly index: number; readonly hash: string }
  | { readonly state: 'refused'; readonly refusal: Refusal }

/** One act: its fields, the one button that says it whole, and what became of it. */
export const ActForm = ({
  heading,
  act,
  signer,
  says,
  missing,
  onRecorded,
  children,
}: {
  heading: ReactNode
  act: ActToSign | null
  signer: DeviceKey
  says: string
  missing: ReactNode
  onRecorded: () => void
  children: ReactNode
}) => {
  const { ref } = useProcess()
  const { language } = useLanguage()
  const checked = useCheckedSize() !== null
  const [outcome, setOutcome] = useState<Outcomes>({ state: 'idle' })
  const ready = act !== null && checked && outcome.state !== 'signing'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || act === null) return
    setOutcome({ state: 'signing' })
    const signed = await inWorker<{ submission: unknown }>({ do: 'sign', process: ref, by: signer.body, act: act as never })
    if (!signed.ok) return setOutcome({ state: 'refused', refusal: signed.refusal })
    const receipt = await ask<{ entry: string; index: number }>(`/processes/${encodeURIComponent(ref)}/entries`, {
      language,
      method: 'POST',
      body: signed.value.submission,
    })
    if (!receipt.ok) return setOutcome({ state: 'refused', refusal: receipt.refusal })
    onRecorded()
    setOutcome({ state: 'recorded', index: receipt.value.index, hash: receipt.value.entry })
  }
  return (
    <section className="section">
      <form onSubmit={submit} className="act-form">
        <div className="section-head">
          <h2>{heading}</h2>
        </div>
        {children}
        <div className="act-go">
          <Button type="submit" className="button button-act" aria-disabled={!ready}>
            {says}
          </Button>
          {!ready && outcome.state !== 'signing' && (
            <span className="meta">
              {act === null ? (
                missing
              ) : (
                <Trans>Not offered yet: an act names the newest state that its signer has checked, and this page is still checking.</Trans>
              )}
            </span>
          )}
        </div>
        <p className="meta">
          <Trans>
            It goes on the plenary record, signed with the key of this browser, and cannot be taken back; only a further act can follow it.
          </Trans>
        </p>
        <div aria-live="polite">
          {outcome.state === 'recorded' && (
            <p className="text">
              <Trans>
                Recorded as act <bdi>{outcome.index}</bdi>.
              </Trans>{' '}
              <Link to="/p/$ref/record" params={{ ref }} search={{ act: outcome.hash }}>
                <Trans>See it on the record</Trans>
              </Link>
            </p>
          )}
          {outcome.state === 'refused' && (
            <Refused
              title={<Trans>Not recorded.</Trans>}
              refusal={outcome.refusal}
              kept={<Trans>what you typed, as a draft in this browser.</Trans>}
              onward={<Trans>change what the rule names, and sign again.</Trans>}
            />
          )}
        </div>
      </form>
    </section>
  )
}
