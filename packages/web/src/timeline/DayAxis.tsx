import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Zoom } from '../routes/search.ts'
import { atOf, dayText } from '../time/day.ts'
import { shareOf, type Window } from './window.ts'

/** Columns of a timeline by their days or hours, each a link to its end, and the moment that is looked at. */
export const DayAxis = ({ window, zoom, at }: { window: Window; zoom: Zoom; at: string }) => {
  const { language } = useLanguage()
  const { ref } = useProcess()
  const every = zoom === 'hours' ? 6 : zoom === 'days' ? 7 : 4
  const columns = Array.from({ length: window.dated }, (_, index) => index)
  return (
    <div className="lane-row axis-row">
      <div className="meta">{zoom === 'hours' ? <Trans>hours in UTC</Trans> : <Trans>days in UTC</Trans>}</div>
      <div className="lane-space axis-space">
        {columns.map((column) => {
          const instant = new Date(window.from + column * window.unit).toISOString()
          const monday = zoom === 'days' ? new Date(instant).getUTCDay() === 1 : column % every === 0
          return (
            <span key={column} className="axis-tick" style={{ gridColumn: column + 1 }}>
              {(monday || column === 0) && (
                <Link
                  to="/p/$ref/timeline"
                  params={{ ref }}
                  search={(before) => ({
                    ...before,
                    at: atOf(new Date(window.from + (column + 1) * window.unit).toISOString()),
                    from: new Date(window.from).toISOString(),
                  })}
                  className="axis-day"
                >
                  <bdi>
                    {zoom === 'hours' ? instant.slice(11, 16) : dayText(instant, language, { length: zoom === 'days' ? 'day' : 'short' })}
                  </bdi>
                </Link>
              )}
            </span>
          )
        })}
        <span className="at-label meta" style={{ ['--share' as string]: shareOf(window, at) }}>
          <Trans>
            as of <bdi>{dayText(new Date(Date.parse(at) - 1).toISOString(), language, { length: 'short' })}</bdi>
          </Trans>
        </span>
      </div>
    </div>
  )
}
