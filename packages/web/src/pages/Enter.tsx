import type { Refusal } from '@paraph/record'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button, Checkbox, CheckboxGroup, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import { inWorker } from '../check/line.ts'
import { type Act as ActToSign, EMPTY_ISSUE, EMPTY_ROUND, issueAct, OUTCOMES, type Outcome, roundAct } from '../keys/acts.ts'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useDraft } from '../keys/draft.ts'
import { useKeys } from '../keys/useKeys.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { spoken } from '../language/words.ts'
import { Choice } from '../parts/Choice.tsx'
import { PartyOf } from '../parts/Party.tsx'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { ask } from '../process/ask.ts'
import { useProcess, useStanding } from '../process/ProcessRoom.tsx'
import type { ProcessView, Timeline } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { SpanTime } from '../time/Time.tsx'
import './enter.css'

/** Plain forms for acts that go on the record, for whoever holds a key in this browser. */
export const Enter = () => {
  const { t } = useLingui()
  const { process } = useProcess()
  const keys = useKeys(process?.id)
  const [body, setBody] = useState('')
  if (process === null) return <Loading />
  const key = keys.find((one) => one.body === body) ?? keys[0]
  if (key === undefined)
    return (
      <div className="page-head">
        <Empty>
          <Trans>
            This browser holds no key of this process, so it can put nothing on the record. A key is taken by the link that its owner was
            given.
          </Trans>
        </Empty>
      </div>
    )
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Enter an act</Trans>
        </h1>
        <span className="meta">
          <Trans>what you type is kept in this browser until it is on the record</Trans>
        </span>
        {keys.length > 1 && (
          <div className="page-end">
            <Choice
              label={t`For which body`}
              chosen={key.body}
              options={keys.map((one) => ({ value: one.body, text: one.body }))}
              onChoose={setBody}
            />
          </div>
        )}
      </div>
      <div className="enter">
        <IssueForm key={`issue ${key.body}`} process={process} signer={key} />
        <RoundForm key={`round ${key.body}`} process={process} signer={key} />
      </div>
    </>
  )
}

type Given = { readonly process: ProcessView; readonly signer: DeviceKey }

const IssueForm = ({ process, signer }: Given) => {
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
      onRecorded={drop}
      says={title === '' ? t`Table an issue for ${body}` : t`Table the issue “${title}” for ${body}`}
      missing={<Trans>Write a title in at least one language.</Trans>}
    >
      <TwoLanguages label={t`Title of the issue`} en={draft.en} ur={draft.ur} onEn={(en) => change({ en })} onUr={(ur) => change({ ur })} />
    </ActForm>
  )
}

const RoundForm = ({ process, signer }: Given) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { draft, change, drop } = useDraft(`${process.id}/${signer.body}/round`, EMPTY_ROUND)
  const { view: timeline } = useView<Timeline>('timeline')
  const parties = process.bodies.filter((body) => body.roles.includes('party')).map((body) => body.id as string)
  const act = roundAct(draft, { language, parties })
  const rounds = (timeline?.rounds ?? []).filter((round) => round.until === null)
  const says = useRoundSays(draft, signer.body, rounds)
  return (
    <ActForm
      heading={<Trans>Schedule, open or close a round</Trans>}
      act={act}
      signer={signer}
      onRecorded={drop}
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

type OpenRound = Timeline['rounds'][number]

const useOutcomes = (): Record<Outcome, string> => {
  const { t } = useLingui()
  return {
    agreement: t`agreement`,
    progress: t`progress`,
    'no-result': t`no result`,
    'broken-off': t`broken off`,
    adjourned: t`adjourned`,
    'not-known': t`not known`,
  }
}

/** What the button says: the whole act. */
const useRoundSays = (draft: typeof EMPTY_ROUND, body: string, rounds: readonly OpenRound[]): string => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const outcomes = useOutcomes()
  const known = rounds.find((round) => round.id === draft.round)?.place
  const typed = (language === 'ur' ? draft.placeUr || draft.placeEn : draft.placeEn || draft.placeUr).trim()
  const place = known === undefined || known === null ? typed : spoken(known, language).text
  const from = draft.from.replace('T', ' ')
  const outcome = outcomes[draft.outcome]
  if (draft.what === 'schedule' && from === '') return t`Schedule a round for ${body}`
  if (draft.what === 'schedule')
    return place === '' ? t`Schedule a round from ${from} UTC for ${body}` : t`Schedule a round in ${place} from ${from} UTC for ${body}`
  if (draft.what === 'open') return place === '' ? t`Open a round now for ${body}` : t`Open the round in ${place} now for ${body}`
  return place === ''
    ? t`Close the round now, outcome: ${outcome}, for ${body}`
    : t`Close the round in ${place} now, outcome: ${outcome}, for ${body}`
}

const WhichRound = ({
  rounds,
  chosen,
  onChoose,
  mayBeNew,
}: {
  rounds: readonly OpenRound[]
  chosen: string
  onChoose: (id: string) => void
  mayBeNew: boolean
}) => (
  <RadioGroup className="field" value={chosen} onChange={onChoose}>
    <Label className="field-label">
      <Trans>Which round</Trans>
    </Label>
    {rounds.map((round) => (
      <Radio key={round.id} value={round.id} className="check">
        <span className="check-dot" aria-hidden="true" />
        <span>
          {round.place === null ? <Trans>a round, place not said</Trans> : <Said words={round.place} />}{' '}
          {round.scheduled !== null && <SpanTime span={round.scheduled} length="long" />}
        </span>
      </Radio>
    ))}
    {mayBeNew && (
      <Radio value="" className="check">
        <span className="check-dot" aria-hidden="true" />
        <Trans>one that was not scheduled</Trans>
      </Radio>
    )}
    {rounds.length === 0 && !mayBeNew && (
      <p className="gap">
        <Trans>No round is open.</Trans>
      </p>
    )}
  </RadioGroup>
)

const OutcomeChoice = ({ chosen, onChoose }: { chosen: Outcome; onChoose: (outcome: Outcome) => void }) => {
  const outcomes = useOutcomes()
  return (
    <RadioGroup className="field" value={chosen} onChange={(value) => onChoose(OUTCOMES.find((one) => one === value) ?? 'not-known')}>
      <Label className="field-label">
        <Trans>Outcome</Trans>
      </Label>
      <div className="field-row">
        {OUTCOMES.map((outcome) => (
          <Radio key={outcome} value={outcome} className="check">
            <span className="check-dot" aria-hidden="true" />
            {outcomes[outcome]}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

const TwoLanguages = ({
  label,
  en,
  ur,
  onEn,
  onUr,
}: {
  label: string
  en: string
  ur: string
  onEn: (text: string) => void
  onUr: (text: string) => void
}) => (
  <div className="field-row">
    <TextField className="field" value={en} onChange={onEn} maxLength={300}>
      <Label className="field-label">
        {label}, <span lang="en">English</span>
      </Label>
      <Input className="input" lang="en" dir="ltr" />
    </TextField>
    <TextField className="field" value={ur} onChange={onUr} maxLength={300}>
      <Label className="field-label">
        {label}, <span lang="ur">اردو</span>
      </Label>
      <Input className="input" lang="ur" dir="rtl" />
    </TextField>
  </div>
)

const Time = ({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) => (
  <TextField className="field" value={value} onChange={onChange} type="datetime-local">
    <Label className="field-label">{label}</Label>
    <Input className="input" dir="ltr" />
  </TextField>
)

type Outcomes =
  | { readonly state: 'idle' }
  | { readonly state: 'signing' }
  | { readonly state: 'recorded'; readonly index: number; readonly hash: string }
  | { readonly state: 'refused'; readonly refusal: Refusal }

/** One act: its fields, the one button that says it whole, and what became of it. */
const ActForm = ({
  heading,
  act,
  signer,
  says,
  missing,
  onRecorded,
  children,
}: {
  heading: ReactNode
  act: ActToSign | null
  signer: DeviceKey
  says: string
  missing: ReactNode
  onRecorded: () => void
  children: ReactNode
}) => {
  const { ref } = useProcess()
  const { language } = useLanguage()
  const standing = useStanding()
  const [outcome, setOutcome] = useState<Outcomes>({ state: 'idle' })
  const ready = act !== null && standing.state === 'checked' && outcome.state !== 'signing'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || act === null) return
    setOutcome({ state: 'signing' })
    const signed = await inWorker<{ submission: unknown }>({ do: 'sign', process: ref, by: signer.body, act: act as never })
    if (!signed.ok) return setOutcome({ state: 'refused', refusal: signed.refusal })
    const receipt = await ask<{ entry: string; index: number }>(`/processes/${encodeURIComponent(ref)}/entries`, {
      language,
      method: 'POST',
      body: signed.value.submission,
    })
    if (!receipt.ok) return setOutcome({ state: 'refused', refusal: receipt.refusal })
    onRecorded()
    setOutcome({ state: 'recorded', index: receipt.value.index, hash: receipt.value.entry })
  }
  return (
    <section className="section">
      <form onSubmit={submit} className="act-form">
        <div className="section-head">
          <h2>{heading}</h2>
        </div>
        {children}
        <div className="act-go">
          <Button type="submit" className="button button-act" aria-disabled={!ready}>
            {says}
          </Button>
          {!ready && outcome.state !== 'signing' && (
            <span className="meta">
              {act === null ? (
                missing
              ) : (
                <Trans>Not offered yet: an act names the newest state that its signer has checked, and this page is still checking.</Trans>
              )}
            </span>
          )}
        </div>
        <p className="meta">
          <Trans>
            It goes on the plenary record, signed with the key of this browser, and cannot be taken back; only a further act can follow it.
          </Trans>
        </p>
        <div aria-live="polite">
          {outcome.state === 'recorded' && (
            <p className="text">
              <Trans>
                Recorded as act <bdi>{outcome.index}</bdi>.
              </Trans>{' '}
              <Link to="/p/$ref/record" params={{ ref }} search={{ act: outcome.hash }}>
                <Trans>See it on the record</Trans>
              </Link>
            </p>
          )}
          {outcome.state === 'refused' && (
            <Refused
              title={<Trans>Not recorded.</Trans>}
              refusal={outcome.refusal}
              kept={<Trans>what you typed, as a draft in this browser.</Trans>}
              onward={<Trans>change what the rule names, and sign again.</Trans>}
            />
          )}
        </div>
      </form>
    </section>
  )
}
