import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Said } from '../language/Said.tsx'
import { Party } from '../parts/Party.tsx'
import type { Timeline, TimelineEvent } from '../process/seen.ts'
import type { Zoom } from '../routes/search.ts'
import { Bars, Rounds } from './Bars.tsx'
import { Boxes, byColumn } from './Boxes.tsx'
import { DayAxis } from './DayAxis.tsx'
import { packLanes, rowsOf } from './lanes.ts'
import { columnOf, shareOf, type Window } from './window.ts'

/** Whether an event lies in the window. */
export const isInside = (window: Window, event: TimelineEvent): boolean => {
  const column = columnOf(window, event.when.from)
  return column >= 0 && column < window.dated
}

/** Lanes on common columns: rounds and third parties, each party, incidents, commitments. `events` of the window, rounds and commitments of `timeline`. */
export const Board = ({
  timeline,
  events,
  window,
  at,
  zoom,
}: {
  timeline: Timeline
  events: Timeline
  window: Window
  at: string
  zoom: Zoom
}) => {
  const parties = timeline.process.bodies.filter((body) => body.roles.includes('party'))
  const place = (some: readonly TimelineEvent[]) =>
    byColumn(
      some.filter((event) => isInside(window, event)),
      window,
    )
  const packed = packLanes(parties.map((party) => place(events.parties[party.id] ?? [])))
  const rows = rowsOf(packed)
  const [third = []] = packLanes([place(events.third)])
  const [incidents = []] = packLanes([place(events.incidents)])
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
