import { useMemo } from 'react'
import { useDraft } from '../keys/draft.ts'
import type { Suggestion } from './captured.ts'

type KeptDraft = { readonly refused: readonly string[]; readonly own: readonly Suggestion[] }
const NONE: KeptDraft = { refused: [], own: [] }

/** What a person decided about the suggestions of a source, kept in this browser: those refused, and words taken by hand. */
export type Kept = {
  readonly refused: readonly string[]
  readonly own: readonly Suggestion[]
  readonly refuse: (id: string) => void
  readonly takeUp: (id: string) => void
  readonly add: (one: Suggestion) => void
}

export const useKeptSuggestions = (process: string, source: string): Kept => {
  const { draft, change } = useDraft<KeptDraft>(`${process}/suggestions/${source}`, NONE)
  return useMemo(
    () => ({
      refused: draft.refused,
      own: draft.own,
      refuse: (id) => change({ refused: [...draft.refused.filter((one) => one !== id), id] }),
      takeUp: (id) => change({ refused: draft.refused.filter((one) => one !== id) }),
      add: (one) => change({ own: [...draft.own.filter((own) => own.start !== one.start || own.end !== one.end), one] }),
    }),
    [draft, change],
  )
}
