import type { BodyId, EntryHash } from '@paraph/record'
import type { Seen } from './asking.ts'
import { isolated } from './dates.ts'
import { partiesInOrder } from './order.ts'
import { bodiesInWords, whenOf, wordsIn } from './reason.ts'
import type { Row } from './rows.ts'
import type { Quoted, Speaker } from './shapes.ts'
import { statedBy, type Statement } from './statement.ts'
import { byHappened } from './time.ts'
import type { z } from 'zod'

/** One author's clause of the first sentence. */
export type Voice = { readonly body: BodyId; readonly text: string; readonly acts: readonly EntryHash[] }

/**
 * Whom the first sentence lets speak, in the agreed order: who called a deadlock by the call; every other party by its latest statement about
 * the round or the call. Where there is none, a reconstruction says so.
 */
export const voices = (seen: Seen, row: Row): readonly Voice[] => {
  const callers = row.status === 'deadlock-called' ? row.by : []
  const parties = partiesInOrder(seen.state)
  const calls = callers.map((body) => callOf(seen, body, row)).filter((voice) => voice !== undefined)
  const about = subject(seen, row)
  if (about.size === 0) return calls
  const others = parties.filter((body) => !callers.includes(body)).map((body) => statementOf(seen, body, about) ?? silent(seen, body))
  const all = [...calls, ...others.filter((voice) => voice !== undefined)]
  // Whoever called it is named first; among callers and among the others the agreed order holds.
  return all
}

/** What the standing is about: every entry that names its rounds, and the calls with the statements that they are taken from. */
const subject = ({ state }: Seen, row: Row): ReadonlySet<EntryHash> => {
  const about = new Set<EntryHash>()
  for (const id of row.rounds) {
    about.add(id)
    for (const { hash } of state.rounds.get(id)?.entries ?? []) about.add(hash)
  }
  if (row.status !== 'deadlock-called') return about
  for (const { hash } of row.marks) {
    about.add(hash)
    const called = state.deadlocks.calls.get(hash)?.called?.act
    if (called?.statement !== undefined) about.add(called.statement)
  }
  return about
}

const callOf = (seen: Seen, body: BodyId, row: Row): Voice | undefined => {
  const call = row.marks.map(({ hash }) => seen.state.deadlocks.calls.get(hash)?.called).find((called) => called?.mark.doers.includes(body))
  if (call === undefined) return undefined
  const statement = call.act.statement === undefined ? undefined : seen.state.statements.all.get(call.act.statement)?.recorded
  const quoted = quotedIn(seen, call.act.quoted ?? statement?.act.quoted)
  const values = {
    who: isolated(body),
    speaker: speakerInWords(seen, statement?.act.speaker),
    date: whenOf(seen, call.mark),
    words: quoted ?? isolated(wordsIn(seen, call.act.words)),
  }
  const text =
    values.speaker === ''
      ? seen.say(/*i18n*/ { id: 'talks.voice.called', message: '{who} ({date}) calls a deadlock: {words}.' }, values)
      : seen.say(/*i18n*/ { id: 'talks.voice.called-by', message: '{who} ({speaker}, {date}) calls a deadlock: {words}.' }, values)
  return { body, text, acts: [call.mark.hash, ...(call.act.statement === undefined ? [] : [call.act.statement])] }
}

/** A body's latest statement about something: one that it stated if there is one, else one that is claimed of it, with its voice named. */
const statementOf = (seen: Seen, body: BodyId, about: ReadonlySet<EntryHash>): Voice | undefined => {
  const { state } = seen
  const ids = new Set([...about].flatMap((entry) => state.statements.about.get(entry) ?? []))
  const said = [...ids]
    .map((id) => state.statements.all.get(id)!)
    .filter(({ recorded, withdrawn }) => recorded?.act.speaker.body === body && withdrawn === undefined)
    .sort((one, other) => byHappened(one.recorded!.mark, other.recorded!.mark))
  const latest = said.findLast((statement) => statedBy(statement) !== undefined) ?? said.at(-1)
  return latest === undefined ? undefined : spoken(seen, body, latest)
}

const spoken = (seen: Seen, body: BodyId, { id, recorded }: Statement): Voice => {
  const { act, mark } = recorded!
  const stated = statedBy(seen.state.statements.all.get(id)!) !== undefined
  const values = {
    who: isolated(body),
    speaker: [speakerInWords(seen, act.speaker), ...(stated ? [] : [voiceInWords(seen, act.voice)])]
      .filter((part) => part !== '')
      .join(' · '),
    date: whenOf(seen, mark),
    words: quotedIn(seen, act.quoted) ?? isolated(wordsIn(seen, act.words)),
  }
  const text =
    values.speaker === ''
      ? seen.say(/*i18n*/ { id: 'talks.voice.says', message: '{who} ({date}) says: {words}.' }, values)
      : seen.say(/*i18n*/ { id: 'talks.voice.says-by', message: '{who} ({speaker}, {date}) says: {words}.' }, values)
  return { body, text, acts: [id] }
}

const silent = (seen: Seen, body: BodyId): Voice | undefined =>
  seen.state.process.opened?.act.nature !== 'reconstruction'
    ? undefined
    : {
        body,
        text: seen.say(
          /*i18n*/ { id: 'talks.voice.none', message: '{who}: no statement in the sources held.' },
          { who: bodiesInWords(seen, [body]) },
        ),
        acts: [],
      }

/** Words as spoken, in quotation marks, where they are held in the reader's own language. */
const quotedIn = ({ say, language }: Seen, quoted: z.output<typeof Quoted> | undefined): string | undefined =>
  quoted === undefined || quoted.language.split('-')[0] !== language.split('-')[0]
    ? undefined
    : say(/*i18n*/ { id: 'talks.quoted', message: '“{words}”' }, { words: isolated(quoted.text) })

const speakerInWords = (seen: Seen, speaker: z.output<typeof Speaker> | undefined): string => {
  const name = speaker?.name === undefined ? '' : isolated(wordsIn(seen, speaker.name))
  const office = speaker?.office === undefined ? '' : isolated(wordsIn(seen, speaker.office))
  if (name === '' || office === '') return name + office
  return seen.say(/*i18n*/ { id: 'talks.speaker', message: '{name}, {office}' }, { name, office })
}

/** The voice of a statement, where it is not the body's own. */
export const voiceInWords = ({ say }: Pick<Seen, 'say'>, voice: string): string => {
  switch (voice) {
    case 'official':
      return say(/*i18n*/ { id: 'talks.voice-kind.official', message: 'official' })
    case 'spokesperson':
      return say(/*i18n*/ { id: 'talks.voice-kind.spokesperson', message: 'spokesperson' })
    case 'state-media':
      return say(/*i18n*/ { id: 'talks.voice-kind.state-media', message: 'state media' })
    case 'unnamed-official':
      return say(/*i18n*/ { id: 'talks.voice-kind.unnamed-official', message: 'unnamed official' })
    default:
      return say(/*i18n*/ { id: 'talks.voice-kind.outlet', message: 'outlet' })
  }
}
