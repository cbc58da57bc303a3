import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { exitStatus, hex, type Verdict, type Verified, verifyBundle, type VerifyOptions } from '@paraph/record'
import { nodePrimitives, nodeScrypt } from '@paraph/record/node'
import { inLanguage, meaning, type State } from '@paraph/talks'
import { type Command, type Given, UNREADABLE } from './command.ts'
import { FAULT_WORDS, UNREADABLE_WORDS } from './fault.ts'
import { complain, progressLine, type Surroundings, say, styled } from './surroundings.ts'

/** `paraph verify`. */
export const verify: Command = {
  name: 'verify',
  says: 'check an exported record to its last byte, without any network',
  usage: ['FILE [--trust ID|FINGERPRINT] [--seen FILE]'],
  words: { least: 1, most: 1 },
  options: [
    { name: 'trust', value: 'ID', says: 'the process that is meant, by its id or its fingerprint read aloud' },
    { name: 'seen', value: 'FILE', says: 'a receipt, checkpoint, proof or bundle kept of an earlier state' },
  ],
  about: [
    'Without --trust the answer says only that the bundle is consistent with itself: whose process it is, is not checked.',
    'Only --seen can show that the end of a record was cut off, or that somebody else was shown another history.',
  ],
  examples: [
    { types: 'paraph verify talks.paraph', says: 'checks everything that the bundle itself can show' },
    { types: 'paraph verify talks.paraph --trust 0123456789abcdef0123456789abcdef', says: 'and that it is this process' },
    { types: 'paraph verify talks.paraph --seen last-week.paraph', says: 'and that it continues what was exported last week' },
    { types: 'paraph verify talks.paraph --json', says: 'the verdict in JSON' },
  ],
  statuses: [
    '0 verified',
    '1 not verified: the first fault, by name and entry',
    '2 there is nothing that can be read as a record',
    '64 the command line was not understood · 130 interrupted',
  ],
  run: async (given, surroundings) => {
    const path = given.rest[0]!
    const bundle = await readOr(surroundings, path)
    if (bundle === undefined) return unreadable(given, surroundings, path)
    const seenPath = given.values['seen']
    const seen = seenPath === undefined ? undefined : await readOr(surroundings, seenPath)
    if (seenPath !== undefined && seen === undefined) return unreadable(given, surroundings, seenPath)
    const verdict = await verdictOn(bundle, { trust: given.values['trust'], seen }, surroundings)
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

type Against = { readonly trust: string | undefined; readonly seen: Uint8Array | undefined }

/** Verifies with progress for a person, and stops in good order when somebody asks. */
const verdictOn = async (bundle: Uint8Array, { trust, seen }: Against, surroundings: Surroundings): Promise<Verdict<State>> => {
  const line = progressLine(surroundings)
  const cancel = new AbortController()
  surroundings.onInterrupt(() => cancel.abort())
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
  const verdict = await verifyBundle(bundle, options)
  line.done()
  return verdict
}

const verdictLines = (verdict: Verdict<State>, surroundings: Surroundings): string[] => {
  if (verdict.verdict === 'verified') return verifiedLines(verdict, surroundings)
  if (verdict.verdict === 'cancelled') return ['interrupted: nothing is said about this bundle']
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
  const { host, erased, ...others } = facts
  return {
    ...rest,
    facts: { ...others, host: host === undefined ? null : { name: host.name, key: hex(host.key) }, erased: Object.fromEntries(erased) },
  }
}
