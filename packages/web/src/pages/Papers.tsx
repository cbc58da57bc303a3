import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import '../enter/enter.css'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useKeys } from '../keys/useKeys.ts'
import { Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { Differs } from '../parts/Differs.tsx'
import { PartyOf } from '../parts/Party.tsx'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { HandOver, PaperSteps, usePaperKindNames } from '../papers/PaperForms.tsx'
import type { BodyView, Custody, Papers as Seen, PaperView } from '../process/seen.ts'
import { useProcess } from '../process/ProcessRoom.tsx'
import { useView } from '../process/useView.ts'
import { SpanTime } from '../time/Time.tsx'
import './papers.css'
import { ForBody } from '../parts/ForBody.tsx'

/** Papers handed over: what each is, and where it has been. */
export const Papers = () => {
  const { process } = useProcess()
  const keys = useKeys(process?.id)
  const [body, setBody] = useState('')
  const { view, refusal, differs } = useView<Seen>('papers')
  if (view === null)
    return refusal === null ? <Loading lines={8} /> : <Refused title={<Trans>The papers did not load.</Trans>} refusal={refusal} />
  const key = keys.find((one) => one.body === body) ?? keys[0]
  const count = view.page.total
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Papers</Trans>
        </h1>
        {count > 0 && (
          <span className="meta">
            <Plural
              value={count}
              one="# paper handed over; it is text only when tabled"
              other="# papers handed over; each is text only when tabled"
            />
          </span>
        )}
        <ForBody keys={keys} signer={key} onChoose={setBody} />
      </div>
      <Differs places={differs} />
      {count === 0 && (
        <Empty>
          <Trans>No paper is on the record. One is put there by who hands it over, or by who records that it was.</Trans>
        </Empty>
      )}
      <div className="papers">
        {view.papers.map((paper) => (
          <Paper key={paper.id} paper={paper} bodies={view.process.bodies} signer={key} />
        ))}
      </div>
      {key !== undefined && <HandOver key={key.body} process={view.process} signer={key} />}
    </>
  )
}

const Paper = ({ paper, bodies, signer }: { paper: PaperView; bodies: readonly BodyView[]; signer: DeviceKey | undefined }) => {
  const kinds = usePaperKindNames()
  const { process } = useProcess()
  return (
    <section className="section paper">
      <div className="section-head">
        <h2>
          <Said words={paper.title} />
        </h2>
        {paper.withoutPrejudice && (
          <span className="nature note">
            <Trans>without prejudice</Trans>
          </span>
        )}
        <span className="meta note">
          {kinds[paper.kind] ?? paper.kind}
          {' · '}
          {paper.quotable === null ? (
            <Trans>whether it may be quoted was not said</Trans>
          ) : paper.quotable ? (
            <Trans>quotable</Trans>
          ) : (
            <Trans>not to be quoted</Trans>
          )}
          {' · '}
          {paper.withdrawn ? <Trans>withdrawn</Trans> : paper.tabled ? <Trans>tabled as text</Trans> : <Trans>not tabled: no text</Trans>}
        </span>
      </div>
      {paper.reported !== null && (
        <p className="text">
          <Trans>Reported content:</Trans> <Said words={paper.reported} />
        </p>
      )}
      <ol className="custody">
        {paper.custody.map((step) => (
          <li key={step.act.hash} className={step.act.own ? 'custody-own' : 'custody-ascribed'}>
            <CustodyLine step={step} bodies={bodies} />
          </li>
        ))}
      </ol>
      {signer !== undefined && process !== null && <PaperSteps key={signer.body} paper={paper} process={process} signer={signer} />}
    </section>
  )
}

const CustodyLine = ({ step, bodies }: { step: Custody; bodies: readonly BodyView[] }) => {
  const all = (ids: readonly string[]) => ids.map((id) => <PartyOf key={id} id={id} bodies={bodies} />)
  return (
    <>
      <span className="custody-bodies in-line">
        {all(step.by)} <Verb verb={step.verb} />
        {step.to.length > 0 && (
          <>
            {' '}
            <Trans>to</Trans> {all(step.to)}
          </>
        )}
        {step.through.length > 0 && (
          <>
            {' '}
            <Trans>through</Trans> {all(step.through)}
          </>
        )}
        {step.reason !== null && (
          <>
            {': '}
            <Said words={step.reason} />
          </>
        )}
      </span>{' '}
      <span className="meta">
        <SpanTime span={step.when} length="long" /> <Act act={step.act} />
      </span>
    </>
  )
}

const Verb = ({ verb }: { verb: Custody['verb'] }) =>
  verb === 'handed-over' ? (
    <Trans>handed it over</Trans>
  ) : verb === 'received' ? (
    <Trans>received it</Trans>
  ) : verb === 'passed-on' ? (
    <Trans>passed it on</Trans>
  ) : verb === 'returned' ? (
    <Trans>returned it</Trans>
  ) : verb === 'withdrawn' ? (
    <Trans>withdrew it</Trans>
  ) : (
    <Trans>tabled it</Trans>
  )
