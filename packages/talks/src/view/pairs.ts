import type { BodyId, EntryHash } from '@paraph/record'
import { slot } from '../account.ts'
import type { Seen } from '../asking.ts'
import type { Span } from '../kind.ts'
import { partiesInOrder } from '../order.ts'
import { sayingsOf } from './saying.ts'
import { titleOf } from './title.ts'
import type { ClaimPair, Saying } from './types.ts'

/** Nouns about which claims are laid side by side: facts, not words. */
const FACTS = new Set(['incident', 'round', 'deadlock', 'instrument', 'communique', 'measure', 'issue', 'commitment', 'paper'])

/** Statements of each speaker's body in a pair of claims: the latest. All of them stand on page *statements*. */
export const LATEST_LIMIT = 8

/** Pairs of claims of one day at most, the last of it. */
export const DAY_PAIRS_LIMIT = 12

type About = { readonly id: EntryHash; readonly statements: ReadonlySet<EntryHash>; readonly when: Span }

/** The claims about every thing that `of` takes, the latest of each speaker, in the order of when the thing began. */
export const claimPairs = (seen: Seen, of: (id: EntryHash) => boolean): readonly ClaimPair[] =>
  spokenAbout(seen)
    .filter(({ id }) => of(id))
    .map((about) => pairOf(seen, about))

/** The claims about what began on the last day on which something began that is spoken about. */
export const claimsOfLastDay = (seen: Seen): readonly ClaimPair[] => {
  const all = spokenAbout(seen)
  const day = all.at(-1)?.when.from.slice(0, 10)
  return all
    .filter(({ when }) => when.from.slice(0, 10) === day)
    .slice(-DAY_PAIRS_LIMIT)
    .map((about) => pairOf(seen, about))
}

/** Every thing that statements are about, in the order of when it began. */
const spokenAbout = ({ state }: Seen): readonly About[] => {
  const about = new Map<EntryHash, Set<EntryHash>>()
  for (const [entry, statements] of state.statements.about) {
    const filed = state.filed.get(entry)
    if (filed === undefined || !FACTS.has(filed.mark.type.split('.')[0]!)) continue
    const ids = slot(about, filed.names, () => new Set<EntryHash>())
    for (const id of statements) ids.add(id)
  }
  return [...about]
    .flatMap(([id, statements]) => {
      const first = [...statements][0]
      const mark = state.filed.get(id)?.mark ?? (first === undefined ? undefined : state.statements.all.get(first)?.recorded?.mark)
      return mark === undefined ? [] : [{ id, statements, when: mark.happened }]
    })
    .sort((one, other) => (one.when.from < other.when.from ? -1 : one.when.from > other.when.from ? 1 : one.id < other.id ? -1 : 1))
}

/** Ids by the body that speaks, in the order of folding. */
const bySpeaker = ({ state }: Seen, statements: Iterable<EntryHash>): ReadonlyMap<BodyId | undefined, readonly EntryHash[]> => {
  const bodies = new Map<BodyId | undefined, EntryHash[]>()
  for (const id of statements) {
    const { recorded } = state.statements.all.get(id)!
    if (recorded !== undefined) slot(bodies, recorded.act.speaker.body, () => [] as EntryHash[]).push(id)
  }
  return bodies
}

/** The claims about one thing: a column for every party, kept where it is empty, and one for everybody else. Of each the last few, as many of one as of another. */
const pairOf = (seen: Seen, { id, statements, when }: About): ClaimPair => {
  const { state } = seen
  const spoken = bySpeaker(seen, statements)
  const latest = [...spoken.values()].flatMap((ids) => ids.slice(-LATEST_LIMIT))
  const sayings = [...sayingsOf(seen, latest)].sort((one, other) =>
    one.when.from < other.when.from ? -1 : one.when.from > other.when.from ? 1 : one.act.index - other.act.index,
  )
  const parties = partiesInOrder(state)
  return {
    about: id,
    title: titleOf(seen, id) ?? {},
    when,
    claims: Object.fromEntries(parties.map((party) => [party, sayings.filter(({ body }) => body === party)])) as Record<
      BodyId,
      readonly Saying[]
    >,
    others: sayings.filter(({ body }) => body === null || !parties.includes(body)),
    earlier: Object.fromEntries(parties.map((party) => [party, Math.max(0, (spoken.get(party)?.length ?? 0) - LATEST_LIMIT)])),
    confirmation: state.incidents.get(id)?.opened?.act.confirmation ?? null,
    disputed: sayings.some(({ disputedBy }) => disputedBy.length > 0) || isDisputed(seen, id),
  }
}

/** Whether somebody disputed the thing itself by an act. Nothing is concluded from claims that differ: they stand side by side. */
const isDisputed = ({ state }: Seen, id: EntryHash): boolean =>
  (state.communiques.get(id)?.disputed.length ?? 0) > 0 || (state.commitments.get(id)?.disputed.length ?? 0) > 0
