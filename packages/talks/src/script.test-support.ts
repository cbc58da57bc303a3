import { createHash } from 'node:crypto'
import { setupI18n } from '@lingui/core'
import type { BodyId, EntryHash, EntryIndex, Hash, Instant, Json, KeyId, MemberId, Opening, Refusal, RecordSize } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { openAct } from './act.ts'
import type { Asking } from './asking.ts'
import type { Opened } from './kind.ts'
import { meaning } from './meaning.ts'
import type { Say } from './message.ts'
import { standing } from './standing.ts'
import type { State } from './state.ts'
import { parseQueryTime } from './time.ts'
import type { Standing } from './view/types.ts'

// Longer than 250 lines: the whole stage of the tests: a record, its settings, its acts, its questions.

/** What acts mean, with Node's SHA-256. */
export const means = meaning(nodePrimitives)

export const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
/** A raw public key made of a label: a real one, since keys of small or mixed order are refused. */
const keys = new Map<string, string>()
export const rawKey = (label: string): string => {
  const known = keys.get(label)
  if (known !== undefined) return known
  const made = Buffer.from(nodeSigner(createHash('sha256').update(label).digest()).publicKey).toString('hex')
  keys.set(label, made)
  return made
}
export const keyIdOf = (raw: string): KeyId => createHash('sha256').update(Buffer.from(raw, 'hex')).digest('hex') as KeyId

/** Fields of an act as JSON. */
export type Fields = { readonly [field: string]: Json }
/** An act before its labels are hashes: every string `@label` becomes the hash of the entry of that label. */
export type Draft = Fields & { readonly type: string }
export type By = {
  readonly by?: string
  readonly key?: string
  readonly person?: string
  readonly recorded?: string
  readonly label?: string
}

/** English words, and the same in Urdu letters, so that no test reads the wrong language unseen. */
export const words = (text: string): Json => ({ en: text, ur: `«${text}»` })
/** A day, or days, as sources give them. */
export const day = (from: string, last: string = from): Json => ({
  from: `${from}T00:00:00.000Z`,
  until: new Date(Date.parse(`${last}T00:00:00.000Z`) + 86_400_000).toISOString(),
})

/** A record as it grows: entries as folds are told them. Not signed: signatures are record's. */
export class Script {
  readonly openings: Opening[] = []
  readonly state: State = means.begin()
  readonly #labels = new Map<string, EntryHash>()
  readonly #seed: string
  #keys: ReadonlyMap<string, { readonly key: string; readonly person: string }>
  #clock = Date.parse('2026-03-01T09:00:00.000Z')

  constructor(seed: string, signers: ReadonlyMap<string, { readonly key: string; readonly person: string }>) {
    this.#seed = seed
    this.#keys = signers
  }

  /** The hash of a labelled entry. An unknown label is a bug of the test and throws. */
  at(label: string): EntryHash {
    const hash = this.#labels.get(label)
    if (hash === undefined) throw new Error(`no entry ${label}`)
    return hash
  }

  opening(draft: Draft, { by = 'S', key, person, recorded, label }: By = {}): Opening {
    const index = this.openings.length
    const signer = this.#keys.get(by)
    const solemn = means.solemn(draft.type)
    const named = person ?? (solemn ? signer?.person : undefined)
    const moment = recorded ?? new Date(this.#clock + index * 60_000).toISOString()
    return {
      index: index as EntryIndex,
      hash: sha(`${this.#seed}/${label ?? index}`) as EntryHash,
      recorded: moment as Instant,
      act: { open: this.#resolved(draft) },
      entry: {
        v: 1,
        log: index === 0 ? null : 'test/0',
        type: draft.type,
        by: by as BodyId,
        ...(named === undefined ? {} : { person: named as MemberId }),
        key: keyIdOf(key ?? signer?.key ?? rawKey('stranger')),
        at: moment as Instant,
        act: sha(`act/${index}`) as Hash,
        saw: { size: index as RecordSize, root: sha('root') as Hash },
      },
    }
  }

  #resolved(value: Json): Json {
    if (typeof value === 'string') return value.startsWith('@') ? this.at(value.slice(1)) : value
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item: Json) => this.#resolved(item))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#resolved(inner as Json)]))
  }

  /** Why an act would be refused now, its key's standing first; undefined where it would be accepted. */
  refused(draft: Draft, by: By = {}): Refusal | undefined {
    const opening = this.opening(draft, by)
    const key = means.key(this.state, opening)
    return key.ok ? means.refuse(this.state, opening) : key.refusal
  }

  /** Adds an act that must be accepted. */
  add(label: string, draft: Draft, by: By = {}): this {
    const opening = this.opening(draft, { ...by, label })
    const key = means.key(this.state, opening)
    const refusal = key.ok ? means.refuse(this.state, opening) : key.refusal
    if (refusal !== undefined) throw new Error(`${label} is refused: ${JSON.stringify(refusal)}`)
    means.fold(this.state, opening)
    this.openings.push(opening)
    this.#labels.set(label, opening.hash)
    return this
  }

  acts(): readonly Opened[] {
    return this.openings.map(openAct)
  }
}

/** Grounds that most tests use. */
export const grounds = (more: Fields = {}): Json => ({
  agreement: 'consensus',
  order: { kind: 'alphabetical', language: 'en' },
  graceDays: 14,
  ...more,
})

const listed = (id: string, roles: readonly string[], withKey: boolean): Fields => ({
  id,
  roles: [...roles],
  names: { en: `Body ${id}` },
  keys: withKey ? [{ key: rawKey(`key/${id}`), kind: 'device', member: `head-${id}` }] : [],
})

const founding = (nature: string, bodies: readonly Fields[], ground: Json): Draft => ({
  type: 'process.opened',
  v: 1,
  slug: 'test-talks',
  title: words('Test talks'),
  nature,
  host: { name: 'test.example', key: rawKey('host') },
  rules: 'paraph/1',
  solemn: ['device'],
  quorum: 'none',
  languages: ['en', 'ur'],
  bodies: [...bodies],
  statusClause: words('Taking part changes no status.'),
  grounds: ground,
})

const signersOf = (ids: readonly string[]) => new Map(ids.map((id) => [id, { key: rawKey(`key/${id}`), person: `head-${id}` }]))
export type Setting = {
  readonly parties?: readonly string[]
  readonly grounds?: Json
  readonly covered?: readonly [string, string]
  readonly when?: Json
}

/** An exercise: secretariat S opens it, mediator M, monitors J, the parties; each has a device key. */
export const exercise = ({ parties = ['A', 'B'], grounds: ground = grounds(), when }: Setting = {}): Script => {
  const bodies = [
    listed('S', ['secretariat'], true),
    listed('M', ['mediator'], true),
    listed('J', ['mechanism'], true),
    ...parties.map((id) => listed(id, ['party'], true)),
  ]
  const script = new Script('exercise', signersOf(['S', 'M', 'J', ...parties]))
  return script.add('opened', { ...founding('exercise', bodies, ground), ...(when === undefined ? {} : { when }) })
}

/** Every body of an exercise joins. */
export const joined = (script: Script, ids: readonly string[] = ['M', 'A', 'B']): Script => {
  for (const id of ids) {
    const body = { ...listed(id, [id === 'M' ? 'mediator' : 'party'], true) }
    script.add(`joined/${id}`, { type: 'body.joined', body, head: `head-${id}` }, { by: id })
  }
  return script
}

/** A reconstruction: rapporteur R records; parties and mediator M have no keys. October 2025 to the end of November was searched. */
export const reconstruction = ({
  parties = ['A', 'B'],
  grounds: ground = grounds(),
  covered = ['2025-10-01', '2025-12-01'],
}: Setting = {}): Script => {
  const bodies = [listed('R', ['rapporteur'], true), listed('M', ['mediator'], false), ...parties.map((id) => listed(id, ['party'], false))]
  return new Script('reconstruction', signersOf(['R']))
    .add('opened', founding('reconstruction', bodies, ground), { by: 'R' })
    .add(
      'covered',
      { type: 'process.covered', from: `${covered[0]}T00:00:00.000Z`, until: `${covered[1]}T00:00:00.000Z`, zone: 'UTC' },
      { by: 'R' },
    )
    .add(
      'source',
      { type: 'source.captured', publisher: 'Outlet', voice: 'outlet', language: 'en', dated: 'printed', address: 'https://example.org/1' },
      { by: 'R' },
    )
}

/** Adds an act that the rapporteur ascribes. `of`: whose account it is; without it they speak themselves. */
export const ascribe = (
  script: Script,
  label: string,
  draft: Draft,
  { to, when, of }: { readonly to: readonly string[]; readonly when: Json; readonly of?: Json },
): Script => script.add(label, ascribed(draft, { to, when, ...(of === undefined ? {} : { of }) }), { by: 'R' })

export const ascribed = (
  draft: Draft,
  { to, when, of }: { readonly to: readonly string[]; readonly when?: Json; readonly of?: Json },
): Draft => ({
  ...draft,
  ...(when === undefined ? {} : { when }),
  ascribed: {
    to: [...to],
    ground: { kind: of === undefined ? 'published-original' : 'account', ...(of === undefined ? {} : { of }), source: '@source' },
  },
})

/** A statement of an official of a body, recorded by the rapporteur. */
export const said = (body: string, text: string, when: Json, more: Fields = {}): Draft => ({
  type: 'statement.recorded',
  when,
  speaker: { body, name: words(`Speaker of ${body}`) },
  voice: 'official',
  kind: 'assertion',
  form: 'direct',
  words: words(text),
  sources: ['@source'],
  ...more,
})

/** English, as Node says it at run time. */
export const english: Say = (() => {
  const i18n = setupI18n({ locale: 'en', messages: { en: {} } })
  return ({ id, message }, values = {}) => i18n._(id, { ...values }, { message })
})()

export const NOW = '2026-11-24T12:00:00.000Z' as Instant
export const asking = (at?: string, more: Partial<Asking> = {}): Asking => ({
  now: NOW,
  say: english,
  language: 'en',
  ...(at === undefined ? {} : { happened: moment(at) }),
  ...more,
})
export const moment = (at: string): Instant => {
  const read = parseQueryTime(at)
  if (!read.ok) throw new Error(`no time: ${at}`)
  return read.value
}

/** Where a script stands at a date. */
export const standingAt = (script: Script | readonly Opened[], at?: string, more: Partial<Asking> = {}): Standing => {
  const answer = standing(script instanceof Script ? script.acts() : script, asking(at, more))
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}
/** A text without the marks that isolate words. */
export const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
