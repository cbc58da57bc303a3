// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by the grid and by the virtual list, which table and list elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: these are rows and cells of a table to read; the links and buttons in them take the focus
import { Trans } from '@lingui/react/macro'
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Differs } from '../parts/Differs.tsx'
import { Source } from '../parts/Source.tsx'
import { SourceSaying } from '../parts/SourceSaying.tsx'
import { Refused } from '../parts/states.tsx'
import type { SourceRow, Statements } from '../process/seen.ts'
import { type Seen, useView } from '../process/useView.ts'

const ROW = 220
/** Rows asked for at once: about 200 kB. The contract allows no more. */
export const ROWS_PAGE = 40

/** Rows of sources, so many as there are; those in sight are asked for, a page at a time. `head` is the page that came first. */
export const SourceRows = ({
  head,
  view,
  by,
  act,
}: {
  head: Seen<Statements>
  view: Statements
  by: string | undefined
  act: string | undefined
}) => {
  const list = useRef<HTMLDivElement>(null)
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), [])
  const { total, first } = view.page
  const virtual = useWindowVirtualizer({ count: total, estimateSize: () => ROW, overscan: 4, scrollMargin: margin })
  const at = act === undefined ? -1 : view.rows.findIndex((row) => row.source === act || row.sayings.some((saying) => saying === act))
  const wanted = at < 0 ? -1 : first + at
  // biome-ignore lint/correctness/useExhaustiveDependencies: scroll once for each act of the address
  useEffect(() => {
    if (wanted >= 0) virtual.scrollToIndex(wanted, { align: 'start' })
  }, [wanted])
  const items = virtual.getVirtualItems()
  const pages = [...new Set(items.map((item) => item.index - (item.index % ROWS_PAGE)))]
  return (
    <div ref={list} role="list" className="sources" style={{ blockSize: virtual.getTotalSize() }}>
      {pages.map((page) => (
        <RowsOfPage
          key={page}
          first={page}
          items={items.filter(({ index }) => index >= page && index < page + ROWS_PAGE)}
          head={page === first ? head : null}
          by={by}
          act={act}
          place={{ total, margin, measure: virtual.measureElement }}
        />
      ))}
    </div>
  )
}

type Place = { readonly total: number; readonly margin: number; readonly measure: (row: Element | null) => void }

const RowsOfPage = ({
  first,
  items,
  head,
  by,
  act,
  place,
}: {
  first: number
  items: readonly VirtualItem[]
  head: Seen<Statements> | null
  by: string | undefined
  act: string | undefined
  place: Place
}) => {
  const own = useView<Statements>(head === null ? 'statements' : null, { by, first: String(first), limit: String(ROWS_PAGE) })
  const { view, refusal, differs } = head ?? own
  return items.map((item, index) => {
    const row = view?.rows[item.index - first]
    return (
      <div
        key={item.key}
        role="listitem"
        aria-setsize={place.total}
        aria-posinset={item.index + 1}
        ref={place.measure}
        data-index={item.index}
        className="source-row"
        data-first={row?.continued === false || undefined}
        style={{ transform: `translateY(${item.start - place.margin}px)` }}
      >
        {index === 0 && <Differs places={differs} />}
        {row !== undefined && view !== null ? (
          <OneRow row={row} view={view} act={act} />
        ) : refusal !== null ? (
          <Refused title={<Trans>The statements did not load.</Trans>} refusal={refusal} />
        ) : (
          <div className="source-unread" />
        )}
      </div>
    )
  })
}

const OneRow = ({ row, view, act }: { row: SourceRow; view: Statements; act: string | undefined }) => {
  const source = view.sources.find((one) => one.act.hash === row.source)
  const sayings = row.sayings.flatMap((hash) => view.sayings.find((saying) => saying.act.hash === hash) ?? [])
  return (
    <>
      <div className="source">
        {source === undefined ? (
          <p className="gap">
            <Trans>Without a source on the record</Trans>
          </p>
        ) : row.continued ? (
          <p className="meta">
            <bdi>{source.publisher}</bdi> <Trans>(continued)</Trans>
          </p>
        ) : (
          <Source source={source} />
        )}
      </div>
      <ul className="source-sayings">
        {sayings.map((saying) => (
          <li key={saying.act.hash} data-chosen={saying.act.hash === act || undefined}>
            <SourceSaying saying={saying} bodies={view.process.bodies} titles={view.titles} />
          </li>
        ))}
        {sayings.length === 0 && (
          <li className="gap">
            <Trans>No statement is taken from it.</Trans>
          </li>
        )}
      </ul>
    </>
  )
}
