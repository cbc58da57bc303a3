import { Trans, useLingui } from '@lingui/react/macro'
import { InLanguage, Said } from '../language/Said.tsx'
import type { SourceView } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'
import { Act } from './Act.tsx'

/** A source as it was captured: publisher, title, voice, date and how that is known, address. */
export const Source = ({ source }: { source: SourceView }) => {
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
