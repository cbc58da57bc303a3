import { Trans } from '@lingui/react/macro'
import { InLanguage, Said } from '../language/Said.tsx'
import type { SourceView } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'
import { Act } from './Act.tsx'
import { useDatedNames, useVoiceNames } from './names.ts'

/** A source as it was captured: publisher, title, voice, date and how that is known, address. */
export const Source = ({ source, titled = true }: { source: SourceView; titled?: boolean }) => {
  const voices = useVoiceNames()
  const dates = useDatedNames()
  return (
    <>
      <h2>
        <bdi>{source.publisher}</bdi>
      </h2>
      {titled && source.title !== null && (
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
