import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { signAct } from '@paraph/client'
import { exercise } from '@paraph/examples'
import {
  accept,
  base64url,
  type BodyId,
  emptyRoot,
  hex,
  type Instant,
  type Json,
  type MemberId,
  originOf,
  type ProcessId,
  processIdOf,
  type RecordSize,
  type Result,
  refuse,
  SALT_LENGTH,
  type Signer,
} from '@paraph/record'
import { generateSigner, nodePrimitives, nodeSigner } from '@paraph/record/node'
import type { Secrets } from '@paraph/store'
import { type WrittenAct, parseActs } from './acts.ts'
import { type Command, DONE, type Given } from './command.ts'
import { WHERE_RECORDS_ARE } from './database.ts'
import { type Door, openDoor } from './door.ts'
import { homeOf } from './home.ts'
import { findProcess } from './reading.ts'
import { tellRefusal } from './refused.ts'
import { DEFAULT_PORT } from './serve.ts'
import { type Surroundings, say } from './surroundings.ts'

const { sha256 } = nodePrimitives

/** `paraph init`. */
export const init: Command = {
  name: 'init',
  says: 'found a process',
  usage: ['exercise', 'FILE.json --key NAME --as BODY --person MEMBER'],
  words: { least: 1, most: 1 },
  options: [
    { name: 'key', short: 'k', value: 'NAME', says: 'the key that signs the founding act; made if there is none of that name' },
    { name: 'as', value: 'BODY', says: 'the body that founds: one that the act lists' },
    { name: 'person', value: 'MEMBER', says: 'the member of that body whose key it is' },
  ],
  about: [
    '`exercise` founds the Lake Sera exercise, in which one person plays every body, and prints a link for each body’s key.',
    'FILE.json is a founding act (`process.opened`). Its host is this one, whatever it says. A key written "@NAME" is the key NAME of the',
    'data folder, made if there is none: its public half goes into the act, its secret stays in keys/NAME.json.',
    WHERE_RECORDS_ARE,
  ],
  examples: [
    { types: 'paraph init exercise', says: 'founds an exercise, and prints the links for its keys' },
    {
      types: 'paraph init water.json --key clerk --as SEC --person clerk',
      says: 'founds the process of water.json, signed by the key "clerk"',
    },
  ],
  run: async (given, surroundings) => {
    const json = given.switches.has('json')
    const door = await openDoor(homeOf(surroundings), surroundings)
    if (!door.ok) return tellRefusal(surroundings, 'init', door.refusal, json)
    try {
      const founded =
        given.rest[0] === 'exercise' ? await foundExercise(door.value, surroundings) : await foundFrom(given, door.value, surroundings)
      if (!founded.ok) return tellRefusal(surroundings, 'init', founded.refusal, json)
      if (json) say(surroundings, JSON.stringify(founded.value))
      else for (const line of foundedLines(founded.value, door.value)) say(surroundings, line)
      return DONE
    } finally {
      await door.value.close()
    }
  },
}

type Key = { readonly name: string; readonly body: string; readonly link?: string }
type Founded = { readonly process: ProcessId; readonly slug: string; readonly entry: string; readonly keys: readonly Key[] }

const foundedLines = ({ process, slug, keys }: Founded, { address }: Door): string[] => [
  `${slug} (${process}) is founded.`,
  ...keys.map(({ name, body }) => `Key of ${body}: ${name}`),
  ...(keys.some(({ link }) => link !== undefined)
    ? [
        address === undefined
          ? 'Start `paraph serve`, sign in, then open the link of the body that you play:'
          : 'Open the link of the body that you play:',
        ...keys.flatMap(({ body, link }) => (link === undefined ? [] : [`  ${body}  ${link}`])),
      ]
    : []),
]

/** An act to found with, and who signs it. */
type Founding = { readonly act: WrittenAct; readonly by: string; readonly person: string; readonly signer: Signer }

const found = async (
  { act, by, person, signer }: Founding,
  door: Door,
  surroundings: Surroundings,
): Promise<Result<{ process: ProcessId; entry: string }>> => {
  const { hash, submission } = await signAct({
    primitives: nodePrimitives,
    signer,
    by: by as BodyId,
    person: person as MemberId,
    log: null,
    saw: { size: 0 as RecordSize, root: emptyRoot(sha256) },
    now: surroundings.now() as Instant,
    salt: new Uint8Array(randomBytes(SALT_LENGTH)),
    act,
  })
  const receipt = await door.found(submission)
  return receipt.ok ? accept({ process: processIdOf(hash), entry: hash as string }) : receipt
}

const foundExercise = async (door: Door, surroundings: Surroundings): Promise<Result<Founded>> => {
  const host = await door.makeLogKey()
  if (!host.ok) return host
  const prefix = freePrefix(door.secrets, 'exercise')
  const made = (['A', 'B', 'C'] as const).map((body) => ({ body, name: `${prefix}.${body}`, ...generateSigner() }))
  for (const { name, body, seed } of made) door.secrets.saveKey(name, { seed, purpose: `device key of ${body} in an exercise` })
  const [a, b, c] = made.map(({ signer }) => hex(signer.publicKey)) as [string, string, string]
  const { by, person, founding, acts } = exercise({ host: host.value, keys: { A: a, B: b, C: c } })
  const own = made.find(({ body }) => body === by)!
  const opened = await found({ act: founding as WrittenAct, by, person, signer: own.signer }, door, surroundings)
  if (!opened.ok) return opened
  const { process, entry } = opened.value
  const origin = originOf(host.value.name, process)
  for (const act of acts as readonly WrittenAct[]) {
    const head = (await findProcess(door.store, process))!.head
    const { submission } = await signAct({
      primitives: nodePrimitives,
      signer: own.signer,
      by: by as BodyId,
      log: origin,
      saw: { size: head.size, root: head.root },
      now: surroundings.now() as Instant,
      salt: new Uint8Array(randomBytes(SALT_LENGTH)),
      act,
    })
    const put = await door.submit(process, submission)
    if (!put.ok) return put
  }
  const slug = (await findProcess(door.store, process))!.slug
  const base = door.address ?? `http://localhost:${surroundings.env['PORT'] ?? DEFAULT_PORT}`
  // Whoever signs in plays the secretariat first.
  const keys = [own, ...made.filter((key) => key !== own)].map(({ name, body, seed }) => ({
    name,
    body,
    link: `${base}/take#${base64url(seed)}.${process}.${body}`,
  }))
  return accept({ process, slug, entry, keys })
}

/** `exercise`, `exercise-2`, …: key names are written once. */
const freePrefix = (secrets: Secrets, wanted: string): string => {
  const taken = new Set(secrets.keyNames().map((name) => name.split('.')[0]))
  for (let count = 1; ; count++) {
    const prefix = count === 1 ? wanted : `${wanted}-${count}`
    if (!taken.has(prefix)) return prefix
  }
}

const foundFrom = async ({ rest, values }: Given, door: Door, surroundings: Surroundings): Promise<Result<Founded>> => {
  const path = rest[0]!
  let text: string
  try {
    text = await readFile(resolve(surroundings.folder, path), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refuse('file-unreadable', { path, cause: String(error.code) })
    throw error
  }
  const { key: name, as: by, person } = values
  if (name === undefined || by === undefined || person === undefined) return refuse('founding-unsigned', { needs: '--key, --as, --person' })
  if (!KEY_NAME.test(name)) return refuse('key-missing', { name })
  const parsed = parseActs(text)
  if (!parsed.ok) return parsed
  const [written] = parsed.value
  if (parsed.value.length !== 1 || written?.type !== 'process.opened')
    return refuse('founding-unreadable', { type: written?.type ?? '', acts: parsed.value.length })
  const signer = keyNamed(name, door.secrets)
  if (!signer.ok) return signer
  const used = new Map<string, string>()
  const filled = withKeys(written, { secrets: door.secrets, used })
  if (!filled.ok) return filled
  const host = await door.makeLogKey()
  if (!host.ok) return host
  const act = { ...(filled.value as WrittenAct), host: { name: host.value.name, key: host.value.key } }
  const opened = await found({ act, by, person, signer: signer.value }, door, surroundings)
  if (!opened.ok) return opened
  const slug = (await findProcess(door.store, opened.value.process))!.slug
  return accept({ ...opened.value, slug, keys: [...used].map(([name, body]) => ({ name, body })) })
}

const KEY_NAME = /^[A-Za-z][A-Za-z0-9.-]{0,127}$/
const NAMED_KEY = /^@([A-Za-z][A-Za-z0-9.-]{0,127})$/

/** The key of that name, made if there is none. */
const keyNamed = (name: string, secrets: Secrets): Result<Signer> => {
  const kept = secrets.loadKey(name)
  if (kept.ok) return accept(nodeSigner(kept.value.seed))
  if (kept.refusal.code !== 'key-missing') return kept
  const { seed, signer } = generateSigner()
  secrets.saveKey(name, { seed, purpose: 'device key' })
  return accept(signer)
}

/** The act with every `"@NAME"` among the keys of its bodies replaced by that key's public half; `used` learns whose each is. */
const withKeys = (act: WrittenAct, { secrets, used }: { readonly secrets: Secrets; readonly used: Map<string, string> }): Result<Json> => {
  const bodies = Array.isArray(act['bodies']) ? (act['bodies'] as readonly Json[]) : []
  const filled: Json[] = []
  for (const body of bodies) {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('founding-unreadable', {}, 'act.bodies')
    const { keys, id, ...rest } = body as { readonly [key: string]: Json }
    const listed: Json[] = []
    for (const key of Array.isArray(keys) ? (keys as readonly Json[]) : []) {
      const raw = typeof key === 'object' && key !== null && !Array.isArray(key) ? (key as { readonly key?: Json }).key : undefined
      const name = typeof raw === 'string' ? NAMED_KEY.exec(raw)?.[1] : undefined
      if (name === undefined) listed.push(key)
      else {
        const signer = keyNamed(name, secrets)
        if (!signer.ok) return signer
        used.set(name, String(id))
        listed.push({ ...(key as { readonly [key: string]: Json }), key: hex(signer.value.publicKey) })
      }
    }
    filled.push({ ...rest, id: id ?? null, keys: listed })
  }
  return accept({ ...act, bodies: filled })
}
