import type { BodyId, Instant } from '@paraph/record'
import type { Seen } from './asking.ts'
import { dateWords, isolated } from './dates.ts'
import { partiesInOrder } from './order.ts'
import { coverage } from './process.ts'
import { bodiesInWords, wordsIn } from './reason.ts'
import { ofRound } from './round.ts'
import type { Row } from './rows.ts'

/** The computed clause of the first sentence: neutral, and never more than the acts say. */
export const clause = (seen: Seen, row: Row): string => {
  const { say, language, state } = seen
  const sources = state.process.opened?.act.nature === 'reconstruction'
  const date = row.since === null ? '' : dateWords(row.marks[0]?.happened.from === row.since ? row.marks[0].happened : row.since, language)
  const who = row.by.length === 0 ? '' : bodiesInWords(seen, row.by)
  switch (row.status) {
    case 'not-known':
      return row.since === null
        ? say(
            /*i18n*/ { id: 'talks.clause.not-known-before', message: 'Not known: what was searched begins only on {date}.' },
            { date: firstCovered(seen) },
          )
        : say(
            /*i18n*/ { id: 'talks.clause.not-known', message: 'Not known: what was searched ends on {date}.' },
            { date: dateWords(row.since, language, { end: true }) },
          )
    case 'closed':
      return say(/*i18n*/ { id: 'talks.clause.closed', message: 'The process was closed by {who} on {date}.' }, { who, date })
    case 'suspended':
      return say(
        /*i18n*/ { id: 'talks.clause.suspended', message: 'The process was suspended by {who} on {date} and has not been resumed.' },
        { who, date },
      )
    case 'in-round':
      return say(
        /*i18n*/ { id: 'talks.clause.in-round', message: 'A round is open{place, select, none {} other { in {place}}}, since {date}.' },
        { place: placeOf(seen, row), date },
      )
    case 'party-absent':
      return say(
        /*i18n*/ { id: 'talks.clause.party-absent', message: '{who} left the talks on {date} and has not returned.' },
        { who, date },
      )
    case 'between-rounds':
      return betweenRounds(seen, row)
    case 'deadlock-called':
      return called(seen, row.by, sources)
    case 'no-result':
      return sources
        ? say(
            /*i18n*/ {
              id: 'talks.clause.no-result-sources',
              message: 'The last round closed without result on {date}; no next round was found scheduled in the sources held.',
            },
            { date },
          )
        : say(
            /*i18n*/ {
              id: 'talks.clause.no-result',
              message: 'The last round closed without result on {date}; no next round is scheduled.',
            },
            { date },
          )
    case 'quiet':
      return say(
        /*i18n*/ {
          id: 'talks.clause.quiet',
          message: 'Issues are open and no position or form has changed since {date}. Quiet may be meant.',
        },
        { date },
      )
    case 'open':
      return sources
        ? say(
            /*i18n*/ {
              id: 'talks.clause.open-sources',
              message: 'The process is open. No round is open and none was found scheduled in the sources held.',
            },
          )
        : say(/*i18n*/ { id: 'talks.clause.open', message: 'The process is open. No round is open and none is scheduled.' })
  }
}

const firstCovered = ({ state, language }: Seen): string => {
  const first: Instant | undefined = coverage(state)[0]?.from
  return first === undefined ? '' : dateWords(first, language)
}

/** Where the rounds of a row are, for a message's `select`: `none` where no account says. */
const placeOf = (seen: Seen, row: Row): string => {
  const round = row.rounds.map((id) => seen.state.rounds.get(id)).find((one) => one !== undefined)
  const place = round === undefined ? undefined : ofRound(round, 'place')
  return place === undefined ? 'none' : isolated(wordsIn(seen, place))
}

const betweenRounds = (seen: Seen, row: Row): string => {
  const plan = row.plans![0]!.plans[0]!
  const values = {
    who: bodiesInWords(seen, plan.mark.doers),
    place: placeOf(seen, row),
    date: dateWords(plan.act.planned, seen.language),
  }
  return seen.say(
    /*i18n*/ {
      id: 'talks.clause.between-rounds',
      message: 'No round is open; the next{place, select, none {} other { in {place}}} was announced by {who} for {date}.',
    },
    values,
  )
}

const called = (seen: Seen, by: readonly BodyId[], sources: boolean): string => {
  const parties = partiesInOrder(seen.state)
  const none = sources
    ? seen.say(/*i18n*/ { id: 'talks.clause.none-found', message: 'No round is open and none was found scheduled in the sources held.' })
    : seen.say(/*i18n*/ { id: 'talks.clause.none-scheduled', message: 'No round is open and none is scheduled.' })
  const all = parties.length > 0 && parties.every((party) => by.includes(party))
  return all ? `${none} ${seen.say(/*i18n*/ { id: 'talks.clause.called-by-all', message: 'Every party has called a deadlock.' })}` : none
}
