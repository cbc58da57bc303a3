import { Trans } from '@lingui/react/macro'
import { Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import type { Timeline } from '../process/seen.ts'
import { shareOf, TAIL, type Window } from './window.ts'

/** Rounds as bars, each with its place and the number that each side gives it. */
export const Rounds = ({ timeline, window }: { timeline: Timeline; window: Window }) => (
  <ul className="rounds">
    {timeline.rounds.map((round) => {
      const [from, until] = [shareOf(window, round.from), shareOf(window, round.until ?? timeline.until)]
      const first = round.acts[0]
      if (until <= 0 || from >= (window.columns - TAIL) / window.columns) return null
      return (
        <li key={round.id} className="round" style={{ insetInlineStart: `${from * 100}%` }}>
          <span className="round-bar" style={{ inlineSize: `max(calc((100cqi) * ${until - from}), 0.5rem)` }} />
          <span className="round-name">
            {round.place !== null && <Said words={round.place} />}
            {round.numbers.map(({ by, number }) => (
              <span key={typeof by === 'string' ? by : JSON.stringify(by)} className="meta">
                {' '}
                <Trans>
                  no. <bdi>{number}</bdi>, as counted by
                </Trans>{' '}
                {typeof by === 'string' ? <bdi>{by}</bdi> : <Said words={by} />}
              </span>
            ))}
            {first !== undefined && (
              <>
                {' '}
                <Act act={first} />
              </>
            )}
          </span>
        </li>
      )
    })}
  </ul>
)

/** Commitments as bars, from their first word on. */
export const Bars = ({ timeline, window }: { timeline: Timeline; window: Window }) => (
  <ul className="bars">
    {timeline.commitments.map((commitment) => {
      const [from, until] = [shareOf(window, commitment.from), shareOf(window, commitment.until ?? timeline.until)]
      if (until <= 0 || from >= (window.columns - TAIL) / window.columns) return null
      return (
        <li key={commitment.id} style={{ paddingInlineStart: `${from * 100}%` }}>
          <span className="bar" style={{ inlineSize: `calc(100cqi * ${until - from})` }}>
            <Said words={commitment.title} /> <Act act={commitment.act} />
          </span>
        </li>
      )
    })}
  </ul>
)
