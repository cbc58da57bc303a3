import { Plural, Trans } from '@lingui/react/macro'
import type { DeviceKey } from '../keys/deviceKey.ts'
import type { KnownSpeaker, ProcessView, Saying } from '../process/seen.ts'
import type { Suggestion } from './captured.ts'
import { SuggestionCard } from './SuggestionCard.tsx'
import type { Kept } from './useKeptSuggestions.ts'

/** Letters by which a suggestion is called in its text: its place among them, from 1. */
export const suggestionId = ({ start, end }: Pick<Suggestion, 'start' | 'end'>): string => `${start}-${end}`

/** Suggestions of a source that nobody accepted yet; those refused are kept here, and can be taken up again. */
export const Suggestions = ({
  suggestions,
  kept,
  process,
  signer,
  speakers,
  published,
  source,
  language,
  hash,
  onActive,
  active,
}: {
  suggestions: readonly Suggestion[]
  kept: Kept
  process: ProcessView
  signer: DeviceKey
  speakers: readonly KnownSpeaker[]
  published: string | null
  source: string
  language: string
  hash: string
  onActive: (id: string | null) => void
  active: string | null
}) => {
  const waiting = suggestions.filter((one) => !kept.refused.includes(suggestionId(one)))
  const refused = suggestions.filter((one) => kept.refused.includes(suggestionId(one)))
  const refusals = refused.length
  return (
    <section className="section suggestions" aria-labelledby="suggestions">
      <div className="section-head">
        <h2 id="suggestions">
          <Trans>Suggested statements</Trans>
        </h2>
        <span className="meta note">
          <Trans>found by rules; each is yours to accept, correct or refuse</Trans>
        </span>
      </div>
      {waiting.length === 0 && (
        <p className="gap">
          <Trans>No suggestion waits. Select words in the text to take a statement that no rule found.</Trans>
        </p>
      )}
      <ol>
        {waiting.map((suggestion) => {
          const id = suggestionId(suggestion)
          return (
            <li
              key={id}
              id={`beside-${id}`}
              data-active={active === id || undefined}
              onPointerEnter={() => onActive(id)}
              onPointerLeave={() => onActive(null)}
              onFocus={() => onActive(id)}
              onBlur={() => onActive(null)}
            >
              <SuggestionCard
                suggestion={suggestion}
                number={String(suggestions.indexOf(suggestion) + 1)}
                taken={{
                  source,
                  language,
                  words: suggestion.words.slice(0, 4_000),
                  date: suggestion.date,
                  place: { start: suggestion.start, end: suggestion.end, of: hash },
                }}
                looking={{ process, signer, speakers, published }}
                onRefuse={() => kept.refuse(id)}
              />
              <p className="meta">
                <a href={`#place-${id}`}>
                  <Trans>In the text</Trans>
                </a>
              </p>
            </li>
          )
        })}
      </ol>
      {refusals > 0 && (
        <details>
          <summary>
            <Plural value={refusals} one="# refused, kept in this browser" other="# refused, kept in this browser" />
          </summary>
          <ul>
            {refused.map((suggestion) => (
              <li key={suggestionId(suggestion)}>
                <p className="meta" dir="auto">
                  {suggestion.words}
                </p>
                <button type="button" className="button button-text" onClick={() => kept.takeUp(suggestionId(suggestion))}>
                  <Trans>Take it up again</Trans>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Whether words at a place stand on the record already. */
export const isTaken = (suggestion: Suggestion, sayings: readonly Saying[], { source, hash }: { source: string; hash: string }): boolean =>
  sayings.some(
    ({ place }) =>
      place !== undefined &&
      place.source === source &&
      place.of === hash &&
      place.start === suggestion.start &&
      place.end === suggestion.end,
  )
