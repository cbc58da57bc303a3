import type { EntryHash } from '@paraph/record'
import type { Mark, Opened } from './kind.ts'

/** An entry as the state keeps it: where it stands, its parsed act where open, and what it calls (its own hash, or the first entry that names the thing). */
export type Filed = { readonly mark: Mark; readonly act: Opened['act']; readonly names: EntryHash }
