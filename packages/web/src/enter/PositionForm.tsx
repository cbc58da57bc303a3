import { Trans, useLingui } from '@lingui/react/macro'
import { useDraft } from '../keys/draft.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { spoken } from '../language/words.ts'
import { Choice } from '../parts/Choice.tsx'
import type { Overview } from '../process/seen.ts'
import { ActForm, type Given } from './ActForm.tsx'
import { Pick, TwoTexts } from './fields.tsx'
import { EMPTY_POSITION, POSITION_KINDS, positionAct } from './position.ts'

/** `position.tabled`: what a party holds on an issue; the latest one is what it holds. */
export const PositionForm = ({ process, signer, overview }: Given & { overview: Overview | null }) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { draft, change, drop } = useDraft(`${process.id}/${signer.body}/position`, EMPTY_POSITION)
  const names: Record<string, string> = { demand: t`demand`, offer: t`offer`, explanation: t`explanation`, refusal: t`refusal` }
  const issues = (overview?.matrix ?? []).filter(({ status }) => status !== 'closed')
  const known = issues.some(({ issue }) => issue === draft.issue) ? draft : { ...draft, issue: '' }
  const issue = issues.find((one) => one.issue === known.issue)
  const body = signer.body
  const title = issue === undefined ? '' : spoken(issue.title, language).text
  return (
    <ActForm
      heading={<Trans>Table a position</Trans>}
      act={positionAct(known, language)}
      signer={signer}
      onRecorded={drop}
      says={title === '' ? t`Table a position for ${body}` : t`Table this position on “${title}” for ${body}`}
      missing={<Trans>Choose an issue, and write the position in at least one language.</Trans>}
    >
      <Pick
        label={t`On which issue`}
        value={known.issue}
        empty={t`Choose an issue`}
        options={issues.map((one) => [one.issue, spoken(one.title, language).text] as const)}
        onChange={(chosen) => change({ issue: chosen })}
      />
      <Choice
        label={t`What kind of position`}
        chosen={draft.kind}
        options={POSITION_KINDS.map((kind) => ({ value: kind, text: names[kind] ?? kind }))}
        onChoose={(kind) => change({ kind })}
      />
      <TwoTexts label={t`The position`} en={draft.en} ur={draft.ur} onEn={(en) => change({ en })} onUr={(ur) => change({ ur })} rows={2} />
    </ActForm>
  )
}
