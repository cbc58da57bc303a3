import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import '../enter/enter.css'
import { useKeys } from '../keys/useKeys.ts'
import { Choice } from '../parts/Choice.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import { CaptureForm } from '../sources/CaptureForm.tsx'
import './sources.css'

/** Captures a source: the page is kept untouched under its hash, then put on the record by who found it. */
export const Capture = () => {
  const { t } = useLingui()
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
        <div className="page-end">
          {keys.length > 1 && key !== undefined && (
            <Choice
              label={t`For which body`}
              chosen={key.body}
              options={keys.map((one) => ({ value: one.body, text: one.body }))}
              onChoose={setBody}
            />
          )}
          <Link to="/p/$ref/sources" params={{ ref }}>
            <Trans>All sources</Trans>
          </Link>
        </div>
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
