import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ActForm } from '../enter/ActForm.tsx'
import { TwoTexts } from '../enter/fields.tsx'
import { type Act, wordsOf } from '../keys/acts.ts'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useDraft } from '../keys/draft.ts'
import { useKeys } from '../keys/useKeys.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { Said } from '../language/Said.tsx'
import { SayingLine } from '../parts/ClaimPair.tsx'
import { PartyOf } from '../parts/Party.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Communiques, Commitments, ProcessView, Statements } from '../process/seen.ts'
import { useView } from '../process/useView.ts'

type Disputed = { readonly noun: 'statement' | 'communique' | 'commitment'; readonly shown: ReactNode }

/** *Dispute this*: a contrary word, which then stands beside what it disputes. */
export const DisputeIt = () => {
  const { process } = useProcess()
  const { act } = useSearch({ from: '/p/$ref/dispute' })
  const keys = useKeys(process?.id)
  const statements = useView<Statements>(act === undefined ? null : 'statements', { act, limit: '1' })
  const communiques = useView<Communiques>(act === undefined ? null : 'communiques', {})
  const commitments = useView<Commitments>(act === undefined ? null : 'commitments', {})
  const waits = act !== undefined && (statements.view === null || communiques.view === null || commitments.view === null)
  if (process === null || waits) return <Loading />
  const saying = statements.view?.sayings.find((one) => one.act.hash === act)
  const communique = communiques.view?.communiques.find((one) => one.id === act)
  const commitment = commitments.view?.commitments.find((one) => one.id === act)
  const disputed: Disputed | null =
    saying !== undefined
      ? {
          noun: 'statement',
          shown: (
            <>
              {saying.body !== null && <PartyOf id={saying.body} bodies={process.bodies} named />}
              <SayingLine saying={saying} quoted />
            </>
          ),
        }
      : communique !== undefined
        ? {
            noun: 'communique',
            shown: (communique.issued[0] ?? communique.drafted)?.points.map((point) => (
              <p key={JSON.stringify(point)} className="text">
                <Said words={point} />
              </p>
            )),
          }
        : commitment !== undefined
          ? {
              noun: 'commitment',
              shown: (
                <p className="text">
                  <Said words={commitment.words} />
                </p>
              ),
            }
          : null
  const roles = (id: string): readonly string[] => process.bodies.find((body) => body.id === id)?.roles ?? []
  const signer =
    keys.find(({ body }) => roles(body).includes('party') || saying?.reports.some((one) => one === body)) ??
    keys.find(({ body }) => roles(body).includes('mediator'))
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Dispute it</Trans>
        </h1>
        <span className="meta">
          <Trans>the contrary word stands beside it, equal in width and size; nothing is taken away</Trans>
        </span>
      </div>
      {disputed === null || signer === undefined || act === undefined ? (
        <Empty>
          <Trans>
            A statement is disputed by its speaker’s party, by who is spoken about, and by who heard it. Nothing here can be disputed with a
            key of this browser.
          </Trans>
        </Empty>
      ) : (
        <div className="enter">
          <section className="section" aria-labelledby="disputed">
            <div className="section-head">
              <h2 id="disputed">
                <Trans>What is disputed</Trans>
              </h2>
            </div>
            {disputed.shown}
          </section>
          <DisputeForm key={`${act} ${signer.body}`} process={process} signer={signer} noun={disputed.noun} act={act} />
        </div>
      )}
    </>
  )
}

const NO_WORDS = { en: '', ur: '' }

/** `statement.disputed`, `communique.disputed`, `commitment.disputed`. */
const DisputeForm = ({ process, signer, noun, act }: { process: ProcessView; signer: DeviceKey; noun: Disputed['noun']; act: string }) => {
  const { t } = useLingui()
  const { ref } = useProcess()
  const { language } = useLanguage()
  const { draft, change, drop } = useDraft(`${process.id}/${signer.body}/dispute/${act}`, NO_WORDS)
  const words = wordsOf(draft, language)
  const by = signer.body
  const ready: Act | null = words === null ? null : { type: `${noun}.disputed`, [noun]: act, words }
  const says: Record<Disputed['noun'], string> = {
    statement: t`Dispute this statement for ${by}`,
    communique: t`Dispute this communiqué for ${by}`,
    commitment: t`Dispute this commitment for ${by}`,
  }
  return (
    <>
      <ActForm
        heading={
          <Trans>
            The word of <bdi>{by}</bdi>
          </Trans>
        }
        act={ready}
        signer={signer}
        says={says[noun]}
        missing={<Trans>Say what is disputed, in at least one language.</Trans>}
        onRecorded={() => drop()}
      >
        <TwoTexts
          label={t`What this side says of it`}
          en={draft.en}
          ur={draft.ur}
          onEn={(en) => change({ en })}
          onUr={(ur) => change({ ur })}
        />
      </ActForm>
      <p className="meta">
        <Link to="/p/$ref/disputes" params={{ ref }}>
          <Trans>All that is disputed</Trans>
        </Link>
      </p>
    </>
  )
}
