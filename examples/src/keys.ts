import { hex, type Primitives, type Signer, utf8 } from '@paraph/record'

type Sha256 = Primitives['sha256']

/**
 * What an example draws where others draw randomness: SHA-256(`paraph/example/<slug>/<label>`), 32 bytes. As a key's seed `label` is the
 * key's label, as a salt it is `salt/<label of the step>`; so no key is ever a salt. Public, and therefore nobody else's to use.
 */
export const derived = (sha256: Sha256, slug: string, label: string): Uint8Array => sha256(utf8(`paraph/example/${slug}/${label}`))

/** The salt of a step's act. */
export const saltOf = (sha256: Sha256, slug: string, label: string): Uint8Array => derived(sha256, slug, `salt/${label}`)

/** A key of an example: its seed, for whoever keeps it, and its signer. */
export type ExampleKey = { readonly seed: Uint8Array; readonly signer: Signer }

/** Makes an Ed25519 signer of a 32-byte seed: `nodeSigner` of `@paraph/record/node`, or a browser's. */
export type SignerOf = (seed: Uint8Array) => Signer

/** The keys of one example, each made when first asked for. */
export class ExampleKeys {
  readonly #made = new Map<string, ExampleKey>()
  readonly #make: (label: string) => ExampleKey

  constructor({ slug, sha256, signerOf }: { slug: string; sha256: Sha256; signerOf: SignerOf }) {
    this.#make = (label) => {
      const seed = derived(sha256, slug, label)
      return { seed, signer: signerOf(seed) }
    }
  }

  key(label: string): ExampleKey {
    const made = this.#made.get(label) ?? this.#make(label)
    this.#made.set(label, made)
    return made
  }

  /** Raw public keys of every key asked for until now, as hex. */
  publicKeys(): readonly string[] {
    return [...this.#made.values()].map(({ signer }) => hex(signer.publicKey))
  }

  /** The raw public key as 64 hex digits. */
  publicKey(label: string): string {
    return hex(this.key(label).signer.publicKey)
  }
}
