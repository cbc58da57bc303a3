import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { directionOf } from '../language/language.ts'
import { type Marked, pieces } from './pieces.ts'

/** A marked part of the text: a statement of the record by its number, or a suggestion; `label` as a screen reader says it. */
export type Placed = Marked & { readonly kind: 'statement' | 'suggestion' | 'rule'; readonly number: string; readonly label: string }
/** UTF-16 offsets into the text, half-open. */
export type Selected = { readonly start: number; readonly end: number }

/** Letters that are drawn at first; a whole book is drawn when asked for. */
const DRAWN = 200_000

/** The text of a source as it was read, each placed part marked where it stands. `active`: what is hovered or focused, here or beside. */
export const Article = ({
  text,
  language,
  placed,
  active,
  onActive,
  onSelect,
}: {
  text: string
  language: string
  placed: readonly Placed[]
  active: string | null
  onActive: (id: string | null) => void
  onSelect: (selected: Selected | null) => void
}) => {
  const [all, setAll] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const drawn = all ? text : text.slice(0, DRAWN)
  const rest = text.length - drawn.length
  const paragraphs = useMemo(() => paragraphsOf(drawn, placed), [drawn, placed])
  useEffect(() => {
    const chosen = () => {
      const selected = place.current === null ? undefined : selectedIn(place.current)
      if (selected !== undefined) onSelect(selected)
    }
    document.addEventListener('selectionchange', chosen)
    return () => document.removeEventListener('selectionchange', chosen)
  }, [onSelect])
  return (
    <>
      <div className="article" lang={language} dir={directionOf(language)} ref={place}>
        {paragraphs.map((paragraph) => (
          <Paragraph
            key={paragraph.start}
            paragraph={paragraph}
            active={paragraph.placed.some(({ id }) => id === active) ? active : null}
            onActive={onActive}
          />
        ))}
      </div>
      {rest > 0 && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          <Plural value={rest} one="Show the last letter" other="Show # letters more" />
        </button>
      )}
    </>
  )
}

type ParagraphOf = { readonly start: number; readonly text: string; readonly placed: readonly Placed[] }

/** Lines that are not empty, each with what is placed in it. */
const paragraphsOf = (text: string, placed: readonly Placed[]): readonly ParagraphOf[] => {
  const found: ParagraphOf[] = []
  for (const line of text.matchAll(/[^\n\r]+/g)) {
    if (line[0].trim() === '') continue
    const [from, until] = [line.index, line.index + line[0].length]
    const within = placed.filter(({ start, end }) => start < until && end > from)
    found.push({
      start: from,
      text: line[0],
      placed: within.map((one) => ({ ...one, start: Math.max(one.start, from) - from, end: Math.min(one.end, until) - from })),
    })
  }
  return found
}

const Paragraph = memo(
  ({ paragraph, active, onActive }: { paragraph: ParagraphOf; active: string | null; onActive: (id: string | null) => void }) => {
    const { t } = useLingui()
    const { start, text, placed } = paragraph
    return (
      <p dir="auto">
        {pieces(text, placed).map((piece) => {
          const at = start + piece.start
          if (piece.control !== undefined)
            return (
              <span key={at} className="control" data-at={at}>
                <bdi>{piece.control}</bdi>
              </span>
            )
          const here = placed.filter(({ id }) => piece.ids.includes(id))
          const first = here[0]
          if (first === undefined)
            return (
              <span key={at} data-at={at}>
                {piece.text}
              </span>
            )
          const ending = here.filter(({ end }) => end === piece.start + piece.text.length)
          const kind = here.some((one) => one.kind === 'statement') ? 'statement' : first.kind
          return (
            <span key={at}>
              <mark
                className={`placed placed-${kind}`}
                data-at={at}
                data-active={here.some(({ id }) => id === active) || undefined}
                id={here.find((one) => one.start === piece.start) === undefined ? undefined : `place-${first.id}`}
                onPointerEnter={() => onActive(first.id)}
                onPointerLeave={() => onActive(null)}
              >
                {piece.text}
              </mark>
              {ending.map(({ id, number, label }) => (
                <a
                  key={id}
                  className="place-number"
                  href={`#beside-${id}`}
                  aria-label={t`To ${label}`}
                  onFocus={() => onActive(id)}
                  onBlur={() => onActive(null)}
                  onPointerEnter={() => onActive(id)}
                  onPointerLeave={() => onActive(null)}
                >
                  <bdi>{number}</bdi>
                </a>
              ))}
            </span>
          )
        })}
      </p>
    )
  },
)

/** What is selected of the text, null where nothing is; undefined where the selection is elsewhere. */
const selectedIn = (article: Element): Selected | null | undefined => {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!article.contains(range.startContainer) || !article.contains(range.endContainer)) return undefined
  const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)]
  return start === null || end === null || end <= start ? null : { start, end }
}

const offsetOf = (node: Node, offset: number): number | null => {
  const element = node instanceof Element ? (node.childNodes[offset] ?? node) : node
  const placed = (element instanceof Element ? element : element.parentElement)?.closest('[data-at]')
  const at = placed?.getAttribute('data-at')
  return at === null || at === undefined ? null : Number(at) + (node instanceof Element ? 0 : offset)
}

/** That no page is held, or could not be read: said where the text would stand. */
export const NoText = ({ held }: { held: boolean }) => (
  <p className="gap">
    {held ? (
      <Trans>The page is held, and its text is not here yet.</Trans>
    ) : (
      <Trans>No page is held of this source: only the words that were taken from it are on the record.</Trans>
    )}
  </p>
)
