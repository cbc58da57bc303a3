import { Trans } from '@lingui/react/macro'
import { useListed } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { Acts } from '../parts/Act.tsx'
import { ConditionMark } from '../parts/marks.tsx'
import { Party, Strip } from '../parts/Party.tsx'
import type { CommitmentView, Condition, Overview } from '../process/seen.ts'

export const ConditionText = ({ status }: { status: Condition['status'] }) =>
  status === 'met' ? (
    <Trans>Condition met</Trans>
  ) : status === 'not-met' ? (
    <Trans>Condition not met</Trans>
  ) : (
    <Trans>Cannot be determined</Trans>
  )

/** A commitment that sides keep under conditions: what each states, in its own column, none summed up. */
export const ConditionPair = ({ commitment, overview }: { commitment: CommitmentView; overview: Overview }) => {
  const parties = overview.process.bodies.filter((body) => body.roles.includes('party'))
  return (
    <section className="section">
      <div className="section-head">
        <h2>
          <Said words={commitment.title} />
        </h2>
      </div>
      <p className="text pair-lead">
        {commitment.because.length === 0
          ? commitment.statusText
          : commitment.because.map((reason) => (
              <span key={reason.rule + reason.text}>
                {reason.text}
                <Acts hashes={reason.acts} known={overview.acts} />{' '}
              </span>
            ))}
      </p>
      <div className="claims" data-columns={parties.length}>
        {parties.map((party) => {
          const stated = commitment.conditions.filter((condition) => condition.statedBy.includes(party.id))
          return (
            <div key={party.id} className="claim">
              <Strip place={party.place} />
              <Party body={party} named />
              {stated.map((condition) => (
                <ConditionOf key={JSON.stringify(condition.words)} condition={condition} overview={overview} />
              ))}
              {stated.length === 0 && (
                <p className="gap">
                  <Trans>No condition stated.</Trans>
                </p>
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}

const ConditionOf = ({ condition, overview }: { condition: Condition; overview: Overview }) => {
  const listed = useListed()
  return (
    <div className="saying">
      <p className="saying-words">
        <Said words={condition.words} />
      </p>
      <p className="meta">
        <Trans>
          stated by <bdi>{listed(condition.statedBy)}</bdi>, turns on <bdi>{condition.on}</bdi>
        </Trans>
        <Acts hashes={condition.because.flatMap((reason) => reason.acts)} known={overview.acts} />
      </p>
      <p className="meta condition-mark">
        <ConditionMark status={condition.status} /> <ConditionText status={condition.status} />
      </p>
    </div>
  )
}
