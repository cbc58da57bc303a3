import type { BodyId, EntryHash, EntryIndex, Instant } from '@paraph/record'
import type { z } from 'zod'
import type { TalksRefusal } from './refusal.ts'
import type { Ground } from './shapes.ts'
import type { State } from './state.ts'

/** Half-open span of time, UTC. `as`: the source's own words for it; `zone`: the zone that the source names. */
export type Span = { readonly from: Instant; readonly until: Instant; readonly as?: string | undefined; readonly zone?: string | undefined }

/**
 * Where an act stands: its place and name on the record, who recorded it (`by`), who did it (`doers`: `[by]` for an own act, the
 * bodies it is ascribed to otherwise), and when it happened (its own `when`, else the moment it was recorded).
 */
export type Mark = {
  readonly index: EntryIndex
  readonly hash: EntryHash
  readonly type: string
  readonly by: BodyId
  readonly doers: readonly BodyId[]
  /** the ground of an ascribed act; absent in an own act */
  readonly ground?: Ground
  readonly recorded: Instant
  readonly happened: Span
  /** whether `happened` is the act's own or only when it was recorded */
  readonly timed: boolean
}

/** An act with its mark, as folds take it. `open` is parsed: the act's own fields, without its envelope. */
export type Opened = { readonly mark: Mark; readonly act: { readonly open: unknown } | 'sealed' | 'erased' | 'withheld' | 'unknown-type' }

export type Role = 'party' | 'mediator' | 'secretariat' | 'rapporteur' | 'guarantor' | 'witness' | 'observer' | 'depositary' | 'mechanism'

/** Who may do an act. */
export type Who = {
  /** roles that may do it as their own act; whose thing it must be besides is said by the kind's rule */
  readonly own: readonly Role[]
  /** secretariat and rapporteur may record it of another body, with its ground */
  readonly ascribable?: true
  /** a rapporteur may do it as its own in a reconstruction: opening, covering, capturing, recording */
  readonly recorder?: true
}

/** One reference that an act makes: where in the act, to which entry, and the nouns that entry may be of (empty: any). `erased`: it is to go, which no structure act may. */
export type Reference = { readonly path: string; readonly to: EntryHash; readonly nouns: readonly string[]; readonly erased?: true }

/** Everything about one kind of act in one value (10-shapes). The catalogue is the list of these; rights table, OpenAPI, generators read it. */
export type ActKind<Body> = {
  readonly type: string
  readonly noun: string
  /** the act's own fields; unknown ones are refused */
  readonly schema: z.ZodType<Body>
  readonly who: Who
  /** only a solemn kind of key may sign it, and it names a person */
  readonly solemn?: true
  /** always in clear and complete, cannot be erased */
  readonly structure?: true
  /** its own time frames nothing: folded at every *happened*, before what happened (11-fine-print, *Time*) */
  readonly framesTime?: true
  /** seen by its parties and the mediators only: needs `audience: 'plenary'` said outright (`ask`), or a room (`never`), until rooms come */
  readonly sealed?: 'ask' | 'never'
  /** the entries that it refers to */
  readonly refers?: (act: Body) => readonly Reference[]
  /** the first entry that names its thing, where that is not this entry */
  readonly names?: (act: Body) => EntryHash | undefined
  /** Against the state folded in index order, before appending; never inside a fold. */
  readonly rule?: (state: Readonly<State>, act: Body, mark: Mark) => TalksRefusal | undefined
  /** Grows its own noun's slice, O(1) or O(log n). Never refuses. */
  readonly fold: (state: State, act: Body, mark: Mark) => void
}

/** A kind of act whose body is known to its own file only. */
export type Kind = ActKind<unknown>

/** Forgets the body's type. Whoever calls `fold` or `rule` hands it what `schema` of the same kind parsed: `act.ts` alone does. */
export const kind = <Body>(of: ActKind<Body>): Kind => of as unknown as Kind
