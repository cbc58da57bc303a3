import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import '../enter/enter.css'
import { useKeys } from '../keys/useKeys.ts'
import { ForBody } from '../parts/ForBody.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import { CaptureForm } from '../sources/CaptureForm.tsx'
import './sources.css'

/** Captures a source: the page is kept untouched under its hash, then put on the record by who found it. */
export const Capture = () => {
  const { ref, process } = useProcess()
  const keys = useKeys(process?.id)
  const [body, setBody] = useState('')
  if (process === null) return <Loading />
  const key = keys.find((one) => one.body === body) ?? keys[0]
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Capture a source</Trans>
        </h1>
        <span className="meta">
          <Trans>what you type is kept in this browser until it is on the record</Trans>
        </span>
        <ForBody keys={keys} signer={key} onChoose={setBody}>
          <Link to="/p/$ref/sources" params={{ ref }}>
            <Trans>All sources</Trans>
          </Link>
        </ForBody>
      </div>
      {key === undefined ? (
        <Empty>
          <Trans>
            This browser holds no key of this process, so it can put nothing on the record. A key is taken by the link that its owner was
            given.
          </Trans>
        </Empty>
      ) : (
        <CaptureForm key={key.body} process={process} signer={key} />
      )}
    </>
  )
}
