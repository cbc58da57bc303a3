import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import '../enter/enter.css'
import { IssueForm } from '../enter/IssueForm.tsx'
import { RoundForm } from '../enter/RoundForm.tsx'
import { useKeys } from '../keys/useKeys.ts'
import { Choice } from '../parts/Choice.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'

/** Plain forms for acts that go on the record, for whoever holds a key in this browser. */
export const Enter = () => {
  const { t } = useLingui()
  const { process } = useProcess()
  const keys = useKeys(process?.id)
  const [body, setBody] = useState('')
  if (process === null) return <Loading />
  const key = keys.find((one) => one.body === body) ?? keys[0]
  if (key === undefined)
    return (
      <div className="page-head">
        <Empty>
          <Trans>
            This browser holds no key of this process, so it can put nothing on the record. A key is taken by the link that its owner was
            given.
          </Trans>
        </Empty>
      </div>
    )
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Enter an act</Trans>
        </h1>
        <span className="meta">
          <Trans>what you type is kept in this browser until it is on the record</Trans>
        </span>
        {keys.length > 1 && (
          <div className="page-end">
            <Choice
              label={t`For which body`}
              chosen={key.body}
              options={keys.map((one) => ({ value: one.body, text: one.body }))}
              onChoose={setBody}
            />
          </div>
        )}
      </div>
      <div className="enter">
        <IssueForm key={`issue ${key.body}`} process={process} signer={key} />
        <RoundForm key={`round ${key.body}`} process={process} signer={key} />
      </div>
    </>
  )
}
