// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by the grid and by the virtual list, which table and list elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: these are rows and cells of a table to read; the links and buttons in them take the focus
import { Trans } from '@lingui/react/macro'
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Differs } from '../parts/Differs.tsx'
import { EventWords } from '../parts/EventWords.tsx'
import { hueOf, PartyOf } from '../parts/Party.tsx'
import { Refused } from '../parts/states.tsx'
import type { BodyView, Timeline, TimelineEvent } from '../process/seen.ts'
import { type Seen, useView } from '../process/useView.ts'
import { EVENTS_PAGE, eventsOf } from '../timeline/part.ts'

const ROW = 76

/** All events in order, for a narrow window and for more than can be drawn; only what is in sight is in the page, and asked for. */
export const TimelineList = ({ head, at }: { head: Seen<Timeline>; at: string | undefined }) => {
  const list = useRef<HTMLDivElement>(null)
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), [])
  const total = head.view?.page.total ?? 0
  const rows = useWindowVirtualizer({ count: total, estimateSize: () => ROW, overscan: 8, scrollMargin: margin })
  const items = rows.getVirtualItems()
  const pages = [...new Set(items.map((item) => item.index - (item.index % EVENTS_PAGE)))]
  return (
    <div ref={list} role="list" className="event-list" style={{ blockSize: rows.getTotalSize() }}>
      {pages.map((first) => (
        <EventsOfPage
          key={first}
          first={first}
          items={items.filter(({ index }) => index >= first && index < first + EVENTS_PAGE)}
          head={head.view?.page.first === first ? head : null}
          at={at}
          place={{ total, margin, measure: rows.measureElement }}
        />
      ))}
    </div>
  )
}

type Place = { readonly total: number; readonly margin: number; readonly measure: (row: Element | null) => void }

const EventsOfPage = ({
  first,
  items,
  head,
  at,
  place,
}: {
  first: number
  items: readonly VirtualItem[]
  head: Seen<Timeline> | null
  at: string | undefined
  place: Place
}) => {
  const own = useView<Timeline>(head === null ? 'timeline' : null, { at, first: String(first), limit: String(EVENTS_PAGE) })
  const { view, refusal, differs } = head ?? own
  const events = useMemo(() => (view === null ? [] : eventsOf(view)), [view])
  return items.map((item, index) => {
    const event = events[item.index - first]
    return (
      <div
        key={item.key}
        ref={place.measure}
        data-index={item.index}
        role="listitem"
        aria-setsize={place.total}
        aria-posinset={item.index + 1}
        className="event-row"
        style={{ transform: `translateY(${item.start - place.margin}px)` }}
      >
        {index === 0 && head === null && <Differs places={differs} />}
        {event !== undefined && view !== null ? (
          <Event event={event} bodies={view.process.bodies} />
        ) : refusal !== null ? (
          <Refused title={<Trans>The timeline did not load.</Trans>} refusal={refusal} />
        ) : (
          <div className="event-unread" />
        )}
      </div>
    )
  })
}

const Event = ({ event, bodies }: { event: TimelineEvent; bodies: readonly BodyView[] }) => (
  <div
    className={`box ${event.body === null ? 'hue-ink' : hueOf(bodies.find((body) => body.id === event.body)?.place ?? 0)} box-${event.firmness} ${event.act.own ? '' : 'box-ascribed'}`}
  >
    {event.body !== null && <PartyOf id={event.body} bodies={bodies} />}
    <EventWords event={event} />
  </div>
)
