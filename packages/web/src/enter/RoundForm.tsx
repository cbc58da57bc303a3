import { Trans, useLingui } from '@lingui/react/macro'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { EMPTY_ROUND, roundAct } from '../keys/acts.ts'
import { useDraft } from '../keys/draft.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Choice } from '../parts/Choice.tsx'
import { PartyOf } from '../parts/Party.tsx'
import type { Timeline } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { ActForm, type Given } from './ActForm.tsx'
import { Time, TwoLanguages } from './fields.tsx'
import { OutcomeChoice, useRoundSays, WhichRound } from './round-fields.tsx'

/** `round.scheduled`, `round.opened`, `round.closed`. */
export const RoundForm = ({ process, signer }: Given) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { draft, change, drop } = useDraft(`${process.id}/${signer.body}/round`, EMPTY_ROUND)
  const { view: timeline } = useView<Timeline>('timeline', { limit: '1' })
  const parties = process.bodies.filter((body) => body.roles.includes('party')).map((body) => body.id as string)
  const act = roundAct(draft, { language, parties })
  const rounds = (timeline?.rounds ?? []).filter((round) => round.until === null)
  const says = useRoundSays(draft, signer.body, rounds)
  return (
    <ActForm
      heading={<Trans>Schedule, open or close a round</Trans>}
      act={act}
      signer={signer}
      onRecorded={() => drop()}
      says={says}
      missing={
        draft.what === 'schedule' ? (
          <Trans>Say when it begins and when it ends, in this order.</Trans>
        ) : draft.what === 'close' ? (
          <Trans>Choose the round that is closed.</Trans>
        ) : (
          <Trans>Choose who takes part.</Trans>
        )
      }
    >
      <Choice
        label={t`What about the round`}
        chosen={draft.what}
        options={[
          { value: 'schedule', text: t`Schedule` },
          { value: 'open', text: t`Open` },
          { value: 'close', text: t`Close` },
        ]}
        onChoose={(what) => change({ what })}
      />
      {draft.what !== 'schedule' && (
        <WhichRound rounds={rounds} chosen={draft.round} onChoose={(round) => change({ round })} mayBeNew={draft.what === 'open'} />
      )}
      {(draft.what === 'schedule' || (draft.what === 'open' && draft.round === '')) && (
        <TwoLanguages
          label={t`Place`}
          en={draft.placeEn}
          ur={draft.placeUr}
          onEn={(placeEn) => change({ placeEn })}
          onUr={(placeUr) => change({ placeUr })}
        />
      )}
      {draft.what === 'schedule' && (
        <div className="field-row">
          <Time label={t`Begins, UTC`} value={draft.from} onChange={(from) => change({ from })} />
          <Time label={t`Ends, UTC`} value={draft.until} onChange={(until) => change({ until })} />
        </div>
      )}
      {draft.what === 'open' && (
        <CheckboxGroup
          className="field"
          value={draft.takesPart.length === 0 ? parties : [...draft.takesPart]}
          onChange={(takesPart) => change({ takesPart })}
        >
          <Label className="field-label">
            <Trans>Who takes part</Trans>
          </Label>
          <div className="field-row">
            {parties.map((party) => (
              <Checkbox key={party} value={party} className="check">
                <span className="check-box" aria-hidden="true" />
                <PartyOf id={party} bodies={process.bodies} />
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
      {draft.what === 'close' && <OutcomeChoice chosen={draft.outcome} onChoose={(outcome) => change({ outcome })} />}
    </ActForm>
  )
}
