import { Trans, useLingui } from '@lingui/react/macro'
import { ActForm, type Given } from '../enter/ActForm.tsx'
import { Bodies, Pick, TwoTexts } from '../enter/fields.tsx'
import {
  EMPTY_PAPER,
  EMPTY_PAPER_STEP,
  PAPER_KINDS,
  type PaperDraft,
  type PaperStep,
  type PaperStepDraft,
  paperAct,
  paperStepAct,
} from '../keys/paper-acts.ts'
import { useDraft } from '../keys/draft.ts'
import { useLanguage, useListed } from '../language/LanguageRoom.tsx'
import type { PaperView, ProcessView } from '../process/seen.ts'

/** Kinds of paper in words. */
export const usePaperKindNames = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return { draft: t`draft`, 'non-paper': t`non-paper`, 'talking-points': t`talking points`, letter: t`letter`, list: t`list` }
}

/** `paper.handed-over`, for a party or a mediator. */
export const HandOver = ({ process, signer }: Given) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const listed = useListed()
  const kinds = usePaperKindNames()
  const { draft, change, drop } = useDraft<PaperDraft>(`${process.id}/${signer.body}/paper`, EMPTY_PAPER)
  const roles: readonly string[] = process.bodies.find(({ id }) => id === signer.body)?.roles ?? []
  if (!roles.includes('party') && !roles.includes('mediator')) return null
  const others = process.bodies.filter(({ id }) => id !== signer.body)
  const by = signer.body
  const to = listed(draft.to)
  return (
    <details className="more paper-form">
      <summary>
        <Trans>Hand over a paper</Trans>
      </summary>
      <ActForm
        act={paperAct(draft, language)}
        signer={signer}
        says={to === '' ? t`Record that ${by} hands over a paper` : t`Record that ${by} hands over a paper to ${to}`}
        missing={<Trans>Choose what it is, give it a title, and say whom it goes to.</Trans>}
        onRecorded={() => drop()}
      >
        <TwoTexts
          label={t`Title of the paper`}
          en={draft.en}
          ur={draft.ur}
          rows={1}
          onEn={(en) => change({ en })}
          onUr={(ur) => change({ ur })}
        />
        <div className="field-row field-row-tight">
          <Pick
            label={t`What it is`}
            value={draft.kind}
            empty={t`not chosen yet`}
            options={PAPER_KINDS.map((kind) => [kind, kinds[kind] ?? kind])}
            onChange={(kind) => change({ kind })}
          />
          <Pick
            label={t`May it be quoted`}
            value={draft.quotable}
            empty={t`not said`}
            options={[
              ['yes', t`yes`],
              ['no', t`no`],
            ]}
            onChange={(quotable) => change({ quotable })}
          />
        </div>
        <div className="field-row">
          <Bodies label={t`To`} chosen={draft.to} bodies={others} onChange={(chosen) => change({ to: chosen })} />
          <Bodies label={t`Through`} chosen={draft.through} bodies={others} onChange={(through) => change({ through })} />
        </div>
        <TwoTexts
          label={t`What it says, in our own words, where that may be told`}
          en={draft.reportedEn}
          ur={draft.reportedUr}
          rows={2}
          onEn={(reportedEn) => change({ reportedEn })}
          onUr={(reportedUr) => change({ reportedUr })}
        />
      </ActForm>
    </details>
  )
}

/** What a body may do next with a paper: receiving and returning are for whom it went to or through, taking back and tabling for whose it is. */
const stepsFor = (paper: PaperView, { process, by }: { process: ProcessView; by: string }): readonly PaperStep[] => {
  if (paper.withdrawn) return []
  const roles: readonly string[] = process.bodies.find(({ id }) => id === by)?.roles ?? []
  const [first] = paper.custody
  const reached = [...(first?.to ?? []), ...(first?.through ?? [])].some((one) => one === by)
  const own = paper.by.some((one) => one === by)
  return [
    ...(reached ? (['received'] as const) : []),
    ...(roles.includes('mediator') ? (['passed-on'] as const) : []),
    ...(reached ? (['returned'] as const) : []),
    ...(own ? (['tabled', 'withdrawn'] as const) : []),
  ]
}

/** `paper.received`, `.passed-on`, `.returned`, `.tabled`, `.withdrawn`. */
export const PaperSteps = ({ paper, process, signer }: Given & { paper: PaperView }) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { draft, change, drop } = useDraft<PaperStepDraft>(`${process.id}/${signer.body}/paper/${paper.id}`, EMPTY_PAPER_STEP)
  const steps = stepsFor(paper, { process, by: signer.body })
  if (steps.length === 0) return null
  const by = signer.body
  const names: Record<PaperStep, string> = {
    received: t`received`,
    'passed-on': t`passed on`,
    returned: t`returned`,
    tabled: t`tabled as text`,
    withdrawn: t`withdrawn`,
  }
  const step = steps.find((one) => one === draft.step)
  const named = step === undefined ? '' : names[step]
  return (
    <details className="more">
      <summary>
        <Trans>
          Next step for <bdi>{by}</bdi>
        </Trans>
      </summary>
      <ActForm
        quiet
        act={step === undefined ? null : paperStepAct({ ...draft, step }, { paper: paper.id, language })}
        signer={signer}
        says={step === undefined ? t`Choose a step` : t`Record the paper as ${named}, for ${by}`}
        missing={step === 'passed-on' ? <Trans>Say whom it is passed on to.</Trans> : <Trans>Choose a step.</Trans>}
        onRecorded={() => drop()}
      >
        <Pick
          label={t`Step`}
          value={step ?? ''}
          empty={t`not chosen yet`}
          options={steps.map((one) => [one, names[one]])}
          onChange={(chosen) => change({ step: chosen })}
        />
        {step === 'passed-on' && (
          <Bodies label={t`To`} chosen={draft.to} bodies={process.bodies.filter(({ id }) => id !== by)} onChange={(to) => change({ to })} />
        )}
        {step !== undefined && step !== 'passed-on' && (
          <TwoTexts label={t`Reason`} en={draft.en} ur={draft.ur} rows={1} onEn={(en) => change({ en })} onUr={(ur) => change({ ur })} />
        )}
      </ActForm>
    </details>
  )
}
