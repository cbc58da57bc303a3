import { Comma } from '../parts/Comma.tsx'
import { Trans } from '@lingui/react/macro'
import { Said } from '../language/Said.tsx'
import { Act } from '../parts/Act.tsx'
import { SayingLine } from '../parts/ClaimPair.tsx'
import { Firmness } from '../parts/Firmness.tsx'
import { Party, Strip } from '../parts/Party.tsx'
import { useWide } from '../parts/useWide.ts'
import { useProcess } from '../process/ProcessRoom.tsx'
import type { BodyView, Cell, Overview } from '../process/seen.ts'
import { SpanTime } from '../time/Time.tsx'

type Row = Overview['matrix'][number]
/** With more parties the matrix is a list per issue. */
const COLUMNS = 3

/** Issue × party; a list per issue where the window is narrow or there are more than three parties. */
export const Matrix = ({ rows }: { rows: readonly Row[] }) => {
  const { process } = useProcess()
  const wide = useWide(1024)
  const parties = (process?.bodies ?? []).filter((body) => body.roles.includes('party'))
  if (rows.length === 0)
    return (
      <p className="gap">
        <Trans>No issue is on the record at this time.</Trans>
      </p>
    )
  if (!wide || parties.length > COLUMNS) return <IssueList rows={rows} parties={parties} />
  return (
    <table className="matrix" data-columns={parties.length}>
      <thead>
        <tr>
          <td />
          {parties.map((party) => (
            <th key={party.id} scope="col">
              <Party body={party} />
              <Strip place={party.place} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.issue}>
            <th scope="row">
              <IssueTitle row={row} />
            </th>
            {parties.map((party) => (
              <td key={party.id}>
                <Position cell={row.cells[party.id] ?? null} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const IssueList = ({ rows, parties }: { rows: readonly Row[]; parties: readonly BodyView[] }) => (
  <ul className="issues">
    {rows.map((row) => (
      <li key={row.issue}>
        <h3>
          <IssueTitle row={row} />
        </h3>
        <div className="claims" data-columns={Math.min(parties.length, 2)}>
          {parties.map((party) => (
            <div key={party.id} className="claim">
              <Strip place={party.place} />
              <Party body={party} />
              <Position cell={row.cells[party.id] ?? null} />
            </div>
          ))}
        </div>
      </li>
    ))}
  </ul>
)

const IssueTitle = ({ row }: { row: Row }) => (
  <>
    <Said words={row.title} />
    {row.status !== 'open' && (
      <span className="meta">
        <Comma />
        {row.status === 'parked' ? <Trans>parked</Trans> : <Trans>closed</Trans>}
      </span>
    )}
  </>
)

/** A party's latest word on an issue: its position, else what it said. */
const Position = ({ cell }: { cell: Cell | null }) => {
  const { process } = useProcess()
  if (cell === null)
    return (
      <p className="gap">
        {process?.nature === 'reconstruction' ? <Trans>No position in the sources held.</Trans> : <Trans>No position on the record.</Trans>}
      </p>
    )
  if (cell.saying !== null) return <SayingLine saying={cell.saying} />
  return (
    <div className={`saying said-${cell.firmness}`}>
      <p className="saying-words">
        <Said words={cell.words} />
      </p>
      <p className="meta saying-meta">
        <Firmness firmness={cell.firmness} /> <SpanTime span={cell.when} /> <Act act={cell.act} />
      </p>
    </div>
  )
}
