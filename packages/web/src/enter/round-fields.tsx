import { Trans, useLingui } from '@lingui/react/macro'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { type EMPTY_ROUND, OUTCOMES, type Outcome } from '../keys/acts.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { spoken } from '../language/words.ts'
import { useOutcomeNames } from '../parts/names.ts'
import type { Timeline } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'

type OpenRound = Timeline['rounds'][number]

/** What the button says: the whole act. */
export const useRoundSays = (draft: typeof EMPTY_ROUND, body: string, rounds: readonly OpenRound[]): string => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const outcomes = useOutcomeNames()
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

/** Which round is meant, by its place and plan. */
export const WhichRound = ({
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

/** What a round came to. */
export const OutcomeChoice = ({ chosen, onChoose }: { chosen: Outcome; onChoose: (outcome: Outcome) => void }) => {
  const outcomes = useOutcomeNames()
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
