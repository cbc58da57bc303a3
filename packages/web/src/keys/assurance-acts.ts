import { type Act, wordsOf } from './acts.ts'

/** What the form of a request holds. `same`: what the asker gives in the same form. */
export type AskDraft = {
  readonly of: string
  readonly en: string
  readonly ur: string
  readonly sameEn: string
  readonly sameUr: string
  readonly plenary: boolean
}
export const EMPTY_ASK: AskDraft = { of: '', en: '', ur: '', sameEn: '', sameUr: '', plenary: false }

export const ANSWERS = ['confirmed', 'amended', 'in-the-text', 'elsewhere', 'not-in-this-form', 'not-ours-to-give', 'declined'] as const

/** What the form of a step holds: passing on, returning, answering, closing. `where`: an entry that the answer points to. */
export type StepDraft = {
  readonly step: '' | 'pass-on' | 'return' | 'answer' | 'close'
  readonly answer: string
  readonly where: string
  readonly en: string
  readonly ur: string
  readonly plenary: boolean
}
export const EMPTY_STEP: StepDraft = { step: '', answer: '', where: '', en: '', ur: '', plenary: false }

/** Until rooms come, a request can be read by the whole plenary: whoever makes it says so outright, or it is not made. */
const PLENARY = { audience: 'plenary' } as const

export const askAct = (
  draft: AskDraft,
  { about, language }: { about: { readonly statement?: string; readonly commitment?: string }; language: string },
): Act | null => {
  const words = wordsOf({ en: draft.en, ur: draft.ur }, language)
  const inSameForm = wordsOf({ en: draft.sameEn, ur: draft.sameUr }, language)
  if (words === null || draft.of === '' || !draft.plenary) return null
  return { type: 'assurance.asked', ...PLENARY, of: draft.of, words, ...(inSameForm === null ? {} : { inSameForm }), ...about }
}

const HASH = /^[0-9a-f]{64}$/

export const stepAct = (draft: StepDraft, { assurance, language }: { assurance: string; language: string }): Act | null => {
  if (!draft.plenary) return null
  const words = wordsOf({ en: draft.en, ur: draft.ur }, language)
  switch (draft.step) {
    case 'pass-on':
      return { type: 'assurance.passed-on', ...PLENARY, assurance }
    // returning is closing by who mediates, and says why
    case 'return':
      return words === null ? null : { type: 'assurance.closed', ...PLENARY, assurance, reason: words }
    case 'close':
      return { type: 'assurance.closed', ...PLENARY, assurance, ...(words === null ? {} : { reason: words }) }
    case 'answer': {
      if (!ANSWERS.some((answer) => answer === draft.answer)) return null
      const where = draft.where.trim()
      if (where !== '' && !HASH.test(where)) return null
      return {
        type: 'assurance.answered',
        ...PLENARY,
        assurance,
        answer: draft.answer,
        ...(words === null ? {} : { words }),
        ...(where === '' ? {} : { where }),
      }
    }
    default:
      return null
  }
}
