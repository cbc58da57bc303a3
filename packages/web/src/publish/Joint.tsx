import { Trans, useLingui } from '@lingui/react/macro'
import { ActForm } from '../enter/ActForm.tsx'
import { TwoTexts } from '../enter/fields.tsx'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useDraft } from '../keys/draft.ts'
import { consentAct, EMPTY_REASON, type ReasonDraft, withdrawAct, withholdAct } from '../keys/publication-acts.ts'
import { useLanguage, useListed } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { PartyOf } from '../parts/Party.tsx'
import type { JointAct, ProcessView } from '../process/seen.ts'
import { Moment } from '../time/Time.tsx'
import { Shown } from './Shown.tsx'

type Given = {
  readonly joint: JointAct
  readonly process: ProcessView
  readonly signer: DeviceKey
  readonly onRecorded: (hash: string) => void
}

/** A joint act that waits for this body: what it is about, who answered, and the two answers. */
export const Waiting = ({ joint, process, signer, onRecorded }: Given) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const to = joint.shown.act.hash
  const by = signer.body
  const { draft, change, drop } = useDraft<ReasonDraft>(`${process.id}/${by}/withhold/${to}`, EMPTY_REASON)
  return (
    <li>
      <About joint={joint} process={process} />
      <ActForm quiet act={consentAct(to)} signer={signer} says={t`Give the consent of ${by}`} missing={null} onRecorded={onRecorded}>
        {null}
      </ActForm>
      {!joint.withheld.some((one) => one.by === by) && (
        <details className="more">
          <summary>
            <Trans>Withhold it, with a reason</Trans>
          </summary>
          <ActForm
            quiet
            act={withholdAct(draft, { to, language })}
            signer={signer}
            says={t`Withhold the consent of ${by}`}
            missing={<Trans>Say in at least one language why it is withheld.</Trans>}
            onRecorded={(hash) => {
              drop()
              onRecorded(hash)
            }}
          >
            <TwoTexts label={t`Reason`} en={draft.en} ur={draft.ur} rows={2} onEn={(en) => change({ en })} onUr={(ur) => change({ ur })} />
          </ActForm>
        </details>
      )}
    </li>
  )
}

/** A decision of this body that waits for others; a publication can be taken back meanwhile. */
export const Pending = ({ joint, process, signer, onRecorded }: Given) => {
  const { t } = useLingui()
  const by = signer.body
  return (
    <li>
      <About joint={joint} process={process} />
      {joint.shown.type === 'publication.decided' && (
        <details className="more">
          <summary>
            <Trans>Take the decision back</Trans>
          </summary>
          <ActForm
            quiet
            act={withdrawAct(joint.about.map(({ act }) => act.hash))}
            signer={signer}
            says={t`Take back the decision of ${by} to publish`}
            missing={null}
            onRecorded={onRecorded}
          >
            {null}
          </ActForm>
        </details>
      )}
    </li>
  )
}

/** What a joint act would do, to which acts, whom it asks, and what each of those answered. */
const About = ({ joint, process }: { joint: JointAct; process: ProcessView }) => {
  const listed = useListed()
  const { shown, recorded, about, asks, given, withheld } = joint
  const open = listed(asks.filter((body) => !given.includes(body)))
  return (
    <>
      <h3 className="in-line">
        {shown.type === 'publication.decided' ? (
          <Trans>To publish</Trans>
        ) : shown.type === 'erasure.made' ? (
          <Trans>To erase</Trans>
        ) : (
          shown.kind
        )}
      </h3>
      {about.length > 0 && (
        <p className="meta in-line">
          <Trans>put by</Trans>{' '}
          {shown.doers.map((body) => (
            <PartyOf key={body} id={body} bodies={process.bodies} />
          ))}{' '}
          <Moment at={recorded} length="long" /> <Act act={shown.act} />
        </p>
      )}
      <ul className="shown-list">
        {(about.length === 0 ? [shown] : about).map((one) => (
          <li key={one.act.hash}>
            <Shown shown={one} bodies={process.bodies} />
          </li>
        ))}
      </ul>
      {about.length > 0 && shown.title === null && shown.words.length > 0 && (
        <p className="text">
          <Trans>Reason:</Trans>{' '}
          {shown.words.map((words) => (
            <Said key={JSON.stringify(words)} words={words} />
          ))}
        </p>
      )}
      {open !== '' && (
        <p className="meta">
          <Trans>
            Waits for the consent of <bdi>{open}</bdi>; it takes effect when the last has given it.
          </Trans>
        </p>
      )}
      {withheld.map(({ by, reason }) => (
        <p key={by} className="meta in-line">
          <Trans>Consent withheld by</Trans> <PartyOf id={by} bodies={process.bodies} /> {reason !== null && <Said words={reason} />}
        </p>
      ))}
    </>
  )
}
