import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useKeys } from '../keys/useKeys.ts'
import { InLanguage } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { Differs } from '../parts/Differs.tsx'
import { useDatedNames, useVoiceNames } from '../parts/names.ts'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { CountedSource, SourceGroup, Sources as Seen } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { SpanTime } from '../time/Time.tsx'
import './sources.css'

const PAGE = 100

/** Every source, pages of one origin together: five of one agency are one. */
export const Sources = () => {
  const { ref, process } = useProcess()
  const keys = useKeys(process?.id)
  const [first, setFirst] = useState(0)
  const { view, refusal, differs } = useView<Seen>('sources', { first: String(first), limit: String(PAGE) })
  if (view === null)
    return refusal === null ? <Loading lines={10} /> : <Refused title={<Trans>The sources did not load.</Trans>} refusal={refusal} />
  const { sources, origins, statements } = view.counts
  const { next } = view.page
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Sources</Trans>
        </h1>
        <span className="meta">
          <Trans>
            <Plural value={sources} one="# page" other="# pages" /> of <Plural value={origins} one="# origin" other="# origins" />,{' '}
            <Plural value={statements} one="# statement" other="# statements" />
          </Trans>
        </span>
        <div className="page-end">
          <Link to="/p/$ref/statements" params={{ ref }}>
            <Trans>All statements beside their sources</Trans>
          </Link>
          {keys.length > 0 && (
            <Link to="/p/$ref/capture" params={{ ref }} className="button">
              <Trans>Capture a source</Trans>
            </Link>
          )}
        </div>
      </div>
      <Differs places={differs} />
      {sources === 0 ? (
        <Empty>
          <Trans>No source is on the record yet. A source is captured first; statements are then taken from it.</Trans>
        </Empty>
      ) : (
        <div className="origins">
          {view.groups.map((group) => (
            <Group key={group.sources[0]?.act.hash} group={group} />
          ))}
        </div>
      )}
      {(first > 0 || next !== null) && (
        <div className="act-go">
          {first > 0 && (
            <button type="button" className="button" onClick={() => setFirst(Math.max(0, first - PAGE))}>
              <Trans>Earlier sources</Trans>
            </button>
          )}
          {next !== null && (
            <button type="button" className="button" onClick={() => setFirst(next)}>
              <Trans>Later sources</Trans>
            </button>
          )}
        </div>
      )}
    </>
  )
}

const Group = ({ group }: { group: SourceGroup }) => {
  const count = group.sources.length
  const together = group.origin !== null && (count > 1 || group.continued)
  return (
    <section className={together ? 'origin origin-together' : 'origin'}>
      {together && (
        <p className="origin-name">
          <Trans>
            <bdi>{group.origin}</bdi> is the origin of <Plural value={count} one="# page" other="# pages" />: one source, not several
          </Trans>
        </p>
      )}
      <ul>
        {group.sources.map((source) => (
          <li key={source.act.hash}>
            <Row source={source} origin={together ? null : group.origin} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Row = ({ source, origin }: { source: CountedSource; origin: string | null }) => {
  const { ref } = useProcess()
  const voices = useVoiceNames()
  const dates = useDatedNames()
  const count = source.statements
  return (
    <div className="origin-row">
      <div>
        <p className="origin-title">
          <Link to="/p/$ref/source" params={{ ref }} search={{ act: source.act.hash }}>
            {source.title === null ? <bdi>{source.publisher}</bdi> : <InLanguage language={source.language}>{source.title}</InLanguage>}
          </Link>
        </p>
        <p className="meta">
          {source.title !== null && (
            <>
              <bdi className="origin-publisher">{source.publisher}</bdi>
              {' · '}
            </>
          )}
          {voices[source.voice] ?? source.voice}
          {origin !== null && (
            <>
              {' · '}
              <Trans>
                origin: <bdi>{origin}</bdi>
              </Trans>
            </>
          )}{' '}
          <Act act={source.act} />
        </p>
      </div>
      <p className="meta origin-date">
        {source.published !== null && (
          <>
            <SpanTime span={source.published} length="long" />
            <br />
          </>
        )}
        {dates[source.dated] ?? source.dated}
      </p>
      <p className="meta origin-held">{source.held ? <Trans>page held</Trans> : <Trans>page not held</Trans>}</p>
      <p className="meta origin-count">
        <Plural value={count} one="# statement" other="# statements" />
      </p>
    </div>
  )
}
