import { Trans, useLingui } from '@lingui/react/macro'
import { useDraft } from '../keys/draft.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import type { Overview } from '../process/seen.ts'
import { ActForm, type Given } from './ActForm.tsx'
import { callOf, deadlockAct, EMPTY_DEADLOCK } from './deadlock.ts'
import { TwoTexts } from './fields.tsx'

/** `deadlock.called`, and `deadlock.lifted` by whoever called: never concluded, only called, by name. */
export const DeadlockForm = ({ process, signer, overview }: Given & { overview: Overview | null }) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const body = signer.body
  const call = callOf(overview?.standing.talks.because ?? [], body)
  const { draft, change, drop } = useDraft(`${process.id}/${body}/deadlock`, EMPTY_DEADLOCK)
  return (
    <ActForm
      heading={call === undefined ? <Trans>Call a deadlock</Trans> : <Trans>Lift the call of a deadlock</Trans>}
      act={deadlockAct(draft, { call, language })}
      signer={signer}
      onRecorded={drop}
      says={call === undefined ? t`Call a deadlock for ${body}` : t`Lift the call of ${body}`}
      missing={<Trans>Say in at least one language what stands still.</Trans>}
    >
      <p className="meta">
        {call === undefined ? (
          <Trans>It will stand under the name of this body alone, until this body lifts it or takes part in a later round.</Trans>
        ) : (
          <Trans>The call of this body stands. Nobody else can lift it.</Trans>
        )}
      </p>
      <TwoTexts
        label={call === undefined ? t`What stands still` : t`Why it is lifted (may stay empty)`}
        en={draft.en}
        ur={draft.ur}
        onEn={(en) => change({ en })}
        onUr={(ur) => change({ ur })}
        rows={2}
      />
    </ActForm>
  )
}
