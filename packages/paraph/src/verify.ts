import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type EntryHash, exitStatus, hex, type Verdict, type Verified, type VerifyOptions } from '@paraph/record'
import { nodePrimitives, nodeScrypt } from '@paraph/record/node'
import { inLanguage, meaning, type State } from '@paraph/talks'
import { SourceSilent } from './address.ts'
import { type Checked, checkedAt, verdictOn } from './checked.ts'
import { type Command, type Given, UNREADABLE } from './command.ts'
import { FAULT_WORDS, UNREADABLE_WORDS } from './fault.ts'
import { complain, progressLine, type Surroundings, say, styled } from './surroundings.ts'

/** `paraph verify`. */
export const verify: Command = {
  name: 'verify',
  says: 'check a record to its last byte: a bundle, a published folder, or an address',
  usage: ['FILE|FOLDER|ADDRESS [--trust ID|FINGERPRINT] [--seen FILE]'],
  words: { least: 1, most: 1 },
  options: [
    { name: 'trust', value: 'ID', says: 'the process that is meant, by its id or its fingerprint read aloud' },
    { name: 'seen', value: 'FILE', says: 'a receipt, checkpoint, proof or bundle kept of an earlier state' },
  ],
  about: [
    'Nothing is fetched unless an ADDRESS (https://… or http://…) is given: that of a published folder, or of a record on a host.',
    'Without --trust the answer says only that the record is consistent with itself: whose process it is, is not checked.',
    'Only --seen can show that the end of a record was cut off, or that somebody else was shown another history.',
  ],
  examples: [
    { types: 'paraph verify talks.paraph', says: 'checks everything that the bundle itself can show' },
    { types: 'paraph verify talks.paraph --trust 0123456789abcdef0123456789abcdef', says: 'and that it is this process' },
    { types: 'paraph verify talks.paraph --seen last-week.paraph', says: 'and that it continues what was exported last week' },
    {
      types: 'paraph verify https://talks.example/lake',
      says: 'reads a published record from a web server, file by file, and checks it here',
    },
    { types: 'paraph verify talks.paraph --json', says: 'the verdict in JSON' },
  ],
  statuses: [
    '0 verified',
    '1 not verified: the first fault, by name and entry',
    '2 there is nothing that can be read as a record',
    '64 the command line was not understood · 130 interrupted',
  ],
  run: async (given, surroundings) => {
    const word = given.rest[0]!
    const cancel = new AbortController()
    surroundings.onInterrupt(() => cancel.abort())
    const checked = await checkedAt(word, { folder: surroundings.folder, signal: cancel.signal })
    if (checked === undefined) return unreadable(given, surroundings, word)
    const seenPath = given.values['seen']
    const seen = seenPath === undefined ? undefined : await readOr(surroundings, seenPath)
    if (seenPath !== undefined && seen === undefined) return unreadable(given, surroundings, seenPath)
    let verdict: Verdict<State>
    try {
      verdict = await verdictWith(checked, { trust: given.values['trust'], seen, cancel }, surroundings)
    } catch (error) {
      if (error instanceof SourceSilent) return silent(given, surroundings, { where: word, error, cancelled: cancel.signal.aborted })
      throw error
    }
    if (given.switches.has('json')) say(surroundings, JSON.stringify(verdictJson(verdict)))
    else for (const line of verdictLines(verdict, surroundings)) say(surroundings, line)
    return exitStatus(verdict)
  },
}

const readOr = async ({ folder }: Surroundings, path: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(resolve(folder, path))
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

const unreadable = ({ switches }: Given, surroundings: Surroundings, path: string): number => {
  if (switches.has('json')) say(surroundings, JSON.stringify({ verdict: 'unreadable', reason: 'no-file', facts: { path } }))
  else complain(surroundings, `paraph verify: ${path} cannot be read.`)
  return UNREADABLE
}

/** Whoever should give the record did not answer: nothing is said about it, and the part that was missing is named. */
const silent = (
  { switches }: Given,
  surroundings: Surroundings,
  { where, error: { path, message }, cancelled }: { where: string; error: SourceSilent; cancelled: boolean },
): number => {
  if (cancelled) {
    say(surroundings, switches.has('json') ? JSON.stringify({ verdict: 'cancelled' }) : INTERRUPTED)
    return exitStatus({ verdict: 'cancelled' })
  }
  const facts = { path: where, file: path, cause: message }
  if (switches.has('json')) say(surroundings, JSON.stringify({ verdict: 'unreadable', reason: 'no-answer', facts }))
  else complain(surroundings, `paraph verify: ${where} does not answer for ${path}: ${message}. Nothing is said about the record.`)
  return UNREADABLE
}

const INTERRUPTED = 'interrupted: nothing is said about this record'

type Against = { readonly trust: string | undefined; readonly seen: Uint8Array | undefined; readonly cancel: AbortController }

/** Verifies with progress for a person, and stops in good order when somebody asks. */
const verdictWith = async (checked: Checked, { trust, seen, cancel }: Against, surroundings: Surroundings): Promise<Verdict<State>> => {
  const line = progressLine(surroundings)
  const options: VerifyOptions<State> = {
    primitives: nodePrimitives,
    meaning: meaning(nodePrimitives),
    scrypt: nodeScrypt,
    signal: cancel.signal,
    onProgress: ({ read, folded, signatures, entries }) =>
      line.tell(`${read} read · ${signatures} signatures · ${folded} of ${entries} entries`),
    ...(trust === undefined ? {} : { trust }),
    ...(seen === undefined ? {} : { seen }),
  }
  try {
    return await verdictOn(checked, options)
  } finally {
    line.done()
  }
}

const verdictLines = (verdict: Verdict<State>, surroundings: Surroundings): string[] => {
  if (verdict.verdict === 'verified') return verifiedLines(verdict, surroundings)
  if (verdict.verdict === 'cancelled') return [INTERRUPTED]
  if (verdict.verdict === 'unreadable')
    return [
      styled(surroundings, 'bold', `unreadable: ${verdict.reason}`),
      `  ${UNREADABLE_WORDS[verdict.reason]}`,
      ...factLines(verdict.facts),
    ]
  const { name, index, facts } = verdict.fault
  const where = index === undefined ? '' : ` at entry ${index}`
  return [styled(surroundings, 'bold', `not verified: ${name}${where}`), `  ${FAULT_WORDS[name]}`, ...factLines(facts)]
}

const factLines = (facts: Readonly<Record<string, string | number>>): string[] =>
  Object.entries(facts).flatMap(([name, value]) =>
    String(value)
      .trimEnd()
      .split('\n')
      .map((line, at) => `  ${(at === 0 ? name : '').padEnd(10)} ${line}`),
  )

const verifiedLines = (
  { process, origin, size, newest, counts, keys, identity, facts, state }: Verified<State>,
  surroundings: Surroundings,
): string[] => {
  const opened = state.process.opened?.act
  const row = (name: string, text: string): string => `  ${name.padEnd(10)} ${text}`
  return [
    styled(surroundings, 'bold', `verified to entry ${size - 1}`),
    ...(opened === undefined ? [] : [row('title', `${inLanguage(opened.title, 'en').text} (${opened.nature})`)]),
    row('process', process),
    row('origin', origin),
    row('entries', `${counts.entries}: ${counts.open} open, ${counts.undisclosed} undisclosed, ${counts.erased} erased`),
    ...[...facts.erased].map(([hash, by]) =>
      row('erased', `entry ${state.filed.get(hash as EntryHash)?.mark.index ?? '?'} by ${by.join(', ')}`),
    ),
    ...(counts.notCheckable > 0 ? [row('rules', `${counts.notCheckable} not checkable: acts that they rest on are not here`)] : []),
    ...(counts.unknownTypes > 0 ? [row('acts', `computed without ${counts.unknownTypes} acts that this version does not know`)] : []),
    row('newest', newest),
    ...keys.map(({ by, key, kind, entries }) => row('signed by', `${by} ${key.slice(0, 16)}… (${kind}): ${entries} entries`)),
    row('log key', facts.host === undefined ? '' : `${hex(facts.host.key).slice(0, 16)}…`),
    ...(opened?.keysArePublic === true ? [row('keys', 'are public: anybody could have signed these acts')] : []),
    row(
      'identity',
      identity === 'trusted' ? 'the process that you named' : 'self-consistent, identity not checked (--trust says whose it must be)',
    ),
  ]
}

/** The verdict without the caller's own state; sets and maps as JSON has them. */
const verdictJson = (verdict: Verdict<State>): unknown => {
  if (verdict.verdict !== 'verified') return verdict
  const { state: _state, facts, ...rest } = verdict
  const { host, erased, published, ...others } = facts
  return {
    ...rest,
    facts: {
      ...others,
      host: host === undefined ? null : { name: host.name, key: hex(host.key) },
      erased: Object.fromEntries(erased),
      published: [...published],
    },
  }
}
