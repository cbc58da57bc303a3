import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Refusal } from '@paraph/record'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { Head } from '../parts/Head.tsx'
import { Nature } from '../parts/Nature.tsx'
import { HomeNav } from '../parts/Nav.tsx'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { ExerciseNote } from '../personas/ExerciseNote.tsx'
import { ask, viewPath } from '../process/ask.ts'
import { onGrowth } from '../process/live.ts'
import type { Overview, ProcessView } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'

/** The processes that this reader may see, each with its one-line status and its next date. */
export const Home = () => {
  const { language } = useLanguage()
  const { t } = useLingui()
  const [processes, setProcesses] = useState<readonly ProcessView[] | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [grown, setGrown] = useState(0)
  useEffect(() => onGrowth(() => setGrown((times) => times + 1)), [])
  useEffect(() => {
    document.title = `${t`Processes`} · Paraph`
  }, [t])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a grown record asks again
  useEffect(() => {
    const stop = new AbortController()
    ask<{ processes: readonly ProcessView[] } | readonly ProcessView[]>('/processes', { language, signal: stop.signal }).then((result) => {
      if (stop.signal.aborted) return
      if (result.ok) {
        setProcesses('processes' in result.value ? result.value.processes : result.value)
        setRefusal(null)
      } else setRefusal(result.refusal)
    })
    return () => stop.abort()
  }, [language, grown])
  return (
    <>
      <Head nav={<HomeNav />} />
      <main className="page" id="page" tabIndex={-1}>
        <div className="page-head">
          <h1>
            <Trans>Processes</Trans>
          </h1>
          <span className="meta">
            <Trans>the ones that you may see on this host</Trans>
          </span>
        </div>
        {refusal !== null && (
          <Refused
            title={<Trans>The list did not load.</Trans>}
            refusal={refusal}
            onward={<Trans>load the page again when the host runs.</Trans>}
          />
        )}
        {processes === null && refusal === null && <Loading />}
        {processes !== null && processes.length === 0 && (
          <Empty>
            <p>
              <Trans>
                No process is open to you on this host. A process is founded by its secretariat or mediator; you see it once you are signed
                in, or where it is open to everybody.
              </Trans>
            </p>
            <p>
              <Link to="/verify">
                <Trans>Verify a file that somebody exported</Trans>
              </Link>
            </p>
          </Empty>
        )}
        <ul className="processes">
          {processes?.map((process) => (
            <ProcessLine key={process.id} process={process} grown={grown} />
          ))}
        </ul>
      </main>
    </>
  )
}

/** What a process's line says of where it stands; asked apart, so that the list does not wait. */
const ProcessLine = ({ process, grown }: { process: ProcessView; grown: number }) => {
  const { language } = useLanguage()
  const [overview, setOverview] = useState<Overview | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a grown record asks again
  useEffect(() => {
    const stop = new AbortController()
    ask<Overview>(viewPath(process.id, 'overview'), { language, signal: stop.signal }).then((result) => {
      if (!stop.signal.aborted && result.ok) setOverview(result.value)
    })
    return () => stop.abort()
  }, [process.id, language, grown])
  const ref = process.slug === '' ? process.id : process.slug
  const now = overview?.at.happened ?? ''
  const next = overview?.dates.find((date) => date.at === null || date.at.from >= now) ?? overview?.dates[0]
  return (
    <li className="process section">
      <div className="process-name">
        <h2>
          <Link to="/p/$ref" params={{ ref }}>
            <Said words={process.title} />
          </Link>
        </h2>
        <Nature process={process} />
      </div>
      <ExerciseNote process={process} to={ref} />
      <p className="process-status">{overview === null ? ' ' : overview.headline.computed}</p>
      {overview !== null && overview.headline.authors.length > 0 && (
        <p className="process-authors">{overview.headline.authors.map((author) => author.text).join(' ')}</p>
      )}
      <p className="meta process-date">
        {overview !== null &&
          (next === undefined ? (
            <Trans>no date ahead on the record</Trans>
          ) : (
            <>
              <Said words={next.words} />
              {': '}
              {next.text !== '' ? next.text : next.at !== null && <SpanTime span={next.at} length="long" />}
            </>
          ))}
      </p>
    </li>
  )
}
