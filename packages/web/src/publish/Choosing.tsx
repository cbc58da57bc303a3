import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { ActForm } from '../enter/ActForm.tsx'
import { Line, Pick } from '../enter/fields.tsx'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useDraft } from '../keys/draft.ts'
import { askedFor, EMPTY_PUBLISH, PUBLISH_LIMIT, type PublishDraft, publishAct } from '../keys/publication-acts.ts'
import { useListed } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import type { OwnAct, Publishing } from '../process/seen.ts'
import { found, textOf } from './found.ts'
import { Shown } from './Shown.tsx'

/** Acts in sight before somebody asks for more. */
const SHOWN = 20

/** Chooses acts of one's own body, shows what the public will read of them, and decides: `publication.decided`. */
export const Choosing = ({
  publishing,
  signer,
  onRecorded,
}: {
  publishing: Publishing
  signer: DeviceKey
  onRecorded: (hash: string) => void
}) => {
  const { t } = useLingui()
  const listed = useListed()
  const { process, own, page } = publishing
  const { draft, change, drop } = useDraft<PublishDraft>(`${process.id}/${signer.body}/publish`, EMPTY_PUBLISH)
  const chosen = own.filter(({ shown }) => draft.acts.includes(shown.act.hash))
  const order = process.bodies.map(({ id }) => id as string)
  const asks = askedFor(chosen, order)
  const toggle = (hash: string, on: boolean): void => {
    // what is offered no longer is no longer chosen
    const others = chosen.map(({ shown }) => shown.act.hash as string).filter((one) => one !== hash)
    change({ acts: on ? [...others, hash] : others })
  }
  const [by, count, names] = [signer.body, chosen.length, listed(asks)]
  if (page.total === 0)
    return (
      <section className="section">
        <div className="section-head">
          <h2>
            <Trans>Choose what to publish</Trans>
          </h2>
        </div>
        <p className="text">
          <Trans>No act of this body is left to publish: none is on the record, or each is public or waits for consent.</Trans>
        </p>
      </section>
    )
  return (
    <ActForm
      heading={<Trans>Choose what to publish</Trans>}
      act={publishAct(chosen, order)}
      signer={signer}
      says={
        count === 0
          ? t`Publish for ${by}`
          : asks.length === 0
            ? t`Publish what is chosen for ${by}, at once`
            : t`Decide for ${by} to publish what is chosen, asking ${names}`
      }
      missing={
        count > PUBLISH_LIMIT ? (
          <Trans>One decision publishes at most {PUBLISH_LIMIT} acts.</Trans>
        ) : (
          <Trans>Choose at least one act.</Trans>
        )
      }
      onRecorded={(hash) => {
        drop()
        onRecorded(hash)
      }}
    >
      <p className="text">
        <Trans>
          Nothing of this process is public until its owners decide. An act belongs to who recorded it and to whoever it is about; where
          others own it too, each is asked.
        </Trans>
      </p>
      <Offered own={own} chosen={draft.acts} onToggle={toggle} />
      {page.next !== null && (
        <p className="meta">
          <Trans>Only the newest acts of this body are listed here.</Trans>
        </p>
      )}
      {count > 0 && (
        <div className="to-publish">
          <h3>
            <Trans>What the public will read</Trans>
          </h3>
          <ul className="shown-list">
            {chosen.map(({ shown }) => (
              <li key={shown.act.hash}>
                <Shown shown={shown} bodies={process.bodies} />
              </li>
            ))}
          </ul>
          <p className="text">
            {asks.length === 0 ? (
              <Trans>
                It is public as soon as it is recorded, in every language in which it is written, with the date and the name of this body.
              </Trans>
            ) : (
              <Trans>
                It is public as soon as each of these has given its consent: <bdi>{names}</bdi>. Until then none of it is.
              </Trans>
            )}
          </p>
          <p className="warning">
            <Trans>
              With the first publication the record itself can be looked at by everybody: bodies, keys, consents and decisions in clear;
              every act that is not published only as a sealed reference. What was published can be taken back, but not be made unseen.
            </Trans>
          </p>
        </div>
      )}
    </ActForm>
  )
}

const Offered = ({
  own,
  chosen,
  onToggle,
}: {
  own: readonly OwnAct[]
  chosen: readonly string[]
  onToggle: (hash: string, on: boolean) => void
}) => {
  const { t } = useLingui()
  const listed = useListed()
  const [sought, setSought] = useState('')
  const [kind, setKind] = useState('')
  const [most, setMost] = useState(SHOWN)
  const sorted = useMemo(() => own.map((act) => ({ act, text: textOf(act) })), [own])
  const kinds = useMemo(() => [...new Set(own.map(({ shown }) => shown.kind))], [own])
  const matching = found(sorted, { sought, kind: kinds.includes(kind) ? kind : '' })
  const left = matching.length - most
  return (
    <div className="offered">
      <div className="field-row">
        <Line label={t`Words, a number or a body`} value={sought} onChange={setSought} />
        <Pick label={t`Kind of act`} value={kind} empty={t`every kind`} options={kinds.map((one) => [one, one])} onChange={setKind} />
      </div>
      <ul className="offered-list">
        {matching.slice(0, most).map((act) => {
          const { shown } = act
          const names = listed(act.asks)
          return (
            <li key={shown.act.hash}>
              <Checkbox
                className="check offered-one"
                isSelected={chosen.includes(shown.act.hash)}
                onChange={(on) => onToggle(shown.act.hash, on)}
              >
                <span className="check-box" aria-hidden="true" />
                <span className="offered-what">
                  <Brief act={act} />
                  <span className="meta">
                    {shown.kind} · <bdi>{shown.act.index}</bdi> ·{' '}
                    {act.asks.length === 0 ? (
                      <Trans>of this body alone</Trans>
                    ) : (
                      <Trans>
                        joint; asks <bdi>{names}</bdi>
                      </Trans>
                    )}
                  </span>
                </span>
              </Checkbox>
            </li>
          )
        })}
      </ul>
      <p className="meta" aria-live="polite">
        {matching.length === 0 ? <Trans>No act of this body holds all of these words.</Trans> : null}
      </p>
      {left > 0 && (
        <button type="button" className="button" onClick={() => setMost((before) => before + 5 * SHOWN)}>
          <Plural value={left} one="Show # more" other="Show # more" />
        </button>
      )}
    </div>
  )
}

/** The first words of an act, to know it by. */
const Brief = ({ act: { shown } }: { act: OwnAct }) => {
  const words = shown.title ?? shown.words[0]
  if (words !== undefined) return <Said words={words} className="offered-words" />
  return <span>{shown.source === null ? shown.kind : <bdi>{shown.source.title ?? shown.source.publisher}</bdi>}</span>
}
