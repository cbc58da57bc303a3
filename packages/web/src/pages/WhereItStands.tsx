import { Comma } from '../parts/Comma.tsx'
import { Plural, Trans } from '@lingui/react/macro'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Said } from '../language/Said.tsx'
import { Acts } from '../parts/Act.tsx'
import { Because } from '../parts/Because.tsx'
import { ClaimPair } from '../parts/ClaimPair.tsx'
import { Differs } from '../parts/Differs.tsx'
import { LadderMini } from '../parts/LadderMini.tsx'
import { Loading, Refused } from '../parts/states.tsx'
import { useWide } from '../parts/useWide.ts'
import { CheckedText } from '../parts/CheckedMark.tsx'
import { useProcess, useStanding } from '../process/ProcessRoom.tsx'
import type { ClaimPair as Pair, Overview, Span } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { AsOf, useAtText } from '../slider/AsOf.tsx'
import { lifeOf } from '../slider/stops.ts'
import { atOf, instantOf } from '../time/day.ts'
import { Day, SpanTime } from '../time/Time.tsx'
import { ConditionPair } from './ConditionPair.tsx'
import { Matrix } from './Matrix.tsx'

/** Longer sentences are set smaller (look, *First sentence*). */
const LONG_SENTENCE = 240

/** A process's first page: the sentence with its authors, the reasons, claims, issues, form, dates, as of any moment of its life. */
export const WhereItStands = () => {
  const { at } = useSearch({ from: '/p/$ref/' })
  const { view, refusal, differs } = useView<Overview>('overview', at)
  if (view === null)
    return refusal === null ? (
      <Loading lines={9} />
    ) : (
      <div className="page-head">
        <Refused title={<Trans>Nothing can be shown for this time.</Trans>} refusal={refusal} onward={<BackToLast />} />
      </div>
    )
  return (
    <>
      <AsOfRow overview={view} at={at} />
      {refusal !== null && (
        <Refused
          title={<Trans>Nothing can be shown for this time.</Trans>}
          refusal={refusal}
          kept={<Trans>the last good view, below.</Trans>}
          onward={<BackToLast />}
        />
      )}
      <Differs places={differs} />
      <Page overview={view} />
    </>
  )
}

const BackToLast = () => {
  const { ref } = useProcess()
  return (
    <Link to="/p/$ref" params={{ ref }} search={{}}>
      <Trans>see the latest moment</Trans>
    </Link>
  )
}

const AsOfRow = ({ overview, at }: { overview: Overview; at: string | undefined }) => {
  const navigate = useNavigate({ from: '/p/$ref/' })
  const textOf = useAtText()
  const { process, standing } = overview
  const covered = standing.covered.at(-1)?.until ?? process.covered.at(-1)?.until
  // the line ends where the sources end, else at the newest moment that was shown
  const end = covered ?? (overview.at.as === 'given' ? new Date().toISOString() : overview.at.happened)
  const life = lifeOf(overview.life, { opened: process.covered[0]?.from ?? process.opened, end })
  const shown = (at === undefined ? null : instantOf(at)) ?? overview.at.happened
  const { day, hour } = textOf(shown)
  return (
    <div className="as-of">
      <div>
        <div className="meta">
          <Trans>As of</Trans>
          {overview.at.as === 'coverage-end' && at === undefined && (
            <>
              <Comma />
              <Trans>where the sources end</Trans>
            </>
          )}
          {overview.at.as === 'now' && at === undefined && (
            <>
              <Comma />
              <Trans>now</Trans>
            </>
          )}
        </div>
        <div className="as-of-date">
          <bdi>{day}</bdi> <bdi className="zone">{hour}</bdi>
        </div>
      </div>
      <AsOf
        life={life}
        marks={overview.life}
        at={shown}
        onMove={(next) => navigate({ search: next >= life.until ? {} : { at: atOf(next) }, replace: true, resetScroll: false })}
      />
      <span className="meta as-of-sense">
        {process.nature === 'reconstruction' ? (
          <Trans>what had happened by then; known begins at import</Trans>
        ) : (
          <Trans>what had happened by then</Trans>
        )}
      </span>
    </div>
  )
}

const Page = ({ overview }: { overview: Overview }) => {
  const wide = useWide(1024)
  const conditional = overview.commitments.filter((commitment) => commitment.conditions.length > 0)
  const conditionalIds = new Set<string>(conditional.map((commitment) => commitment.id))
  const latest = overview.pairs.findLast((pair) => !conditionalIds.has(pair.about))
  const pairs = (
    <>
      {conditional.map((commitment) => (
        <ConditionPair key={commitment.id} commitment={commitment} overview={overview} />
      ))}
      {latest !== undefined && <PairSection pair={latest} overview={overview} />}
    </>
  )
  const ladder = (
    <section className="section">
      <LadderSection overview={overview} />
    </section>
  )
  const issues = (
    <section className="section">
      <div className="section-head">
        <h2>
          <Trans>Issues, latest position of each side</Trans>
        </h2>
        <span className="meta note">
          <Trans>in our own words, each with its act</Trans>
        </span>
      </div>
      <Matrix rows={overview.matrix} />
    </section>
  )
  const rest = (
    <div className="where-two">
      <section className="section">
        <DatesSection overview={overview} />
      </section>
      <section className="section">
        <TextSection overview={overview} />
      </section>
    </div>
  )
  const checked = (
    <section className="section">
      <CheckedSection />
    </section>
  )
  if (!wide)
    return (
      <div className="where where-main">
        <StatusBlock overview={overview} />
        {pairs}
        {issues}
        {ladder}
        {rest}
        {checked}
      </div>
    )
  return (
    <div className="where">
      <div className="where-main">
        <StatusBlock overview={overview} />
        {issues}
        {rest}
      </div>
      <div className="where-side">
        {pairs}
        {ladder}
        {checked}
      </div>
    </div>
  )
}

const StatusBlock = ({ overview }: { overview: Overview }) => {
  const { standing, acts, headline } = overview
  const length = headline.computed.length + headline.authors.reduce((sum, author) => sum + author.text.length + 1, 0)
  return (
    <div className="status-block">
      <h1 className="status" data-long={length > LONG_SENTENCE || undefined}>
        <strong>{headline.computed}</strong>
        {headline.authors.map((author) => (
          <span key={author.body}> {author.text}</span>
        ))}
      </h1>
      <p className="meta status-meta">
        {standing.talks.since !== null && (
          <>
            <Trans>
              since <Day at={standing.talks.since} />
            </Trans>
            {' · '}
          </>
        )}
        <SeenBy overview={overview} />
        {standing.computedWithout > 0 && (
          <>
            {' · '}
            <Without count={standing.computedWithout} />
          </>
        )}
      </p>
      <Because reasons={standing.talks.because} wouldChange={standing.talks.wouldChange} known={acts} />
    </div>
  )
}

const SeenBy = ({ overview }: { overview: Overview }) => {
  const bodies = overview.standing.seenBy.join(', ')
  return (
    <Trans>
      as seen by <bdi>{bodies}</bdi>
    </Trans>
  )
}

const Without = ({ count }: { count: number }) => (
  <Plural
    value={count}
    one="computed without # act that this version does not know"
    other="computed without # acts that this version does not know"
  />
)

const PairSection = ({ pair, overview }: { pair: Pair; overview: Overview }) => {
  const commitment = overview.commitments.find((one) => one.id === pair.about)
  // a round is about its days, not about the day on which it was announced
  const round = overview.life.find((mark) => mark.act === pair.about && mark.kind === 'round')
  const when: Span = round === undefined || round.until === null ? pair.when : { from: round.at, until: round.until }
  return (
    <section className="section">
      <div className="section-head">
        <h2>
          <Said words={pair.title} />
        </h2>
        <span className="meta">
          <SpanTime span={when} length="long" />
        </span>
      </div>
      <ClaimPair pair={pair} named />
      {pair.confirmation !== null && (
        <p className="meta pair-note">
          <Trans>Independent confirmation:</Trans> <Said words={pair.confirmation} />
        </p>
      )}
      {commitment !== undefined && <p className="meta pair-note">{commitment.statusText}</p>}
    </section>
  )
}

const LadderSection = ({ overview }: { overview: Overview }) => {
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

const DatesSection = ({ overview }: { overview: Overview }) => (
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

const TextSection = ({ overview }: { overview: Overview }) => {
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

const CheckedSection = () => {
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
