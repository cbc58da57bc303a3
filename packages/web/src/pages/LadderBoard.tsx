// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by the grid and by the virtual list, which table and list elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: these are rows and cells of a table to read; the links and buttons in them take the focus
import { Comma } from '../parts/Comma.tsx'
import { Trans, useLingui } from '@lingui/react/macro'
import { Pin, hueOf, patternOf } from '../parts/Party.tsx'
import { CONSENT_RUNGS, consentPlace, TEXT_RUNGS, textPlace, useFormText, useRungNames, WRITTEN } from '../parts/rungs.tsx'
import type { BodyView, CommitmentView, ConsentRung, Rung, TextRung } from '../process/seen.ts'

/** Labels of 40 px columns are longer than 40 px: they stand on four lines in turn, each with a hairline to its tick. */
const STAGGER = 4

export const LadderHead = () => {
  const names = useRungNames()
  const short = useShortNames()
  const label = (rung: TextRung | ConsentRung, index: number) => (
    <span
      key={rung}
      className="rung-label"
      style={{ insetInlineStart: `calc(var(--rung) * ${index})`, insetBlockStart: `calc(var(--meta-line) * ${(index + 1) % STAGGER})` }}
      title={names[rung]}
    >
      <span className="rung-word">{short[rung] ?? names[rung]}</span>
    </span>
  )
  return (
    <div className="board-head" role="row">
      <div className="board-name" role="columnheader">
        <Trans>Commitment</Trans>
      </div>
      <div className="axis-head axis-text" role="columnheader">
        <span className="axis-title axis-said">
          <Trans>Text: said</Trans>
        </span>
        <span className="axis-title axis-written">
          <Trans>Text: in writing</Trans>
        </span>
        <div className="rung-labels">{TEXT_RUNGS.map(label)}</div>
      </div>
      <div className="axis-head axis-consent" role="columnheader">
        <span className="axis-title">
          <Trans>Consent to be bound</Trans>
        </span>
        <div className="rung-labels">{CONSENT_RUNGS.map(label)}</div>
      </div>
      <div className="board-standing" role="columnheader">
        <Trans>Standing</Trans>
      </div>
    </div>
  )
}

const useShortNames = (): Partial<Record<TextRung | ConsentRung, string>> => {
  const { t } = useLingui()
  return {
    'agreed-ad-referendum': t`agreed ad ref.`,
    'signed-kind-not-known': t`signed, kind unknown`,
    'signed-ad-referendum': t`signed ad ref.`,
    'signed-subject-to-ratification': t`signed, to ratify`,
  }
}

/** The lanes of one commitment on both axes; in words where there is no room for the board. */
export const LadderLanes = ({ commitment, bodies, board }: { commitment: CommitmentView; bodies: readonly BodyView[]; board: boolean }) => {
  const formText = useFormText()
  if (!board) return <LanesInWords commitment={commitment} bodies={bodies} />
  const bodyOf = (id: string) => bodies.find((body) => body.id === id)
  return (
    <>
      <div className="axis axis-text" role="cell">
        <span className="unseen">{formText(commitment.lanes)}</span>
        <span className="ink-bar" style={{ insetInlineStart: `calc(var(--rung) * ${WRITTEN})` }} />
        {commitment.lanes.map((lane) => (
          <Lane
            key={lane.debtor}
            body={bodyOf(lane.debtor)}
            rung={lane.text}
            path={lane.textPath}
            place={lane.text === null ? -1 : textPlace(lane.text.rung)}
            placeOf={textPlace}
          />
        ))}
      </div>
      <div className="axis axis-consent" role="cell">
        <span className="ink-bar" style={{ insetInlineStart: '-1px' }} />
        {commitment.lanes.map((lane) => (
          <Lane
            key={lane.debtor}
            body={bodyOf(lane.debtor)}
            rung={lane.consent}
            path={lane.consentPath}
            place={lane.consent === null ? -1 : consentPlace(lane.consent.rung)}
            placeOf={consentPlace}
          />
        ))}
      </div>
    </>
  )
}

/** A debtor's lane: a solid line as far as its own acts go, its pattern as far as others' accounts go, the pin at the end. */
const Lane = ({
  body,
  rung,
  path,
  place,
  placeOf,
}: {
  body: BodyView | undefined
  rung: Rung | null
  path: readonly Rung[]
  place: number
  placeOf: (rung: string) => number
}) => {
  const names = useRungNames()
  const own = Math.max(-1, ...path.filter((step) => !step.dashed).map((step) => placeOf(step.rung)))
  return (
    <div className={`lane ${hueOf(body?.place ?? 0)}`}>
      {rung !== null && place >= 0 && (
        <>
          {own >= 0 && <span className="lane-own" style={{ inlineSize: `calc(var(--rung) * ${Math.min(own, place) + 0.5})` }} />}
          {place > own && (
            <span
              className={`lane-ascribed lane-${patternOf(body?.place ?? 0)}`}
              style={{
                insetInlineStart: `calc(var(--rung) * ${own < 0 ? 0 : own + 0.5})`,
                inlineSize: `calc(var(--rung) * ${place + 0.5 - (own < 0 ? 0 : own + 0.5)})`,
              }}
            />
          )}
          <span className="lane-pin" style={{ insetInlineStart: `calc(var(--rung) * ${place + 0.5})` }} title={names[rung.rung]}>
            <Pin body={body} dashed={rung.dashed} />
          </span>
        </>
      )}
    </div>
  )
}

const LanesInWords = ({ commitment, bodies }: { commitment: CommitmentView; bodies: readonly BodyView[] }) => {
  const names = useRungNames()
  return (
    <div role="cell">
      <ul className="lanes-words">
        {commitment.lanes.map((lane) => {
          const body = bodies.find((one) => one.id === lane.debtor)
          return (
            <li key={lane.debtor}>
              <Pin body={body} dashed={(lane.consent ?? lane.text)?.dashed ?? true} /> <bdi className="party-label">{lane.debtor}</bdi>
              {': '}
              {lane.text === null ? <Trans>not on the ladder</Trans> : names[lane.text.rung]}
              {lane.text?.dashed && (
                <>
                  <Comma />
                  <Trans>ascribed</Trans>
                </>
              )}
              {' · '}
              {lane.consent === null ? names.none : names[lane.consent.rung]}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
