import { describeActs } from '@paraph/api'
import { accept, type Json, type Result, refuse } from '@paraph/record'
import { catalogue as kinds } from '@paraph/talks'
import { type Command, DONE } from './command.ts'
import { tellRefusal } from './refused.ts'
import { type Surroundings, say, styled } from './surroundings.ts'

/** `paraph catalogue`: what there is to write an act from. */
export const catalogue: Command = {
  name: 'catalogue',
  says: 'list the kinds of act, or the fields of one',
  usage: ['[KIND]'],
  words: { least: 0, most: 1 },
  options: [],
  about: ['An act is JSON: its type and its fields. `paraph act` signs it, `--dry-run` says whether it would be refused.'],
  examples: [
    { types: 'paraph catalogue', says: 'every kind of act, and whose it may be' },
    { types: 'paraph catalogue round.opened', says: 'its fields, those that are needed first' },
    { types: 'paraph catalogue round.opened --json', says: 'its JSON Schema (2020-12)' },
  ],
  run: async ({ rest: [type], switches }, surroundings) => {
    const json = switches.has('json')
    if (type === undefined) {
      const all = describeActs(kinds) as readonly Described[]
      if (json) say(surroundings, JSON.stringify({ acts: all }))
      else for (const kind of all) say(surroundings, `${kind.type.padEnd(WIDTH)} ${whoOf(kind)}`)
      return DONE
    }
    const found = kindOf(type)
    if (!found.ok) return tellRefusal(surroundings, 'catalogue', found.refusal, json)
    if (json) say(surroundings, JSON.stringify(found.value))
    else for (const line of linesOf(found.value, surroundings)) say(surroundings, line)
    return DONE
  },
}

/** Every type, for completion. */
export const actTypes = (): readonly string[] => kinds.map(({ type }) => type)

/** A kind of act as the API's catalogue gives it. */
type Described = {
  readonly type: string
  readonly who: { readonly own?: readonly string[]; readonly ascribable?: boolean }
  readonly solemn: boolean
  readonly schema: Schema
}
type Schema = { readonly [key: string]: Json } & {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
}

/** Characters that the longest type takes. */
const WIDTH = Math.max(...actTypes().map(({ length }) => length))

const kindOf = (type: string): Result<Described> => {
  const found = kinds.filter((kind) => kind.type === type)
  return found.length === 0 ? refuse('unknown-type', { type }) : accept(describeActs(found)[0] as Described)
}

const whoOf = ({ who: { own = [], ascribable }, solemn }: Described): string =>
  [own.join(', '), ...(ascribable === true ? ['ascribable'] : []), ...(solemn ? ['solemn'] : [])].filter((part) => part !== '').join(' · ')

const linesOf = (kind: Described, surroundings: Surroundings): string[] => {
  const { properties = {}, required = [] } = kind.schema
  const fields = Object.entries(properties).sort(([one], [other]) => Number(required.includes(other)) - Number(required.includes(one)))
  const width = Math.max(0, ...fields.map(([name]) => name.length))
  return [
    `${styled(surroundings, 'bold', kind.type)}  ${whoOf(kind)}`,
    ...fields.map(([name, schema]) => `  ${name.padEnd(width)}  ${required.includes(name) ? 'needed' : '      '}  ${shapeOf(schema)}`),
  ]
}

/** A field's shape in a few words; the schema itself is `--json`'s. */
const shapeOf = (schema: Schema): string => {
  const { enum: among, const: only, pattern, items, properties, required = [], propertyNames } = schema
  if (Array.isArray(among)) return among.join(' | ')
  if (only !== undefined) return JSON.stringify(only)
  if (schema.type === 'array') return `list of: ${items === undefined ? 'anything' : shapeOf(items)}`
  if (propertyNames !== undefined) return 'text by language: { "en": …, "ur": … }'
  if (properties !== undefined)
    return `{ ${Object.keys(properties)
      .map((name) => (required.includes(name) ? name : `${name}?`))
      .join(', ')} }`
  if (pattern === '^[0-9a-f]{64}$') return 'hash (64 hex)'
  if (Array.isArray(schema['anyOf'])) return (schema['anyOf'] as readonly Schema[]).map(shapeOf).join(' | ')
  return schema.type === 'string' ? 'text' : (schema.type ?? 'as its kind asks')
}
