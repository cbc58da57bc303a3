import { accept, type Json, type Opening, type Result } from '@paraph/record'
import { z } from 'zod'
import { kindOf } from './catalogue.ts'
import type { Kind, Mark, Opened } from './kind.ts'
import { no, type TalksCode, type TalksRefusal } from './refusal.ts'
import { Ascribed, When } from './shapes.ts'

/** What stands around an act's own fields: `type`, when it happened, to whom it is ascribed, who may read it. */
const Envelope = z.strictObject({ when: When.optional(), ascribed: Ascribed.optional(), audience: z.string().min(1).max(100).optional() })

/** An act taken apart: its kind, its envelope, and its own fields as its kind's schema parsed them. */
export type ParsedAct = {
  readonly kind: Kind
  readonly when?: z.output<typeof When> | undefined
  readonly ascribed?: z.output<typeof Ascribed> | undefined
  readonly audience?: string | undefined
  readonly open: unknown
}

// A pipeline asks for one act several times in a row (right, rule, fold): what was parsed lately is kept. Acts are values, nobody changes them.
const RECENT_LIMIT = 1_024
const recent = new Map<object, Result<ParsedAct, TalksCode>>()

/** Drops the acts parsed lately: one of them was erased. */
export const forgetParsed = (): void => recent.clear()

/** Parses an act. Unknown properties are refused; the refusal's `path` names where, from `act`. */
export const parseAct = (act: Json): Result<ParsedAct, TalksCode> => {
  if (typeof act !== 'object' || act === null) return { ok: false, refusal: no('act-malformed', {}, 'act') }
  const known = recent.get(act)
  if (known !== undefined) return known
  const result = parse(act)
  if (recent.size >= RECENT_LIMIT) recent.clear()
  recent.set(act, result)
  return result
}

const parse = (act: object): Result<ParsedAct, TalksCode> => {
  if (Array.isArray(act)) return { ok: false, refusal: no('act-malformed', {}, 'act') }
  const { type, when, ascribed, audience, ...fields } = act as Readonly<Record<string, Json>>
  if (typeof type !== 'string') return { ok: false, refusal: no('act-malformed', {}, 'act.type') }
  const found = kindOf(type)
  if (found === undefined) return { ok: false, refusal: no('unknown-type', { type: type.slice(0, 80) }, 'act.type') }
  const hidden = hiddenMember(act as Json, 'act')
  if (hidden !== undefined) return { ok: false, refusal: no('act-schema', { type, problem: 'unrecognized_keys' }, hidden) }
  const open = found.schema.safeParse(fields)
  if (!open.success) return { ok: false, refusal: schemaRefusal(type, open.error) }
  if (when === undefined && ascribed === undefined && audience === undefined) return accept({ kind: found, open: open.data })
  const envelope = Envelope.safeParse({
    ...(when === undefined ? {} : { when }),
    ...(ascribed === undefined ? {} : { ascribed }),
    ...(audience === undefined ? {} : { audience }),
  })
  return envelope.success
    ? accept({ kind: found, ...envelope.data, open: open.data })
    : { ok: false, refusal: schemaRefusal(type, envelope.error) }
}

/** Where a member is called `__proto__`: Zod passes over it in records, and what is passed over would be committed to unread. */
const hiddenMember = (value: Json, path: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__') return `${path}.__proto__`
    const found = typeof inner === 'object' ? hiddenMember(inner, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** The first of the issues that Zod found, by code and path: its own sentence is English and not for people. */
const schemaRefusal = (type: string, error: z.ZodError): TalksRefusal => {
  const issue = error.issues[0]!
  const path = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]
  return no(
    'act-schema',
    { type, problem: issue.code },
    path.reduce<string>((text, part) => text + (typeof part === 'number' ? `[${part}]` : `.${String(part)}`), 'act'),
  )
}

/** An opening as folds take it. An act that this version cannot read folds to nothing: `unknown-type`. */
export const openAct = (opening: Opening): Opened => {
  const { index, hash, entry, recorded } = opening
  const bare = { index, hash, type: entry.type, by: entry.by, recorded }
  const unread = (act: Exclude<Opened['act'], { readonly open: unknown }>): Opened => ({
    mark: { ...bare, doers: [entry.by], happened: { from: recorded, until: recorded }, timed: false },
    act,
  })
  if (typeof opening.act === 'string') return unread(opening.act)
  const read = parseAct(opening.act.open)
  if (!read.ok || read.value.kind.type !== entry.type) return unread('unknown-type')
  return { mark: markOf(opening, read.value), act: { open: read.value.open } }
}

/** Where a parsed act stands. */
export const markOf = ({ index, hash, entry, recorded }: Opening, { kind, when, ascribed }: ParsedAct): Mark => ({
  index,
  hash,
  type: kind.type,
  by: entry.by,
  doers: ascribed?.to ?? [entry.by],
  ...(ascribed === undefined ? {} : { ground: ascribed.ground }),
  recorded,
  happened: when ?? { from: recorded, until: recorded },
  timed: when !== undefined,
})
