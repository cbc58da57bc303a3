import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { OutcomeLine } from '../enter/Outcome.tsx'
import { ActForm } from '../enter/ActForm.tsx'
import { useSubmit } from '../enter/useSubmit.ts'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useDraft } from '../keys/draft.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { useFormNames, useSpeechActNames } from '../parts/names.ts'
import { PartyOf } from '../parts/Party.tsx'
import type { KnownSpeaker, ProcessView } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'
import type { Suggestion } from './captured.ts'
import { draftOf, missingIn, type StatementDraft, statementAct, type Taken } from './statement-draft.ts'
import { StatementFields, useMissingWords } from './StatementFields.tsx'

/** What a suggestion is looked at with: whose key accepts it, where its words stand, who is known. */
export type Looking = {
  readonly process: ProcessView
  readonly signer: DeviceKey
  readonly speakers: readonly KnownSpeaker[]
  readonly published: string | null
}

/** Whether a body may put words of this side on the record: whoever records may, a seat only its own. */
const mayRecord = (process: ProcessView, by: string, body: string): boolean => {
  const roles: readonly string[] = process.bodies.find(({ id }) => id === by)?.roles ?? []
  return roles.includes('secretariat') || roles.includes('rapporteur') || body === by
}

/** A suggestion that a person accepts, corrects or refuses; its cue and the rule that found it are shown. */
export const SuggestionCard = ({
  suggestion,
  taken,
  looking,
  number,
  onRefuse,
}: {
  suggestion: Suggestion
  taken: Taken
  looking: Looking
  number: string
  onRefuse: () => void
}) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const missingWords = useMissingWords()
  const { process, signer, speakers, published } = looking
  const empty = useMemo(
    () => draftOf(suggestion, { speakers, language: taken.language, published }),
    [suggestion, speakers, taken.language, published],
  )
  const name = `${process.id}/${signer.body}/statement/${taken.source}/${suggestion.start}-${suggestion.end}`
  const { draft, change, drop } = useDraft<StatementDraft>(name, empty)
  const changed = useMemo(() => JSON.stringify(draft) !== JSON.stringify(empty), [draft, empty])
  const [open, setOpen] = useState(changed)
  const { checked, outcome, submit } = useSubmit(signer, () => drop())
  const act = statementAct(draft, taken, { language, speakers })
  const missing = missingIn(draft)
  const allowed = mayRecord(process, signer.body, draft.body)
  const why = !allowed
    ? t`Not offered: ${signer.body} records the words of its own side alone.`
    : missing !== null
      ? missingWords[missing]
      : !checked
        ? t`This page is still checking.`
        : null
  const by = signer.body
  return (
    <div className="suggestion">
      <Found suggestion={suggestion} draft={draft} number={number} process={process} />
      {!open && (
        <div className="suggestion-go">
          {why === null ? (
            <button
              type="button"
              className="button"
              disabled={outcome.state === 'signing'}
              onClick={() => (act === null ? undefined : void submit(act))}
            >
              {t`Accept, recording it for ${by}`}
            </button>
          ) : null}
          <button type="button" className="button button-text" aria-expanded={false} onClick={() => setOpen(true)}>
            {why === null ? <Trans>Correct</Trans> : <Trans>Complete and accept</Trans>}
          </button>
          <button type="button" className="button button-text" onClick={onRefuse}>
            <Trans>Refuse</Trans>
          </button>
          {why !== null && <span className="meta">{why}</span>}
        </div>
      )}
      {open ? (
        <ActForm
          quiet
          act={allowed ? act : null}
          signer={signer}
          says={draft.body === '' ? t`Record the statement for ${by}` : t`Record it as words of ${draft.body}, for ${by}`}
          missing={why}
          onRecorded={() => drop()}
        >
          <StatementFields draft={draft} bodies={process.bodies} change={change} />
          <div className="suggestion-go">
            <button
              type="button"
              className="button button-text"
              onClick={() => {
                drop()
                setOpen(false)
              }}
            >
              <Trans>Back to what was suggested</Trans>
            </button>
            <button type="button" className="button button-text" onClick={onRefuse}>
              <Trans>Refuse</Trans>
            </button>
          </div>
        </ActForm>
      ) : (
        <OutcomeLine outcome={outcome} />
      )}
    </div>
  )
}

/** What the rule found: speaker, words, form, and its cue. */
const Found = ({
  suggestion,
  draft,
  number,
  process,
}: {
  suggestion: Suggestion
  draft: StatementDraft
  number: string
  process: ProcessView
}) => {
  const forms = useFormNames()
  const kinds = useSpeechActNames()
  return (
    <>
      <p className="meta">
        <bdi className="suggestion-number">{number}</bdi> <Trans>suggested</Trans>
        {' · '}
        {forms[suggestion.kind] ?? suggestion.kind}
        {' · '}
        {kinds[suggestion.act] ?? suggestion.act}
        {suggestion.date !== null && (
          <>
            {' · '}
            <SpanTime span={suggestion.date as never} />
          </>
        )}
      </p>
      <p className="suggestion-speaker">
        {draft.body !== '' && <PartyOf id={draft.body} bodies={process.bodies} />} <bdi>{suggestion.speaker ?? ''}</bdi>
        {suggestion.speaker !== null && suggestion.office !== null && ', '}
        <bdi>{suggestion.office ?? ''}</bdi>
        {suggestion.speaker === null && suggestion.office === null && <Trans>speaker not told</Trans>}
      </p>
      <blockquote className="saying-quoted" dir="auto">
        {suggestion.words}
      </blockquote>
      <p className="meta">
        <Trans>
          Because of <q dir="auto">{suggestion.cue.text}</q>, rule <bdi className="code">{suggestion.cue.rule}</bdi>
        </Trans>
      </p>
    </>
  )
}
