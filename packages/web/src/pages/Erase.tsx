import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ActForm } from '../enter/ActForm.tsx'
import { TwoTexts } from '../enter/fields.tsx'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useDraft } from '../keys/draft.ts'
import { EMPTY_REASON, eraseAct, type ReasonDraft } from '../keys/publication-acts.ts'
import { useKeys } from '../keys/useKeys.ts'
import { useLanguage, useListed } from '../language/LanguageRoom.tsx'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { useCheckedSize, useProcess } from '../process/ProcessRoom.tsx'
import type { Erasable, ProcessView, Publishing } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { Shown } from '../publish/Shown.tsx'
import '../publish/publish.css'
import { ForBody } from '../parts/ForBody.tsx'

/** One act that is to be erased: what that does and does not undo, whom it asks, and the act that asks. */
export const Erase = () => {
  const { ref, process } = useProcess()
  const { act } = useSearch({ from: '/p/$ref/erase' })
  const keys = useKeys(process?.id)
  const [body, setBody] = useState('')
  if (process === null) return <Loading />
  const key = keys.find((one) => one.body === body) ?? keys[0]
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Erase an act</Trans>
        </h1>
        <ForBody keys={keys} signer={key} onChoose={setBody} />
      </div>
      {key === undefined || act === undefined ? (
        <Empty>
          <Trans>
            An act is erased from{' '}
            <Link to="/p/$ref/record" params={{ ref }}>
              the record
            </Link>
            , by whoever holds a key of a body to which it belongs.
          </Trans>
        </Empty>
      ) : (
        <OfBody key={`${key.body} ${act}`} signer={key} act={act} />
      )}
    </>
  )
}

const OfBody = ({ signer, act }: { signer: DeviceKey; act: string }) => {
  const checked = useCheckedSize() !== null
  const { view, refusal } = useView<Publishing>(checked ? 'publishing' : null, { by: signer.body, act })
  const [recorded, setRecorded] = useState(false)
  if (view === null)
    return refusal === null ? <Loading lines={6} /> : <Refused title={<Trans>The act did not load.</Trans>} refusal={refusal} />
  if (view.erasing === null)
    return (
      <Empty>
        <Trans>This act is not on the record.</Trans>
      </Empty>
    )
  return (
    <div className="erase">
      <Shown shown={view.erasing.shown} bodies={view.process.bodies} />
      {view.erasing.asks === null && !recorded ? (
        <WhyNot erasable={view.erasing} />
      ) : (
        <Confirm asks={view.erasing.asks ?? []} act={act} process={view.process} signer={signer} onRecorded={() => setRecorded(true)} />
      )}
    </div>
  )
}

const WhyNot = ({ erasable }: { erasable: Erasable }) => (
  <p className="text">
    {erasable.why === 'structure' ? (
      <Trans>This act carries the record: bodies, keys, consents and decisions are not erased, so that everybody can check the rest.</Trans>
    ) : erasable.why === 'erased' ? (
      <Trans>This act is erased already. That it was done stays.</Trans>
    ) : (
      <Trans>This act belongs to other bodies. Its owners erase it, and who looks after the record.</Trans>
    )}
  </p>
)

const Confirm = ({
  asks,
  act,
  process,
  signer,
  onRecorded,
}: {
  asks: readonly string[]
  act: string
  process: ProcessView
  signer: DeviceKey
  onRecorded: () => void
}) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const listed = useListed()
  const [by, names] = [signer.body, listed(asks)]
  const { draft, change, drop } = useDraft<ReasonDraft>(`${process.id}/${by}/erase/${act}`, EMPTY_REASON)
  return (
    <ActForm
      act={eraseAct(draft, { act, asks, language })}
      signer={signer}
      says={asks.length === 0 ? t`Erase this act for ${by}, at once` : t`Ask for ${by} that this act be erased, asking ${names}`}
      missing={null}
      onRecorded={() => {
        drop()
        onRecorded()
      }}
    >
      <p className="warning">
        <Trans>
          The content goes from this host and from honest mirrors, and cannot be brought back. That something was done, by whom and when,
          stays for ever. Bundles, copies and browsers that hold the act keep it; backups made before keep it until they are thrown away.
        </Trans>
      </p>
      <p className="text">
        {asks.length === 0 ? (
          <Trans>Nobody else is asked: it is erased as soon as this is recorded.</Trans>
        ) : (
          <Trans>
            It is erased when each of these has given its consent: <bdi>{names}</bdi>. They are its other owners, and who looks after the
            record.
          </Trans>
        )}
      </p>
      <TwoTexts
        label={t`Reason (may stay empty; it stays for ever, so it never repeats what is erased)`}
        en={draft.en}
        ur={draft.ur}
        rows={2}
        onEn={(en) => change({ en })}
        onUr={(ur) => change({ ur })}
      />
    </ActForm>
  )
}
