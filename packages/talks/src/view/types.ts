import type { BodyId, EntryHash, EntryIndex, Instant, ProcessId } from '@paraph/record'
import type { Role, Span } from '../kind.ts'
import type { Words } from '../shapes.ts'
import type { Page } from './page.ts'

// Longer than 250 lines: every view of every page, which the routes print.

/** A rule that was applied, the facts it was applied to, its sentence in the reader's language, the acts it rests on. Rule and facts are the contract. */
export type Reason = {
  readonly rule: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly text: string
  readonly acts: readonly EntryHash[]
}

export type TalksStatus =
  | 'not-known'
  | 'closed'
  | 'suspended'
  | 'in-round'
  | 'party-absent'
  | 'between-rounds'
  | 'deadlock-called'
  | 'no-result'
  | 'quiet'
  | 'open'
export type TextRung = 'claimed' | 'stated' | 'noted' | 'written' | 'agreed-ad-referendum' | 'agreed' | 'adopted' | 'authenticated'
export type ConsentRung =
  | 'none'
  | 'signed-kind-not-known'
  | 'signed-ad-referendum'
  | 'signed-subject-to-ratification'
  | 'consented'
  | 'in-force'
/** One step that a debtor's commitment has reached, and how it is known: solid by the debtor's own act, dashed where recorded about it. */
export type Rung = {
  readonly debtor: BodyId
  readonly rung: TextRung | ConsentRung
  readonly dashed: boolean
  /** for `written`: own act · published by them · joint, issued by …; for a dashed rung: the ground, in words */
  readonly how: Reason
  readonly at: Instant
  readonly by: readonly BodyId[]
}
export type Condition = {
  readonly words: Words
  readonly on: BodyId
  readonly statedBy: readonly BodyId[]
  readonly status: 'met' | 'not-met' | 'cannot-be-determined'
  readonly because: readonly Reason[]
}

/** The answer of `GET …/standing` (11-fine-print, *Standing, the type*). */
export type Standing = {
  readonly talks: {
    readonly status: TalksStatus
    readonly since: Instant | null
    readonly by: readonly BodyId[]
    readonly because: readonly Reason[]
    readonly wouldChange: readonly Reason[]
  }
  readonly text: {
    readonly status: 'none' | 'bracketed' | 'clean' | 'adopted' | 'authenticated' | 'closed'
    readonly open: number
    readonly since: Instant | null
    readonly because: readonly Reason[]
  }
  readonly commitments: readonly {
    readonly id: EntryHash
    readonly debtor: BodyId
    readonly text: readonly Rung[]
    readonly consent: readonly Rung[]
    readonly status: string
    readonly conditions: readonly Condition[]
    readonly because: readonly Reason[]
  }[]
  readonly covered: readonly { readonly from: Instant; readonly until: Instant }[]
  readonly seenBy: readonly BodyId[]
  readonly computedWithout: number
  readonly sentence: string
}

/** One act as a page shows it: number, name, whose, how it stands to its doer. */
export type ActRef = { readonly hash: EntryHash; readonly index: EntryIndex; readonly own: boolean }
export type BodyView = {
  readonly id: BodyId
  readonly roles: readonly Role[]
  readonly names: Words
  /** hue and pattern by place in the agreed order of parties: 1, 2, …; 0 for third parties */
  readonly place: number
  /** letter on pins: the shortest prefix of the label that tells the parties apart */
  readonly letter: string
  readonly notYetRecognisedBy: readonly BodyId[]
  readonly joined: boolean
}
export type ProcessView = {
  readonly id: ProcessId
  readonly slug: string
  readonly title: Words
  readonly nature: 'process' | 'exercise' | 'reconstruction'
  readonly statusClause: Words
  readonly languages: readonly string[]
  readonly size: number
  readonly opened: Instant
  readonly lastRecorded: Instant
  readonly keysArePublic: boolean
  /** parties first in the agreed order, then third parties */
  readonly bodies: readonly BodyView[]
  readonly covered: readonly { readonly from: Instant; readonly until: Instant }[]
}
/** Somebody's words with where they come from. */
export type Saying = {
  readonly act: ActRef
  readonly body: BodyId | null
  readonly speaker: { readonly name?: Words | undefined; readonly office?: Words | undefined }
  readonly voice: string
  readonly kind: string
  readonly form: string
  /** claimed: what A records or says of B; stated: B's own or a source in which B speaks itself */
  readonly firmness: 'claimed' | 'stated' | 'reported'
  readonly words: Words
  readonly quoted?: { readonly language: string; readonly text: string } | undefined
  readonly when: Span
  readonly sources: readonly EntryHash[]
  readonly about: readonly EntryHash[]
  readonly reports: readonly BodyId[]
  readonly disputedBy: readonly { readonly body: BodyId; readonly words: Words; readonly act: ActRef }[]
  readonly withdrawn: boolean
  /** where the words stand in the text of a source: UTF-16 offsets into the text of this hash */
  readonly place?: { readonly source: EntryHash; readonly start: number; readonly end: number; readonly of: string } | undefined
}
export type SourceView = {
  readonly act: ActRef
  readonly address: string | null
  readonly publisher: string
  readonly title: string | null
  readonly voice: string
  readonly language: string
  readonly published: Span | null
  readonly dated: string
  readonly origin: string | null
  readonly held: boolean
  readonly snapshot: { readonly hash: string; readonly media: string } | null
  readonly note: Words | null
}

/** A point or a bar of the process's life, for the slider. */
export type LifeMark = {
  readonly at: Instant
  readonly until: Instant | null
  readonly kind: 'event' | 'round'
  readonly label: Words | null
  readonly act: EntryHash
}
export type Cell = {
  readonly kind: string
  readonly words: Words
  readonly saying: Saying | null
  readonly act: ActRef
  readonly when: Span
  readonly firmness: 'claimed' | 'stated' | 'reported'
}

/** Page *where it stands*. */
export type Overview = {
  readonly process: ProcessView
  readonly at: { readonly happened: Instant; readonly as: 'given' | 'now' | 'coverage-end'; readonly known: number }
  readonly standing: Standing
  /** the first sentence in parts: the neutral computed clause (weight 650), then one clause per author */
  readonly headline: {
    readonly computed: string
    readonly authors: readonly { readonly body: BodyId; readonly text: string; readonly acts: readonly EntryHash[] }[]
  }
  readonly matrix: readonly {
    readonly issue: EntryHash
    readonly title: Words
    readonly status: 'open' | 'parked' | 'closed'
    readonly cells: Readonly<Record<string, Cell | null>>
  }[]
  readonly commitments: readonly CommitmentView[]
  readonly pairs: readonly ClaimPair[]
  readonly dates: readonly { readonly words: Words; readonly text: string; readonly at: Span | null; readonly acts: readonly EntryHash[] }[]
  readonly life: readonly LifeMark[]
  readonly acts: Readonly<Record<string, ActRef>>
}
/** Two or more claims about one fact, every party's column kept even where it is empty. */
export type ClaimPair = {
  readonly about: EntryHash
  readonly title: Words
  readonly when: Span
  readonly claims: Readonly<Record<string, readonly Saying[]>>
  readonly others: readonly Saying[]
  /** how many earlier statements of each party are not here */
  readonly earlier: Readonly<Record<string, number>>
  readonly confirmation: Words | null
  readonly disputed: boolean
}
export type CommitmentView = {
  readonly id: EntryHash
  readonly act: ActRef
  readonly title: Words
  readonly words: Words
  readonly debtors: readonly BodyId[]
  readonly lanes: readonly {
    readonly debtor: BodyId
    readonly text: Rung | null
    readonly consent: Rung | null
    readonly textPath: readonly Rung[]
    readonly consentPath: readonly Rung[]
  }[]
  readonly status: string
  readonly statusText: string
  readonly conditions: readonly Condition[]
  readonly because: readonly Reason[]
  readonly leftOpen: readonly Words[]
  readonly disputedBy: readonly { readonly body: BodyId; readonly words: Words; readonly act: ActRef }[]
  readonly since: Instant
  readonly due: Words | null
  readonly ends: Words | null
}
/** Page *timeline*: lanes in fixed order; the same columns for every party. */
export type TimelineEvent = {
  readonly act: ActRef
  readonly when: Span
  readonly kind: string
  readonly title: Words
  readonly body: BodyId | null
  readonly firmness: 'claimed' | 'stated' | 'reported' | 'own'
  readonly sources: readonly EntryHash[]
}
export type Timeline = {
  readonly process: ProcessView
  readonly from: Instant
  readonly until: Instant
  readonly rounds: readonly {
    readonly id: EntryHash
    readonly place: Words | null
    readonly numbers: readonly { readonly by: BodyId | Words; readonly number: number }[]
    readonly from: Instant
    readonly until: Instant | null
    readonly scheduled: Span | null
    readonly outcome: string | null
    readonly mediators: readonly BodyId[]
    readonly acts: readonly ActRef[]
  }[]
  /** which part of all events, in the order of (from, index), the lanes of this answer hold */
  readonly page: Page
  readonly third: readonly TimelineEvent[]
  readonly parties: Readonly<Record<string, readonly TimelineEvent[]>>
  readonly incidents: readonly TimelineEvent[]
  readonly commitments: readonly {
    readonly id: EntryHash
    readonly title: Words
    readonly from: Instant
    readonly until: Instant | null
    readonly act: ActRef
  }[]
  /** claims about what began on the last day before the moment asked for: of every speaker the latest */
  readonly pairs: readonly ClaimPair[]
}
/** A source beside some of the statements taken from it; `source` null: without one on the record. `continued`: more of the source of the row before. */
export type SourceRow = { readonly source: EntryHash | null; readonly sayings: readonly EntryHash[]; readonly continued: boolean }
/** Page *statements*. */
export type Statements = {
  readonly process: ProcessView
  /** on the whole record */
  readonly counts: { readonly sources: number; readonly sayings: number }
  /** which part of all rows this answer holds */
  readonly page: Page
  readonly rows: readonly SourceRow[]
  /** what the rows name, each once */
  readonly sayings: readonly Saying[]
  readonly sources: readonly SourceView[]
  readonly titles: Readonly<Record<string, Words>>
}
/** Page *commitments*. */
export type Commitments = {
  readonly process: ProcessView
  readonly at: Overview['at']
  readonly commitments: readonly CommitmentView[]
  readonly acts: Readonly<Record<string, ActRef>>
}
/** One row of page *record*. `act` is null where it is not open to this reader. */
export type ActRow = {
  readonly ref: ActRef
  readonly type: string
  readonly by: BodyId
  readonly doers: readonly BodyId[]
  readonly recorded: Instant
  readonly happened: Span
  readonly title: Words | null
  readonly text: string
  readonly solemn: boolean
  readonly act: 'open' | 'sealed' | 'erased' | 'withheld' | 'unknown-type'
}
