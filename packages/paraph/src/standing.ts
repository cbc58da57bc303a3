import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { gathered } from '@paraph/client'
import { accept, type Instant, type Opening, type Result, refuse, verifyBundle } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { LANGUAGES, readVoices, type Spoken } from '@paraph/server'
import { meaning, openAct, parseQueryTime, type Reason, type Standing, standing } from '@paraph/talks'
import { type Command, DONE, type Given } from './command.ts'
import { WHERE_RECORDS_ARE } from './database.ts'
import { openWithExample } from './examples.ts'
import { homeOf } from './home.ts'
import { readRecord } from './reading.ts'
import { tellRefusal } from './refused.ts'
import { type Surroundings, say, styled } from './surroundings.ts'

/** `paraph standing`. */
export const standingCommand: Command = {
  name: 'standing',
  says: 'say where a process stands, and why',
  usage: ['PROCESS|FILE.paraph [--at DATE] [--known SIZE] [--language TAG]'],
  words: { least: 1, most: 1 },
  options: [
    { name: 'at', value: 'DATE', says: 'as of the end of a day (24:00 UTC) or of an instant' },
    { name: 'known', value: 'SIZE', says: 'as far as the record went: a size, or a time of its clock' },
    { name: 'language', value: 'TAG', says: `${LANGUAGES.join(' or ')}` },
  ],
  about: ['Of a bundle it says so only after the bundle verified.', WHERE_RECORDS_ARE],
  examples: [
    { types: 'paraph standing istanbul-2025 --at 2025-11-10', says: 'where it stood at the end of that day' },
    { types: 'paraph standing istanbul-2025 --at 2025-11-10 --language ur', says: 'the same in Urdu' },
    { types: 'paraph standing talks.paraph --json', says: 'the standing in JSON, as the API gives it' },
  ],
  run: async (given, surroundings) => {
    const json = given.switches.has('json')
    const language = given.values['language'] ?? LANGUAGES[0]
    if (!LANGUAGES.includes(language as Spoken))
      return tellRefusal(surroundings, 'standing', refuse('language-unknown', { language, known: LANGUAGES.join(', ') }).refusal, json)
    const stands = await standsFor(given, language as Spoken, surroundings)
    if (!stands.ok) return tellRefusal(surroundings, 'standing', stands.refusal, json)
    if (json) say(surroundings, JSON.stringify(stands.value))
    else for (const line of standingLines(stands.value, surroundings)) say(surroundings, line)
    return DONE
  },
}

const standsFor = async ({ rest, values }: Given, language: Spoken, surroundings: Surroundings): Promise<Result<Standing>> => {
  const happened = values['at'] === undefined ? accept(undefined) : parseQueryTime(values['at'])
  if (!happened.ok) return { ok: false, refusal: { ...happened.refusal, path: '--at' } }
  const known = knownOf(values['known'])
  if (!known.ok) return known
  const openings = await openingsOf(rest[0]!, surroundings)
  if (!openings.ok) return openings
  return standing(openings.value.map(openAct), {
    happened: happened.value,
    known: known.value,
    now: surroundings.now() as Instant,
    say: readVoices()[language],
    language,
  })
}

const knownOf = (text: string | undefined): Result<number | Instant | undefined> => {
  if (text === undefined || /^\d{1,15}$/.test(text)) return accept(text === undefined ? undefined : Number(text))
  const moment = parseQueryTime(text)
  return moment.ok ? moment : { ok: false, refusal: { ...moment.refusal, path: '--known' } }
}

/** The entries of a process in the data folder, or of a bundle that verifies. */
const openingsOf = async (ref: string, surroundings: Surroundings): Promise<Result<readonly Opening[]>> => {
  if (ref.includes('.') || ref.includes('/')) return openingsOfBundle(ref, surroundings)
  const store = await openWithExample(homeOf(surroundings), ref, surroundings)
  if (!store.ok) return store
  const record = await readRecord(store.value, ref)
  await store.value.close()
  return record.ok ? accept(record.value.openings) : record
}

const openingsOfBundle = async (path: string, { folder }: Surroundings): Promise<Result<readonly Opening[]>> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(resolve(folder, path))
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refuse('file-unreadable', { path, cause: String(error.code) })
    throw error
  }
  const verdict = await verifyBundle(bytes, { primitives: nodePrimitives, meaning: gathered(meaning(nodePrimitives)) })
  if (verdict.verdict === 'verified') return accept(verdict.state.openings)
  if (verdict.verdict === 'fault') {
    const { name, index, facts } = verdict.fault
    return refuse('not-verified', { fault: name, ...(index === undefined ? {} : { index }), ...facts })
  }
  return refuse('not-verified', { fault: verdict.verdict })
}

const standingLines = (
  { sentence, talks, text, commitments, covered, computedWithout }: Standing,
  surroundings: Surroundings,
): string[] => {
  const line = (name: string, status: string, since: string | null, by: readonly string[]): string =>
    `${name.padEnd(12)} ${styled(surroundings, 'bold', status)}${since === null ? '' : ` since ${since}`}${by.length === 0 ? '' : ` by ${by.join(', ')}`}`
  const because = (reasons: readonly Reason[]): string[] => reasons.map((reason) => `             · ${reason.text}`)
  return [
    sentence,
    '',
    line('talks', talks.status, talks.since, talks.by),
    ...because(talks.because),
    line('text', text.status, text.since, []),
    ...because(text.because),
    ...commitments.flatMap(({ id, debtor, status, text: textRungs, consent }) => [
      `${'commitment'.padEnd(12)} ${styled(surroundings, 'bold', status)} · owed by ${debtor} · ${id.slice(0, 16)}…`,
      ...because([...textRungs, ...consent].map(({ how }) => how)),
    ]),
    ...covered.map(({ from, until }) => `${'covered'.padEnd(12)} ${from} to ${until}`),
    ...(computedWithout > 0 ? [`computed without ${computedWithout} acts that this version does not know`] : []),
  ]
}
