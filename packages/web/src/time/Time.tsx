import { useLanguage } from '../language/LanguageRoom.tsx'
import type { Span } from '../process/seen.ts'
import { clockText, dayText, type Length, spanText, wholeDays, zoneName, zoneOf } from './day.ts'

/** A span of time as its source gives it: date, hour where there is one, zone after it; focus or hover gives UTC. */
export const SpanTime = ({ span, length = 'short', bare = false }: { span: Span; length?: Length; bare?: boolean }) => {
  const { language } = useLanguage()
  const zone = zoneOf(span.zone)
  const text = spanText(span, language, length)
  const days = wholeDays(span) || Date.parse(span.until) - Date.parse(span.from) >= 86_400_000
  if (days) {
    return (
      <time
        dateTime={span.from.slice(0, 10)}
        title={[span.as, zone === 'UTC' ? `${text} UTC` : `${text} ${zoneName(span.from, zone)}`].filter(Boolean).join(' · ')}
      >
        <bdi>{text}</bdi>
      </time>
    )
  }
  const utc = `${dayText(span.from, language)} ${clockText(span.from, language)} UTC`
  return (
    <Hinted hint={[utc, span.as].filter(Boolean).join(' · ')}>
      <time dateTime={span.from}>
        <bdi>{text}</bdi>
        {!bare && (
          <>
            {' '}
            <bdi className="zone">{zoneName(span.from, zone)}</bdi>
          </>
        )}
      </time>
    </Hinted>
  )
}

/** A moment, to the minute or the second, with its zone. */
export const Moment = ({
  at,
  seconds = false,
  zone = true,
  length = 'short',
}: {
  at: string
  seconds?: boolean
  zone?: boolean
  length?: Length
}) => {
  const { language } = useLanguage()
  return (
    <time dateTime={at} title={at}>
      <bdi>
        {dayText(at, language, { length })}, {clockText(at, language, { seconds })}
      </bdi>
      {zone && (
        <>
          {' '}
          <bdi className="zone">UTC</bdi>
        </>
      )}
    </time>
  )
}

/** A day, without hours. */
export const Day = ({ at, length = 'long' }: { at: string; length?: Length }) => {
  const { language } = useLanguage()
  return (
    <time dateTime={at.slice(0, 10)} title={`${at.slice(0, 10)} UTC`}>
      <bdi>{dayText(at, language, { length })}</bdi>
    </time>
  )
}

/** Something with a word more on focus, hover or tap. */
const Hinted = ({ hint, children }: { hint: string; children: React.ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the hint must be reachable from the keyboard (design 7: hover or tap gives UTC)
  <span className="hinted" tabIndex={0}>
    {children}
    <span className="hint" role="note">
      <bdi>{hint}</bdi>
    </span>
  </span>
)
