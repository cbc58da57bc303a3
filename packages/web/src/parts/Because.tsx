import { Trans } from '@lingui/react/macro'
import type { ActRef, Reason } from '../process/seen.ts'
import { Acts } from './Act.tsx'
import { BecauseMark, ComputedMark } from './marks.tsx'

type Known = Readonly<Record<string, ActRef>>

/** The reasons of a status, one a line, each with its acts; the last line says what would change it. */
export const Because = ({
  reasons,
  wouldChange = [],
  known,
}: {
  reasons: readonly Reason[]
  wouldChange?: readonly Reason[]
  known: Known
}) => (
  <div className="because">
    <h2 className="because-label">
      <BecauseMark /> <Trans>Because</Trans>
    </h2>
    <Reasons reasons={reasons} known={known} />
    {wouldChange.length > 0 && (
      <p className="would-change meta">
        <ComputedMark /> <Trans>Would change it:</Trans>{' '}
        {wouldChange.map((reason, index) => (
          <span key={`${reason.rule} ${reason.text}`}>
            {index > 0 && ' '}
            {reason.text}
            <Acts hashes={reason.acts} known={known} />
          </span>
        ))}
      </p>
    )}
  </div>
)

export const Reasons = ({ reasons, known }: { reasons: readonly Reason[]; known: Known }) => (
  <ul className="reasons">
    {reasons.map((reason) => (
      <li key={`${reason.rule} ${reason.text}`}>
        {reason.text}
        <Acts hashes={reason.acts} known={known} />
      </li>
    ))}
  </ul>
)
