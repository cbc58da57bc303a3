import { Trans, useLingui } from '@lingui/react/macro'
import { EMPTY_ISSUE, issueAct } from '../keys/acts.ts'
import { useDraft } from '../keys/draft.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { ActForm, type Given } from './ActForm.tsx'
import { TwoLanguages } from './fields.tsx'

/** `issue.tabled`. */
export const IssueForm = ({ process, signer }: Given) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { draft, change, drop } = useDraft(`${process.id}/${signer.body}/issue`, EMPTY_ISSUE)
  const act = issueAct(draft, language)
  const title = (language === 'ur' ? draft.ur || draft.en : draft.en || draft.ur).trim()
  const body = signer.body
  return (
    <ActForm
      heading={<Trans>Table an issue</Trans>}
      act={act}
      signer={signer}
      onRecorded={() => drop()}
      says={title === '' ? t`Table an issue for ${body}` : t`Table the issue “${title}” for ${body}`}
      missing={<Trans>Write a title in at least one language.</Trans>}
    >
      <TwoLanguages label={t`Title of the issue`} en={draft.en} ur={draft.ur} onEn={(en) => change({ en })} onUr={(ur) => change({ ur })} />
    </ActForm>
  )
}
