import { Trans } from '@lingui/react/macro'
import type { ProcessView } from '../process/seen.ts'

/** What kind of thing a process is, where it is not an official one. */
export const Nature = ({ process }: { process: Pick<ProcessView, 'nature' | 'keysArePublic'> }) => {
  if (process.nature === 'reconstruction')
    return (
      <span className="nature">
        <Trans>Reconstruction from public sources, not an official record</Trans>
      </span>
    )
  if (process.nature === 'exercise')
    return (
      <span className="nature">
        {process.keysArePublic ? <Trans>Exercise, fictional; keys are public</Trans> : <Trans>Exercise, fictional</Trans>}
      </span>
    )
  return process.keysArePublic ? (
    <span className="nature">
      <Trans>Keys are public</Trans>
    </span>
  ) : null
}
