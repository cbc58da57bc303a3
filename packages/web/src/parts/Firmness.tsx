import { Trans } from '@lingui/react/macro'
import type { Saying } from '../process/seen.ts'

/** How firmly words are known to be somebody's. */
export const Firmness = ({ firmness }: { firmness: Saying['firmness'] }) => (
  <span className="firmness">
    {firmness === 'claimed' ? <Trans>claimed</Trans> : firmness === 'stated' ? <Trans>stated</Trans> : <Trans>reported</Trans>}
  </span>
)
