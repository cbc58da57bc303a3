import type { Seen } from '../asking.ts'
import { dateWords } from '../dates.ts'
import { wordsIn } from '../reason.ts'
import { planned } from '../plans.ts'
import { worlds } from '../world.ts'
import type { Overview } from './types.ts'

/** The next round, if one is announced, and the date of each commitment that has one: in the text's own words, with nothing invented. */
export const datesOf = (seen: Seen): Overview['dates'] => [...nextRound(seen), ...duties(seen)]

const nextRound = (seen: Seen): Overview['dates'] => {
  const words = { [seen.language]: seen.say(/*i18n*/ { id: 'talks.dates.next-round', message: 'Next round' }) }
  const plans = planned(worlds(seen.state)[0]!, seen.happened).flatMap((one) => one.plans)
  if (plans.length > 0)
    return plans.map(({ act, mark }) => ({ words, text: dateWords(act.planned, seen.language), at: act.planned, acts: [mark.hash] }))
  const text =
    seen.state.process.opened?.act.nature === 'reconstruction'
      ? seen.say(/*i18n*/ { id: 'talks.dates.none-found', message: 'none found scheduled in the sources held' })
      : seen.say(/*i18n*/ { id: 'talks.dates.none-scheduled', message: 'none scheduled' })
  return [{ words, text, at: null, acts: [] }]
}

const duties = (seen: Seen): Overview['dates'] =>
  [...seen.state.commitments.values()].flatMap(({ recorded, extended, retired, id }) => {
    if (recorded === undefined || retired !== undefined) return []
    const ends = extended.at(-1)?.act.ends ?? recorded.act.ends
    const due = recorded.act.due
    return [
      ...(due === undefined ? [] : [{ words: recorded.act.title, text: wordsIn(seen, due.words), at: due.by ?? null, acts: [id] }]),
      ...(ends === undefined
        ? []
        : [{ words: recorded.act.title, text: wordsIn(seen, ends.words), at: ends.at ?? null, acts: [extended.at(-1)?.mark.hash ?? id] }]),
    ]
  })
