import type { Instant } from '@paraph/record'
import type { Plan, Round } from './round.ts'
import { byHappened, passed } from './time.ts'
import type { RoundAs, World } from './world.ts'

/** A next round as announced: the accounts whose plan still stands. */
export type Planned = { readonly round: Round; readonly plans: readonly Plan[] }

/**
 * Rounds that are announced and not opened, and whose planned date has not passed at `at`. A plan lapses as its `until` passes, or when a round
 * opens in its track after it was announced. Who announced it may take it back; anybody else's denial stands beside it and changes nothing.
 */
export const planned = (world: World, at: Instant): readonly Planned[] =>
  world.rounds
    .filter(({ opened }) => opened === undefined)
    .map((as) => ({
      round: as.round,
      plans: [...as.round.plans.values()].filter((plan) => !passed(plan.act.planned, at) && endOf(world, as, plan) === undefined),
    }))
    .filter(({ plans }) => plans.length > 0)

/** When plans that were announced came to an end without that round: taken back, overtaken, or their date passed. */
export const endsOfPlans = (world: World, at: Instant): readonly Instant[] =>
  world.rounds.flatMap((as) =>
    as.opened !== undefined
      ? []
      : [...as.round.plans.values()].flatMap((plan) => {
          const end = endOf(world, as, plan)
          const date = plan.act.planned.until
          return end !== undefined && end < date ? [end] : date <= at ? [date] : []
        }),
  )

const endOf = (world: World, { round, track }: RoundAs, plan: Plan): Instant | undefined => {
  const takenBack = [...round.cancelled.values()].find(
    ({ mark }) => byHappened(mark, plan.mark) > 0 && mark.doers.some((doer) => plan.mark.doers.includes(doer)),
  )
  if (takenBack !== undefined) return takenBack.mark.happened.from
  return world.rounds.find((other) => other.track === track && other.opened !== undefined && byHappened(other.opened.mark, plan.mark) > 0)
    ?.opened?.mark.happened.from
}
