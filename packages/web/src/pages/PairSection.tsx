import { Trans } from '@lingui/react/macro'
import { Said } from '../language/Said.tsx'
import { ClaimPair } from '../parts/ClaimPair.tsx'
import type { ClaimPair as Pair, Overview, Span } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'

/** The claims about one thing, with its title and time. */
export const PairSection = ({ pair, overview }: { pair: Pair; overview: Overview }) => {
  const commitment = overview.commitments.find((one) => one.id === pair.about)
  // a round is about its days, not about the day on which it was announced
  const round = overview.life.find((mark) => mark.act === pair.about && mark.kind === 'round')
  const when: Span = round === undefined || round.until === null ? pair.when : { from: round.at, until: round.until }
  return (
    <section className="section">
      <div className="section-head">
        <h2>
          <Said words={pair.title} />
        </h2>
        <span className="meta">
          <SpanTime span={when} length="long" />
        </span>
      </div>
      <ClaimPair pair={pair} named />
      {pair.confirmation !== null && (
        <p className="meta pair-note">
          <Trans>Independent confirmation:</Trans> <Said words={pair.confirmation} />
        </p>
      )}
      {commitment !== undefined && <p className="meta pair-note">{commitment.statusText}</p>}
    </section>
  )
}
