import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useKeys } from '../keys/useKeys.ts'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { useCheckedSize, useProcess } from '../process/ProcessRoom.tsx'
import type { Publishing } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { Choosing } from '../publish/Choosing.tsx'
import { Pending, Waiting } from '../publish/Joint.tsx'
import { PublicNow } from '../publish/PublicNow.tsx'
import '../publish/publish.css'
import { ForBody } from '../parts/ForBody.tsx'

/** Publishing for whoever holds a key here: what to publish, what waits for consent, what is public. */
export const Publish = () => {
  const { process } = useProcess()
  const keys = useKeys(process?.id)
  const [body, setBody] = useState('')
  if (process === null) return <Loading />
  const key = keys.find((one) => one.body === body) ?? keys[0]
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Publish</Trans>
        </h1>
        <span className="meta">
          <Trans>each body decides for its own acts, joint ones are public when every owner agrees</Trans>
        </span>
        <ForBody keys={keys} signer={key} onChoose={setBody} />
      </div>
      {key === undefined ? (
        <Empty>
          <Trans>This browser holds no key of this process, so it can publish nothing. What is public needs no key to be read.</Trans>
        </Empty>
      ) : (
        <OfBody key={key.body} signer={key} />
      )}
    </>
  )
}

const OfBody = ({ signer }: { signer: DeviceKey }) => {
  const { ref } = useProcess()
  const checked = useCheckedSize() !== null
  const [done, setDone] = useState<string | null>(null)
  const { view, refusal } = useView<Publishing>(checked ? 'publishing' : null, { by: signer.body })
  if (view === null)
    return refusal === null ? (
      <Loading lines={9} />
    ) : (
      <Refused title={<Trans>What can be published did not load.</Trans>} refusal={refusal} />
    )
  const given = { process: view.process, signer, onRecorded: setDone }
  return (
    <>
      <div className="publish-done" role="status">
        {done !== null && (
          <p className="text">
            <Trans>It is on the record.</Trans>{' '}
            <Link to="/p/$ref/record" params={{ ref }} search={{ act: done }}>
              <Trans>See it on the record</Trans>
            </Link>
          </p>
        )}
      </div>
      <div className="publish">
        <div className="publish-part">
          <Choosing publishing={view} signer={signer} onRecorded={setDone} />
        </div>
        <div className="publish-part">
          <section className="section">
            <div className="section-head">
              <h2>
                <Trans>Waits for this body</Trans>
              </h2>
            </div>
            {view.waits.length === 0 ? (
              <p className="text">
                <Trans>Nothing waits for the consent of this body.</Trans>
              </p>
            ) : (
              <ul className="joint-list">
                {view.waits.map((joint) => (
                  <Waiting key={joint.shown.act.hash} joint={joint} {...given} />
                ))}
              </ul>
            )}
          </section>
          {view.pending.length > 0 && (
            <section className="section">
              <div className="section-head">
                <h2>
                  <Trans>Waits for others</Trans>
                </h2>
              </div>
              <ul className="joint-list">
                {view.pending.map((joint) => (
                  <Pending key={joint.shown.act.hash} joint={joint} {...given} />
                ))}
              </ul>
            </section>
          )}
          <PublicNow publishing={view} signer={signer} onRecorded={setDone} />
        </div>
      </div>
    </>
  )
}
