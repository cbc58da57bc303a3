import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Progress, Verified } from '../check/protocol.ts'
import { ConditionMark, DoneMark } from '../parts/marks.tsx'

export const StageText = ({ progress }: { progress: Progress }) => {
  const { done, of, stage } = progress
  if (stage === 'fetch')
    return (
      <Trans>
        {done} of {of} acts read
      </Trans>
    )
  return (
    <Trans>
      {done} of {of} acts checked
    </Trans>
  )
}

const Step = ({ words, note, open = false }: { words: ReactNode; note: ReactNode; open?: boolean }) => (
  <li>
    {open ? <ConditionMark status="cannot-be-determined" /> : <DoneMark />}
    <span className="step-words">{words}</span>
    <span className="meta">{note}</span>
  </li>
)

/** What was found to hold, one a line; and what could not be said. */
export const VerifiedSteps = ({ verified }: { verified: Verified }) => {
  const { size, milliseconds, keys, counts } = verified
  const { open, undisclosed, erased, notCheckable, unknownTypes } = counts
  return (
    <>
      <div className="progress-track" aria-hidden="true">
        <div className="progress-done" style={{ inlineSize: '100%' }} />
      </div>
      <p className="meta">
        <Trans>
          {size} of {size} acts, {milliseconds} ms.
        </Trans>
      </p>
      <ul className="steps">
        <Step
          words={<Trans>The record is one unbroken log</Trans>}
          note={
            <Trans>
              root matches the checkpoint of size <bdi>{size}</bdi>
            </Trans>
          }
        />
        <Step
          words={<Trans>Every signature is good</Trans>}
          note={<Plural value={keys} one="# key, in force when it signed" other="# keys, each in force when it signed" />}
        />
        <Step
          words={<Trans>Every act is the one that was signed</Trans>}
          note={<Plural value={open} one="# act opened" other="# acts opened" />}
        />
        <Step
          words={<Trans>Every act was allowed by the rules</Trans>}
          note={notCheckable === 0 ? <Trans>all checked</Trans> : <Trans>{notCheckable} not checkable here</Trans>}
          open={notCheckable > 0}
        />
        {undisclosed > 0 && (
          <Step
            open
            words={<Trans>Some acts are not open to this reader</Trans>}
            note={<Plural value={undisclosed} one="# act" other="# acts" />}
          />
        )}
        {erased > 0 && (
          <Step
            open
            words={<Trans>Some acts were erased; that they were done stays</Trans>}
            note={<Plural value={erased} one="# act" other="# acts" />}
          />
        )}
        {unknownTypes > 0 && (
          <Step
            open
            words={<Trans>Some acts are of types that this version does not know</Trans>}
            note={<Plural value={unknownTypes} one="# act" other="# acts" />}
          />
        )}
        {verified.bundle && (
          <Step words={<Trans>The file is the one bundle that these bytes make</Trans>} note={<Trans>byte for byte</Trans>} />
        )}
      </ul>
    </>
  )
}
