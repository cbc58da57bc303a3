import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Request } from '../assurances/Request.tsx'
import { StepForm } from '../assurances/StepForm.tsx'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useKeys } from '../keys/useKeys.ts'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Assurances } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import './requests.css'
import { ForBody } from '../parts/ForBody.tsx'

/** Requests in writing that concern whoever holds a key here: those it asked, was asked, or mediates. */
export const Requests = () => {
  const { process } = useProcess()
  const keys = useKeys(process?.id)
  const [body, setBody] = useState('')
  if (process === null) return <Loading />
  const key = keys.find((one) => one.body === body) ?? keys[0]
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Asked in writing</Trans>
        </h1>
        <span className="meta">
          <Trans>through the mediators; only requests that concern the body whose key is here</Trans>
        </span>
        <ForBody keys={keys} signer={key} onChoose={setBody} />
      </div>
      {key === undefined ? (
        <Empty>
          <Trans>This browser holds no key of this process. Requests are shown to who asked, who was asked, and the mediators.</Trans>
        </Empty>
      ) : (
        <Own key={key.body} signer={key} />
      )}
    </>
  )
}

const Own = ({ signer }: { signer: DeviceKey }) => {
  const { view, refusal } = useView<Assurances>('assurances', { by: signer.body })
  if (view === null) return refusal === null ? <Loading /> : <Refused title={<Trans>The requests did not load.</Trans>} refusal={refusal} />
  if (view.assurances.length === 0)
    return (
      <Empty>
        <Trans>
          No request concerns this body. One is made from a statement of another party, or from a commitment: “ask for it in writing”.
        </Trans>
      </Empty>
    )
  return (
    <ul className="requests">
      {view.assurances.map((request) => (
        <li key={request.id} className="section">
          <Request request={request} bodies={view.process.bodies} />
          <StepForm request={request} process={view.process} signer={signer} />
        </li>
      ))}
    </ul>
  )
}
