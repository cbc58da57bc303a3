import { Trans, useLingui } from '@lingui/react/macro'
import { ActForm } from '../enter/ActForm.tsx'
import { Line, Pick, TwoTexts } from '../enter/fields.tsx'
import { ANSWERS, EMPTY_STEP, type StepDraft, stepAct } from '../keys/assurance-acts.ts'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useDraft } from '../keys/draft.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import type { AssuranceView, ProcessView } from '../process/seen.ts'
import { Plenary } from './Plenary.tsx'
import { useAnswerNames } from './Request.tsx'

/** What a body may do next with a request. Holding it needs no act; nothing is offered that another body must do. */
export const stepsFor = (request: AssuranceView, { process, by }: { process: ProcessView; by: string }): readonly StepDraft['step'][] => {
  if (request.closed !== null) return []
  const mediates = process.bodies.find(({ id }) => id === by)?.roles.includes('mediator') ?? false
  const asks = request.by.some((one) => one === by)
  const answered = request.answered.length > 0
  return [
    ...(mediates && request.passedOn.length === 0 ? (['pass-on', 'return'] as const) : []),
    ...(request.of === by && !asks && request.passedOn.length > 0 && !answered ? (['answer'] as const) : []),
    ...(asks || (mediates && request.passedOn.length > 0) ? (['close'] as const) : []),
  ]
}

/** `assurance.passed-on`, `.answered`, `.closed`. */
export const StepForm = ({ request, process, signer }: { request: AssuranceView; process: ProcessView; signer: DeviceKey }) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const names = useAnswerNames()
  const { draft, change, drop } = useDraft<StepDraft>(`${process.id}/${signer.body}/assurance/${request.id}`, EMPTY_STEP)
  const steps = stepsFor(request, { process, by: signer.body })
  if (steps.length === 0) return null
  const step = steps.find((one) => one === draft.step) ?? (steps.length === 1 ? (steps[0] ?? '') : '')
  const by = signer.body
  const [asked, answer] = [request.of, names[draft.answer] ?? '']
  const says: Record<StepDraft['step'], string> = {
    '': t`Choose a step`,
    'pass-on': t`Pass the request on to ${asked}, for ${by}`,
    return: t`Return the request to who asked, for ${by}`,
    answer: answer === '' ? t`Answer for ${by}` : t`Answer “${answer}” for ${by}`,
    close: t`Close the request for ${by}`,
  }
  const words: Record<StepDraft['step'], string> = {
    '': '',
    'pass-on': t`pass it on`,
    return: t`return it, with a reason`,
    answer: t`answer it`,
    close: t`close it`,
  }
  return (
    <details className="more">
      <summary>
        <Trans>
          Next step for <bdi>{by}</bdi>
        </Trans>
      </summary>
      <ActForm
        quiet
        act={stepAct({ ...draft, step }, { assurance: request.id, language })}
        signer={signer}
        says={says[step]}
        onRecorded={() => drop()}
        missing={
          step === '' ? (
            <Trans>Choose a step.</Trans>
          ) : step === 'return' ? (
            <Trans>Say why it is returned, and that the plenary can read it.</Trans>
          ) : step === 'answer' ? (
            <Trans>Choose an answer, and say that the plenary can read it.</Trans>
          ) : (
            <Trans>Say that the plenary can read it.</Trans>
          )
        }
      >
        {steps.length > 1 && (
          <Pick
            label={t`Step`}
            value={step}
            empty={t`not chosen yet`}
            options={steps.map((one) => [one, words[one]])}
            onChange={(value) => change({ step: value as StepDraft['step'] })}
          />
        )}
        {steps.includes('pass-on') && (
          <p className="meta">
            <Trans>To hold it needs no act: as long as it is not passed on, nothing is said of it.</Trans>
          </p>
        )}
        {step === 'answer' && (
          <div className="field-row field-row-tight">
            <Pick
              label={t`Answer`}
              value={draft.answer}
              empty={t`not chosen yet`}
              options={ANSWERS.map((one) => [one, names[one] ?? one])}
              onChange={(value) => change({ answer: value })}
            />
            <Line
              label={t`Act that it points to, by its name of 64 digits, where there is one`}
              value={draft.where}
              limit={64}
              onChange={(where) => change({ where })}
            />
          </div>
        )}
        {step !== '' && step !== 'pass-on' && (
          <TwoTexts
            label={step === 'answer' ? t`In words` : t`Reason`}
            en={draft.en}
            ur={draft.ur}
            rows={2}
            onEn={(en) => change({ en })}
            onUr={(ur) => change({ ur })}
          />
        )}
        <Plenary agreed={draft.plenary} onChange={(plenary) => change({ plenary })} />
      </ActForm>
    </details>
  )
}
