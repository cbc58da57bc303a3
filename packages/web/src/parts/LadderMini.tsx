import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Said } from '../language/Said.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { BodyView, CommitmentView } from '../process/seen.ts'
import { Pin } from './Party.tsx'
import { consentPlace, TEXT_RUNGS, textPlace, useFormText } from './rungs.tsx'
import './ladder.css'

/** The ladder in miniature: one line a commitment, one pin a debtor at the furthest rung it has reached. */
export const LadderMini = ({ commitments, bodies }: { commitments: readonly CommitmentView[]; bodies: readonly BodyView[] }) => {
  const formText = useFormText()
  const { ref } = useProcess()
  return (
    <div className="mini">
      <div className="mini-axis meta" aria-hidden="true">
        <span className="mini-said">
          <Trans>said</Trans>
        </span>
        <span className="mini-written">
          <Trans>in writing</Trans>
        </span>
        <span className="mini-consent">
          <Trans>consent</Trans>
        </span>
      </div>
      <ul>
        {commitments.map((commitment) => (
          <li key={commitment.id} className="mini-row">
            <span className="mini-name">
              <Link to="/p/$ref/commitments" params={{ ref }} search={{ act: commitment.id }}>
                <Said words={commitment.title} />
              </Link>
            </span>
            <span className="mini-line">
              <span className="unseen">{formText(commitment.lanes)}</span>
              {place(commitment).map(({ column, pins }) => (
                <span key={column} className="mini-pin" style={{ gridColumn: column }}>
                  {pins.map(({ debtor, dashed }) => (
                    <Pin key={debtor} body={bodies.find((body) => body.id === debtor)} dashed={dashed} />
                  ))}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Columns: eight of text, a gap, five of consent. Each debtor's pin stands at the furthest rung it has reached, pins of one rung side by side. */
const place = (commitment: CommitmentView) => {
  const columns = new Map<number, { debtor: string; dashed: boolean }[]>()
  for (const lane of commitment.lanes) {
    const consent = lane.consent === null ? -1 : consentPlace(lane.consent.rung)
    const text = lane.text === null ? -1 : textPlace(lane.text.rung)
    const rung = consent >= 0 ? lane.consent : lane.text
    if (rung === null || (consent < 0 && text < 0)) continue
    const column = consent >= 0 ? TEXT_RUNGS.length + 2 + consent : text + 1
    columns.set(column, [...(columns.get(column) ?? []), { debtor: lane.debtor, dashed: rung.dashed }])
  }
  return [...columns].map(([column, pins]) => ({ column, pins }))
}
