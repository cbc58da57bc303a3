import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import type { LifeMark } from '../process/seen.ts'
import { clockText, dayEnding, dayText } from '../time/day.ts'
import { instantUnder, type Life, placeOf, stepFrom } from './stops.ts'
import './as-of.css'

/** An `at` in words: the date whose end it is, or the moment. */
export const useAtText = () => {
  const { language } = useLanguage()
  return (at: string): { day: string; hour: string } => {
    const ending = dayEnding(at)
    return ending === null
      ? { day: dayText(at, language), hour: `${clockText(at, language, { seconds: true })} UTC` }
      : { day: dayText(`${ending}T12:00:00.000Z`, language), hour: '24:00 UTC' }
  }
}

const ROUNDS_LABELLED_FROM = 0.09

/** The whole life of a process on one line. Keys go from event to event; a pointer takes any day. */
export const AsOf = ({
  life,
  marks,
  at,
  known,
  onMove,
}: {
  life: Life
  marks: readonly LifeMark[]
  at: string
  known: boolean
  onMove: (at: string) => void
}) => {
  const { t } = useLingui()
  const textOf = useAtText()
  const { language } = useLanguage()
  const track = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<string | null>(null)
  const shown = held ?? at
  const place = placeOf(life, shown)
  const { day, hour } = textOf(shown)

  const move = (next: string) => {
    if (next !== at) onMove(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
    const steps: Record<string, () => string> = {
      [forward]: () => stepFrom(life, at, 1),
      ArrowUp: () => stepFrom(life, at, 1),
      [back]: () => stepFrom(life, at, -1),
      ArrowDown: () => stepFrom(life, at, -1),
      PageUp: () => [1, 2, 3, 4, 5].reduce((from) => stepFrom(life, from, 1), at),
      PageDown: () => [1, 2, 3, 4, 5].reduce((from) => stepFrom(life, from, -1), at),
      Home: () => life.stops[0] ?? life.until,
      End: () => life.until,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    move(step())
  }
  const under = (event: PointerEvent): string => {
    const box = track.current?.getBoundingClientRect()
    if (box === undefined || box.width === 0) return at
    const along = (event.clientX - box.left) / box.width
    return instantUnder(life, getComputedStyle(event.currentTarget).direction === 'rtl' ? 1 - along : along)
  }
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const next = under(event)
    setHeld(next)
    move(next)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (held === null) return
    const next = under(event)
    if (next === held) return
    setHeld(next)
    move(next)
  }
  const release = () => setHeld(null)

  const rounds = marks.filter((mark) => mark.kind === 'round')
  return (
    <div className="as-of-line" onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={release} onPointerCancel={release}>
      <div className="as-of-track" ref={track}>
        <div className="as-of-after" />
        <div className="as-of-before" style={{ inlineSize: `${place * 100}%` }} />
        {marks
          .filter((mark) => mark.kind === 'event')
          .map((mark) => (
            <span key={mark.act} className="as-of-tick" style={{ insetInlineStart: `${placeOf(life, mark.at) * 100}%` }} />
          ))}
        {rounds.map((mark, index) => {
          const from = Math.min(placeOf(life, mark.at), 0.985)
          const until = placeOf(life, mark.until ?? life.until)
          const before = rounds[index - 1]
          const room = before === undefined || from - placeOf(life, before.at) >= ROUNDS_LABELLED_FROM
          return (
            <span key={mark.act}>
              <span
                className="as-of-round"
                data-later={mark.at >= shown || undefined}
                style={{ insetInlineStart: `${from * 100}%`, inlineSize: `max(${(until - from) * 100}%, 6px)` }}
              />
              {mark.label !== null && room && (
                <span
                  className="as-of-place meta"
                  data-late={from > 0.86 || undefined}
                  style={from > 0.86 ? { insetInlineEnd: `${(1 - until) * 100}%` } : { insetInlineStart: `${from * 100}%` }}
                >
                  <Said words={mark.label} />
                </span>
              )}
            </span>
          )
        })}
        {(rounds[0] === undefined || placeOf(life, rounds[0].at) > ROUNDS_LABELLED_FROM) && (
          <span className="as-of-place meta as-of-first">
            <bdi>{dayText(life.from, language, { length: 'short' })}</bdi>
          </span>
        )}
        <div
          className="as-of-thumb"
          role="slider"
          tabIndex={0}
          aria-label={known ? t`As of: what was known by` : t`As of: what had happened by`}
          aria-valuemin={Date.parse(life.from)}
          aria-valuemax={Date.parse(life.until)}
          aria-valuenow={Date.parse(shown)}
          aria-valuetext={`${day}, ${hour}`}
          style={{ insetInlineStart: `${place * 100}%` }}
          onKeyDown={onKeyDown}
        >
          <span className="as-of-flag meta" data-end={place > 0.94 || undefined} data-start={place < 0.06 || undefined} aria-hidden="true">
            <bdi>{dayText(new Date(Date.parse(shown) - 1).toISOString(), language, { length: 'short' })}</bdi>
          </span>
        </div>
      </div>
    </div>
  )
}
