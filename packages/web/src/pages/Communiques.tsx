import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import '../enter/enter.css'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useKeys } from '../keys/useKeys.ts'
import { Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { Differs } from '../parts/Differs.tsx'
import { PartyOf } from '../parts/Party.tsx'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { Agree, CommuniqueForm, IssueDraft } from '../papers/CommuniqueForms.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { BodyView, Communiques as Seen, CommuniqueText, CommuniqueView } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { Moment, SpanTime } from '../time/Time.tsx'
import './papers.css'
import { ForBody } from '../parts/ForBody.tsx'

/** Communiqués: who issued each, on whose behalf, its points, embargo, and what was disputed. */
export const Communiques = () => {
  const { process } = useProcess()
  const keys = useKeys(process?.id)
  const [body, setBody] = useState('')
  const { view, refusal, differs } = useView<Seen>('communiques')
  if (view === null)
    return refusal === null ? <Loading lines={8} /> : <Refused title={<Trans>The communiqués did not load.</Trans>} refusal={refusal} />
  const key = keys.find((one) => one.body === body) ?? keys[0]
  const count = view.page.total
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Communiqués</Trans>
        </h1>
        {count > 0 && (
          <span className="meta">
            <Plural value={count} one="# on the record" other="# on the record" />
          </span>
        )}
        <ForBody keys={keys} signer={key} onChoose={setBody} />
      </div>
      <Differs places={differs} />
      {count === 0 && (
        <Empty>
          <Trans>No communiqué is on the record. One is drafted or issued by a party, a mediator or the secretariat.</Trans>
        </Empty>
      )}
      <div className="papers">
        {view.communiques.map((communique) => (
          <One key={communique.id} communique={communique} bodies={view.process.bodies} signer={key} />
        ))}
      </div>
      {key !== undefined && <CommuniqueForm key={key.body} process={view.process} signer={key} />}
    </>
  )
}

const One = ({
  communique,
  bodies,
  signer,
}: {
  communique: CommuniqueView
  bodies: readonly BodyView[]
  signer: DeviceKey | undefined
}) => {
  const { ref, process } = useProcess()
  const latest = communique.issued.at(-1) ?? communique.drafted
  if (latest === null || latest === undefined) return null
  const isParty = (id: string): boolean => bodies.find((body) => body.id === id)?.roles.includes('party') ?? false
  return (
    <section className="section">
      <div className="section-head">
        <h2>
          <Said words={latest.title} />
        </h2>
        {communique.issued.length === 0 && (
          <span className="nature note">
            <Trans>draft, without prejudice</Trans>
          </span>
        )}
        {latest.underEmbargo && (
          <span className="nature note">
            <Trans>under embargo</Trans>
          </span>
        )}
        {communique.round !== null && (
          <span className="meta note">
            <Said words={communique.round} />
          </span>
        )}
      </div>
      <Facts text={latest} communique={communique} bodies={bodies} />
      <ol className="points">
        {latest.points.map((point) => (
          <li key={JSON.stringify(point)} className="saying-words">
            <Said words={point} />
          </li>
        ))}
      </ol>
      {latest.lines.length > 0 && (
        <div className="communique-facts">
          <p className="meta">
            <Trans>Lines to take:</Trans>
          </p>
          {latest.lines.map((line) => (
            <p key={JSON.stringify(line)} className="text">
              <Said words={line} />
            </p>
          ))}
        </div>
      )}
      {communique.disputedBy.map((dispute) => (
        <p key={dispute.act.hash} className="text disputed">
          {dispute.bodies.map((body) => (
            <PartyOf key={body} id={body} bodies={bodies} />
          ))}{' '}
          <Trans>disputes it:</Trans> <Said words={dispute.words} />{' '}
          <span className="meta">
            <SpanTime span={dispute.when} /> <Act act={dispute.act} />
          </span>
        </p>
      ))}
      {(communique.disputedBy.length > 0 || (signer !== undefined && isParty(signer.body))) && (
        <p className="meta beside-links">
          {communique.disputedBy.length > 0 && (
            <Link to="/p/$ref/disputes" params={{ ref }}>
              <Trans>Claims side by side</Trans>
            </Link>
          )}
          {signer !== undefined && isParty(signer.body) && (
            <>
              {' '}
              <Link to="/p/$ref/dispute" params={{ ref }} search={{ act: communique.id }}>
                <Trans>Dispute this</Trans>
              </Link>
            </>
          )}
        </p>
      )}
      {signer !== undefined && process !== null && communique.issued.length === 0 && (
        <>
          <Agree key={`agree ${signer.body}`} communique={communique} process={process} signer={signer} />
          <IssueDraft key={`issue ${signer.body}`} communique={communique} process={process} signer={signer} />
        </>
      )}
    </section>
  )
}

const Facts = ({ text, communique, bodies }: { text: CommuniqueText; communique: CommuniqueView; bodies: readonly BodyView[] }) => {
  const all = (ids: readonly string[]) => ids.map((id) => <PartyOf key={id} id={id} bodies={bodies} />)
  const issued = communique.issued.length > 0
  return (
    <div className="communique-facts">
      <p className="meta in-line">
        {issued ? <Trans>Issued by</Trans> : <Trans>Drafted by</Trans>} {all(text.by)}
        {text.onBehalfOf.length > 0 && (
          <>
            <Trans>on behalf of</Trans> {all(text.onBehalfOf)}
          </>
        )}{' '}
        <SpanTime span={text.when} length="long" /> <Act act={text.act} />
      </p>
      {text.embargo !== null && (
        <p className="meta">
          <Trans>
            Not to be given out before <Moment at={text.embargo.until} length="long" />
          </Trans>
        </p>
      )}
      {text.silence !== null && (
        <p className="meta">
          <Trans>
            Nothing is said to the media: <SpanTime span={text.silence} length="long" />
          </Trans>
        </p>
      )}
      {text.speaks.length > 0 && (
        <p className="meta in-line">
          <Trans>Who speaks:</Trans>{' '}
          {text.speaks.map(({ body, name, office }) => (
            <span key={`${body} ${JSON.stringify(name)} ${JSON.stringify(office)}`}>
              {body !== null && <PartyOf id={body} bodies={bodies} />} {name !== null && <Said words={name} />}{' '}
              {office !== null && <Said words={office} />}
            </span>
          ))}
        </p>
      )}
      {communique.agreed.length > 0 && (
        <p className="meta in-line">
          <Trans>Agreed by</Trans> {all(communique.agreed.flatMap(({ by }) => by))}
        </p>
      )}
      {text.consented.length > 0 && (
        <p className="meta in-line">
          <Trans>Consent given by</Trans> {all(text.consented)}
        </p>
      )}
      {text.withheld.length > 0 && (
        <p className="meta in-line">
          <Trans>Consent withheld by</Trans> {all(text.withheld)}
        </p>
      )}
    </div>
  )
}
