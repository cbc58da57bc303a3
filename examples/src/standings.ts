// What the line of talks must say on given days: the contract that an example, or a copy of it, is checked against by whatever means.

/** A line of talks as it must stand at the end of a day: A date means its end, 24:00 UTC. `since` is null and `by` empty where they are not asked. */
export type ExpectedStanding = {
  readonly at: string
  readonly status: string
  readonly since: string | null
  readonly by: readonly string[]
}

const expected = (at: string, status: string, since: string | null = null, by: readonly string[] = []): ExpectedStanding => ({
  at,
  status,
  since: since === null ? null : `${since}T00:00:00.000Z`,
  by,
})

/** What the permuted copy must say. */
export const permutedStandings: readonly ExpectedStanding[] = [
  expected('2025-10-10', 'open'),
  expected('2025-10-18', 'in-round'),
  expected('2025-10-20', 'between-rounds'),
  expected('2025-10-27', 'in-round'),
  expected('2025-11-02', 'between-rounds'),
  expected('2025-11-06', 'in-round'),
  expected('2025-11-10', 'deadlock-called', '2025-11-07', ['ARD']),
  expected('2025-11-13', 'open'),
  expected('2025-11-15', 'between-rounds'),
  expected('2025-11-26', 'in-round'),
  expected('2025-11-28', 'open'),
  expected('2025-11-29', 'deadlock-called', '2025-11-29', ['CER']),
  expected('2025-12-01', 'in-round'),
  expected('2025-12-03', 'deadlock-called', '2025-11-29', ['CER']),
  expected('2025-12-20', 'not-known', '2025-12-04'),
]

/** What the example itself must say (issue of the spine, and the days around them). */
export const istanbulStandings: readonly ExpectedStanding[] = [
  expected('2025-10-10', 'open', '2025-10-09'),
  expected('2025-10-18', 'in-round', '2025-10-18'),
  expected('2025-10-20', 'between-rounds', '2025-10-19'),
  expected('2025-10-27', 'in-round'),
  expected('2025-11-02', 'between-rounds', '2025-10-30'),
  expected('2025-11-06', 'in-round', '2025-11-06'),
  expected('2025-11-10', 'deadlock-called', '2025-11-07', ['PAK']),
  expected('2025-12-01', 'in-round', '2025-11-30'),
  expected('2025-12-03', 'deadlock-called', '2025-11-07', ['PAK']),
  expected('2025-12-20', 'not-known', '2025-12-04'),
]

/** What the exercise must say at the end of given days: each status that it can have. */
export const lakeSeraStandings: readonly ExpectedStanding[] = [
  expected('2026-01-15', 'open', '2026-01-12'),
  expected('2026-01-25', 'between-rounds', '2026-01-22', ['C']),
  expected('2026-02-03', 'in-round', '2026-02-03'),
  expected('2026-02-10', 'open', '2026-02-04'),
  expected('2026-02-20', 'no-result', '2026-02-04'),
  expected('2026-03-01', 'between-rounds', '2026-02-25', ['C']),
  expected('2026-03-11', 'in-round', '2026-03-10'),
  expected('2026-03-13', 'open', '2026-03-12'),
  expected('2026-03-16', 'deadlock-called', '2026-03-14', ['B']),
  expected('2026-03-28', 'open', '2026-03-27'),
  expected('2026-04-03', 'party-absent', '2026-04-02', ['A']),
  expected('2026-04-10', 'open', '2026-04-09'),
  expected('2026-04-21', 'suspended', '2026-04-20', ['C']),
  expected('2026-05-01', 'between-rounds', '2026-04-28', ['C']),
  expected('2026-05-20', 'in-round', '2026-05-19'),
  expected('2026-06-01', 'open', '2026-05-21'),
  expected('2026-07-24', 'quiet', '2026-06-24'),
]
