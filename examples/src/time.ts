/** A time as an act carries it: half-open, UTC, `as` in the source's words. */
export type Time = { readonly from: string; readonly until: string; readonly as?: string; readonly zone?: string }

type Said = { readonly as?: string; readonly zone?: string }

const DAY = 86_400_000

const midnightAfter = (date: string): string => new Date(Date.parse(`${date}T00:00:00.000Z`) + DAY).toISOString()

/** A day without hour, `YYYY-MM-DD`: that day in UTC. */
export const day = (date: string, said: Said = {}): Time => days(date, date, said)

/** From the first day to the last one, both whole. */
export const days = (first: string, last: string, said: Said = {}): Time => ({
  from: `${first}T00:00:00.000Z`,
  until: midnightAfter(last),
  ...said,
})

/** An exact instant, as the smallest span that the record has: one millisecond. */
export const instant = (moment: string, said: Said = {}): Time => ({
  from: moment,
  until: new Date(Date.parse(moment) + 1).toISOString(),
  ...said,
})
