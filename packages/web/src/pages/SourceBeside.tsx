import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useKeys } from '../keys/useKeys.ts'
import { Differs } from '../parts/Differs.tsx'
import { Source } from '../parts/Source.tsx'
import { Loading, Refused } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { SourcePage } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { Article, NoText, type Placed, type Selected } from '../sources/Article.tsx'
import type { Suggestion } from '../sources/captured.ts'
import { NoSource } from '../sources/NoSource.tsx'
import { PlacedStatements } from '../sources/PlacedStatements.tsx'
import { standsAt } from '../sources/pieces.ts'
import { Notes, Rules } from '../sources/Rules.tsx'
import { isTaken, suggestionId, Suggestions } from '../sources/Suggestions.tsx'
import { useKeptSuggestions } from '../sources/useKeptSuggestions.ts'
import { useReading } from '../sources/useReading.ts'
import './statements.css'
import './sources.css'

/** One source: its text beside the statements taken from it, each marked where it stands. */
export const SourceBeside = () => {
  const { act } = useSearch({ from: '/p/$ref/source' })
  const { view, refusal, differs } = useView<SourcePage>('source', { act })
  if (view === null)
    return refusal === null ? <Loading lines={10} /> : <Refused title={<Trans>The source did not load.</Trans>} refusal={refusal} />
  if (view.source === null) return <NoSource />
  return (
    <>
      <Differs places={differs} />
      <Beside key={view.source.act.hash} view={view} source={view.source} />
    </>
  )
}

const NONE: readonly Suggestion[] = []

const Beside = ({ view, source }: { view: SourcePage; source: NonNullable<SourcePage['source']> }) => {
  const { t } = useLingui()
  const { ref, process } = useProcess()
  const keys = useKeys(process?.id)
  const text = useReading(source)
  const [active, setActive] = useState<string | null>(null)
  const [selected, setSelected] = useState<Selected | null>(null)
  const kept = useKeptSuggestions(view.process.id, source.act.hash)
  const read = text.state === 'read' ? text : null
  const name = source.act.hash as string
  const given = useMemo(() => (read === null ? null : { source: name, text: read.captured.reading.text, hash: read.hash }), [read, name])

  const suggestions = useMemo(
    () =>
      given === null
        ? []
        : [...(read?.captured.suggestions ?? []), ...kept.own]
            .filter((one) => !isTaken(one, view.sayings, given))
            .sort((one, other) => one.start - other.start),
    [read, kept.own, view.sayings, given],
  )
  const signer = keys[0]
  const offered = signer === undefined ? NONE : suggestions
  const placed = useMemo(() => {
    if (given === null) return []
    const statements = view.sayings.flatMap((saying): Placed[] => {
      const at = standsAt(saying, given)
      const number = saying.act.index
      return at === null ? [] : [{ ...at, id: saying.act.hash, kind: 'statement', number: String(number), label: t`statement ${number}` }]
    })
    const found = offered.flatMap((one, at): Placed[] => {
      const number = at + 1
      return kept.refused.includes(suggestionId(one))
        ? []
        : [
            {
              id: suggestionId(one),
              start: one.start,
              end: one.end,
              kind: 'suggestion',
              number: String(number),
              label: t`suggestion ${number}`,
            },
          ]
    })
    return [...statements, ...found]
  }, [view.sayings, offered, kept.refused, given, t])
  const standing = useMemo(() => new Set(placed.filter(({ kind }) => kind === 'statement').map(({ id }) => id)), [placed])
  const take = useCallback(() => {
    if (given === null || selected === null) return
    kept.add(byHand(given.text, selected))
    setSelected(null)
    document.getSelection()?.removeAllRanges()
  }, [given, selected, kept])
  const count = view.page.total
  return (
    <>
      <div className="page-head source-head">
        <h1>
          <bdi>{source.title ?? source.publisher}</bdi>
        </h1>
        <span className="meta">
          <Plural value={count} one="# statement taken from it" other="# statements taken from it" />
        </span>
        <div className="page-end">
          <Link to="/p/$ref/sources" params={{ ref }}>
            <Trans>All sources</Trans>
          </Link>
        </div>
      </div>
      <div className="beside">
        <div className="beside-text">
          <div className="source beside-source">
            <Source source={source} titled={false} />
            {source.snapshot !== null && (
              <p className="meta">
                <a href={`/api/v1/processes/${encodeURIComponent(ref)}/blobs/${source.snapshot.hash}`} download>
                  <Trans>The page as it was captured, to be saved</Trans>
                </a>
              </p>
            )}
            <SameOrigin view={view} />
          </div>
          {read !== null && <Rules rules={read.captured.rules} />}
          {read === null ? (
            text.state === 'refused' ? (
              <Refused
                title={<Trans>The text is not shown.</Trans>}
                refusal={text.refusal}
                kept={<Trans>the statements taken from it, beside.</Trans>}
                onward={<Trans>load this page again later; the words quoted stand with each statement.</Trans>}
              />
            ) : (
              <NoText held={source.held} />
            )
          ) : (
            <>
              {signer !== undefined && (
                <div className="take-words">
                  <button type="button" className="button" aria-disabled={selected === null} onClick={take}>
                    <Trans>Take the selected words</Trans>
                  </button>
                  {selected === null && (
                    <span className="meta">
                      <Trans>select words in the text first</Trans>
                    </span>
                  )}
                </div>
              )}
              <Article
                text={read.captured.reading.text}
                language={source.language}
                placed={placed}
                active={active}
                onActive={setActive}
                onSelect={setSelected}
              />
              <Notes notes={read.captured.reading.notes} />
            </>
          )}
        </div>
        <div className="beside-statements">
          <section className="section" aria-labelledby="taken">
            <div className="section-head">
              <h2 id="taken">
                <Trans>On the record</Trans>
              </h2>
            </div>
            {view.sayings.length === 0 ? (
              <p className="gap">
                <Trans>No statement is taken from it.</Trans>
              </p>
            ) : (
              <PlacedStatements
                sayings={view.sayings}
                bodies={view.process.bodies}
                titles={view.titles}
                standing={standing}
                active={active}
                onActive={setActive}
              />
            )}
          </section>
          {read !== null && signer !== undefined && (
            <Suggestions
              suggestions={suggestions}
              kept={kept}
              process={view.process}
              signer={signer}
              speakers={view.speakers}
              published={source.published?.from ?? null}
              source={name}
              language={source.language}
              hash={read.hash}
              active={active}
              onActive={setActive}
            />
          )}
        </div>
      </div>
    </>
  )
}

/** Words that a person selected, as a suggestion of nobody's rule. */
const byHand = (text: string, { start, end }: Selected): Suggestion => ({
  speaker: null,
  office: null,
  kind: 'direct',
  words: text.slice(start, end),
  start,
  end,
  cue: { text: text.slice(start, Math.min(end, start + 40)), start, end, rule: 'taken-by-hand' },
  date: null,
  act: 'assertion',
})

const SameOrigin = ({ view }: { view: SourcePage }) => {
  const { ref } = useProcess()
  if (view.sameOrigin.length === 0) return null
  return (
    <div className="same-origin">
      <p className="meta">
        <Trans>Of the same origin, so not a further source:</Trans>
      </p>
      <ul className="meta">
        {view.sameOrigin.map((one) => (
          <li key={one.act.hash}>
            <Link to="/p/$ref/source" params={{ ref }} search={{ act: one.act.hash }}>
              <bdi>{one.title ?? one.publisher}</bdi>
            </Link>{' '}
            <bdi>{one.title === null ? '' : one.publisher}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
