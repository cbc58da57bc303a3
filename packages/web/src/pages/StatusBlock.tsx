import { Plural, Trans } from '@lingui/react/macro'
import { useListed } from '../language/LanguageRoom.tsx'
import { Because } from '../parts/Because.tsx'
import type { Overview } from '../process/seen.ts'
import { Day } from '../time/Time.tsx'

/** Longer sentences are set smaller (look, *First sentence*). */
const LONG_SENTENCE = 240

/** The sentence with its authors, since when and by whom it is seen so, and why. */
export const StatusBlock = ({ overview }: { overview: Overview }) => {
  const { standing, acts, headline } = overview
  const length = headline.computed.length + headline.authors.reduce((sum, author) => sum + author.text.length + 1, 0)
  return (
    <div className="status-block">
      <h1 className="status" data-long={length > LONG_SENTENCE || undefined}>
        <strong>{headline.computed}</strong>
        {headline.authors.map((author) => (
          <span key={author.body}> {author.text}</span>
        ))}
      </h1>
      <p className="meta status-meta">
        {standing.talks.since !== null && (
          <>
            <Trans>
              since <Day at={standing.talks.since} />
            </Trans>
            {' · '}
          </>
        )}
        <SeenBy overview={overview} />
        {standing.computedWithout > 0 && (
          <>
            {' · '}
            <Without count={standing.computedWithout} />
          </>
        )}
      </p>
      <Because reasons={standing.talks.because} wouldChange={standing.talks.wouldChange} known={acts} />
    </div>
  )
}

const SeenBy = ({ overview }: { overview: Overview }) => {
  const bodies = useListed()(overview.standing.seenBy)
  return (
    <Trans>
      as seen by <bdi>{bodies}</bdi>
    </Trans>
  )
}

const Without = ({ count }: { count: number }) => (
  <Plural
    value={count}
    one="computed without # act that this version does not know"
    other="computed without # acts that this version does not know"
  />
)
