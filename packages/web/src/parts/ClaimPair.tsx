import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { commaOf } from '../language/language.ts'
import { InLanguage, Said } from '../language/Said.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { BodyView, ClaimPair as Pair, Saying } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'
import { Act } from './Act.tsx'
import { Firmness } from './Firmness.tsx'
import { Party, Strip } from './Party.tsx'

/** Somebody's words: words, then speaker, date and act. */
export const SayingLine = ({ saying, quoted = false }: { saying: Saying; quoted?: boolean }) => (
  <div className={`saying said-${saying.firmness}`} data-withdrawn={saying.withdrawn || undefined}>
    <p className="saying-words">
      <Said words={saying.words} />
    </p>
    {quoted && saying.quoted !== undefined && (
      <blockquote className="saying-quoted">
        <InLanguage language={saying.quoted.language}>{`“${saying.quoted.text}”`}</InLanguage>
      </blockquote>
    )}
    <p className="meta saying-meta">
      <Firmness firmness={saying.firmness} /> <SpeakerName saying={saying} />
      <SpanTime span={saying.when} /> <Act act={saying.act} />
      {saying.withdrawn && (
        <>
          {' '}
          <Trans>withdrawn</Trans>
        </>
      )}
    </p>
    {saying.disputedBy.map((dispute) => (
      <p className="meta disputed" key={dispute.act.hash}>
        <Trans>
          Disputed by <bdi>{dispute.body}</bdi>:
        </Trans>{' '}
        <Said words={dispute.words} /> <Act act={dispute.act} />
      </p>
    ))}
  </div>
)

/** The speaker as the statement names one: name, else office. */
export const SpeakerName = ({ saying }: { saying: Saying }) => {
  const { name, office } = saying.speaker
  const { language } = useLanguage()
  if (name === undefined && office === undefined) return null
  const comma = commaOf(language)
  return (
    <span className="speaker">
      {name !== undefined && <Said words={name} />}
      {name !== undefined && office !== undefined && comma}
      {office !== undefined && <Said words={office} />}
      {comma}
    </span>
  )
}

/** Two or more claims about one fact: columns of exactly equal width in the agreed order, nothing that sums up. A missing claim keeps its column. */
export const ClaimPair = ({ pair, quoted = false, named = false }: { pair: Pair; quoted?: boolean; named?: boolean }) => {
  const { process } = useProcess()
  const parties = (process?.bodies ?? []).filter((body) => body.roles.includes('party'))
  return (
    <div className="claims" data-columns={parties.length}>
      {parties.map((body) => (
        <ClaimColumn
          key={body.id}
          body={body}
          sayings={pair.claims[body.id] ?? []}
          elsewhere={pair.earlier[body.id] ?? 0}
          quoted={quoted}
          named={named}
        />
      ))}
    </div>
  )
}

/** Of many claims the latest are shown first, as many in every column; a few earlier ones come when asked for, all stand beside their sources. */
const SHOWN = 5

const ClaimColumn = ({
  body,
  sayings,
  elsewhere,
  quoted,
  named,
}: {
  body: BodyView
  sayings: readonly Saying[]
  elsewhere: number
  quoted: boolean
  named: boolean
}) => {
  const { ref, process } = useProcess()
  const [all, setAll] = useState(false)
  const earlier = all ? 0 : Math.max(0, sayings.length - SHOWN)
  return (
    <div className="claim">
      <Strip place={body.place} />
      <Party body={body} named={named} />
      {earlier > 0 && (
        <button type="button" className="button button-text" onClick={() => setAll(true)}>
          <Plural value={earlier} one="# earlier" other="# earlier" />
        </button>
      )}
      {earlier === 0 && elsewhere > 0 && (
        <Link className="meta" to="/p/$ref/statements" params={{ ref }}>
          <Plural value={elsewhere} one="# still earlier, in the sources" other="# still earlier, in the sources" />
        </Link>
      )}
      {sayings.slice(earlier).map((saying) => (
        <SayingLine key={saying.act.hash} saying={saying} quoted={quoted} />
      ))}
      {sayings.length === 0 && (
        <p className="gap">
          {process?.nature === 'reconstruction' ? (
            <Trans>No statement in the sources held.</Trans>
          ) : (
            <Trans>No statement on the record.</Trans>
          )}
        </p>
      )}
    </div>
  )
}
