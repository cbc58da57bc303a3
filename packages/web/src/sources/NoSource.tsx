import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Empty } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'

/** Where no source of the name that was asked for is on the record. */
export const NoSource = () => {
  const { ref } = useProcess()
  return (
    <div className="page-head">
      <h1>
        <Trans>Sources</Trans>
      </h1>
      <Empty>
        <Trans>
          No source of this name is on the record.{' '}
          <Link to="/p/$ref/sources" params={{ ref }}>
            All sources
          </Link>
        </Trans>
      </Empty>
    </div>
  )
}
