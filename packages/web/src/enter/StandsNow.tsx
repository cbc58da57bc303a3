import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Overview } from '../process/seen.ts'

/** Where the talks stand while one enters acts: the sentence changes with the act, and its reasons are one step away. */
export const StandsNow = ({ overview }: { overview: Overview | null }) => {
  const { ref } = useProcess()
  return (
    <section className="stands-now" aria-live="polite">
      <h2 className="meta">
        <Trans>Where it stands now</Trans>
      </h2>
      <p className="stands-now-sentence">{overview?.headline.computed ?? ' '}</p>
      {overview !== null && overview.headline.authors.length > 0 && (
        <p className="stands-now-authors">{overview.headline.authors.map(({ text }) => text).join(' ')}</p>
      )}
      <p className="meta">
        <Link to="/p/$ref" params={{ ref }}>
          <Trans>See why</Trans>
        </Link>
      </p>
    </section>
  )
}
