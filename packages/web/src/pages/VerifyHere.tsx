import { Comma } from '../parts/Comma.tsx'
import { Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import type { Refusal } from '@paraph/record'
import { UNABLE } from '../check/follower.ts'
import { inWorker } from '../check/line.ts'
import type { Fault, Progress, Verified } from '../check/protocol.ts'
import { CheckedText } from '../parts/CheckedMark.tsx'
import { ProgressBar, RefusalText } from '../parts/states.tsx'
import { useProcess, useStanding } from '../process/ProcessRoom.tsx'
import { Moment } from '../time/Time.tsx'
import { FaultNote } from './FaultPage.tsx'
import { StageText, VerifiedSteps } from './VerifiedSteps.tsx'

type State =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: Progress | null }
  | { readonly state: 'verified'; readonly verified: Verified; readonly at: string }
  | { readonly state: 'fault'; readonly fault: Fault }
  | { readonly state: 'unable'; readonly refusal: Refusal }
  | { readonly state: 'stopped' }

/** What could not be looked at is no fault of the record. */
const afterRefusal = (refusal: Refusal): State => {
  if (refusal.code === 'cancelled') return { state: 'stopped' }
  return UNABLE.has(refusal.code) ? { state: 'unable', refusal } : { state: 'fault', fault: refusal }
}

/** Verifies, in this browser and from what it has fetched, every byte of the record again. Needs no network once the record was fetched. */
export const VerifyHere = () => {
  const { t } = useLingui()
  const { ref } = useProcess()
  const standing = useStanding()
  const [state, setState] = useState<State>({ state: 'idle' })
  const stop = useRef<AbortController | null>(null)
  const verify = async () => {
    stop.current = new AbortController()
    setState({ state: 'running', progress: null })
    const result = await inWorker<Verified>(
      { do: 'verify', process: ref },
      { signal: stop.current.signal, progress: (progress) => setState({ state: 'running', progress }) },
    )
    if (result.ok) setState({ state: 'verified', verified: result.value, at: new Date().toISOString() })
    else setState(afterRefusal(result.refusal))
  }
  const progress = state.state === 'running' ? state.progress : standing.state === 'checking' ? standing.progress : null
  return (
    <section className="section verify-here">
      <div className="section-head">
        <h2>
          <Trans>Verified in this browser</Trans>
        </h2>
        <button type="button" className="button" onClick={verify} aria-disabled={state.state === 'running' || undefined}>
          <Trans>Verify here</Trans>
        </button>
      </div>
      <p className="meta">
        <CheckedText standing={standing} />
        {standing.state === 'checked' && (
          <>
            <Comma />
            <Moment at={new Date(standing.at).toISOString()} seconds />
          </>
        )}
      </p>
      {progress !== null && (
        <ProgressBar label={t`Verification`} done={progress.done} of={progress.of}>
          <span>
            <StageText progress={progress} />
          </span>
          {state.state === 'running' && (
            <button type="button" className="button button-text" onClick={() => stop.current?.abort()}>
              <Trans>Cancel</Trans>
            </button>
          )}
        </ProgressBar>
      )}
      <div aria-live="polite">
        {state.state === 'verified' && (
          <>
            <VerifiedSteps verified={state.verified} />
            <p className="meta">
              <Moment at={state.at} seconds />. <Trans>Nothing was sent.</Trans>{' '}
              <Trans>This is the host’s own page: it proves nothing against that host.</Trans>
            </p>
          </>
        )}
        {state.state === 'fault' && <FaultNote fault={state.fault} />}
        {state.state === 'unable' && (
          <p className="meta">
            {state.refusal.code === 'not-fetched' ? (
              <Trans>The record has not been fetched yet: nothing was checked. Try again in a moment.</Trans>
            ) : (
              <>
                <Trans>Nothing was checked.</Trans> <RefusalText refusal={state.refusal} />
              </>
            )}
          </p>
        )}
        {state.state === 'stopped' && (
          <p className="meta">
            <Trans>Cancelled. Nothing was changed.</Trans>
          </p>
        )}
      </div>
    </section>
  )
}
