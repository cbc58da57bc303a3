import type { Json, Refusal, Result } from '@paraph/record'
import type { ActRow, Query } from '@paraph/talks'
import type { Found } from '../search/record-index.ts'

/** What the page asks of the worker. Every request is answered once, `progress` may come before. */
export type Asked =
  | { readonly do: 'follow'; readonly process: string; readonly base: string }
  | { readonly do: 'view'; readonly process: string; readonly view: string; readonly query: Query; readonly language: string }
  | { readonly do: 'rows'; readonly process: string; readonly before: number; readonly limit: number; readonly language: string }
  | {
      readonly do: 'search'
      readonly process: string
      readonly text: string
      readonly noun?: string | undefined
      readonly by?: string | undefined
      readonly language: string
    }
  | { readonly do: 'leaf'; readonly process: string; readonly hash: string }
  | { readonly do: 'verify'; readonly process: string }
  | { readonly do: 'bundle'; readonly bytes: ArrayBuffer; readonly trust?: string | undefined; readonly language: string }
  | { readonly do: 'sign'; readonly process: string; readonly by: string; readonly act: Json }

export type Progress = { readonly stage: string; readonly done: number; readonly of: number }

/** A fault of a record: its name, the entry where it shows, and where the host's page differs from the record. */
export type Fault = Refusal & { readonly entry?: number; readonly hash?: string }

/** What was found: each act as the record page lists it, with the texts that hold what was sought. `total`: how many acts do. */
export type SearchAnswer = { readonly total: number; readonly hits: readonly { readonly row: ActRow; readonly texts: Found['texts'] }[] }

export type ToWorker = { readonly id: number; readonly asked: Asked } | { readonly cancel: number }
export type FromWorker = { readonly id: number; readonly progress: Progress } | { readonly id: number; readonly answer: Result<unknown> }

/** A record that passed: what it is, and what was counted on the way. */
export type Verified = {
  readonly process: string
  readonly title: Readonly<Record<string, string>> | null
  readonly nature: 'process' | 'exercise' | 'reconstruction'
  readonly keysArePublic: boolean
  readonly size: number
  readonly root: string
  readonly origin: string
  readonly newest: string
  readonly identity: 'trusted' | 'self-consistent'
  readonly counts: {
    readonly open: number
    readonly undisclosed: number
    readonly erased: number
    readonly notCheckable: number
    readonly unknownTypes: number
  }
  readonly keys: number
  readonly bundle: boolean
  readonly milliseconds: number
}
