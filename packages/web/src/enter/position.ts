import { type Act, wordsOf } from '../keys/acts.ts'

/** What a party holds on an issue, as typed. */
export type PositionDraft = { readonly issue: string; readonly kind: PositionKind; readonly en: string; readonly ur: string }
export const POSITION_KINDS = ['demand', 'offer', 'explanation', 'refusal'] as const
export type PositionKind = (typeof POSITION_KINDS)[number]

export const EMPTY_POSITION: PositionDraft = { issue: '', kind: 'demand', en: '', ur: '' }

/** The act of the form, or nothing while something that it needs is missing. */
export const positionAct = ({ issue, kind, en, ur }: PositionDraft, language: string): Act | null => {
  const words = wordsOf({ en, ur }, language)
  return issue === '' || words === null ? null : { type: 'position.tabled', issue, kind, words }
}
