import { hex } from '@paraph/record'
import { type Given, originOfExample } from './build.ts'
import { examples } from './examples.ts'
import { ExampleKeys, saltOf } from './keys.ts'
import { type Example, LOG_KEY } from './script.ts'

/** What is everybody's: raw public keys and salts as hex. `playable`: keys that may sign all the same, each in the one record of this origin. */
export type Everybodys = {
  readonly keys: ReadonlySet<string>
  readonly salts: ReadonlySet<string>
  readonly playable: ReadonlyMap<string, string>
}

/**
 * Everything that examples draw and that is therefore everybody's. No process may use any of it, so a host is given these to refuse; but for
 * the keys of an example that is there to be played on, in that example.
 */
export const reserved = (given: Given, of: readonly Example[] = examples): Everybodys => {
  const { sha256 } = given.primitives
  const publicKeys = new Set<string>()
  const salts = new Set<string>()
  const playable = new Map<string, string>()
  for (const example of of) {
    const { slug, script } = example
    const keys = new ExampleKeys({ slug, sha256, signerOf: given.signerOf })
    const origin = example.playable === true ? originOfExample(example, given) : undefined
    for (const { label, key, act } of script) {
      keys.key(key)
      // Made only for the keys that it names; what it refers to does not matter here.
      act(
        () => '',
        (named) => keys.publicKey(named),
      )
      salts.add(hex(saltOf(sha256, slug, label)))
    }
    for (const made of keys.publicKeys()) {
      publicKeys.add(made)
      if (origin !== undefined) playable.set(made, origin)
    }
    publicKeys.add(keys.publicKey(LOG_KEY))
    playable.delete(keys.publicKey(LOG_KEY))
  }
  return { keys: publicKeys, salts, playable }
}
