import { Trans } from '@lingui/react/macro'

/** The host's answer was not what the record gives: said once, with the places. What is shown is what the record gives. */
export const Differs = ({ places }: { places: readonly string[] }) =>
  places.length === 0 ? null : (
    <div className="refused" role="alert">
      <p className="refused-title">
        <Trans>The host’s answer differed from the record.</Trans>
      </p>
      <p className="refused-why">
        <Trans>This page now shows what the record gives. The answer differed here:</Trans> <bdi className="code">{places.join(', ')}</bdi>
      </p>
    </div>
  )
