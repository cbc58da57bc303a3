import { Plural, Trans } from '@lingui/react/macro'
import { Link, useSearch } from '@tanstack/react-router'
import { Said } from '../language/Said.tsx'
import { Acts } from '../parts/Act.tsx'
import { CheckedText } from '../parts/CheckedMark.tsx'
import { LadderMini } from '../parts/LadderMini.tsx'
import { useProcess, useStanding } from '../process/ProcessRoom.tsx'
import type { Overview } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'

/** The form ladder in miniature. */
export const LadderSection = ({ overview }: { overview: Overview }) => {
  const { ref } = useProcess()
  const { at } = useSearch({ from: '/p/$ref/' })
  return (
    <>
      <div className="section-head">
        <h2>
          <Trans>How far each commitment has come</Trans>
        </h2>
        <Link className="meta" to="/p/$ref/commitments" params={{ ref }} search={at === undefined ? {} : { at }}>
          <Trans>All commitments</Trans>
        </Link>
      </div>
      {overview.commitments.length === 0 ? (
        <p className="gap">
          <Trans>No commitment is on the record at this time.</Trans>
        </p>
      ) : (
        <LadderMini commitments={overview.commitments} bodies={overview.process.bodies} />
      )}
      <p className="meta ladder-note">
        <Trans>
          Form, not force. Steps of the text: claimed, stated, noted; written, agreed ad referendum, agreed, adopted, authenticated. Dashed:
          ascribed.
        </Trans>
      </p>
    </>
  )
}

/** What lies ahead, in the text's own words. */
export const DatesSection = ({ overview }: { overview: Overview }) => (
  <>
    <div className="section-head">
      <h2>
        <Trans>Dates</Trans>
      </h2>
    </div>
    {overview.dates.length === 0 ? (
      <p className="gap">
        <Trans>No date ahead is on the record.</Trans>
      </p>
    ) : (
      <ul className="row-list">
        {overview.dates.map((date) => (
          <li key={JSON.stringify(date.words) + date.text}>
            <span>
              <Said words={date.words} />
              <Acts hashes={date.acts} known={overview.acts} />
            </span>
            <span className="meta">{date.text !== '' ? date.text : date.at !== null && <SpanTime span={date.at} />}</span>
          </li>
        ))}
      </ul>
    )}
  </>
)

/** Where the negotiating text stands. */
export const TextSection = ({ overview }: { overview: Overview }) => {
  const { text } = overview.standing
  return (
    <>
      <div className="section-head">
        <h2>
          <Trans>Text</Trans>
        </h2>
      </div>
      {text.because.length === 0 ? (
        <p className="gap">
          <Trans>No negotiating text is on the record.</Trans>
        </p>
      ) : (
        text.because.map((reason) => (
          <p className="text" key={reason.rule + reason.text}>
            {reason.text}
            <Acts hashes={reason.acts} known={overview.acts} />
          </p>
        ))
      )}
    </>
  )
}

/** How far this page was checked, and what that is worth. */
export const CheckedSection = () => {
  const { ref, process } = useProcess()
  const standing = useStanding()
  return (
    <>
      <div className="section-head">
        <h2>
          <Trans>Checked</Trans>
        </h2>
      </div>
      <ul className="row-list">
        <li>
          <span>
            <Trans>This page</Trans>
          </span>
          <span className="meta">
            <CheckedText standing={standing} />
          </span>
        </li>
        <li>
          <span>
            <Trans>The record</Trans>
          </span>
          <span className="meta">
            <Link to="/p/$ref/record" params={{ ref }}>
              <ActCount count={process?.size ?? 0} />
            </Link>
          </span>
        </li>
      </ul>
      <p className="meta">
        <Trans>
          A host’s page proves nothing against that host. Check an exported bundle, or follow the record with your own copy of Paraph.
        </Trans>
      </p>
    </>
  )
}

const ActCount = ({ count }: { count: number }) => <Plural value={count} one="# act" other="# acts" />
