import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { Choice } from '../parts/Choice.tsx'
import { ClaimPair } from '../parts/ClaimPair.tsx'
import { Differs } from '../parts/Differs.tsx'
import { Loading, Refused } from '../parts/states.tsx'
import { useWide } from '../parts/useWide.ts'
import type { Timeline as View } from '../process/seen.ts'
import { type Seen, useView } from '../process/useView.ts'
import type { Zoom } from '../routes/search.ts'
import { Board, isInside } from '../timeline/Board.tsx'
import { EVENTS_PAGE, eventsOf, holds, isLastBefore } from '../timeline/part.ts'
import { windowOf, zoomFor } from '../timeline/window.ts'
import { dayText, instantOf } from '../time/day.ts'
import { SpanTime } from '../time/Time.tsx'
import { TimelineList } from './TimelineList.tsx'
import './timeline.css'

/** Lanes of every party, of rounds and third parties, of incidents and commitments, on common columns. */
export const Timeline = () => {
  const search = useSearch({ from: '/p/$ref/timeline' })
  const head = useView<View>('timeline', { at: search.at, limit: String(EVENTS_PAGE) })
  if (head.view === null)
    return head.refusal === null ? (
      <Loading lines={10} />
    ) : (
      <Refused title={<Trans>The timeline did not load.</Trans>} refusal={head.refusal} />
    )
  return <Lanes head={head} timeline={head.view} search={search} />
}

type Search = { at?: string; zoom?: Zoom; from?: string }

/** The first answer holds the latest events. Where these do not reach back to the window, those of the window are asked for. */
const Lanes = ({ head, timeline, search }: { head: Seen<View>; timeline: View; search: Search }) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const navigate = useNavigate({ from: '/p/$ref/timeline' })
  const wide = useWide(1024)
  const wider = useWide(1280)
  const [from, until] = [Date.parse(timeline.from), Date.parse(timeline.until)]
  const at = (search.at === undefined ? null : instantOf(search.at)) ?? timeline.until
  const zoom = search.zoom ?? zoomFor(from, until)
  const window = windowOf({
    from,
    until,
    at: Date.parse(at),
    zoom,
    columns: wider ? 40 : 30,
    start: search.from === undefined ? undefined : Date.parse(instantOf(search.from) ?? timeline.from),
  })
  const end = new Date(window.from + window.dated * window.unit).toISOString()
  const whole = !wide || holds(timeline, window) || isLastBefore(timeline, end)
  const further = useView<View>(whole ? null : 'timeline', { at: search.at, until: end, limit: String(EVENTS_PAGE) })
  const { view: events, differs } = whole ? head : { ...further, differs: [...head.differs, ...further.differs] }
  const asList = !wide || (further.settled && events !== null && !holds(events, window))
  const { total } = timeline.page
  const count = asList || events === null ? total : eventsOf(events).filter((event) => isInside(window, event)).length
  const move = (by: number) =>
    navigate({
      search: (before) => ({ ...before, from: new Date(window.from + by * (window.dated - 2) * window.unit).toISOString() }),
      resetScroll: false,
    })
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Timeline</Trans>
        </h1>
        <span className="meta">
          <bdi>{dayText(timeline.from, language)}</bdi> – <bdi>{dayText(new Date(until - 1).toISOString(), language)}</bdi>
          {' · '}
          <Trans>
            {count} of {total} events, each with its act
          </Trans>
        </span>
        {wide && (
          <div className="page-end">
            {zoom !== 'whole' && (
              <>
                <button type="button" className="button button-text" disabled={window.from <= from} onClick={() => move(-1)}>
                  <Trans>Earlier</Trans>
                </button>
                <button
                  type="button"
                  className="button button-text"
                  disabled={window.from + window.dated * window.unit >= until}
                  onClick={() => move(1)}
                >
                  <Trans>Later</Trans>
                </button>
              </>
            )}
            <Choice
              label={t`Zoom`}
              chosen={zoom}
              options={[
                { value: 'hours', text: t`Hours` },
                { value: 'days', text: t`Days` },
                { value: 'weeks', text: t`Weeks` },
                { value: 'whole', text: t`Whole process` },
              ]}
              onChoose={(chosen) =>
                navigate({
                  search: (before) => ({ ...(before.at === undefined ? {} : { at: before.at }), zoom: chosen }),
                  resetScroll: false,
                })
              }
            />
          </div>
        )}
      </div>
      <Differs places={differs} />
      {asList ? (
        <ListWithNote key={search.at} wide={wide} head={head} at={search.at} />
      ) : events === null ? (
        further.refusal === null ? (
          <Loading lines={10} />
        ) : (
          <Refused title={<Trans>The timeline did not load.</Trans>} refusal={further.refusal} />
        )
      ) : (
        <Board timeline={timeline} events={events} window={window} at={at} zoom={zoom} />
      )}
      {timeline.pairs.length > 0 && (
        <section className="at-claims">
          {timeline.pairs.map((pair) => (
            <div key={pair.about} className="at-claim">
              <div>
                <p className="as-of-date">
                  <SpanTime span={pair.when} length="long" />
                </p>
                <p className="text">
                  <Said words={pair.title} />
                </p>
                {pair.confirmation !== null && (
                  <p className="meta">
                    <Trans>Independent confirmation:</Trans> <Said words={pair.confirmation} />
                  </p>
                )}
              </div>
              <ClaimPair pair={pair} />
            </div>
          ))}
        </section>
      )}
    </>
  )
}

const ListWithNote = ({ wide, head, at }: { wide: boolean; head: Seen<View>; at: string | undefined }) => (
  <>
    {wide && (
      <p className="meta list-note">
        <Trans>Too many events for lanes: they are listed in order. A closer zoom shows lanes.</Trans>
      </p>
    )}
    <TimelineList head={head} at={at} />
  </>
)
