import type { Json } from '@paraph/record'
import { istanbul } from './istanbul-2025/script.ts'
import type { Example, Ref, Step } from './script.ts'
import { day, type Time } from './time.ts'

// A copy with other bodies in exchanged places, one side and one round more, the deadlock lifted and another called: whoever computed the
// example's standings from anything but its acts gets this one wrong. No word of the original stays in it: what was said by somebody real is
// not put into another mouth, not even in a test.

/** Who stands where: the two parties change places in every order, by token and by designation. */
const PLACES: Readonly<Record<string, string>> = {
  PAK: 'ARD',
  AFG: 'BES',
  QAT: 'MED-1',
  TUR: 'MED-2',
  KSA: 'MED-3',
  doha: 'first',
  istanbul: 'second',
  riyadh: 'third',
}

/** The side that the original does not have. */
const MORE = 'CER'

const plain = (label: string): Json => ({ en: `Words of ${label}.`, ur: `الفاظ: ${label}` })

type Fields = { readonly [field: string]: Json }

/** The same act with other bodies and no words of the original. References and times stay. */
const permute = (value: Json, label: string): Json => {
  if (typeof value === 'string') return PLACES[value] ?? value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => permute(item as Json, label))
  const fields = value as Fields
  if (typeof fields['en'] === 'string') return plain(label)
  return Object.fromEntries(Object.entries(fields).flatMap(([field, inner]) => permuteField(field, inner, label)))
}

const permuteField = (field: string, inner: Json, label: string): readonly (readonly [string, Json])[] => {
  if (field === 'as' || field === 'zone') return field === 'zone' && inner === 'UTC' ? [[field, inner]] : []
  if (field === 'address') return [[field, `https://example.org/${encodeURIComponent(label)}`]]
  if (field === 'publisher' || field === 'origin') return [[field, `Outlet of ${label}`]]
  if (field === 'quoted') return [[field, { language: 'en', text: `Quoted in ${label}` }]]
  return [[field, permute(inner, label)]]
}

const asFounded = (act: Json, label: string): Json => {
  const founding = permute(act, label) as Fields
  const bodies = (founding['bodies'] as readonly Fields[]).map((body) => ({ ...body, names: named(String(body['id'])) }))
  return { ...founding, slug: 'permuted', bodies: [...bodies, { id: MORE, roles: ['party'], names: named(MORE), keys: [] }] }
}

const named = (body: string): Json => ({ en: `Body ${body}`, ur: `ادارہ ${body}` })

const copied = ({ label, act, pair: _pair, ...step }: Step): Step => ({
  ...step,
  label,
  events: [],
  act: (ref, publicKeyOf) => (label === 'process/opened' ? asFounded : permute)(act(ref, publicKeyOf), label),
})

type Further = { readonly type: string; readonly when: Time; readonly to: readonly string[]; readonly fields: (ref: Ref) => Fields }

const further = (label: string, { type, when, to, fields }: Further): Omit<Step, 'key' | 'by' | 'recorded'> => ({
  label,
  events: [],
  act: (ref) => ({
    type,
    when,
    ascribed: { to, ground: { kind: 'published-original', source: ref('source/hurriyet') } },
    ...fields(ref),
  }),
})

/** The deadlock is lifted, a round is announced, opened with three sides and closed; then the third side calls a deadlock of its own. */
const additions = [
  further('more/lifted', {
    type: 'deadlock.lifted',
    when: day('2025-11-12'),
    to: ['ARD'],
    fields: (ref) => ({ call: ref('deadlock/pak') }),
  }),
  further('more/round', {
    type: 'round.scheduled',
    when: day('2025-11-14'),
    to: ['MED-1', 'MED-2'],
    fields: () => ({ track: 'second', planned: day('2025-11-25') }),
  }),
  further('more/round/opened', {
    type: 'round.opened',
    when: day('2025-11-25'),
    to: ['MED-1', 'MED-2'],
    fields: (ref) => ({ round: ref('more/round'), track: 'second', takesPart: ['ARD', 'BES', MORE] }),
  }),
  further('more/round/closed', {
    type: 'round.closed',
    when: day('2025-11-27'),
    to: ['MED-1', 'MED-2'],
    fields: (ref) => ({ round: ref('more/round'), outcome: 'progress' }),
  }),
  further('more/deadlock', {
    type: 'deadlock.called',
    when: day('2025-11-29'),
    to: [MORE],
    fields: (ref) => ({ track: 'second', round: ref('more/round'), words: plain('more/deadlock') }),
  }),
]

const last = istanbul.script.at(-1)!

/** The permuted copy, as a script: its acts can be submitted one by one by any means. */
export const permuted: Example = {
  slug: 'permuted',
  hostName: istanbul.hostName,
  script: [
    ...istanbul.script.map(copied),
    ...additions.map((addition, at) => ({
      ...addition,
      key: last.key,
      by: last.by,
      recorded: new Date(Date.parse(last.recorded) + (at + 1) * 60_000).toISOString(),
    })),
  ],
}
