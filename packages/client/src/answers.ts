import type { Captured, RouteName } from '@paraph/api'
import type { Json, Receipt } from '@paraph/record'
import type {
  ActRow,
  Assurances,
  Commitments,
  Communiques,
  Disputes,
  Overview,
  Papers,
  ProcessView,
  SourcePage,
  Sources,
  Standing,
  Statements,
  Timeline,
} from '@paraph/talks'

/** An act as a host keeps it: canonical text and salt (64 hex), or why it is not here. */
export type KeptAct = { readonly json: string; readonly salt: string } | 'erased' | 'withheld'

/** What each route answers, once parsed: JSON by its schema, tiles and bundles as bytes, notes and proofs as text. */
export type AnswerOf = {
  readonly processes: { readonly processes: readonly ProcessView[] }
  readonly makeLogKey: { readonly name: string; readonly key: string }
  readonly open: Receipt
  readonly process: ProcessView
  readonly submit: Receipt
  readonly entries: {
    readonly entries: readonly { readonly index: number; readonly leaf: string; readonly act: KeptAct }[]
    readonly next: number | null
  }
  readonly rows: { readonly rows: readonly ActRow[]; readonly next: number | null }
  readonly act: {
    readonly index: number
    readonly leaf: string
    readonly act: KeptAct
    readonly checkpoint: string
    readonly proof: readonly string[]
  }
  readonly actProof: string
  readonly standing: Standing
  readonly overview: Overview
  readonly timeline: Timeline
  readonly statements: Statements
  readonly commitments: Commitments
  readonly sources: Sources
  readonly source: SourcePage
  readonly disputes: Disputes
  readonly papers: Papers
  readonly communiques: Communiques
  readonly assurances: Assurances
  readonly bundle: Uint8Array
  readonly capture: Captured
  readonly blob: Uint8Array
  readonly sourceReading: Captured
  readonly catalogue: { readonly acts: readonly Json[] }
  readonly openApi: Json
  readonly session: { readonly signedIn: boolean }
  readonly signIn: undefined
  readonly signOut: undefined
  readonly makeSignInLink: { readonly link: string }
  readonly checkpoint: string
  readonly tile: Uint8Array
}

/** Routes that answer once. `events` is a stream: whoever has an `EventSource` listens there. `health` and `metrics` are asked by whoever keeps the host. */
export type AskedRoute = Exclude<RouteName, 'events' | 'health' | 'metrics'>
