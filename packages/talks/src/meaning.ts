import {
  type BodyId,
  fromHex,
  type Json,
  keyId,
  type KeyStanding,
  type Meaning,
  type Opening,
  type Primitives,
  type RecordFacts,
  type Result,
  accept,
} from '@paraph/record'
import { markOf, openAct, type ParsedAct, parseAct } from './act.ts'
import { recognition } from './body.ts'
import type { BodyJoined } from './body.ts'
import { kindOf } from './catalogue.ts'
import { erasedEntries } from './erasure.ts'
import { foldAct } from './fold.ts'
import type { EnrolledKey } from './founding.ts'
import { keyRefused, revokedBefore } from './key.ts'
import type { ProcessOpened } from './process.ts'
import { publicEntries } from './publication.ts'
import { no, type TalksCode, type TalksRefusal } from './refusal.ts'
import { audienceRefused, referenceRefused, rightRefused } from './rights.ts'
import { begin, type State } from './state.ts'

/** A key as it stands for one entry. */
type Standing = { readonly key: string; readonly kind: string; readonly member: string | undefined }

/**
 * What acts mean, for record's verification and for a host's pipeline: one value made of SHA-256, which key ids need (cryptography is an
 * argument). Key ids are kept beside the state, not in it: a state is what acts fold to, whoever hashes.
 */
export const meaning = ({ sha256 }: Pick<Primitives, 'sha256'>): Meaning<State> => {
  const idOf = (key: string): string => keyId(sha256, rawBytes(key))
  const ids = new WeakMap<object, { counted: number; readonly raw: Map<string, string> }>()

  const rawOf = (state: Readonly<State>, id: string): string | undefined => {
    const index = ids.get(state) ?? { counted: 0, raw: new Map<string, string>() }
    ids.set(state, index)
    for (; index.counted < state.keys.listed.length; index.counted++) {
      const { key } = state.keys.listed[index.counted]!
      index.raw.set(idOf(key), key)
    }
    return index.raw.get(id)
  }

  /** The key that an entry names: one that stands, or one that the entry's own act brings (founding, joining). */
  const standing = (state: Readonly<State>, opening: Opening): Result<Standing, TalksCode> => {
    const { entry, index } = opening
    const brought = broughtBy(state, opening).find(({ key }) => idOf(key) === entry.key)
    if (brought !== undefined) return accept({ key: brought.key, kind: brought.kind, member: brought.member })
    const raw = rawOf(state, entry.key)
    const key = raw === undefined ? undefined : state.keys.enrolled.get(raw)
    if (key === undefined) return { ok: false, refusal: no('key-unknown', { key: entry.key }, 'entry.key') }
    if (key.body !== entry.by) return { ok: false, refusal: no('key-of-another-body', { key: entry.key, by: entry.by }, 'entry.key') }
    if (revokedBefore(state, key.key, index)) return { ok: false, refusal: no('key-revoked', { key: entry.key }, 'entry.key') }
    return accept({ key: key.key, kind: key.kind, member: key.member })
  }

  const key = (state: Readonly<State>, opening: Opening): Result<KeyStanding, TalksCode> => {
    const found = standing(state, opening)
    if (!found.ok) return found
    const kinds = solemnKinds(state, opening)
    if (kindOf(opening.entry.type)?.solemn === true && !kinds.includes(found.value.kind)) {
      return { ok: false, refusal: no('key-not-solemn', { kind: found.value.kind, type: opening.entry.type }, 'entry.key') }
    }
    return accept({ publicKey: rawBytes(found.value.key), kind: found.value.kind })
  }

  const refuse = (state: Readonly<State>, opening: Opening): TalksRefusal | undefined => {
    if (typeof opening.act === 'string') return undefined
    const read = parseAct(opening.act.open)
    if (!read.ok) return read.refusal
    const act = read.value
    if (act.kind.type !== opening.entry.type) return no('act-type-differs', { entry: opening.entry.type, act: act.kind.type }, 'act.type')
    return (
      audienceRefused(act) ??
      placeRefused(state, act, opening) ??
      personRefused(act, opening, standing(state, opening)) ??
      rightRefused(state, act, markOf(opening, act), whoAsks(state, act, opening)) ??
      keysRefused(act) ??
      referenceRefused(state, act) ??
      act.kind.rule?.(state, act.open, markOf(opening, act))
    )
  }

  return {
    begin,
    key,
    refuse,
    fold: (state, opening) => foldAct(state, openAct(opening)),
    structure: (type) => kindOf(type)?.structure === true,
    solemn: (type) => kindOf(type)?.solemn === true,
    facts,
  }
}

const rawBytes = (hexText: string): Uint8Array => {
  const read = fromHex(hexText)
  if (!read.ok) throw new Error('a parsed key is not hex')
  return read.value
}

/** Keys that an entry's own act brings for the body that signs it. */
const broughtBy = (state: Readonly<State>, { entry, index, act }: Opening): readonly EnrolledKey[] => {
  if (typeof act === 'string' || (entry.type !== 'process.opened' && entry.type !== 'body.joined')) return []
  const read = parseAct(act.open)
  if (!read.ok || read.value.kind.type !== entry.type) return []
  if (entry.type === 'body.joined') {
    const { body } = read.value.open as BodyJoined
    // Who was listed with keys joins with one of those; who was listed with none brings its own, and is recognised or not.
    const listed = state.bodies.get(entry.by)?.founding?.keys.length ?? 0
    return body.id === entry.by && listed === 0 ? body.keys : []
  }
  return index === 0 ? ((read.value.open as ProcessOpened).bodies.find(({ id }) => id === entry.by)?.keys ?? []) : []
}

const foundingOf = (state: Readonly<State>, opening: Opening): ProcessOpened | undefined => {
  if (state.process.opened !== undefined) return state.process.opened.act
  if (typeof opening.act === 'string' || opening.entry.type !== 'process.opened') return undefined
  const read = parseAct(opening.act.open)
  return read.ok && read.value.kind.type === 'process.opened' ? (read.value.open as ProcessOpened) : undefined
}
const solemnKinds = (state: Readonly<State>, opening: Opening): readonly string[] => foundingOf(state, opening)?.solemn ?? []

const whoAsks = (state: Readonly<State>, act: ParsedAct, opening: Opening) => {
  const founding = foundingOf(state, opening)
  const listed = act.kind.type === 'process.opened' ? founding?.bodies.find(({ id }) => id === opening.entry.by)?.roles : undefined
  // A body that a joining act lists for itself has the roles that it was listed with, and none of its own giving.
  return { nature: founding?.nature ?? 'process', roles: state.bodies.get(opening.entry.by)?.founding?.roles ?? listed ?? [] }
}

/** The founding act stands first and once. */
const placeRefused = (state: Readonly<State>, act: ParsedAct, { index }: Opening): TalksRefusal | undefined => {
  if (act.kind.type === 'process.opened')
    return index === 0 && state.process.opened === undefined ? undefined : no('process-already-opened')
  return state.process.opened === undefined ? no('process-not-opened', { type: act.kind.type }) : undefined
}

/** A person is named on solemn acts alone, and is the one whose key signs. */
const personRefused = ({ kind }: ParsedAct, { entry }: Opening, key: Result<Standing, TalksCode>): TalksRefusal | undefined => {
  if (kind.solemn !== true) return entry.person === undefined ? undefined : no('person-not-allowed', { type: kind.type }, 'entry.person')
  if (entry.person === undefined) return no('person-needed', { type: kind.type }, 'entry.person')
  return key.ok && key.value.member !== entry.person ? no('person-not-this-key', { person: entry.person }, 'entry.person') : undefined
}

/** Keys that must never be enrolled: non-canonical, small or mixed order. (3-record, *Bodies, seats, keys*) */
const keysRefused = ({ kind, open }: ParsedAct): TalksRefusal | undefined => {
  if (kind.type !== 'process.opened' && kind.type !== 'body.joined' && kind.type !== 'process.amended') return undefined
  const bodies = kind.type === 'body.joined' ? [(open as BodyJoined).body] : ((open as Partial<ProcessOpened>).bodies ?? [])
  for (const body of bodies) {
    for (const { key } of body.keys) {
      const why = keyRefused(key, 'act.bodies')
      if (why !== undefined) return why
    }
  }
  return undefined
}

/** The head's keys are those that its member brought; what is sorted is sorted by token, so that everybody prints one fingerprint. */
const facts = (state: Readonly<State>): RecordFacts => {
  const opened = state.process.opened
  const joined = [...state.bodies.values()].filter((body) => body.joined !== undefined).sort((one, other) => (one.id < other.id ? -1 : 1))
  return {
    host: opened === undefined ? undefined : { name: opened.act.host.name, key: rawBytes(opened.act.host.key) },
    joined: joined.map(({ id }) => {
      const { by, notYetBy } = recognition(state, id)
      return { body: id, recognisedBy: by, notYetBy }
    }),
    erased: erasedEntries(state),
    published: new Set(publicEntries(state)),
    fingerprintOver: {
      v: 1,
      opened: opened?.mark.hash ?? null,
      bodies: joined.map(({ id, founding, joined: act }) => headAndAuthority(id, founding, act?.act?.head)),
    },
  }
}

const headAndAuthority = (
  id: BodyId,
  founding: { readonly keys: readonly EnrolledKey[]; readonly authority?: string | undefined } | undefined,
  head: string | undefined,
): Json => ({
  id,
  head: (founding?.keys ?? []).filter(({ member }) => head === undefined || member === head).map(({ key }) => key),
  authority: founding?.authority ?? null,
})
