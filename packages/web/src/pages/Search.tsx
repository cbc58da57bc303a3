import type { Refusal } from '@paraph/record'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { inWorker } from '../check/line.ts'
import type { Progress, SearchAnswer } from '../check/protocol.ts'
import { directionOf } from '../language/language.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Act } from '../parts/Act.tsx'
import { PartyOf } from '../parts/Party.tsx'
import { Empty, ProgressBar, Refused } from '../parts/states.tsx'
import { useCheckedSize, useProcess } from '../process/ProcessRoom.tsx'
import type { ActRow } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'
import './search.css'

/** Ms after the last letter before it is sought: a word is typed in less. */
const WAIT = 120

type Seen = { readonly key: string; readonly answer: SearchAnswer } | { readonly key: string; readonly refusal: Refusal }

type Asked = { readonly q?: string; readonly noun?: string; readonly by?: string }
/** What is asked, with one part of it changed; an empty part is none. */
const changed = (before: Asked, part: keyof Asked, value: string): Asked => {
  const { [part]: _gone, ...rest } = before
  return value === '' ? rest : { ...rest, [part]: value }
}

/** Every word of the process's acts, sought in this browser: what is sought is told to nobody. */
export const Search = () => {
  const { t } = useLingui()
  const { ref, process } = useProcess()
  const { language } = useLanguage()
  const { q = '', noun, by } = useSearch({ from: '/p/$ref/search' })
  const navigate = useNavigate({ from: '/p/$ref/search' })
  const checked = useCheckedSize()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(q)
  const [seen, setSeen] = useState<Seen | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const nouns = useNouns()
  useEffect(() => field.current?.focus(), [])
  useEffect(() => setTyped((before) => (before.trim() === q ? before : q)), [q])
  useEffect(() => {
    const later = setTimeout(() => {
      if (typed.trim() !== q) void navigate({ search: (before) => changed(before, 'q', typed.trim()), replace: true })
    }, WAIT)
    return () => clearTimeout(later)
  }, [typed, q, navigate])
  const key = `${q} ${noun ?? ''} ${by ?? ''} ${language} ${checked ?? ''}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what is sought
  useEffect(() => {
    if (checked === null || q === '') return
    let here = true
    inWorker<SearchAnswer>(
      { do: 'search', process: ref, text: q, noun, by, language },
      { progress: (one) => here && setProgress(one) },
    ).then((result) => {
      if (!here) return
      setProgress(null)
      setSeen(result.ok ? { key, answer: result.value } : { key, refusal: result.refusal })
    })
    return () => {
      here = false
    }
  }, [key, ref])
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Search</Trans>
        </h1>
        <span className="meta">
          <Trans>every word of the record, in any script; it is sought in this browser and told to nobody</Trans>
        </span>
      </div>
      <search className="search-form">
        <label className="field search-words">
          <span className="field-label">
            <Trans>Words</Trans>
          </span>
          <input
            ref={field}
            className="input"
            type="search"
            dir="auto"
            maxLength={300}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <label className="filter">
          <Trans>what</Trans>{' '}
          <select
            value={noun ?? ''}
            onChange={(event) => void navigate({ search: (before) => changed(before, 'noun', event.target.value), replace: true })}
          >
            <option value="">{t`any act`}</option>
            {Object.entries(nouns).map(([one, name]) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="filter">
          <Trans>by</Trans>{' '}
          <select
            value={by ?? ''}
            onChange={(event) => void navigate({ search: (before) => changed(before, 'by', event.target.value), replace: true })}
          >
            <option value="">{t`anybody`}</option>
            {(process?.bodies ?? []).map((body) => (
              <option key={body.id} value={body.id}>
                {body.id}
              </option>
            ))}
          </select>
        </label>
      </search>
      <div className="search-found">
        {q === '' ? (
          <Empty>
            <Trans>
              Write a word, a name, a part of a quotation. Marks on letters, capitals, and the ways to write yeh, kaf and hamza do not
              count; every word must be there.
            </Trans>
          </Empty>
        ) : checked === null ? (
          <p className="meta" role="status">
            <Trans>This page is still checking the record; then it is sought.</Trans>
          </p>
        ) : progress !== null && seen?.key !== key ? (
          <ProgressBar label={t`Taking in the record`} done={progress.done} of={progress.of}>
            <IndexProgress done={progress.done} of={progress.of} />
          </ProgressBar>
        ) : null}
        {seen !== null && q !== '' && <Answer seen={seen} />}
      </div>
    </>
  )
}

const IndexProgress = ({ done, of }: { done: number; of: number }) => (
  <span>
    <Trans>
      {done} of {of} acts taken in
    </Trans>
  </span>
)

const Answer = ({ seen }: { seen: Seen }) => {
  if ('refusal' in seen) return <Refused title={<Trans>Not sought.</Trans>} refusal={seen.refusal} />
  const { total, hits } = seen.answer
  const shown = hits.length
  return (
    <>
      <p className="meta" role="status">
        {total === 0 ? (
          <Trans>No act holds all of these words.</Trans>
        ) : shown < total ? (
          <Trans>
            {total} acts hold these words; the best {shown} are shown.
          </Trans>
        ) : (
          <Plural value={total} one="# act holds these words." other="# acts hold these words." />
        )}
      </p>
      <ol>
        {hits.map(({ row, texts }) => (
          <li key={row.ref.hash} className="hit">
            <p className="hit-head">
              <Act act={row.ref} /> <span className="hit-text">{row.text}</span>
            </p>
            {texts.map(({ field, language, pieces }) => (
              <p
                key={`${field} ${language ?? ''} ${pieces.map(({ text }) => text).join('')}`}
                className={field === 'quoted' ? 'hit-piece hit-quoted' : 'hit-piece'}
              >
                {/* the piece turns as its own language does, and stands at the page's start as all others */}
                <span {...(language === null ? { dir: 'auto' } : { lang: language, dir: directionOf(language) })}>
                  {pieces.map(({ text, found }, at) =>
                    found ? (
                      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
                      <mark key={at}>{text}</mark>
                    ) : (
                      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
                      <span key={at}>{text}</span>
                    ),
                  )}
                </span>
              </p>
            ))}
            <HitMeta row={row} />
          </li>
        ))}
      </ol>
    </>
  )
}

const HitMeta = ({ row }: { row: ActRow }) => {
  const { ref, process } = useProcess()
  return (
    <p className="meta hit-meta">
      {row.doers.map((body) => (
        <PartyOf key={body} id={body} bodies={process?.bodies ?? []} />
      ))}
      <SpanTime span={row.happened} length="long" />
      {row.type === 'source.captured' && (
        <Link to="/p/$ref/source" params={{ ref }} search={{ act: row.ref.hash }}>
          <Trans>The source</Trans>
        </Link>
      )}
      {row.type === 'statement.recorded' && (
        <Link to="/p/$ref/statements" params={{ ref }} search={{ act: row.ref.hash }}>
          <Trans>Beside its source</Trans>
        </Link>
      )}
    </p>
  )
}

/** Nouns of the catalogue, by which acts are told apart. */
const useNouns = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return {
    statement: t`statements`,
    source: t`sources`,
    position: t`positions`,
    commitment: t`commitments`,
    communique: t`communiqués`,
    paper: t`papers`,
    round: t`rounds`,
    issue: t`issues`,
    incident: t`incidents`,
    measure: t`measures`,
    deadlock: t`deadlock`,
    instrument: t`instruments`,
    assurance: t`assurances`,
    actor: t`actors`,
    track: t`tracks`,
    body: t`bodies`,
    process: t`process`,
  }
}
