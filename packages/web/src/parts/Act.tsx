import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { ActRef } from '../process/seen.ts'
import { AscribedMark, OwnMark } from './marks.tsx'

/** A reference to an act: mark and number, a link into the record. */
export const Act = ({ act }: { act: ActRef }) => {
  const { ref } = useProcess()
  const { t } = useLingui()
  const number = act.index
  return (
    <span className="act">
      {act.own ? <OwnMark /> : <AscribedMark />}
      <Link
        to="/p/$ref/record"
        params={{ ref }}
        search={{ act: act.hash }}
        aria-label={act.own ? t`Act ${number}, own, on the record` : t`Act ${number}, ascribed, on the record`}
      >
        <bdi>{number}</bdi>
      </Link>
    </span>
  )
}

/** Several acts by their hashes, where the page knows them. */
export const Acts = ({ hashes, known }: { hashes: readonly string[]; known: Readonly<Record<string, ActRef>> }) => (
  <span className="acts">
    {hashes.map((hash) => {
      const act = known[hash]
      return (
        act && (
          <Fragment key={hash}>
            {' '}
            <Act act={act} />
          </Fragment>
        )
      )
    })}
  </span>
)
