import { Trans } from '@lingui/react/macro'
import type { Fault } from '../check/protocol.ts'
import { FaultText } from '../parts/FaultText.tsx'

/** Takes the place of every page of a process whose record did not verify: what differs, and where. */
export const FaultPage = ({ fault }: { fault: Fault }) => (
  <>
    <div className="page-head">
      <h1>
        <Trans>What this host served is not one unbroken record</Trans>
      </h1>
    </div>
    <FaultNote fault={fault} />
  </>
)

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
