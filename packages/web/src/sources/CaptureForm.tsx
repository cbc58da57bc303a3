import type { Refusal } from '@paraph/record'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ActForm, type Given } from '../enter/ActForm.tsx'
import { Line } from '../enter/fields.tsx'
import { useDraft } from '../keys/draft.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Choice } from '../parts/Choice.tsx'
import { Refused } from '../parts/states.tsx'
import { ask } from '../process/ask.ts'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Captured } from './captured.ts'
import { Particulars } from './Particulars.tsx'
import { EMPTY_SOURCE, filledBy, type SourceDraft, sourceAct } from './source-draft.ts'
import { Turned, WasRead } from './WasRead.tsx'

type Reading =
  | { readonly state: 'none' | 'reading' }
  | { readonly state: 'read'; readonly captured: Captured }
  | { readonly state: 'refused'; readonly refusal: Refusal }

/** `source.captured`: the page is read first, by the host, which keeps its bytes; then a person says what it is. */
export const CaptureForm = ({ process, signer }: Given) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { ref } = useProcess()
  const navigate = useNavigate()
  const { draft, change, drop, isKept } = useDraft<SourceDraft>(`${process.id}/${signer.body}/source`, EMPTY_SOURCE)
  const [reading, setReading] = useState<Reading>({ state: 'none' })
  const captured = reading.state === 'read' ? reading.captured : null
  const act = sourceAct(draft, { captured, language })
  const [publisher, by] = [draft.publisher.trim(), signer.body]

  const read = async (file?: File): Promise<void> => {
    setReading({ state: 'reading' })
    const path = `/processes/${encodeURIComponent(ref)}/captures`
    const answer = await ask<Captured>(file === undefined ? path : `${path}?name=${encodeURIComponent(file.name.slice(0, 200))}`, {
      language,
      method: 'POST',
      ...(file !== undefined ? { file } : { body: draft.way === 'address' ? { address: draft.address.trim() } : { text: draft.paste } }),
    })
    if (!answer.ok) return setReading({ state: 'refused', refusal: answer.refusal })
    setReading({ state: 'read', captured: answer.value })
    change(filledBy(answer.value, draft))
  }

  return (
    <div className="enter">
      <section className="section act-form" aria-labelledby="the-page">
        <div className="section-head">
          <h2 id="the-page">
            <Trans>The page</Trans>
          </h2>
          <span className="meta note">
            <Trans>kept as it is, under its hash; no script of it ever runs</Trans>
          </span>
        </div>
        <Choice
          label={t`How the page comes here`}
          chosen={draft.way}
          options={[
            { value: 'paste', text: t`Paste its text` },
            { value: 'file', text: t`A file` },
            { value: 'address', text: t`An address` },
          ]}
          onChoose={(way) => change({ way })}
        />
        <PageField draft={draft} change={change} read={read} busy={reading.state === 'reading'} />
        {!isKept && (
          <p className="meta" role="status">
            <Trans>This is too long to be kept in this browser: until it is read it stands on this page alone.</Trans>
          </p>
        )}
        <div aria-live="polite">
          {reading.state === 'reading' && (
            <p className="meta">
              <Trans>The host reads it.</Trans>
            </p>
          )}
          {reading.state === 'refused' && (
            <Refused
              title={<Trans>Not read.</Trans>}
              refusal={reading.refusal}
              kept={<Trans>what you typed, as a draft in this browser.</Trans>}
              onward={<Trans>give the page in another way, or record the source without a page: it then says that none is held.</Trans>}
            />
          )}
          {captured !== null && <WasRead captured={captured} />}
        </div>
      </section>
      <ActForm
        heading={<Trans>What it is</Trans>}
        act={act}
        signer={signer}
        says={publisher === '' ? t`Record the source for ${by}` : t`Record the source “${publisher}” for ${by}`}
        missing={<Trans>Say who published it, in whose voice it is, and its language.</Trans>}
        onRecorded={(hash) => {
          drop()
          void navigate({ to: '/p/$ref/source', params: { ref }, search: { act: hash } })
        }}
      >
        <Particulars draft={draft} change={change} captured={captured} />
      </ActForm>
    </div>
  )
}

const PageField = ({
  draft,
  change,
  read,
  busy,
}: {
  draft: SourceDraft
  change: (part: Partial<SourceDraft>) => void
  read: (file?: File) => Promise<void>
  busy: boolean
}) => {
  const { t } = useLingui()
  if (draft.way === 'file')
    return (
      <label className="field">
        <span className="field-label">{t`A file: text, HTML, PDF, DOCX or a mail`}</span>
        <input
          className="input"
          type="file"
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file !== undefined) void read(file)
          }}
        />
      </label>
    )
  const ready = draft.way === 'address' ? /^https?:\/\/./.test(draft.address.trim()) : draft.paste.trim() !== ''
  return (
    <>
      {draft.way === 'address' ? (
        <Line
          label={t`Address, public, https or http`}
          value={draft.address}
          type="url"
          limit={2_000}
          onChange={(address) => change({ address })}
        />
      ) : (
        <label className="field">
          <span className="field-label">{t`The text, as it stands: stray marks too`}</span>
          <textarea className="input" dir="auto" rows={8} value={draft.paste} onChange={(event) => change({ paste: event.target.value })} />
        </label>
      )}
      {draft.way === 'paste' && <Turned text={draft.paste} />}
      <div className="act-go">
        <button type="button" className="button" disabled={busy} aria-disabled={!ready} onClick={() => (ready ? void read() : undefined)}>
          {draft.way === 'address' ? <Trans>Fetch and read it</Trans> : <Trans>Read it</Trans>}
        </button>
        {!ready && (
          <span className="meta">{draft.way === 'address' ? <Trans>Write an address.</Trans> : <Trans>Paste a text.</Trans>}</span>
        )}
      </div>
    </>
  )
}
