import { Trans } from '@lingui/react/macro'
import { InLanguage, Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { PartyOf } from '../parts/Party.tsx'
import type { BodyView, ShownAct } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'

/** What is read of an act on the public page: its kind, of whom, when, and every word that it holds. */
export const Shown = ({ shown, bodies }: { shown: ShownAct; bodies: readonly BodyView[] }) => (
  <div className="shown">
    <p className="meta in-line">
      {shown.kind}
      {shown.doers.map((body) => (
        <PartyOf key={body} id={body} bodies={bodies} />
      ))}
      <SpanTime span={shown.happened} length="long" /> <Act act={shown.act} />
    </p>
    <ShownWords shown={shown} bodies={bodies} />
    {shown.ground !== null && (
      <p className="meta">
        {shown.ground},{' '}
        <Trans>
          recorded by <bdi>{shown.recordedBy}</bdi>
        </Trans>
      </p>
    )}
  </div>
)

const ShownWords = ({ shown, bodies }: { shown: ShownAct; bodies: readonly BodyView[] }) => {
  const { speaker, title, words, quoted, source } = shown
  const silent = title === null && words.length === 0 && quoted === null && source === null
  return (
    <>
      {speaker !== null && (
        <p className="meta in-line">
          {speaker.body !== null && <PartyOf id={speaker.body} bodies={bodies} />} {speaker.name !== null && <Said words={speaker.name} />}{' '}
          {speaker.office !== null && <Said words={speaker.office} />}
        </p>
      )}
      {title !== null && (
        <p className="saying-words shown-title">
          <Said words={title} />
        </p>
      )}
      {words.map((one) => (
        <p key={JSON.stringify(one)} className="saying-words">
          <Said words={one} />
        </p>
      ))}
      {quoted !== null && (
        <blockquote className="saying-quoted">
          <InLanguage language={quoted.language}>{quoted.text}</InLanguage>
        </blockquote>
      )}
      {source !== null && (
        <p className="saying-words">
          <bdi>{source.publisher}</bdi>
          {source.title !== null && (
            <>
              {' · '}
              <bdi>{source.title}</bdi>
            </>
          )}
          {source.address !== null && (
            <>
              {' '}
              <bdi className="meta shown-address" dir="ltr">
                {source.address}
              </bdi>
            </>
          )}
        </p>
      )}
      {silent && (
        <p className="gap">
          <Trans>It holds no words: what is read is that it was done, by whom and when.</Trans>
        </p>
      )}
    </>
  )
}
