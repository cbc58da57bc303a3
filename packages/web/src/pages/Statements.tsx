// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by the grid and by the virtual list, which table and list elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: these are rows and cells of a table to read; the links and buttons in them take the focus
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { InLanguage, Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { SayingLine } from '../parts/ClaimPair.tsx'
import { Differs } from '../parts/Differs.tsx'
import { PartyOf, Strip } from '../parts/Party.tsx'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import type { Saying, SourceView, Statements as Seen } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { SpanTime } from '../time/Time.tsx'
import './statements.css'

const ROW = 220

/** Each source beside the statements taken from it. */
export const Statements = () => {
  const { t } = useLingui()
  const { view, refusal, differs } = useView<Seen>('statements')
  const [body, setBody] = useState('')
  const rows = useMemo(() => (view === null ? [] : besideSources(view, body)), [view, body])
  if (view === null)
    return refusal === null ? <Loading lines={10} /> : <Refused title={<Trans>The statements did not load.</Trans>} refusal={refusal} />
  const [sources, sayings] = [view.sources.length, view.sayings.length]
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Sources and statements</Trans>
        </h1>
        <span className="meta">
          <Trans>
            <Plural value={sources} one="# source" other="# sources" />,{' '}
            <Plural
              value={sayings}
              one="# statement taken from them, in our own words"
              other="# statements taken from them, in our own words"
            />
          </Trans>
        </span>
        <label className="page-end filter">
          <Trans>who speaks</Trans>{' '}
          <select value={body} onChange={(event) => setBody(event.target.value)}>
            <option value="">{t`anybody`}</option>
            {view.process.bodies.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Differs places={differs} />
      {sources === 0 ? (
        <Empty>
          <Trans>No source is on the record yet. A source is captured first; statements are then taken from it.</Trans>
        </Empty>
      ) : (
        <SourceRows rows={rows} view={view} />
      )}
    </>
  )
}

/** So many statements of one source are one row of the list: what is out of sight is not in the page. */
const CHUNK = 6

type Row = { readonly source: SourceView | null; readonly sayings: readonly Saying[]; readonly first: boolean }

/** Sources in the order of what they tell; a statement of several sources stands with each. Statements without a held source come last. */
const besideSources = (view: Seen, body: string): readonly Row[] => {
  const wanted = body === '' ? view.sayings : view.sayings.filter((saying) => saying.body === body)
  const by = new Map<string, Saying[]>()
  const homeless: Saying[] = []
  const held = new Set(view.sources.map((source) => source.act.hash as string))
  for (const saying of wanted) {
    const sources = saying.sources.filter((source) => held.has(source))
    if (sources.length === 0) homeless.push(saying)
    for (const source of sources) {
      const before = by.get(source)
      if (before === undefined) by.set(source, [saying])
      else before.push(saying)
    }
  }
  const rows = view.sources.flatMap((source) => {
    const sayings = by.get(source.act.hash) ?? []
    return body !== '' && sayings.length === 0 ? [] : chunks(source, sayings)
  })
  return homeless.length === 0 ? rows : [...rows, ...chunks(null, homeless)]
}

const chunks = (source: SourceView | null, sayings: readonly Saying[]): readonly Row[] =>
  Array.from({ length: Math.max(1, Math.ceil(sayings.length / CHUNK)) }, (_, index) => ({
    source,
    sayings: sayings.slice(index * CHUNK, (index + 1) * CHUNK),
    first: index === 0,
  }))

const SourceRows = ({ rows, view }: { rows: readonly Row[]; view: Seen }) => {
  const { act } = useSearch({ from: '/p/$ref/statements' })
  const list = useRef<HTMLDivElement>(null)
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({ count: rows.length, estimateSize: () => ROW, overscan: 4, scrollMargin: margin })
  const wanted =
    act === undefined ? -1 : rows.findIndex((row) => row.source?.act.hash === act || row.sayings.some((saying) => saying.act.hash === act))
  // biome-ignore lint/correctness/useExhaustiveDependencies: scroll once for each act of the address
  useEffect(() => {
    if (wanted >= 0) virtual.scrollToIndex(wanted, { align: 'start' })
  }, [wanted])
  return (
    <div ref={list} role="list" className="sources" style={{ blockSize: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index]
        if (row === undefined) return null
        return (
          <div
            key={item.key}
            role="listitem"
            aria-setsize={rows.length}
            aria-posinset={item.index + 1}
            ref={virtual.measureElement}
            data-index={item.index}
            className="source-row"
            data-first={row.first || undefined}
            style={{ transform: `translateY(${item.start - margin}px)` }}
          >
            <div className="source">
              {!row.first ? (
                <p className="meta">
                  <bdi>{row.source?.publisher}</bdi> <Trans>(continued)</Trans>
                </p>
              ) : row.source === null ? (
                <p className="gap">
                  <Trans>Without a source on the record</Trans>
                </p>
              ) : (
                <Source source={row.source} />
              )}
            </div>
            <ul className="source-sayings">
              {row.sayings.map((saying) => (
                <li key={saying.act.hash} data-chosen={saying.act.hash === act || undefined}>
                  <div className="source-speaker">
                    {saying.body === null ? null : (
                      <>
                        <Strip place={view.process.bodies.find((body) => body.id === saying.body)?.place ?? 0} />
                        <PartyOf id={saying.body} bodies={view.process.bodies} />
                      </>
                    )}
                    <SayingKind saying={saying} />
                  </div>
                  <div>
                    <SayingLine saying={saying} quoted />
                    <About saying={saying} titles={view.titles} />
                  </div>
                </li>
              ))}
              {row.sayings.length === 0 && (
                <li className="gap">
                  <Trans>No statement is taken from it.</Trans>
                </li>
              )}
            </ul>
          </div>
        )
      })}
    </div>
  )
}

const Source = ({ source }: { source: SourceView }) => {
  const { t } = useLingui()
  const voices: Record<string, string> = {
    official: t`official`,
    spokesperson: t`spokesperson`,
    'state-media': t`state media`,
    'unnamed-official': t`unnamed official`,
    outlet: t`an outlet’s own`,
  }
  const dates: Record<string, string> = {
    printed: t`date as printed`,
    'in-address': t`date from the address`,
    'by-content': t`date from the content`,
    'not-known': t`date not known`,
  }
  return (
    <>
      <h2>
        <bdi>{source.publisher}</bdi>
      </h2>
      {source.title !== null && (
        <p className="source-title">
          <InLanguage language={source.language}>{source.title}</InLanguage>
        </p>
      )}
      <p className="meta">
        {voices[source.voice] ?? source.voice} ·{' '}
        {source.published !== null && (
          <>
            <SpanTime span={source.published} length="long" />,{' '}
          </>
        )}
        {dates[source.dated] ?? source.dated}
        {source.origin !== null && (
          <>
            {' · '}
            <Trans>
              origin: <bdi>{source.origin}</bdi>
            </Trans>
          </>
        )}{' '}
        <Act act={source.act} />
      </p>
      {source.address !== null && (
        <p className="meta source-address">
          <a href={source.address} rel="noreferrer noopener external" dir="ltr">
            {source.address}
          </a>
        </p>
      )}
      {!source.held && (
        <p className="meta">
          <Trans>page not held</Trans>
        </p>
      )}
      {source.note !== null && (
        <p className="meta">
          <Said words={source.note} />
        </p>
      )}
    </>
  )
}

/** What kind of saying it is, in whose voice, how it was heard. */
const SayingKind = ({ saying }: { saying: Saying }) => {
  const { t } = useLingui()
  const kinds: Record<string, string> = {
    assertion: t`assertion`,
    demand: t`demand`,
    offer: t`offer`,
    undertaking: t`undertaking`,
    refusal: t`refusal`,
    warning: t`warning`,
    thanks: t`thanks`,
    'view-of-anothers-mind': t`view of another’s mind`,
  }
  const forms: Record<string, string> = {
    direct: t`direct speech`,
    reported: t`reported speech`,
    hearsay: t`hearsay`,
    'by-continuity': t`by continuity`,
  }
  return (
    <p className="meta">
      {kinds[saying.kind] ?? saying.kind}
      <br />
      {forms[saying.form] ?? saying.form}
    </p>
  )
}

const About = ({ saying, titles }: { saying: Saying; titles: Seen['titles'] }) => {
  const known = saying.about.flatMap((hash) => (titles[hash] === undefined ? [] : [{ hash, words: titles[hash] }]))
  if (known.length === 0) return null
  return (
    <p className="meta">
      <Trans>about:</Trans>{' '}
      {known.map(({ hash, words }, index) => (
        <span key={hash}>
          {index > 0 && ' · '}
          <Said words={words} />
        </span>
      ))}
    </p>
  )
}
