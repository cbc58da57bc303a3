import { Trans } from '@lingui/react/macro'
import { Said } from '../language/Said.tsx'
import type { BodyView, Saying, Statements } from '../process/seen.ts'
import { SayingLine } from './ClaimPair.tsx'
import { SayingActions } from './SayingActions.tsx'
import { useFormNames, useSpeechActNames } from './names.ts'
import { PartyOf, Strip } from './Party.tsx'

/** A statement beside its source: who speaks and in what kind of words, the words, what they are about. */
export const SourceSaying = ({ saying, bodies, titles }: { saying: Saying; bodies: readonly BodyView[]; titles: Statements['titles'] }) => (
  <>
    <div className="source-speaker">
      {saying.body === null ? null : (
        <>
          <Strip place={bodies.find((body) => body.id === saying.body)?.place ?? 0} />
          <PartyOf id={saying.body} bodies={bodies} />
        </>
      )}
      <SayingKind saying={saying} />
    </div>
    <div>
      <SayingLine saying={saying} quoted />
      <About saying={saying} titles={titles} />
      <p className="meta saying-actions">
        <SayingActions saying={saying} />
      </p>
    </div>
  </>
)

/** What kind of saying it is, in whose voice, how it was heard. */
export const SayingKind = ({ saying, inline = false }: { saying: Saying; inline?: boolean }) => {
  const kinds = useSpeechActNames()
  const forms = useFormNames()
  return (
    <p className="meta">
      {kinds[saying.kind] ?? saying.kind}
      {inline ? ' · ' : <br />}
      {forms[saying.form] ?? saying.form}
    </p>
  )
}

export const About = ({ saying, titles }: { saying: Saying; titles: Statements['titles'] }) => {
  const known = saying.about.flatMap((hash) => (titles[hash] === undefined ? [] : [{ hash, words: titles[hash] }]))
  if (known.length === 0) return null
  return (
    <p className="meta">
      <Trans>about:</Trans>{' '}
      {known.map(({ hash, words }, index) => (
        <span key={hash}>
          {index > 0 && ' · '}
          <Said words={words} />
        </span>
      ))}
    </p>
  )
}
