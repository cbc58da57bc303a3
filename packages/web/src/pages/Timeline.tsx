import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { Choice } from '../parts/Choice.tsx'
import { ClaimPair } from '../parts/ClaimPair.tsx'
import { Differs } from '../parts/Differs.tsx'
import { EventWords } from '../parts/EventWords.tsx'
import { hueOf, Party } from '../parts/Party.tsx'
import { Loading, Refused } from '../parts/states.tsx'
import { useWide } from '../parts/useWide.ts'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Timeline as Seen, TimelineEvent } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import type { Zoom } from '../routes/search.ts'
import { type Boxed, packLanes, rowsOf } from '../timeline/lanes.ts'
import { columnOf, shareOf, TAIL, type Window, windowOf, zoomFor } from '../timeline/window.ts'
import { atOf, dayText, instantOf } from '../time/day.ts'
import { SpanTime } from '../time/Time.tsx'
import { TimelineList } from './TimelineList.tsx'
import './timeline.css'

/** So many events are drawn as boxes; more are a list, or a closer zoom. */
const BOXES = 300

/** Lanes of every party, of rounds and third parties, of incidents and commitments, on common columns. */
export const Timeline = () => {
  const search = useSearch({ from: '/p/$ref/timeline' })
  const { view, refusal, differs } = useView<Seen>('timeline', search.at)
  if (view === null)
    return refusal === null ? <Loading lines={10} /> : <Refused title={<Trans>The timeline did not load.</Trans>} refusal={refusal} />
  return <Lanes timeline={view} search={search} differs={differs} />
}

type Search = { at?: string; zoom?: Zoom; from?: string }

const Lanes = ({ timeline, search, differs }: { timeline: Seen; search: Search; differs: readonly string[] }) => {
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
  const parties = timeline.process.bodies.filter((body) => body.roles.includes('party'))
  const all = [...timeline.third, ...parties.flatMap((party) => timeline.parties[party.id] ?? []), ...timeline.incidents]
  const inside = (event: TimelineEvent) => {
    const column = columnOf(window, event.when.from)
    return column >= 0 && column < window.dated
  }
  const shown = all.filter(inside)
  const pairs = pairsAt(timeline, at)
  const [total, count] = [all.length, wide ? shown.length : all.length]
  const asList = !wide || shown.length > BOXES
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
        <ListWithNote wide={wide} events={all} bodies={timeline.process.bodies} />
      ) : (
        <Board timeline={timeline} window={window} at={at} zoom={zoom} inside={inside} />
      )}
      {pairs.length > 0 && (
        <section className="at-claims">
          {pairs.map((pair) => (
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

const ListWithNote = ({ wide, events, bodies }: { wide: boolean; events: readonly TimelineEvent[]; bodies: Seen['process']['bodies'] }) => (
  <>
    {wide && (
      <p className="meta list-note">
        <Trans>Too many events for lanes: they are listed in order. A closer zoom shows lanes.</Trans>
      </p>
    )}
    <TimelineList events={events} bodies={bodies} />
  </>
)

/** The claims of the day that is looked at, else of the last day before it that has some. */
const pairsAt = (timeline: Seen, at: string) => {
  const before = timeline.pairs.filter((pair) => pair.when.from < at)
  const last = before.reduce((latest, pair) => (pair.when.from > latest ? pair.when.from : latest), '').slice(0, 10)
  return before.filter((pair) => pair.when.from.startsWith(last))
}

type Inside = (event: TimelineEvent) => boolean

const Board = ({ timeline, window, at, zoom, inside }: { timeline: Seen; window: Window; at: string; zoom: Zoom; inside: Inside }) => {
  const parties = timeline.process.bodies.filter((body) => body.roles.includes('party'))
  const place = (events: readonly TimelineEvent[]) => byColumn(events.filter(inside), window)
  const packed = packLanes(parties.map((party) => place(timeline.parties[party.id] ?? [])))
  const rows = rowsOf(packed)
  const [third = []] = packLanes([place(timeline.third)])
  const [incidents = []] = packLanes([place(timeline.incidents)])
  return (
    <div className="lanes" style={{ ['--columns' as string]: window.columns }}>
      <DayAxis window={window} zoom={zoom} at={at} />
      <div className="lanes-body">
        <span className="at-line" style={{ ['--share' as string]: shareOf(window, at) }} aria-hidden="true" />
        <Lane label={<Trans>Rounds</Trans>} note={<Trans>and third parties</Trans>}>
          <Rounds timeline={timeline} window={window} />
          <Boxes boxes={third} rows={rowsOf([third])} hue={0} />
        </Lane>
        {parties.map((party, index) => (
          <Lane key={party.id} label={<Party body={party} />} note={<Said words={party.names} />}>
            <Boxes boxes={packed[index] ?? []} rows={rows} hue={party.place} />
          </Lane>
        ))}
        <Lane label={<Trans>Incidents</Trans>} note={<Trans>alleged; no finding on any</Trans>}>
          <Boxes boxes={incidents} rows={rowsOf([incidents])} hue={null} />
        </Lane>
        <Lane label={<Trans>Commitments</Trans>} note={<Trans>from their first word on</Trans>}>
          <Bars timeline={timeline} window={window} />
        </Lane>
      </div>
    </div>
  )
}

const Lane = ({ label, note, children }: { label: ReactNode; note: ReactNode; children: ReactNode }) => (
  <section className="lane-row">
    <div className="lane-label">
      <h2>{label}</h2>
      <p className="meta">{note}</p>
    </div>
    <div className="lane-space">{children}</div>
  </section>
)

const DayAxis = ({ window, zoom, at }: { window: Window; zoom: Zoom; at: string }) => {
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

/** What happened in one column is one box. */
const byColumn = (events: readonly TimelineEvent[], window: Window) => {
  const columns = new Map<number, TimelineEvent[]>()
  for (const event of events) {
    const column = columnOf(window, event.when.from)
    const before = columns.get(column)
    if (before === undefined) columns.set(column, [event])
    else before.push(event)
  }
  return [...columns].map(([column, item]) => ({ item, column }))
}

/** So many events of one column are shown at first, in every lane alike. */
const SHOWN = 4

const Boxes = ({ boxes, rows, hue }: { boxes: readonly Boxed<readonly TimelineEvent[]>[]; rows: number; hue: number | null }) => (
  <ul className="boxes" style={{ gridTemplateRows: `repeat(${rows}, minmax(1.5rem, auto))` }}>
    {boxes.map(({ item, column, row, span }) => (
      <li
        key={item[0]?.act.hash ?? column}
        className={hue === null ? 'hue-ink' : hueOf(hue)}
        style={{ gridColumn: `${column + 1} / span ${span}`, gridRow: row + 1 }}
      >
        <Box events={item} />
      </li>
    ))}
  </ul>
)

const Box = ({ events }: { events: readonly TimelineEvent[] }) => {
  const [all, setAll] = useState(false)
  const shown = all ? events : events.slice(0, SHOWN)
  const more = events.length - shown.length
  return (
    <>
      {shown.map((event) => (
        <div key={event.act.hash} className={`box box-${event.firmness} ${event.act.own ? '' : 'box-ascribed'}`}>
          <EventWords event={event} />
        </div>
      ))}
      {more > 0 && (
        <button type="button" className="button button-text box-more" onClick={() => setAll(true)}>
          <Plural value={more} one="# more" other="# more" />
        </button>
      )}
    </>
  )
}

const Rounds = ({ timeline, window }: { timeline: Seen; window: Window }) => (
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

const Bars = ({ timeline, window }: { timeline: Seen; window: Window }) => (
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
