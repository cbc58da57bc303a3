import type { Json } from '@paraph/record'

/** The hash of the entry that an earlier step of the script made. An unknown or later label is a bug and throws. */
export type Ref = (label: string) => string

/** The raw public key, 64 hex digits, of a key that the script names by its label. */
export type PublicKeyOf = (label: string) => string

/**
 * One act of a script. `label` names it within the script and seeds its salt; `key` is the label of the key that signs; `recorded` is the
 * script's own clock, `YYYY-MM-DDTHH:MM:SS.mmmZ`, taken for the entry's `at` as well. `person` stands on solemn acts.
 * `events` and `pair` are marks for whoever checks the script and never become part of an act: which dated events of the sources a step
 * tells, and under which name two sides' words on one matter are weighed against each other.
 */
export type Step = {
  readonly label: string
  readonly key: string
  readonly by: string
  readonly recorded: string
  readonly person?: string
  readonly events: readonly string[]
  readonly pair?: string
  readonly act: (ref: Ref, publicKeyOf: PublicKeyOf) => Json
}

/** Steps in the order of the record; the first one founds the process. */
export type Script = readonly Step[]

/**
 * A process that is built from its script, to the same bytes everywhere. Its keys and salts are SHA-256(`paraph/example/<slug>/<label>`)
 * and therefore public: its founding act says so, and no other process may use them.
 */
export type Example = {
  readonly slug: string
  readonly hostName: string
  readonly script: Script
  /** anybody may act on in it with its public keys; where absent, they sign nothing once it is built */
  readonly playable?: true
}

/** Label of the key that signs an example's checkpoints. */
export const LOG_KEY = 'log-key'

/** A step before the script gives it recorder and clock. */
export type Draft = Omit<Step, 'key' | 'by' | 'recorded'>
