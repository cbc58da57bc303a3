import { Trans } from '@lingui/react/macro'
import { SayingLine } from '../parts/ClaimPair.tsx'
import { PartyOf, Strip } from '../parts/Party.tsx'
import { SayingActions } from '../parts/SayingActions.tsx'
import { About, SayingKind } from '../parts/SourceSaying.tsx'
import type { BodyView, Saying, SourcePage } from '../process/seen.ts'

/** The statements of a source, each with the way to its place in the text. */
export const PlacedStatements = ({
  sayings,
  bodies,
  titles,
  standing,
  active,
  onActive,
}: {
  sayings: readonly Saying[]
  bodies: readonly BodyView[]
  titles: SourcePage['titles']
  /** ids of those that stand in the text */
  standing: ReadonlySet<string>
  active: string | null
  onActive: (id: string | null) => void
}) => (
  <ol className="beside-list">
    {sayings.map((saying) => {
      const id = saying.act.hash
      return (
        <li
          key={id}
          id={`beside-${id}`}
          data-active={active === id || undefined}
          onPointerEnter={() => onActive(id)}
          onPointerLeave={() => onActive(null)}
          onFocus={() => onActive(id)}
          onBlur={() => onActive(null)}
        >
          {saying.body !== null && (
            <>
              <Strip place={bodies.find((body) => body.id === saying.body)?.place ?? 0} />
              <PartyOf id={saying.body} bodies={bodies} />
            </>
          )}
          <SayingLine saying={saying} quoted />
          <SayingKind saying={saying} inline />
          <About saying={saying} titles={titles} />
          <p className="meta beside-links">
            {standing.has(id) ? (
              <a href={`#place-${id}`}>
                <Trans>In the text</Trans>
              </a>
            ) : (
              <Trans>its place in the text is not on the record</Trans>
            )}
            <SayingActions saying={saying} />
          </p>
        </li>
      )
    })}
  </ol>
)
