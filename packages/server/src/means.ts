import type { Meaning, Primitives } from '@paraph/record'
import { meaning, type State } from '@paraph/talks'

/** What a host judges with: the cryptography that it was given, and what acts mean under it. */
export type Means = Primitives & { readonly meaning: Meaning<State> }

export const meansOf = (primitives: Primitives): Means => ({ ...primitives, meaning: meaning(primitives) })
