import type { BodyId, EntryHash } from '@paraph/record'
import { slot } from '../account.ts'
import type { Seen } from '../asking.ts'
import { partiesInOrder } from '../order.ts'
import { sayingsOf } from './saying.ts'
import { titleOf } from './title.ts'
import type { ClaimPair, Saying } from './types.ts'

/** Nouns about which claims are laid side by side: facts, not words. */
const FACTS = new Set(['incident', 'round', 'deadlock', 'instrument', 'communique', 'measure', 'issue', 'commitment', 'paper'])

/** Which things, and how many of each party's latest statements; all where it is not said. */
type Which = { readonly of?: (id: EntryHash) => boolean; readonly latest?: number }

/** Every thing that statements are about, with every party's statements about it, in the order of (from, index). */
export const claimPairs = (seen: Seen, { of, latest }: Which = {}): readonly ClaimPair[] => {
  const about = new Map<EntryHash, Set<EntryHash>>()
  for (const [entry, statements] of seen.state.statements.about) {
    const filed = seen.state.filed.get(entry)
    if (filed === undefined || !FACTS.has(filed.mark.type.split('.')[0]!) || of?.(filed.names) === false) continue
    const ids = about.get(filed.names) ?? new Set()
    for (const id of statements) ids.add(id)
    about.set(filed.names, ids)
  }
  return [...about]
    .map(([id, statements]) => pairOf(seen, { id, statements: latest === undefined ? statements : latestOfEach(seen, statements, latest) }))
    .sort((one, other) => (one.when.from < other.when.from ? -1 : one.when.from > other.when.from ? 1 : one.about < other.about ? -1 : 1))
}

/** The last few of each speaker's body; the same number for every one of them. */
const latestOfEach = ({ state }: Seen, statements: Iterable<EntryHash>, latest: number): readonly EntryHash[] => {
  const byBody = new Map<BodyId | undefined, EntryHash[]>()
  for (const id of statements) slot(byBody, state.statements.all.get(id)?.recorded?.act.speaker.body, () => [] as EntryHash[]).push(id)
  return [...byBody.values()].flatMap((ids) => ids.slice(-latest))
}

/** The claims about one thing: a column for every party, kept where it is empty, and one for everybody else. */
const pairOf = (seen: Seen, { id, statements }: { readonly id: EntryHash; readonly statements: Iterable<EntryHash> }): ClaimPair => {
  const { state } = seen
  const sayings = [...sayingsOf(seen, statements)].sort((one, other) =>
    one.when.from < other.when.from ? -1 : one.when.from > other.when.from ? 1 : one.act.index - other.act.index,
  )
  const parties = partiesInOrder(state)
  const first = state.filed.get(id)?.mark.happened ?? sayings[0]!.when
  return {
    about: id,
    title: titleOf(seen, id) ?? {},
    when: first,
    claims: Object.fromEntries(parties.map((party) => [party, sayings.filter(({ body }) => body === party)])) as Record<
      BodyId,
      readonly Saying[]
    >,
    others: sayings.filter(({ body }) => body === null || !parties.includes(body)),
    confirmation: state.incidents.get(id)?.opened?.act.confirmation ?? null,
    disputed: sayings.some(({ disputedBy }) => disputedBy.length > 0) || isDisputed(seen, id),
  }
}

/** Whether somebody disputed the thing itself by an act. Nothing is concluded from claims that differ: they stand side by side. */
const isDisputed = ({ state }: Seen, id: EntryHash): boolean =>
  (state.communiques.get(id)?.disputed.length ?? 0) > 0 || (state.commitments.get(id)?.disputed.length ?? 0) > 0
