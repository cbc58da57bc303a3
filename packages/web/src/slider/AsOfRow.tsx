import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Choice } from '../parts/Choice.tsx'
import { Comma } from '../parts/Comma.tsx'
import type { Overview } from '../process/seen.ts'
import { atOf, instantOf } from '../time/day.ts'
import { AsOf, useAtText } from './AsOf.tsx'
import { lifeOf } from './stops.ts'

/** What counts at a moment: all that happened by then, or of it what was known then. */
export type Sense = 'then' | undefined

/** The moment that is looked at, the line of the whole life to choose it on, and what counts at it. In a reconstruction known begins at import: no choice. */
export const AsOfRow = ({ overview, at, known }: { overview: Overview; at: string | undefined; known: Sense }) => {
  const { t } = useLingui()
  const navigate = useNavigate({ from: '/p/$ref/' })
  const textOf = useAtText()
  const { process, standing } = overview
  const covered = standing.covered.at(-1)?.until ?? process.covered.at(-1)?.until
  // the line ends where the sources end, else at the newest moment that was shown
  const end = covered ?? (overview.at.as === 'given' ? new Date().toISOString() : overview.at.happened)
  const life = lifeOf(overview.life, { opened: process.covered[0]?.from ?? process.opened, end })
  const shown = (at === undefined ? null : instantOf(at)) ?? overview.at.happened
  const { day, hour } = textOf(shown)
  const look = (moment: string | undefined, sense: Sense) =>
    navigate({
      search: { ...(moment === undefined ? {} : { at: moment }), ...(sense === undefined ? {} : { known: sense }) },
      replace: true,
      resetScroll: false,
    })
  return (
    <div className="as-of">
      <div>
        <div className="meta">
          <Trans>As of</Trans>
          {overview.at.as === 'coverage-end' && at === undefined && (
            <>
              <Comma />
              <Trans>where the sources end</Trans>
            </>
          )}
          {overview.at.as === 'now' && at === undefined && (
            <>
              <Comma />
              <Trans>now</Trans>
            </>
          )}
        </div>
        <div className="as-of-date">
          <bdi>{day}</bdi> <bdi className="zone">{hour}</bdi>
        </div>
      </div>
      <AsOf
        life={life}
        marks={overview.life}
        at={shown}
        known={known === 'then'}
        onMove={(next) => look(next >= life.until ? undefined : atOf(next), known)}
      />
      {process.nature === 'reconstruction' ? (
        <span className="meta">
          <Trans>what had happened by then; known begins at import</Trans>
        </span>
      ) : (
        <Choice
          label={t`What counts at this moment`}
          chosen={known ?? 'all'}
          options={[
            { value: 'all', text: t`what happened by then` },
            { value: 'then', text: t`what was known then` },
          ]}
          onChoose={(sense) => look(at, sense === 'then' ? 'then' : undefined)}
        />
      )}
    </div>
  )
}
