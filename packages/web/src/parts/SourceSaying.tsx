import { Trans, useLingui } from '@lingui/react/macro'
import { Said } from '../language/Said.tsx'
import type { BodyView, Saying, Statements } from '../process/seen.ts'
import { SayingLine } from './ClaimPair.tsx'
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
    </div>
  </>
)

/** What kind of saying it is, in whose voice, how it was heard. */
const SayingKind = ({ saying }: { saying: Saying }) => {
  const { t } = useLingui()
  const kinds: Record<string, string> = {
    assertion: t`assertion`,
    demand: t`demand`,
    offer: t`offer`,
    undertaking: t`undertaking`,
    refusal: t`refusal`,
    warning: t`warning`,
    thanks: t`thanks`,
    'view-of-anothers-mind': t`view of another’s mind`,
  }
  const forms: Record<string, string> = {
    direct: t`direct speech`,
    reported: t`reported speech`,
    hearsay: t`hearsay`,
    'by-continuity': t`by continuity`,
  }
  return (
    <p className="meta">
      {kinds[saying.kind] ?? saying.kind}
      <br />
      {forms[saying.form] ?? saying.form}
    </p>
  )
}

const About = ({ saying, titles }: { saying: Saying; titles: Statements['titles'] }) => {
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
