// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by the grid and by the virtual list, which table and list elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: these are rows and cells of a table to read; the links and buttons in them take the focus
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { EventWords } from '../parts/EventWords.tsx'
import { hueOf, PartyOf } from '../parts/Party.tsx'
import type { BodyView, TimelineEvent } from '../process/seen.ts'

const ROW = 76

/** The same events in order, for a narrow window and for more than can be drawn; only what is in sight is in the page. */
export const TimelineList = ({ events, bodies }: { events: readonly TimelineEvent[]; bodies: readonly BodyView[] }) => {
  const list = useRef<HTMLDivElement>(null)
  const ordered = useMemo(
    () =>
      [...events].sort((one, other) =>
        one.when.from < other.when.from ? -1 : one.when.from > other.when.from ? 1 : one.act.index - other.act.index,
      ),
    [events],
  )
  const rows = useWindowVirtualizer({
    count: ordered.length,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
  })
  return (
    <div ref={list} role="list" className="event-list" style={{ blockSize: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((row) => {
        const event = ordered[row.index]
        if (event === undefined) return null
        return (
          <div
            key={event.act.hash}
            ref={rows.measureElement}
            data-index={row.index}
            role="listitem"
            aria-setsize={ordered.length}
            aria-posinset={row.index + 1}
            className="event-row"
            style={{ transform: `translateY(${row.start - rows.options.scrollMargin}px)` }}
          >
            <div
              className={`box ${event.body === null ? 'hue-ink' : hueOf(bodies.find((body) => body.id === event.body)?.place ?? 0)} box-${event.firmness} ${event.act.own ? '' : 'box-ascribed'}`}
            >
              {event.body !== null && <PartyOf id={event.body} bodies={bodies} />}
              <EventWords event={event} />
            </div>
          </div>
        )
      })}
    </div>
  )
}
