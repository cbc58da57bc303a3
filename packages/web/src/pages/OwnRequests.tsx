import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useKeys } from '../keys/useKeys.ts'
import { Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { PartyOf } from '../parts/Party.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Assurances, AssuranceView } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import './requests.css'

/** The moment of a page: as of when, and as known by when. */
type AsOf = { readonly at: string | undefined; readonly known: string | undefined }

/** Own requests in writing as of the page's moment, for whoever holds a key here: the latest, neither counted nor aged. */
export const OwnRequests = (asOf: AsOf) => {
  const { process } = useProcess()
  const keys = useKeys(process?.id)
  return keys.map((key) => <OfBody key={key.body} signer={key} {...asOf} />)
}

const SHOWN = 5

const OfBody = ({ signer, at, known }: AsOf & { signer: DeviceKey }) => {
  const { ref } = useProcess()
  const { view } = useView<Assurances>('assurances', { by: signer.body, limit: String(SHOWN), at, known })
  if (view === null || view.assurances.length === 0) return null
  return (
    <section className="section">
      <div className="section-head">
        <h2>
          <Trans>
            Asked in writing, as <bdi>{signer.body}</bdi> sees it
          </Trans>
        </h2>
        <Link className="meta" to="/p/$ref/requests" params={{ ref }}>
          <Trans>Own requests</Trans>
        </Link>
      </div>
      <ul className="own-requests">
        {view.assurances.map((request) => (
          <li key={request.id}>
            <p className="text">
              <Said words={request.words} />
            </p>
            <p className="meta in-line">
              {request.by.map((body) => (
                <PartyOf key={body} id={body} bodies={view.process.bodies} />
              ))}{' '}
              <Trans>asks</Trans> <PartyOf id={request.of} bodies={view.process.bodies} /> <Latest request={request} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The last thing that was done with it. */
const Latest = ({ request }: { request: AssuranceView }) => {
  const answer = request.answered.at(-1)
  const passed = request.passedOn.at(-1)
  if (answer !== undefined)
    return (
      <>
        <Trans>answered</Trans> <Act act={answer.act} />
      </>
    )
  if (request.closed !== null)
    return (
      <>
        <Trans>closed</Trans> <Act act={request.closed.act} />
      </>
    )
  if (passed !== undefined)
    return (
      <>
        <Trans>passed on</Trans> <Act act={passed.act} />
      </>
    )
  return <Act act={request.act} />
}
