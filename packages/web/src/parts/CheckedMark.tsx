import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useProcess, useStanding } from '../process/ProcessRoom.tsx'

/** How far this window has checked the record. The page of a host is that host's software: only `paraph join` may say more. */
export const CheckedMark = () => {
  const { ref } = useProcess()
  const standing = useStanding()
  return (
    <span className="checked-mark">
      <Link to="/p/$ref/record" params={{ ref }}>
        <CheckedText standing={standing} />
      </Link>
    </span>
  )
}

export const CheckedText = ({ standing }: { standing: ReturnType<typeof useStanding> }) => {
  if (standing.state === 'checked') {
    const last = standing.size - 1
    return (
      <Trans>
        checked by the host’s own page, up to entry <bdi>{last}</bdi>
      </Trans>
    )
  }
  if (standing.state === 'fault') return <Trans>checked: the record does not hold</Trans>
  return <Trans>not yet checked</Trans>
}
