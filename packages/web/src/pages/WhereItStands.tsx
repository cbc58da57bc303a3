import { Trans } from '@lingui/react/macro'
import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Differs } from '../parts/Differs.tsx'
import { Loading, Refused } from '../parts/states.tsx'
import { useWide } from '../parts/useWide.ts'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Overview } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { AsOfRow } from '../slider/AsOfRow.tsx'
import { OwnRequests } from './OwnRequests.tsx'
import { ConditionPair } from './ConditionPair.tsx'
import { Matrix } from './Matrix.tsx'
import { PairSection } from './PairSection.tsx'
import { CheckedSection, DatesSection, LadderSection, TextSection } from './StandingSections.tsx'
import { StatusBlock } from './StatusBlock.tsx'

/** A process's first page: the sentence with its authors, the reasons, claims, issues, form, dates, as of any moment of its life. */
export const WhereItStands = () => {
  const { at, known } = useSearch({ from: '/p/$ref/' })
  const asOf = { at, known: known === 'then' ? at : undefined }
  const { view, refusal, differs } = useView<Overview>('overview', asOf)
  if (view === null)
    return refusal === null ? (
      <Loading lines={9} />
    ) : (
      <div className="page-head">
        <Refused title={<Trans>Nothing can be shown for this time.</Trans>} refusal={refusal} onward={<BackToLast />} />
      </div>
    )
  return (
    <>
      <AsOfRow overview={view} at={at} known={known} />
      {refusal !== null && (
        <Refused
          title={<Trans>Nothing can be shown for this time.</Trans>}
          refusal={refusal}
          kept={<Trans>the last good view, below.</Trans>}
          onward={<BackToLast />}
        />
      )}
      <Differs places={differs} />
      <Page overview={view} requests={<OwnRequests {...asOf} />} />
    </>
  )
}

const BackToLast = () => {
  const { ref } = useProcess()
  return (
    <Link to="/p/$ref" params={{ ref }} search={{}}>
      <Trans>see the latest moment</Trans>
    </Link>
  )
}

const Page = ({ overview, requests }: { overview: Overview; requests: ReactNode }) => {
  const wide = useWide(1024)
  const conditional = overview.commitments.filter((commitment) => commitment.conditions.length > 0)
  const conditionalIds = new Set<string>(conditional.map((commitment) => commitment.id))
  const latest = overview.pairs.findLast((pair) => !conditionalIds.has(pair.about))
  const pairs = (
    <>
      {conditional.map((commitment) => (
        <ConditionPair key={commitment.id} commitment={commitment} overview={overview} />
      ))}
      {latest !== undefined && <PairSection pair={latest} overview={overview} />}
    </>
  )
  const ladder = (
    <section className="section">
      <LadderSection overview={overview} />
    </section>
  )
  const issues = (
    <section className="section">
      <div className="section-head">
        <h2>
          <Trans>Issues, latest position of each side</Trans>
        </h2>
        <span className="meta note">
          <Trans>in our own words, each with its act</Trans>
        </span>
      </div>
      <Matrix rows={overview.matrix} />
    </section>
  )
  const rest = (
    <div className="where-two">
      <section className="section">
        <DatesSection overview={overview} />
      </section>
      <section className="section">
        <TextSection overview={overview} />
      </section>
    </div>
  )
  const checked = (
    <section className="section">
      <CheckedSection />
    </section>
  )
  if (!wide)
    return (
      <div className="where where-main">
        <StatusBlock overview={overview} />
        {requests}
        {pairs}
        {issues}
        {ladder}
        {rest}
        {checked}
      </div>
    )
  return (
    <div className="where">
      <div className="where-main">
        <StatusBlock overview={overview} />
        {issues}
        {rest}
      </div>
      <div className="where-side">
        {requests}
        {pairs}
        {ladder}
        {checked}
      </div>
    </div>
  )
}
