import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import '../enter/enter.css'
import { DeadlockForm } from '../enter/DeadlockForm.tsx'
import { IssueForm } from '../enter/IssueForm.tsx'
import { PositionForm } from '../enter/PositionForm.tsx'
import { RoundForm } from '../enter/RoundForm.tsx'
import { StandsNow } from '../enter/StandsNow.tsx'
import { useKeys } from '../keys/useKeys.ts'
import { ForBody } from '../parts/ForBody.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Overview } from '../process/seen.ts'
import { useView } from '../process/useView.ts'

/** Plain forms for acts that go on the record, for whoever holds a key in this browser. */
export const Enter = () => {
  const { process } = useProcess()
  const keys = useKeys(process?.id)
  const [body, setBody] = useState('')
  const { view: overview } = useView<Overview>('overview')
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
  const roles = process.bodies.find(({ id }) => id === key.body)?.roles ?? []
  const may = (...those: readonly (typeof roles)[number][]) => roles.some((role) => those.includes(role))
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Enter an act</Trans>
        </h1>
        <span className="meta">
          <Trans>what you type is kept in this browser until it is on the record</Trans>
        </span>
        <ForBody keys={keys} signer={key} onChoose={setBody} />
      </div>
      <div className="enter">
        <StandsNow overview={overview} />
        {may('party') && <PositionForm key={`position ${key.body}`} process={process} signer={key} overview={overview} />}
        {may('party', 'mediator', 'secretariat') && <IssueForm key={`issue ${key.body}`} process={process} signer={key} />}
        {may('mediator', 'secretariat') && <RoundForm key={`round ${key.body}`} process={process} signer={key} />}
        {may('party', 'mediator') && <DeadlockForm key={`deadlock ${key.body}`} process={process} signer={key} overview={overview} />}
        {!may('party', 'mediator', 'secretariat') && (
          <p className="text">
            <Trans>This body has no right to the acts that are entered here. It captures sources and records what it says itself.</Trans>
          </p>
        )}
      </div>
    </>
  )
}
