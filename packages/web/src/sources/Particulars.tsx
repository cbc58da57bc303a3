import { Trans, useLingui } from '@lingui/react/macro'
import { Line, Pick, TwoTexts } from '../enter/fields.tsx'
import { useDatedNames, useVoiceNames } from '../parts/names.ts'
import type { Captured } from './captured.ts'
import { DATED, type SourceDraft } from './source-draft.ts'
import { VOICES } from './statement-draft.ts'

/** What a source is, as a person says it: publisher, voice, language, day and how it is known, origin. */
export const Particulars = ({
  draft,
  change,
  captured,
}: {
  draft: SourceDraft
  change: (part: Partial<SourceDraft>) => void
  captured: Captured | null
}) => {
  const { t } = useLingui()
  const voices = useVoiceNames()
  const dates = useDatedNames()
  return (
    <>
      {captured === null && (
        <p className="meta">
          <Trans>No page was read yet. Recorded now, the source says that no page is held.</Trans>
        </p>
      )}
      <div className="field-row field-row-tight">
        <Line label={t`Publisher`} value={draft.publisher} onChange={(publisher) => change({ publisher })} />
        <Line label={t`Title, as printed`} value={draft.title} onChange={(title) => change({ title })} />
      </div>
      <div className="field-row field-row-tight">
        <Pick
          label={t`In whose voice`}
          value={draft.voice}
          empty={t`not chosen yet`}
          options={VOICES.map((voice) => [voice, voices[voice] ?? voice])}
          onChange={(voice) => change({ voice })}
        />
        <Line label={t`Language, as en, ur, ps`} value={draft.language} limit={20} onChange={(language) => change({ language })} />
        <Line label={t`Day of the page, UTC`} value={draft.day} type="date" onChange={(day) => change({ day })} />
        <Pick
          label={t`How the day is known`}
          value={draft.dated}
          options={DATED.map((one) => [one, dates[one] ?? one])}
          onChange={(dated) => change({ dated })}
        />
      </div>
      <div className="field-row field-row-tight">
        <Line
          label={t`Origin, where it repeats an agency or another page`}
          value={draft.origin}
          onChange={(origin) => change({ origin })}
        />
        {captured === null && draft.way !== 'address' && (
          <Line
            label={t`Address, where it has one`}
            value={draft.address}
            type="url"
            limit={2_000}
            onChange={(address) => change({ address })}
          />
        )}
      </div>
      <TwoTexts
        label={t`Note, where one is needed`}
        en={draft.en}
        ur={draft.ur}
        rows={1}
        onEn={(en) => change({ en })}
        onUr={(ur) => change({ ur })}
      />
    </>
  )
}
