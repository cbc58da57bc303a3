import { accept, hex, type Json, refuse } from '@paraph/record'
import type { Shaped, Step } from './filing.ts'

/**
 * What no act sent here may use, for everybody knows it: raw public keys and salts, each as 64 lowercase hex digits. `playable`: reserved keys
 * that sign all the same in the one record of this origin, an exercise that anybody may play on.
 */
export type Reserved = {
  readonly keys: ReadonlySet<string>
  readonly salts: ReadonlySet<string>
  readonly playable?: ReadonlyMap<string, string>
}

/** Hex digits of a raw key. */
const KEY_LENGTH = 64

/**
 * Reserved keys sign nothing but where they are playable: the origin that the entry names is signed with it, and a host takes no entry into
 * another record. No act brings or revokes one, there too: whatever its kind calls it, a key is a text of its own within the act. A reserved
 * salt would let anybody guess what an act commits to.
 */
export const reservedStep =
  ({ keys, salts, playable }: Reserved): Step<Shaped, Shaped> =>
  (given) => {
    const signing = hex(given.publicKey)
    const plays = given.entry.log !== null && playable?.get(signing) === given.entry.log
    if (keys.has(signing) && !plays) return refuse('example-key', { key: signing }, 'key')
    const salt = hex(given.salt)
    if (salts.has(salt)) return refuse('example-salt', { salt }, 'salt')
    const brought = keys.size === 0 ? undefined : keyWithin(given.act, 'act', keys)
    return brought === undefined ? accept(given) : refuse('example-key', { key: brought.key }, brought.path)
  }

/** The first reserved key within an act, and where it stands. */
const keyWithin = (value: Json, path: string, keys: ReadonlySet<string>): { readonly key: string; readonly path: string } | undefined => {
  if (typeof value === 'string') return value.length === KEY_LENGTH && keys.has(value) ? { key: value, path } : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const list = Array.isArray(value)
  for (const [name, inner] of Object.entries(value)) {
    const found = keyWithin(inner, list ? `${path}[${name}]` : `${path}.${name}`, keys)
    if (found !== undefined) return found
  }
  return undefined
}
