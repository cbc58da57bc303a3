import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Refused } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Outcome } from './useSubmit.ts'

/** What became of an act, said where it was signed. */
export const OutcomeLine = ({ outcome }: { outcome: Outcome }) => {
  const { ref } = useProcess()
  return (
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
  )
}
