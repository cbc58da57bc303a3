// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by the grid and by the virtual list, which table and list elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: these are rows and cells of a table to read; the links and buttons in them take the focus
import type { Refusal } from '@paraph/record'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { Said } from '../language/Said.tsx'
import { AscribedMark, OwnMark } from '../parts/marks.tsx'
import { PartyOf } from '../parts/Party.tsx'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { useWide } from '../parts/useWide.ts'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { ActRow } from '../process/seen.ts'
import { useRows } from '../process/useRows.ts'
import { Moment } from '../time/Time.tsx'
import { ActBytes } from './ActBytes.tsx'
import { VerifyHere } from './VerifyHere.tsx'
import './record.css'

const ROW = 33
const PHONE_ROW = 88

/** Every act, newest first, the exact bytes of the chosen one, and the verification. */
export const Record = () => {
  const { ref, process } = useProcess()
  const { act } = useSearch({ from: '/p/$ref/record' })
  const wide = useWide(1024)
  if (process === null) return <Loading lines={10} />
  const count = process.size
  const bytes = act === undefined ? null : <ActBytes key={act} hash={act} />
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Record</Trans>
        </h1>
        <span className="meta">
          <Trans>
            <Plural value={count} one="# act" other="# acts" />, first on <Moment at={process.opened} length="long" />, last on{' '}
            <Moment at={process.lastRecorded} length="long" />
          </Trans>
        </span>
        <div className="page-end">
          <a
            href={`/api/v1/processes/${encodeURIComponent(ref)}/bundle`}
            download={`${process.slug === '' ? process.id : process.slug}.paraph`}
          >
            <Trans>Export a bundle</Trans>
          </a>
        </div>
      </div>
      <div className="record-page">
        <div>
          {!wide && <VerifyHere />}
          {!wide && bytes}
          {count === 0 ? (
            <Empty>
              <Trans>No act is on the record.</Trans>
            </Empty>
          ) : (
            <Rows size={count} chosen={act} />
          )}
        </div>
        {wide && (
          <div className="record-side">
            <VerifyHere />
            {bytes ?? (
              <section className="section">
                <div className="section-head">
                  <h2>
                    <Trans>Exact bytes</Trans>
                  </h2>
                </div>
                <p className="gap">
                  <Trans>Choose an act to see the bytes that were signed and recorded.</Trans>
                </p>
              </section>
            )}
            <section className="section">
              <div className="section-head">
                <h2>
                  <Trans>A file from elsewhere</Trans>
                </h2>
              </div>
              <p className="text">
                <Trans>
                  A bundle that somebody gave you is checked on <Link to="/verify">its own page</Link>, without sending it anywhere.
                </Trans>
              </p>
            </section>
          </div>
        )}
      </div>
    </>
  )
}

const Rows = ({ size, chosen }: { size: number; chosen: string | undefined }) => {
  const { t } = useLingui()
  const wide = useWide(640)
  const table = useRef<HTMLDivElement>(null)
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => setMargin(table.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({ count: size, estimateSize: () => (wide ? ROW : PHONE_ROW), overscan: 12, scrollMargin: margin })
  const items = virtual.getVirtualItems()
  const { rowAt, refusal } = useRows(size, { first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? 0 })
  return (
    <div role="table" aria-label={t`Acts, newest first`} aria-rowcount={size + 1} className="acts-table">
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className="act-row act-head">
          <span role="columnheader">
            <Trans>Act</Trans>
          </span>
          <span role="columnheader">
            <Trans>Recorded, UTC</Trans>
          </span>
          <span role="columnheader">
            <Trans>What</Trans>
          </span>
          <span role="columnheader">
            <Trans>By</Trans>
          </span>
        </div>
      </div>
      {refusal !== null && <RowsRefused refusal={refusal} />}
      <div role="rowgroup" ref={table} className="act-rows" style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => (
          <Row
            key={item.index}
            row={rowAt(item.index)}
            index={size - 1 - item.index}
            position={item.index + 2}
            chosen={chosen}
            start={item.start - margin}
            place={item.index}
            measure={virtual.measureElement}
          />
        ))}
      </div>
    </div>
  )
}

const RowsRefused = ({ refusal }: { refusal: Refusal }) => (
  <Refused
    title={<Trans>Some acts did not load.</Trans>}
    refusal={refusal}
    kept={<Trans>what is shown.</Trans>}
    onward={<Trans>scroll again when the host answers.</Trans>}
  />
)

const Row = ({
  row,
  index,
  position,
  chosen,
  start,
  place,
  measure,
}: {
  row: ActRow | undefined
  index: number
  position: number
  chosen: string | undefined
  start: number
  place: number
  measure: (row: Element | null) => void
}) => {
  const { t } = useLingui()
  const { process, ref } = useProcess()
  const navigate = useNavigate({ from: '/p/$ref/record' })
  const style = { transform: `translateY(${start}px)` }
  if (row === undefined)
    return (
      <div role="row" aria-rowindex={position} className="act-row" style={style} ref={measure} data-index={place}>
        <span role="cell">
          <bdi>{index}</bdi>
        </span>
      </div>
    )
  const contents: Record<Exclude<ActRow['act'], 'open'>, string> = {
    sealed: t`sealed`,
    erased: t`erased`,
    withheld: t`not open to you`,
    'unknown-type': t`of a type that this version does not know`,
  }
  const doers = row.doers.filter((doer) => doer !== row.by)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the row is the keyboard's way; the row only widens its target
    <div
      role="row"
      ref={measure}
      data-index={place}
      aria-rowindex={position}
      className="act-row"
      data-chosen={row.ref.hash === chosen || undefined}
      style={style}
      onClick={() => navigate({ search: { act: row.ref.hash }, replace: true, resetScroll: false })}
    >
      <span role="cell" className="act-number">
        <Link
          to="/p/$ref/record"
          params={{ ref }}
          search={{ act: row.ref.hash }}
          replace
          resetScroll={false}
          aria-current={row.ref.hash === chosen ? 'true' : undefined}
        >
          <bdi>{row.ref.index}</bdi>
        </Link>
      </span>
      <span role="cell" className="act-time">
        <Moment at={row.recorded} seconds zone={false} length="year" />
      </span>
      <span role="cell" className="act-what">
        {row.ref.own ? <OwnMark /> : <AscribedMark />}{' '}
        <span className="act-text">{row.title !== null ? <Said words={row.title} /> : row.text}</span>{' '}
        <bdi className="meta">{row.type}</bdi>
        {row.act !== 'open' && <span className="meta"> · {contents[row.act]}</span>}
      </span>
      <span role="cell" className="act-by">
        {(doers.length > 0 ? doers : [row.by]).map((body) => (
          <PartyOf key={body} id={body} bodies={process?.bodies ?? []} />
        ))}
        {doers.length > 0 && (
          <span className="meta">
            {' '}
            <Trans>
              recorded by <bdi>{row.by}</bdi>
            </Trans>
          </span>
        )}
      </span>
    </div>
  )
}
