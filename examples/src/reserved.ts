import { hex } from '@paraph/record'
import type { Given } from './build.ts'
import { examples } from './examples.ts'
import { ExampleKeys, saltOf } from './keys.ts'
import { type Example, LOG_KEY } from './script.ts'

/**
 * Everything that examples draw and that is therefore everybody's: raw public keys and salts, as hex. No other process may use any of it, so
 * a host is given these to refuse.
 */
export const reserved = (
  { primitives: { sha256 }, signerOf }: Given,
  of: readonly Example[] = examples,
): { readonly keys: ReadonlySet<string>; readonly salts: ReadonlySet<string> } => {
  const publicKeys = new Set<string>()
  const salts = new Set<string>()
  for (const { slug, script } of of) {
    const keys = new ExampleKeys({ slug, sha256, signerOf })
    keys.key(LOG_KEY)
    for (const { label, key, act } of script) {
      keys.key(key)
      // Made only for the keys that it names; what it refers to does not matter here.
      act(
        () => '',
        (named) => keys.publicKey(named),
      )
      salts.add(hex(saltOf(sha256, slug, label)))
    }
    for (const made of keys.publicKeys()) publicKeys.add(made)
  }
  return { keys: publicKeys, salts }
}
