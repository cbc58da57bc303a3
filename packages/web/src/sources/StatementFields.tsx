import { useLingui } from '@lingui/react/macro'
import { Line, Pick, TwoTexts } from '../enter/fields.tsx'
import { useFormNames, useSpeechActNames, useVoiceNames } from '../parts/names.ts'
import type { BodyView } from '../process/seen.ts'
import { FORMS, type Missing, SPEECH_ACTS, type StatementDraft, VOICES } from './statement-draft.ts'

const named = (values: readonly string[], names: Readonly<Record<string, string>>): (readonly [string, string])[] =>
  values.map((value) => [value, names[value] ?? value])

/** The fields of a statement: who speaks and for whom, in what voice, what they do by it, and what was said in our own words. */
export const StatementFields = ({
  draft,
  bodies,
  change,
}: {
  draft: StatementDraft
  bodies: readonly BodyView[]
  change: (part: Partial<StatementDraft>) => void
}) => {
  const { t } = useLingui()
  const voices = useVoiceNames()
  const forms = useFormNames()
  const kinds = useSpeechActNames()
  return (
    <>
      <div className="field-row field-row-tight">
        <Line label={t`Speaker, as the source writes the name`} value={draft.name} onChange={(name) => change({ name })} />
        <Line label={t`Office`} value={draft.office} onChange={(office) => change({ office })} />
      </div>
      <div className="field-row field-row-tight">
        <Pick
          label={t`Speaks for`}
          value={draft.body}
          empty={t`nobody here`}
          options={bodies.map(({ id }) => [id, id])}
          onChange={(body) => change({ body })}
        />
        <Pick
          label={t`Voice`}
          value={draft.voice}
          empty={t`not chosen yet`}
          options={named(VOICES, voices)}
          onChange={(voice) => change({ voice })}
        />
        <Pick
          label={t`Form`}
          value={draft.form}
          empty={t`not chosen yet`}
          options={named(FORMS, forms)}
          onChange={(form) => change({ form })}
        />
        <Pick
          label={t`What is done by it`}
          value={draft.kind}
          empty={t`not chosen yet`}
          options={named(SPEECH_ACTS, kinds)}
          onChange={(kind) => change({ kind })}
        />
        <Line label={t`Day on which it was said, UTC`} value={draft.day} type="date" onChange={(day) => change({ day })} />
      </div>
      <TwoTexts
        label={t`What was said, in our own words`}
        en={draft.en}
        ur={draft.ur}
        onEn={(en) => change({ en })}
        onUr={(ur) => change({ ur })}
      />
    </>
  )
}

/** What a statement still lacks, in a sentence. */
export const useMissingWords = (): Readonly<Record<Missing, string>> => {
  const { t } = useLingui()
  return {
    speaker: t`Say who speaks, or for whom.`,
    voice: t`Say in whose voice it is: no rule decides that.`,
    form: t`Say how the words reach us and what is done by them.`,
    words: t`Write what was said, in at least one language.`,
  }
}
