import type { BodyId } from '@paraph/record'
import { authorBodies } from '../account.ts'
import type { Seen } from '../asking.ts'
import { isParty } from '../body.ts'
import { actRef } from '../duties.ts'
import type { Issue } from '../issue.ts'
import type { Mark } from '../kind.ts'
import { partiesInOrder } from '../order.ts'
import { latestPosition } from '../position.ts'
import { sayingOf } from './saying.ts'
import type { Cell, Overview } from './types.ts'

/** Issue × party: each party's latest position, an empty cell where none was tabled. */
export const matrixOf = (seen: Seen): Overview['matrix'] => {
  const parties = partiesInOrder(seen.state)
  return [...seen.state.issues.values()]
    .filter(({ tabled }) => tabled !== undefined)
    .map((issue) => ({
      issue: issue.id,
      title: issue.title ?? {},
      status: issue.status,
      cells: Object.fromEntries(parties.map((party) => [party, cellOf(seen, issue, party)])),
    }))
}

const cellOf = (seen: Seen, issue: Issue, party: BodyId): Cell | null => {
  const stand = latestPosition(seen.state, issue.id, party)?.stands.at(-1)
  if (stand === undefined) return null
  const said = (stand.act.sayings ?? [])
    .map((id) => seen.state.statements.all.get(id))
    .find((statement) => statement?.recorded !== undefined)
  return {
    kind: stand.act.kind,
    words: stand.act.words,
    saying: said === undefined ? null : (sayingOf(seen, said) ?? null),
    act: actRef(seen, stand.mark),
    when: stand.mark.happened,
    firmness: firmnessOfMark(seen, stand.mark),
  }
}

/** Stated by itself; claimed by another party's account; reported by anybody else's. */
export const firmnessOfMark = ({ state }: Seen, { ground, ...mark }: Mark): 'claimed' | 'stated' | 'reported' => {
  if (ground === undefined || ground.kind === 'published-original') return 'stated'
  const authors = authorBodies({ ...mark, ground })
  if (authors.length > 0 && authors.every((author) => mark.doers.includes(author))) return 'stated'
  return authors.some((author) => isParty(state, author)) ? 'claimed' : 'reported'
}
