import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type SignedAct, signAct } from '@paraph/client'
import {
  accept,
  type BodyId,
  type EntryIndex,
  type Hash,
  hex,
  type Instant,
  type MemberId,
  type NoteKey,
  noteKey,
  type Opening,
  originOf,
  type Receipt,
  type Result,
  refuse,
  SALT_LENGTH,
  type Signer,
  verifyReceipt,
} from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { meaning, type State } from '@paraph/talks'
import { parseActs, type WrittenAct } from './acts.ts'
import { type Command, DONE, type Given } from './command.ts'
import { WHERE_RECORDS_ARE } from './database.ts'
import { type Door, openDoor } from './door.ts'
import { homeOf } from './home.ts'
import { hostOf, readRecord, type StoredRecord, stateOf } from './reading.ts'
import { tellRefusal } from './refused.ts'
import { readInput, type Surroundings, say } from './surroundings.ts'

/** `paraph act`. */
export const act: Command = {
  name: 'act',
  says: 'sign acts and put them on the record',
  usage: ['PROCESS FILE.json|- --key NAME [--as BODY] [--person MEMBER]'],
  words: { least: 2, most: 2 },
  options: [
    { name: 'key', short: 'k', value: 'NAME', says: 'the key that signs: keys/NAME.json of the data folder' },
    { name: 'as', value: 'BODY', says: 'the body that acts; unless told, the one whose key it is' },
    { name: 'person', value: 'MEMBER', says: 'the person, on solemn acts; unless told, the one whose key it is' },
    { name: 'dry-run', says: 'check everything that can be checked here, and record nothing' },
  ],
  about: [
    'The file holds one act, an array of acts, or one act a line; - is the standard input. They are recorded in order, up to the first refusal.',
    'A running server is asked over HTTP; otherwise this command holds the data folder itself.',
    'Every receipt can be kept: `paraph verify --seen` compares a later export with it.',
    WHERE_RECORDS_ARE,
  ],
  examples: [
    {
      types: 'paraph act lake-sera-exercise round.json --key exercise.C',
      says: 'records the act in round.json, as the secretariat of the exercise',
    },
    {
      types: 'echo \'{"type":"issue.tabled","title":{"en":"Water"}}\' | paraph act lake-sera-exercise - --key exercise.C',
      says: 'the same from a pipe',
    },
    { types: 'paraph act lake-sera-exercise acts.ndjson --key exercise.C --dry-run', says: 'says which act would be refused' },
  ],
  run: async (given, surroundings) => {
    const json = given.switches.has('json')
    const [ref, path] = [given.rest[0]!, given.rest[1]!]
    const acts = await readActs(path, surroundings)
    if (!acts.ok) return tellRefusal(surroundings, 'act', acts.refusal, json)
    const door = await openDoor(homeOf(surroundings), surroundings)
    if (!door.ok) return tellRefusal(surroundings, 'act', door.refusal, json)
    try {
      const record = await readRecord(door.value.store, ref)
      if (!record.ok) return tellRefusal(surroundings, 'act', record.refusal, json)
      const hand = handOf(record.value, { given, door: door.value })
      if (!hand.ok) return tellRefusal(surroundings, 'act', hand.refusal, json)
      return await putAll(acts.value, hand.value, { surroundings, door: door.value, given })
    } finally {
      await door.value.close()
    }
  },
}

const readActs = async (path: string, surroundings: Surroundings): Promise<Result<readonly WrittenAct[]>> => {
  if (path === '-') {
    const text = await readInput(surroundings)
    return text === undefined ? refuse('oversize') : parseActs(text)
  }
  try {
    return parseActs(await readFile(resolve(surroundings.folder, path), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refuse('file-unreadable', { path, cause: String(error.code) })
    throw error
  }
}

/** Who signs, on which record, having seen what. `state` grows with every act that is accepted. */
type Hand = {
  readonly record: StoredRecord
  readonly state: State
  readonly signer: Signer
  readonly by: BodyId
  readonly member: string | undefined
  readonly origin: string
  readonly logKey: NoteKey
}

const handOf = (record: StoredRecord, { given, door }: { readonly given: Given; readonly door: Door }): Result<Hand> => {
  const name = given.values['key']
  if (name === undefined || !KEY_NAME.test(name))
    return refuse('key-missing', { name: name ?? '', known: door.secrets.keyNames().filter(isForActs).join(', ') })
  const key = door.secrets.loadKey(name)
  if (!key.ok)
    return key.refusal.code === 'key-missing'
      ? refuse('key-missing', { name, known: door.secrets.keyNames().filter(isForActs).join(', ') })
      : key
  const signer = nodeSigner(key.value.seed)
  const state = stateOf(record.openings)
  const enrolled = state.keys.enrolled.get(hex(signer.publicKey))
  const by = (given.values['as'] as BodyId | undefined) ?? enrolled?.body
  if (by === undefined) return refuse('key-not-enrolled', { name, key: hex(signer.publicKey) })
  const host = hostOf(record.openings)
  const origin = originOf(host.name, record.id)
  const logKey = noteKey(nodePrimitives.sha256, { name: origin, publicKey: host.key })
  return accept({ record, state, signer, by, member: given.values['person'] ?? enrolled?.member, origin, logKey })
}

const KEY_NAME = /^[A-Za-z][A-Za-z0-9.-]{0,127}$/
const isForActs = (name: string): boolean => !name.startsWith('log-')

type Putting = { readonly surroundings: Surroundings; readonly door: Door; readonly given: Given }

/** One act after the other, up to the first that is refused; what was recorded before it stays recorded, and is said. */
const putAll = async (acts: readonly WrittenAct[], hand: Hand, putting: Putting): Promise<number> => {
  const { surroundings, given } = putting
  const json = given.switches.has('json')
  const dry = given.switches.has('dry-run')
  for (const [at, written] of acts.entries()) {
    const signed = await sign(written, hand, surroundings)
    const put = dry ? rehearse(signed, hand, { index: hand.record.head.size + at, surroundings }) : await putOne(signed, hand, putting)
    if (!put.ok) {
      const place = acts.length === 1 ? {} : { act: at, recorded: dry ? 0 : at }
      return tellRefusal(surroundings, 'act', { ...put.refusal, facts: { ...put.refusal.facts, ...place } }, json)
    }
    say(
      surroundings,
      json ? JSON.stringify(put.value) : `${dry ? 'would be' : 'is'} entry ${put.value.index}: ${written.type} ${put.value.entry}`,
    )
  }
  return DONE
}

/** Every act says that it saw the record as it was read here: what was put since needs no seeing. */
const sign = (written: WrittenAct, { record, signer, by, member, origin }: Hand, surroundings: Surroundings): Promise<SignedAct> =>
  signAct({
    primitives: nodePrimitives,
    signer,
    by,
    ...(member !== undefined && meaning(nodePrimitives).solemn(written.type) ? { person: member as MemberId } : {}),
    log: origin,
    saw: { size: record.head.size, root: record.head.root as Hash },
    now: surroundings.now() as Instant,
    salt: new Uint8Array(randomBytes(SALT_LENGTH)),
    act: written,
  })

/** Sends one act, and believes its receipt only after checking it. */
const putOne = async ({ submission }: SignedAct, { record, logKey }: Hand, { door }: Putting): Promise<Result<Receipt>> => {
  const given = await door.submit(record.id, submission)
  if (!given.ok) return given
  const { entry, sig } = submission
  const held = await verifyReceipt(nodePrimitives, { receipt: given.value, entry, sig, key: logKey })
  return held.ok ? given : held
}

/** What the host would ask under its lock, asked here. */
const rehearse = (
  { hash, submission }: SignedAct,
  { state }: Hand,
  { index, surroundings }: { readonly index: number; readonly surroundings: Surroundings },
): Result<Pick<Receipt, 'entry' | 'index'>> => {
  const { key, refuse: refused, fold } = meaning(nodePrimitives)
  const { entry, act } = submission
  const opening: Opening = { index: index as EntryIndex, hash, entry, recorded: surroundings.now() as Instant, act: { open: act } }
  const standing = key(state, opening)
  if (!standing.ok) return standing
  const refusal = refused(state, opening)
  if (refusal !== undefined) return { ok: false, refusal }
  fold(state, opening)
  return accept({ entry: hash, index: index as EntryIndex })
}
