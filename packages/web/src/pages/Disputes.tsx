import { Plural, Trans } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useListed } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { SayingLine } from '../parts/ClaimPair.tsx'
import { Differs } from '../parts/Differs.tsx'
import { useOutcomeNames } from '../parts/names.ts'
import { PartyOf, Strip } from '../parts/Party.tsx'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Claim, ClaimColumn, Dispute, Disputes as Seen } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { SpanTime } from '../time/Time.tsx'
import './disputes.css'

const PAGE = 20

/** What is disputed: claims side by side, equal in width and size, in the agreed order. Nothing here sums them up. */
export const Disputes = () => {
  const { at } = useSearch({ from: '/p/$ref/disputes' })
  const [first, setFirst] = useState(0)
  const { view, refusal, differs } = useView<Seen>('disputes', { at, first: String(first), limit: String(PAGE) })
  if (view === null)
    return refusal === null ? <Loading lines={9} /> : <Refused title={<Trans>The disputes did not load.</Trans>} refusal={refusal} />
  const { total, next } = view.page
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Disputed</Trans>
        </h1>
        {total > 0 && (
          <span className="meta">
            <Plural value={total} one="# fact, each claim as its side tells it" other="# facts, each claim as its side tells it" />
          </span>
        )}
      </div>
      <Differs places={differs} />
      {total === 0 ? (
        <Empty>
          <Trans>
            Nothing on the record is disputed by an act, and no two accounts of a round differ. A statement is disputed where it stands
            beside its source.
          </Trans>
        </Empty>
      ) : (
        <div className="disputes">
          {view.disputes.map((dispute) => (
            <OneDispute key={`${dispute.of} ${dispute.about}`} dispute={dispute} />
          ))}
        </div>
      )}
      {(first > 0 || next !== null) && (
        <div className="act-go">
          {first > 0 && (
            <button type="button" className="button" onClick={() => setFirst(Math.max(0, first - PAGE))}>
              <Trans>Newer</Trans>
            </button>
          )}
          {next !== null && (
            <button type="button" className="button" onClick={() => setFirst(next)}>
              <Trans>Older</Trans>
            </button>
          )}
        </div>
      )}
    </>
  )
}

const OneDispute = ({ dispute }: { dispute: Dispute }) => (
  <section className="section">
    <div className="section-head">
      <h2>
        <Heading dispute={dispute} />
      </h2>
      <span className="meta note">
        <What of={dispute.of} />
        {' · '}
        <SpanTime span={dispute.when} length="long" />
      </span>
    </div>
    <div className="claims claims-disputed" data-columns={dispute.columns.length}>
      {dispute.columns.map((column, at) => (
        <Column key={column.body ?? `nobody ${at}`} column={column} />
      ))}
    </div>
  </section>
)

/** What it is about, else whose words they are. */
const Heading = ({ dispute }: { dispute: Dispute }) => {
  const speaker = dispute.columns.flatMap(({ claims }) => claims).find(({ saying }) => saying !== null)?.saying?.speaker
  const name = speaker?.name ?? speaker?.office
  if (dispute.title !== null) return <Said words={dispute.title} />
  return name === undefined ? (
    <Trans>A statement</Trans>
  ) : (
    <Trans>
      Words of <Said words={name} />
    </Trans>
  )
}

const What = ({ of }: { of: Dispute['of'] }) =>
  of === 'statement' ? (
    <Trans>a statement</Trans>
  ) : of === 'communique' ? (
    <Trans>a communiqué</Trans>
  ) : of === 'commitment' ? (
    <Trans>a commitment</Trans>
  ) : (
    <Trans>accounts of one round</Trans>
  )

const Column = ({ column }: { column: ClaimColumn }) => {
  const { process } = useProcess()
  const bodies = process?.bodies ?? []
  return (
    <div className="claim">
      <Strip place={bodies.find(({ id }) => id === column.body)?.place ?? 0} />
      {column.body !== null ? (
        <PartyOf id={column.body} bodies={bodies} named />
      ) : (
        <span className="party hue-0">{column.name === null ? <Trans>a source</Trans> : <Said words={column.name} />}</span>
      )}
      {column.claims.map((claim) => (
        <OneClaim key={claim.act.hash} claim={claim} />
      ))}
      {column.claims.length === 0 && (
        <p className="gap">
          {process?.nature === 'reconstruction' ? (
            <Trans>No statement in the sources held.</Trans>
          ) : (
            <Trans>No statement on the record.</Trans>
          )}
        </p>
      )}
    </div>
  )
}

const OneClaim = ({ claim }: { claim: Claim }) => {
  const listed = useListed()
  const outcomes = useOutcomeNames()
  // what is disputed stands in the other columns: here its own words alone
  if (claim.saying !== null) return <SayingLine saying={{ ...claim.saying, disputedBy: [] }} quoted />
  const outcome = claim.outcome === null ? null : (outcomes[claim.outcome] ?? claim.outcome)
  const parts = listed(claim.takesPart)
  return (
    <div className="saying">
      <p className="saying-words">
        {outcome !== null && <Trans>Outcome: {outcome}.</Trans>}
        {claim.takesPart.length > 0 && (
          <Trans>
            Took part: <bdi>{parts}</bdi>.
          </Trans>
        )}
        {claim.words.length === 1 && claim.words[0] !== undefined && (
          <>
            {' '}
            <Said words={claim.words[0]} />
          </>
        )}
      </p>
      {claim.words.length > 1 && (
        <ol className="points">
          {claim.words.map((words) => (
            <li key={JSON.stringify(words)} className="saying-words">
              <Said words={words} />
            </li>
          ))}
        </ol>
      )}
      <p className="meta saying-meta">
        <Says says={claim.says} /> <SpanTime span={claim.when} /> <Act act={claim.act} />
      </p>
    </div>
  )
}

const Says = ({ says }: { says: Claim['says'] }) => (
  <span className="firmness">
    {says === 'disputes' ? (
      <Trans>disputes it</Trans>
    ) : says === 'clarifies' ? (
      <Trans>clarifies</Trans>
    ) : says === 'account' ? (
      <Trans>account</Trans>
    ) : says === 'issued' ? (
      <Trans>issued</Trans>
    ) : says === 'recorded' ? (
      <Trans>recorded</Trans>
    ) : (
      <Trans>said</Trans>
    )}
  </span>
)
