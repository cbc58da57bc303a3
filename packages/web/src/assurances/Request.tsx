import { Trans, useLingui } from '@lingui/react/macro'
import { Fragment } from 'react'
import { Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { PartyOf } from '../parts/Party.tsx'
import type { ActRef, AssuranceView, BodyView } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'

/** The seven answers in words. */
export const useAnswerNames = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return {
    confirmed: t`confirmed`,
    amended: t`amended`,
    'in-the-text': t`in the text`,
    elsewhere: t`elsewhere`,
    'not-in-this-form': t`not in this form`,
    'not-ours-to-give': t`not ours to give`,
    declined: t`declined`,
  }
}

/** A request with each step that was done. Of what was not done nothing is said, and no days are counted. */
export const Request = ({ request, bodies }: { request: AssuranceView; bodies: readonly BodyView[] }) => {
  const answers = useAnswerNames()
  const all = (ids: readonly string[]) => ids.map((id) => <PartyOf key={id} id={id} bodies={bodies} />)
  return (
    <div className="request">
      <p className="request-head in-line">
        {all(request.by)} <Trans>asks</Trans> {all([request.of])}
        {request.about !== null && (
          <>
            {' · '}
            <Trans>about</Trans> <Said words={request.about} />
          </>
        )}
      </p>
      <p className="text">
        <Said words={request.words} />
      </p>
      {request.inSameForm !== null && (
        <p className="text request-same">
          <Trans>In the same form the asker gives:</Trans> <Said words={request.inSameForm} />
        </p>
      )}
      <ol className="request-steps meta">
        <Line act={request.act}>
          <Trans>asked</Trans> <SpanTime span={request.when} />
        </Line>
        {request.passedOn.map((step) => (
          <Line key={step.act.hash} act={step.act}>
            <Trans>passed on by</Trans> {all(step.by)} <SpanTime span={step.when} />
          </Line>
        ))}
        {request.answered.map((answer) => (
          <Fragment key={answer.act.hash}>
            <Line act={answer.act}>
              <strong className="firmness">{answers[answer.answer] ?? answer.answer}</strong> <Trans>answered by</Trans> {all(answer.by)}{' '}
              <SpanTime span={answer.when} />
            </Line>
            {answer.words !== null && (
              <li className="text">
                <Said words={answer.words} />
              </li>
            )}
          </Fragment>
        ))}
        {request.closed !== null && (
          <Line act={request.closed.act}>
            {request.passedOn.length === 0 && request.closed.by.some((id) => !request.by.includes(id)) ? (
              <Trans>returned by</Trans>
            ) : (
              <Trans>closed by</Trans>
            )}{' '}
            {all(request.closed.by)} <SpanTime span={request.closed.when} />
            {request.closed.reason !== null && (
              <>
                {': '}
                <Said words={request.closed.reason} />
              </>
            )}
          </Line>
        )}
      </ol>
    </div>
  )
}

const Line = ({ act, children }: { act: ActRef; children: React.ReactNode }) => (
  <li className="in-line">
    {children} <Act act={act} />
  </li>
)
