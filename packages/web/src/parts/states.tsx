import type { Refusal } from '@paraph/record'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState } from 'react'

/** What was refused, why, what was kept and how to go on. Never an alarm. */
export const Refused = ({
  title,
  refusal,
  kept,
  onward,
}: {
  title: ReactNode
  refusal?: Refusal | undefined
  kept?: ReactNode
  onward?: ReactNode
}) => (
  <div className="refused" role="status">
    <p className="refused-title">{title}</p>
    {refusal !== undefined && (
      <p className="refused-why">
        <RefusalText refusal={refusal} />
      </p>
    )}
    <p className="meta">
      {kept !== undefined && (
        <>
          <Trans>Kept:</Trans> {kept}{' '}
        </>
      )}
      {onward !== undefined && (
        <>
          <Trans>To go on:</Trans> {onward}{' '}
        </>
      )}
      {refusal !== undefined && (
        <span>
          <Trans>Rule</Trans> <bdi className="code">{refusal.code}</bdi>
        </span>
      )}
    </p>
  </div>
)

/** A refusal in words: the host's own sentence where it sent one, ours for what happens here. */
export const RefusalText = ({ refusal }: { refusal: Refusal }) => {
  const { t } = useLingui()
  const said = refusal.facts['said']
  if (refusal.code === 'no-network') return t`The host did not answer.`
  if (refusal.code === 'no-ed25519' || refusal.code === 'no-webcrypto')
    return t`This browser cannot check Ed25519 signatures here: it needs a secure context (https or localhost).`
  if (typeof said === 'string' && said !== '') return said
  const facts = Object.entries(refusal.facts)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
  return (
    <bdi>
      {refusal.code}
      {refusal.path !== undefined && ` (${refusal.path})`}
      {facts !== '' && `: ${facts}`}
    </bdi>
  )
}

/** Done of all, as a bar and a sentence. */
export const ProgressBar = ({ label, done, of, children }: { label: string; done: number; of: number; children?: ReactNode }) => (
  <div className="progress">
    <div className="progress-track" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={of} aria-valuenow={done}>
      <div className="progress-done" style={{ inlineSize: `${of === 0 ? 0 : (done / of) * 100}%` }} />
    </div>
    <div className="progress-line meta">{children}</div>
  </div>
)

const QUIET = 300

/** Nothing for 300 ms, then lines of the height to come. */
export const Loading = ({ lines = 6 }: { lines?: number }) => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUIET)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="loading" aria-busy="true" data-late={late || undefined}>
      <span className="unseen">
        <Trans>Loading</Trans>
      </span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without a name
        <div key={index} className="loading-line" />
      ))}
    </div>
  )
}

/** Why a place is empty and where things come from. */
export const Empty = ({ children }: { children: ReactNode }) => <div className="empty">{children}</div>
