import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useKeys } from '../keys/useKeys.ts'
import { useListed } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { Act, Acts } from '../parts/Act.tsx'
import { Reasons } from '../parts/Because.tsx'
import { BecauseMark, ConditionMark } from '../parts/marks.tsx'
import { PartyOf } from '../parts/Party.tsx'
import { useRungNames } from '../parts/rungs.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { CommitmentView, Commitments, Condition, Rung } from '../process/seen.ts'
import { Day } from '../time/Time.tsx'

/** Why a commitment stands as it does: its words, its reasons, each condition with its mark, how each debtor came to its rung. */
export const CommitmentSheet = ({ commitment, view }: { commitment: CommitmentView; view: Commitments }) => (
  <aside className="sheet">
    <h2 className="because-label">
      <BecauseMark /> <Trans>Because</Trans>
    </h2>
    <p className="sheet-status">
      {commitment.statusText}
      <Acts
        hashes={commitment.because.filter((reason) => reason.text === commitment.statusText).flatMap((reason) => reason.acts)}
        known={view.acts}
      />
    </p>
    <p className="meta">
      <Trans>
        on the record since <Day at={commitment.since} />
      </Trans>{' '}
      <Act act={commitment.act} />
    </p>
    <div className="sheet-part">
      <p className="text">
        <Said words={commitment.words} />
      </p>
      <CommitmentActions commitment={commitment} />
    </div>
    {commitment.because.some((reason) => reason.text !== commitment.statusText) && (
      <div className="sheet-part">
        <Reasons reasons={commitment.because.filter((reason) => reason.text !== commitment.statusText)} known={view.acts} />
      </div>
    )}
    {commitment.conditions.map((condition) => (
      <ConditionPart key={JSON.stringify(condition.words)} condition={condition} view={view} />
    ))}
    <div className="sheet-part">
      <h3>
        <Trans>How each debtor came to its step</Trans>
      </h3>
      {commitment.lanes.map((lane) => (
        <div key={lane.debtor} className="sheet-lane">
          <PartyOf id={lane.debtor} bodies={view.process.bodies} named />
          <ul>
            {[...lane.textPath, ...lane.consentPath].map((rung) => (
              <RungLine key={`${rung.rung} ${rung.at} ${rung.how.text} ${rung.how.acts.join()}`} rung={rung} view={view} />
            ))}
          </ul>
          {lane.textPath.length + lane.consentPath.length === 0 && (
            <p className="gap">
              <Trans>No word or act of this debtor on the record.</Trans>
            </p>
          )}
        </div>
      ))}
    </div>
    {commitment.disputedBy.length > 0 && (
      <div className="sheet-part">
        <h3>
          <Trans>Disputed</Trans>
        </h3>
        {commitment.disputedBy.map((dispute) => (
          <p key={dispute.act.hash} className="sheet-dispute">
            <PartyOf id={dispute.body} bodies={view.process.bodies} /> <Said words={dispute.words} /> <Act act={dispute.act} />
          </p>
        ))}
      </div>
    )}
    {commitment.leftOpen.length > 0 && (
      <div className="sheet-part">
        <h3>
          <Trans>Left open by the words</Trans>
        </h3>
        <ul className="meta">
          {commitment.leftOpen.map((words) => (
            <li key={JSON.stringify(words)}>
              <Said words={words} />
            </li>
          ))}
        </ul>
      </div>
    )}
  </aside>
)

const RungLine = ({ rung, view }: { rung: Rung; view: Commitments }) => {
  const names = useRungNames()
  return (
    <li className={rung.dashed ? 'rung-line rung-dashed' : 'rung-line'}>
      <strong>{names[rung.rung]}</strong> <span>{rung.how.text}</span>
      <Acts hashes={rung.how.acts} known={view.acts} />
    </li>
  )
}

const ConditionPart = ({ condition, view }: { condition: Condition; view: Commitments }) => {
  const listed = useListed()
  return (
    <div className="sheet-part condition">
      <p className="condition-status">
        <ConditionMark status={condition.status} />{' '}
        {condition.status === 'met' ? (
          <Trans>Condition met</Trans>
        ) : condition.status === 'not-met' ? (
          <Trans>Condition not met</Trans>
        ) : (
          <Trans>Cannot be determined</Trans>
        )}
      </p>
      <p className="text">
        <Said words={condition.words} />
      </p>
      <p className="meta">
        <Trans>
          stated by <bdi>{listed(condition.statedBy)}</bdi>, turns on <bdi>{condition.on}</bdi>
        </Trans>
      </p>
      <Reasons reasons={condition.because} known={view.acts} />
    </div>
  )
}

/** What whoever holds a key here may do about a commitment. */
const CommitmentActions = ({ commitment }: { commitment: CommitmentView }) => {
  const { ref, process } = useProcess()
  const keys = useKeys(process?.id)
  const parties = (process?.bodies ?? []).filter(({ roles }) => roles.includes('party')).map(({ id }) => id as string)
  const mayDispute = keys.some(({ body }) => parties.includes(body))
  const mayAsk = keys.some(({ body }) => parties.includes(body) && commitment.debtors.some((debtor) => debtor !== body))
  if (!mayDispute && !mayAsk) return null
  return (
    <p className="meta saying-actions">
      {mayAsk && (
        <Link to="/p/$ref/ask" params={{ ref }} search={{ act: commitment.id }}>
          <Trans>Ask for it in writing</Trans>
        </Link>
      )}
      {mayDispute && (
        <Link to="/p/$ref/dispute" params={{ ref }} search={{ act: commitment.id }}>
          <Trans>Dispute this</Trans>
        </Link>
      )}
    </p>
  )
}
