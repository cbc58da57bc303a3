import type { Entry } from './entry.ts'
import type { Json } from './json.ts'
import type { EntryHash, EntryIndex, Instant } from './names.ts'
import type { Refusal, Result } from './result.ts'

/** What stands where an act is looked for: the act itself, or why it is not here. */
export type ActContent = { readonly open: Json } | 'sealed' | 'erased' | 'withheld'

/** One entry as a fold is told it: all that this package knows of an act. */
export type Opening = {
  readonly index: EntryIndex
  readonly hash: EntryHash
  readonly entry: Entry
  readonly recorded: Instant
  readonly act: ActContent
}

/** Raw public key and kind (`device`, `sealed-file`, …) of the key that signed an entry, as enrolled. */
export type KeyStanding = { readonly publicKey: Uint8Array; readonly kind: string }

/**
 * Code of the refusal that `Meaning.refuse` gives for an act type it does not know. A server refuses such an act; a verification counts it
 * and goes on ("computed without n acts that this version does not know").
 */
export const UNKNOWN_TYPE = 'unknown-type'

/**
 * What acts mean, as an argument: this package checks bytes, tree, signatures and openings, and asks its caller the rest. The server's
 * pipeline and a stranger's verification use the same value, so they cannot differ.
 * `State` is grown in place by `fold` and by nobody else.
 */
export type Meaning<State> = {
  readonly begin: () => State
  /** The standing of the entry's key at the entry's index: unknown, revoked, of another body, not of a kind that may sign this type. */
  readonly key: (state: Readonly<State>, opening: Opening) => Result<KeyStanding>
  /** Schema, right and rule of an opened act against the state before it. Never asked of what is not open. */
  readonly refuse: (state: Readonly<State>, opening: Opening) => Refusal | undefined
  /** Grows the state. Never refuses, meets unknown types and unopened acts without failing. */
  readonly fold: (state: State, opening: Opening) => void
  /** Act types that are always in clear and complete and cannot be erased. */
  readonly structure: (type: string) => boolean
  /** Act types that only a solemn kind of key may sign, and which name a person. */
  readonly solemn: (type: string) => boolean
  /** What a folded state says of the record itself: the host's log key, who joined, what was erased. */
  readonly facts: (state: Readonly<State>) => RecordFacts
}

/** `joined`: bodies whose acts stand by themselves. `consented`: per body joined later, who of the parties already there answered. */
export type RecordFacts = {
  readonly host: { readonly name: string; readonly key: Uint8Array } | undefined
  readonly joined: readonly { readonly body: string; readonly recognisedBy: readonly string[]; readonly notYetBy: readonly string[] }[]
  /** Entry hash of each erased act, and the erasing bodies. */
  readonly erased: ReadonlyMap<string, readonly string[]>
  /** Entry hash of each act that the record itself says is public: such an act is never *undisclosed*. */
  readonly published: ReadonlySet<string>
  /** What a fingerprint covers: entry 0 and the head and authority keys of every joined body. */
  readonly fingerprintOver: Json
}
