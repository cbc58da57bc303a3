import { Plural } from '@lingui/react/macro'
import { useState } from 'react'
import { EventWords } from '../parts/EventWords.tsx'
import { hueOf } from '../parts/Party.tsx'
import type { TimelineEvent } from '../process/seen.ts'
import type { Boxed } from './lanes.ts'
import { columnOf, type Window } from './window.ts'

/** What happened in one column is one box. */
export const byColumn = (events: readonly TimelineEvent[], window: Window) => {
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

/** The events of one lane, each in its column and sub-row. */
export const Boxes = ({ boxes, rows, hue }: { boxes: readonly Boxed<readonly TimelineEvent[]>[]; rows: number; hue: number | null }) => (
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
