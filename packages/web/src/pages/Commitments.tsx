// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by the grid and by the virtual list, which table and list elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: these are rows and cells of a table to read; the links and buttons in them take the focus
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Said } from '../language/Said.tsx'
import { Differs } from '../parts/Differs.tsx'
import { Party } from '../parts/Party.tsx'
import { Empty, Loading, Refused } from '../parts/states.tsx'
import { useWide } from '../parts/useWide.ts'
import type { CommitmentView, Commitments as Seen } from '../process/seen.ts'
import { useView } from '../process/useView.ts'
import { useAtText } from '../slider/AsOf.tsx'
import { CommitmentSheet } from './CommitmentSheet.tsx'
import { LadderHead, LadderLanes } from './LadderBoard.tsx'
import './commitments.css'

/** The board of the form ladder: a row a commitment, a lane a debtor, and beside it why. */
export const Commitments = () => {
  const { t } = useLingui()
  const { at, act } = useSearch({ from: '/p/$ref/commitments' })
  const navigate = useNavigate({ from: '/p/$ref/commitments' })
  const { view, refusal, differs } = useView<Seen>('commitments', { at })
  const textOf = useAtText()
  const board = useWide(1024)
  const beside = useWide(1380)
  if (view === null)
    return refusal === null ? <Loading lines={8} /> : <Refused title={<Trans>The commitments did not load.</Trans>} refusal={refusal} />
  const { commitments, process } = view
  const chosen = commitments.find((one) => one.id === act) ?? (beside ? commitments[0] : undefined)
  const choose = (id: string) => navigate({ search: (before) => ({ ...before, act: id }), replace: true, resetScroll: false })
  const count = commitments.length
  const { day, hour } = textOf(view.at.happened)
  return (
    <>
      <div className="page-head">
        <h1>
          <Trans>Commitments</Trans>
        </h1>
        <span className="meta">
          <Trans>
            <Plural value={count} one="# commitment" other="# commitments" />, as of <bdi>{day}</bdi> <bdi>{hour}</bdi>
          </Trans>
        </span>
        {process.bodies
          .filter((body) => body.roles.includes('party'))
          .map((body) => (
            <Party key={body.id} body={body} named />
          ))}
      </div>
      <Differs places={differs} />
      {count === 0 ? (
        <Empty>
          <Trans>No commitment is on the record at this time. They come from a statement, a communiqué or an instrument.</Trans>
        </Empty>
      ) : (
        <div className="board-page" data-beside={beside || undefined}>
          <div className={board ? 'board' : 'board board-list'} role="table" aria-label={t`Form ladder of each commitment`}>
            {board && <LadderHead />}
            {commitments.map((commitment) => (
              <Row
                key={commitment.id}
                commitment={commitment}
                view={view}
                open={commitment.id === chosen?.id}
                board={board}
                beside={beside}
                onChoose={choose}
              />
            ))}
          </div>
          {beside && chosen !== undefined && <CommitmentSheet commitment={chosen} view={view} />}
        </div>
      )}
    </>
  )
}

const Row = ({
  commitment,
  view,
  open,
  board,
  beside,
  onChoose,
}: {
  commitment: CommitmentView
  view: Seen
  open: boolean
  board: boolean
  beside: boolean
  onChoose: (id: string) => void
}) => (
  <>
    <div className="board-row" role="row" data-chosen={open || undefined}>
      <div className="board-name" role="rowheader">
        <button type="button" aria-expanded={open} onClick={() => onChoose(commitment.id)}>
          <Said words={commitment.title} />
        </button>
        {(commitment.due ?? commitment.ends) !== null && (
          <span className="meta">
            {commitment.due !== null && <Said words={commitment.due} />}
            {commitment.due !== null && commitment.ends !== null && ' · '}
            {commitment.ends !== null && <Said words={commitment.ends} />}
          </span>
        )}
      </div>
      <LadderLanes commitment={commitment} bodies={view.process.bodies} board={board} />
      <div className="board-standing meta" role="cell">
        {commitment.statusText}
      </div>
    </div>
    {open && !beside && <CommitmentSheet commitment={commitment} view={view} />}
  </>
)
