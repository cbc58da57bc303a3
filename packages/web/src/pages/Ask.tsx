import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useSearch } from '@tanstack/react-router'
import { Plenary } from '../assurances/Plenary.tsx'
import { ActForm } from '../enter/ActForm.tsx'
import { TwoTexts } from '../enter/fields.tsx'
import { askAct, EMPTY_ASK } from '../keys/assurance-acts.ts'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { useDraft } from '../keys/draft.ts'
import { useKeys } from '../keys/useKeys.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { SayingLine } from '../parts/ClaimPair.tsx'
import { PartyOf } from '../parts/Party.tsx'
import { Said } from '../language/Said.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { Commitments, CommitmentView, ProcessView, Saying, Statements } from '../process/seen.ts'
import { useView } from '../process/useView.ts'

/** *Ask for it in writing*: a statement of another party, or a commitment, asked for through the mediators. */
export const Ask = () => {
  const { process } = useProcess()
  const { act } = useSearch({ from: '/p/$ref/ask' })
  const keys = useKeys(process?.id)
  const statements = useView<Statements>(act === undefined ? null : 'statements', { act, limit: '1' })
  const commitments = useView<Commitments>(act === undefined ? null : 'commitments', {})
  const waits = act !== undefined && (statements.view === null || commitments.view === null)
  if (process === null || waits) return <Loading />
  const saying = statements.view?.sayings.find((one) => one.act.hash === act)
  const commitment = commitments.view?.commitments.find((one) => one.id === act)
  const parties = process.bodies.filter((body) => body.roles.includes('party')).map(({ id }) => id as string)
  const owing: readonly string[] = commitment?.debtors ?? (saying?.body == null ? [] : [saying.body])
  const signer = keys.find(({ body }) => parties.includes(body) && owing.some((one) => one !== body))
  const of = owing.filter((one) => one !== signer?.body && parties.includes(one))
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Ask for it in writing</Trans>
        </h1>
        <span className="meta">
          <Trans>through the mediators, who pass it on, hold it, or return it</Trans>
        </span>
      </div>
      {(saying === undefined && commitment === undefined) || signer === undefined || of.length === 0 ? (
        <Empty>
          <Trans>
            A party asks another party, about words of its own side or a commitment that it owes. Nothing here can be asked with a key of
            this browser.
          </Trans>
        </Empty>
      ) : (
        <div className="enter">
          <About saying={saying} commitment={commitment} />
          <AskForm
            key={`${act} ${signer.body}`}
            process={process}
            signer={signer}
            of={of}
            act={act ?? ''}
            isStatement={saying !== undefined}
          />
        </div>
      )}
    </>
  )
}

const About = ({ saying, commitment }: { saying: Saying | undefined; commitment: CommitmentView | undefined }) => {
  const { process } = useProcess()
  return (
    <section className="section" aria-labelledby="asked-about">
      <div className="section-head">
        <h2 id="asked-about">
          <Trans>What it is about</Trans>
        </h2>
      </div>
      {saying?.body != null && <PartyOf id={saying.body} bodies={process?.bodies ?? []} named />}
      {saying !== undefined && <SayingLine saying={saying} quoted />}
      {commitment !== undefined && (
        <p className="text">
          <Said words={commitment.words} />
        </p>
      )}
    </section>
  )
}

const AskForm = ({
  process,
  signer,
  of,
  act,
  isStatement,
}: {
  process: ProcessView
  signer: DeviceKey
  of: readonly string[]
  act: string
  isStatement: boolean
}) => {
  const { t } = useLingui()
  const { ref } = useProcess()
  const { language } = useLanguage()
  const { draft, change, drop } = useDraft(`${process.id}/${signer.body}/ask/${act}`, EMPTY_ASK)
  const asked = of.find((one) => one === draft.of) ?? of[0] ?? ''
  const by = signer.body
  const ready = askAct({ ...draft, of: asked }, { about: isStatement ? { statement: act } : { commitment: act }, language })
  return (
    <>
      <ActForm
        heading={
          <Trans>
            The request of <bdi>{by}</bdi>
          </Trans>
        }
        act={ready}
        signer={signer}
        says={t`Ask ${asked} for it in writing, for ${by}`}
        missing={<Trans>Write what is asked for, and say that the plenary can read it.</Trans>}
        onRecorded={() => drop()}
      >
        {of.length > 1 && (
          <label className="field">
            <span className="field-label">
              <Trans>Asked of</Trans>
            </span>
            <select className="input" value={asked} onChange={(event) => change({ of: event.target.value })}>
              {of.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>
        )}
        <TwoTexts
          label={t`What is asked for, as it should be confirmed`}
          en={draft.en}
          ur={draft.ur}
          onEn={(en) => change({ en })}
          onUr={(ur) => change({ ur })}
        />
        <TwoTexts
          label={t`What the asker gives in the same form`}
          en={draft.sameEn}
          ur={draft.sameUr}
          rows={2}
          onEn={(sameEn) => change({ sameEn })}
          onUr={(sameUr) => change({ sameUr })}
        />
        {draft.sameEn.trim() === '' && draft.sameUr.trim() === '' && (
          <p className="meta">
            <Trans>Left empty, the request gives nothing in return, and shows that.</Trans>
          </p>
        )}
        <Plenary agreed={draft.plenary} onChange={(plenary) => change({ plenary })} />
      </ActForm>
      <p className="meta">
        <Link to="/p/$ref/requests" params={{ ref }}>
          <Trans>Own requests</Trans>
        </Link>
      </p>
    </>
  )
}
