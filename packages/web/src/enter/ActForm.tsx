import { Trans } from '@lingui/react/macro'
import type { FormEvent, ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Act as ActToSign } from '../keys/acts.ts'
import type { DeviceKey } from '../keys/deviceKey.ts'
import type { ProcessView } from '../process/seen.ts'
import './enter.css'
import { OutcomeLine } from './Outcome.tsx'
import { useSubmit } from './useSubmit.ts'

/** Where an act goes, and whose key signs it. */
export type Given = { readonly process: ProcessView; readonly signer: DeviceKey }

/** One act: its fields, the one button that says it whole, and what became of it. `quiet`: one of several on a page, none of them the first. */
export const ActForm = ({
  heading,
  act,
  signer,
  says,
  missing,
  onRecorded,
  quiet = false,
  children,
}: {
  heading?: ReactNode
  act: ActToSign | null
  signer: DeviceKey
  says: string
  missing: ReactNode
  onRecorded: (hash: string) => void
  quiet?: boolean
  children: ReactNode
}) => {
  const { checked, outcome, submit } = useSubmit(signer, onRecorded)
  const ready = act !== null && checked && outcome.state !== 'signing'
  const go = (event: FormEvent): void => {
    event.preventDefault()
    if (ready && act !== null) void submit(act)
  }
  return (
    <section className={quiet ? 'act-quiet' : 'section'}>
      <form onSubmit={go} className="act-form">
        {heading !== undefined && (
          <div className="section-head">
            <h2>{heading}</h2>
          </div>
        )}
        {children}
        <div className="act-go">
          <Button type="submit" className={quiet ? 'button' : 'button button-act'} aria-disabled={!ready}>
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
        <OutcomeLine outcome={outcome} />
      </form>
    </section>
  )
}
