import { Trans, useLingui } from '@lingui/react/macro'
import { ActForm } from '../enter/ActForm.tsx'
import type { DeviceKey } from '../keys/deviceKey.ts'
import { withdrawAct } from '../keys/publication-acts.ts'
import { useLanguage } from '../language/LanguageRoom.tsx'
import { PartyOf } from '../parts/Party.tsx'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { ProcessView, PublicAct, Publishing } from '../process/seen.ts'
import { Moment } from '../time/Time.tsx'
import { Shown } from './Shown.tsx'

/** What is public now: since when, by whom, where to read it, and how its owner takes it back. */
export const PublicNow = ({
  publishing,
  signer,
  onRecorded,
}: {
  publishing: Publishing
  signer: DeviceKey
  onRecorded: (hash: string) => void
}) => {
  const { ref } = useProcess()
  const { language } = useLanguage()
  const { published, process } = publishing
  return (
    <section className="section">
      <div className="section-head">
        <h2>
          <Trans>Public now</Trans>
        </h2>
        {published.length > 0 && (
          <a className="meta" href={`/public/${encodeURIComponent(ref)}?lang=${language}`}>
            <Trans>The public page</Trans>
          </a>
        )}
      </div>
      {published.length === 0 ? (
        <p className="text">
          <Trans>Nothing of this process is public.</Trans>
        </p>
      ) : (
        <ul className="joint-list">
          {published.map((one) => (
            <One key={one.shown.act.hash} one={one} process={process} signer={signer} onRecorded={onRecorded} />
          ))}
        </ul>
      )}
    </section>
  )
}

const One = ({
  one: { shown, published, mine },
  process,
  signer,
  onRecorded,
}: {
  one: PublicAct
  process: ProcessView
  signer: DeviceKey
  onRecorded: (hash: string) => void
}) => {
  const { t } = useLingui()
  const [by, number] = [signer.body, shown.act.index]
  return (
    <li>
      <Shown shown={shown} bodies={process.bodies} />
      <p className="meta in-line">
        <Trans>
          Public since <Moment at={published.since} length="long" />, by
        </Trans>{' '}
        {published.by.map((body) => (
          <PartyOf key={body} id={body} bodies={process.bodies} />
        ))}
      </p>
      {mine && (
        <details className="more">
          <summary>
            <Trans>Take it back</Trans>
          </summary>
          <ActForm
            quiet
            act={withdrawAct([shown.act.hash])}
            signer={signer}
            says={t`Take back the publication of act ${number} for ${by}`}
            missing={null}
            onRecorded={onRecorded}
          >
            <p className="warning">
              <Trans>
                It will be shown no longer from here on. It cannot be made unseen: whoever read or copied it keeps it, and the public page
                goes on saying that it was published and taken back, by whom and when.
              </Trans>
            </p>
          </ActForm>
        </details>
      )}
    </li>
  )
}
