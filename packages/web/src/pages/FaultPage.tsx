import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Fault } from '../check/protocol.ts'
import { FaultText } from '../parts/FaultText.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'

/** Takes the place of every page of a process whose record did not verify: what differs, and where. */
export const FaultPage = ({ fault }: { fault: Fault }) => (
  <>
    <div className="page-head">
      <h1>
        <Trans>What this host served is not one unbroken record</Trans>
      </h1>
    </div>
    <FaultNote fault={fault} />
    <Again />
  </>
)

type Asked = 'not-asked' | 'asking' | 'still' | 'unable'

/** Fetches from the host and checks from the beginning. What was found stays on the page until a whole record was seen. */
const Again = () => {
  const { follower } = useProcess()
  const [asked, setAsked] = useState<Asked>('not-asked')
  const ask = async (): Promise<void> => {
    if (asked === 'asking') return
    setAsked('asking')
    const before = follower.standing()
    await follower.catchUp()
    const now = follower.standing()
    // A record that verifies takes this page's place, and the button with it: whoever pressed it goes on at the page's beginning.
    if (now.state === 'checked') document.getElementById('page')?.focus()
    else setAsked(now === before ? 'unable' : 'still')
  }
  return (
    <div className="again">
      <button type="button" className="button" onClick={ask} aria-disabled={asked === 'asking' || undefined}>
        <Trans>Fetch and check again</Trans>
      </button>
      <p className="meta" role="status">
        {asked === 'asking' && <Trans>Checking again …</Trans>}
        {asked === 'still' && <Trans>Fetched and checked again: it still does not verify.</Trans>}
        {asked === 'unable' && <Trans>Nothing could be fetched: what was found before stands.</Trans>}
      </p>
    </div>
  )
}

export const FaultNote = ({ fault }: { fault: Fault }) => {
  const entry =
    fault.entry ??
    (typeof fault.facts['entry'] === 'number'
      ? fault.facts['entry']
      : typeof fault.facts['index'] === 'number'
        ? fault.facts['index']
        : undefined)
  return (
    <div className="refused" role="alert">
      <p className="refused-title">
        {entry === undefined ? (
          <Trans>The record does not verify.</Trans>
        ) : (
          <Trans>
            The record does not verify at entry <bdi>{entry}</bdi>.
          </Trans>
        )}
      </p>
      <p className="refused-why">
        <FaultText fault={fault} />
      </p>
      <p className="meta">
        <Trans>Kept: what was fetched, in this window. To go on: fetch again, or compare with a bundle that somebody else exported.</Trans>{' '}
        <Trans>Rule</Trans> <bdi className="code">{fault.code}</bdi>
      </p>
    </div>
  )
}
