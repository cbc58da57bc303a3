import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import type { Statements as Seen } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { ROWS_PAGE, SourceRows } from './SourceRows.tsx'
import './statements.css'

/** Each source beside the statements taken from it. */
export const Statements = () => {
  const { t } = useLingui()
  const { act } = useSearch({ from: '/p/$ref/statements' })
  const [body, setBody] = useState('')
  const by = body === '' ? undefined : body
  const shown = useView<Seen>('statements', { by, act, limit: String(ROWS_PAGE) })
  const { view, refusal } = shown
  if (view === null)
    return refusal === null ? <Loading lines={10} /> : <Refused title={<Trans>The statements did not load.</Trans>} refusal={refusal} />
  const { sources, sayings } = view.counts
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
      {sources === 0 ? (
        <Empty>
          <Trans>No source is on the record yet. A source is captured first; statements are then taken from it.</Trans>
        </Empty>
      ) : (
        <SourceRows key={body} head={shown} view={view} by={by} act={act} />
      )}
    </>
  )
}
