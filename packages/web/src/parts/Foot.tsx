import { Trans } from '@lingui/react/macro'
import { AscribedMark, ComputedMark, OwnMark } from './marks.tsx'

/** The legend under every page of a process. */
export const Foot = () => (
  <footer className="foot">
    <div>
      <span>
        <OwnMark /> <Trans>own: signed with the body’s key</Trans>
      </span>
      <span>
        <AscribedMark /> <Trans>ascribed: recorded from a source</Trans>
      </span>
      <span>
        <ComputedMark /> <Trans>computed from the record</Trans>
      </span>
      <span className="foot-end">
        <Trans>Party order, letters and patterns are set by the process and do not change</Trans>
      </span>
    </div>
  </footer>
)
