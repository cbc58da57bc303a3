import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { ActForm, type Given } from '../enter/ActForm.tsx'
import { Bodies, Time, TwoTexts } from '../enter/fields.tsx'
import type { Act } from '../keys/acts.ts'
import { useDraft } from '../keys/draft.ts'
import { type CommuniqueDraft, communiqueAct, EMPTY_COMMUNIQUE } from '../keys/paper-acts.ts'
import { useLanguage, useListed } from '../language/LanguageRoom.tsx'
import { Choice } from '../parts/Choice.tsx'
import type { CommuniqueView, ProcessView } from '../process/seen.ts'

const rolesOf = (process: ProcessView, body: string): readonly string[] => process.bodies.find(({ id }) => id === body)?.roles ?? []
const partiesOf = (process: ProcessView) => process.bodies.filter(({ roles }) => roles.includes('party'))

/** `communique.drafted`, `communique.issued`. */
export const CommuniqueForm = ({ process, signer }: Given) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const listed = useListed()
  const { draft, change, drop } = useDraft<CommuniqueDraft>(`${process.id}/${signer.body}/communique`, EMPTY_COMMUNIQUE)
  const roles = rolesOf(process, signer.body)
  // from when an embargo holds: when the form was opened
  const now = useMemo(() => new Date().toISOString(), [])
  if (!['party', 'mediator', 'secretariat'].some((role) => roles.includes(role))) return null
  const by = signer.body
  const on = listed(draft.onBehalfOf)
  return (
    <details className="more paper-form">
      <summary>
        <Trans>Draft or issue a communiqué</Trans>
      </summary>
      <ActForm
        act={communiqueAct(draft, { language, now })}
        signer={signer}
        says={
          draft.what === 'draft'
            ? t`Record the draft of a communiqué for ${by}`
            : on === ''
              ? t`Issue the communiqué for ${by}`
              : t`Issue the communiqué for ${by}, on behalf of ${on}`
        }
        missing={
          draft.what === 'draft' ? (
            <Trans>Write a title and at least one point, as many in each language; an embargo ends later than now.</Trans>
          ) : (
            <Trans>
              Write a title and at least one point, as many in each language, and say on whose behalf; an embargo ends later than now.
            </Trans>
          )
        }
        onRecorded={() => drop()}
      >
        <Choice
          label={t`Drafted or issued`}
          chosen={draft.what}
          options={[
            { value: 'draft', text: t`A draft` },
            { value: 'issue', text: t`Issue it` },
          ]}
          onChoose={(what) => change({ what })}
        />
        <TwoTexts label={t`Title`} en={draft.en} ur={draft.ur} rows={1} onEn={(en) => change({ en })} onUr={(ur) => change({ ur })} />
        <TwoTexts
          label={t`Points, one a line`}
          en={draft.pointsEn}
          ur={draft.pointsUr}
          rows={4}
          onEn={(pointsEn) => change({ pointsEn })}
          onUr={(pointsUr) => change({ pointsUr })}
        />
        <div className="field-row">
          {draft.what === 'issue' && (
            <Bodies
              label={t`On behalf of`}
              chosen={draft.onBehalfOf}
              bodies={process.bodies}
              onChange={(onBehalfOf) => change({ onBehalfOf })}
            />
          )}
          <Bodies
            label={t`Who speaks to the media`}
            chosen={draft.speaks}
            bodies={process.bodies}
            onChange={(speaks) => change({ speaks })}
          />
        </div>
        <div className="field-row">
          <Time label={t`Embargo until, UTC, where there is one`} value={draft.embargo} onChange={(embargo) => change({ embargo })} />
        </div>
        <TwoTexts
          label={t`Lines to take, one a line`}
          en={draft.linesEn}
          ur={draft.linesUr}
          rows={2}
          onEn={(linesEn) => change({ linesEn })}
          onUr={(linesUr) => change({ linesUr })}
        />
      </ActForm>
    </details>
  )
}

/** `communique.agreed`, for a party. */
export const Agree = ({ communique, process, signer }: Given & { communique: CommuniqueView }) => {
  const { t } = useLingui()
  const by = signer.body
  const already = communique.agreed.some((step) => step.by.some((one) => one === by))
  if (!rolesOf(process, by).includes('party') || already || communique.drafted === null) return null
  const act: Act = { type: 'communique.agreed', communique: communique.id }
  return (
    <ActForm quiet act={act} signer={signer} says={t`Agree to this draft for ${by}`} missing={null} onRecorded={() => {}}>
      {null}
    </ActForm>
  )
}

/** `communique.issued` from a draft, as it was drafted, on behalf of every party. */
export const IssueDraft = ({ communique, process, signer }: Given & { communique: CommuniqueView }) => {
  const { t } = useLingui()
  const listed = useListed()
  const { drafted } = communique
  const by = signer.body
  if (drafted === null || !['mediator', 'secretariat'].some((role) => rolesOf(process, by).includes(role))) return null
  const parties = partiesOf(process).map(({ id }) => id as string)
  const on = listed(parties)
  const act: Act = {
    type: 'communique.issued',
    communique: communique.id,
    title: drafted.title,
    points: drafted.points,
    onBehalfOf: parties,
    ...(drafted.embargo === null ? {} : { embargo: drafted.embargo }),
    ...(drafted.lines.length === 0 ? {} : { lines: drafted.lines }),
  }
  return (
    <ActForm
      quiet
      act={act}
      signer={signer}
      says={t`Issue it as drafted for ${by}, on behalf of ${on}`}
      missing={null}
      onRecorded={() => {}}
    >
      {null}
    </ActForm>
  )
}
