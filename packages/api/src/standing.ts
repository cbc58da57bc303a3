import { z } from 'zod'
import { HashText, InstantText, list, SpanShape, TokenText, WordsText } from './parts.ts'

/** Rule and facts are the contract; `text` follows `Accept-Language`. */
export const ReasonShape = z.object({
  rule: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
  acts: list(HashText),
})

export const TalksStatusShape = z.enum([
  'not-known',
  'closed',
  'suspended',
  'in-round',
  'party-absent',
  'between-rounds',
  'deadlock-called',
  'no-result',
  'quiet',
  'open',
])

/** One step that a debtor's commitment has reached, and how it is known. */
export const RungShape = z.object({
  debtor: TokenText,
  rung: z.enum([
    'claimed',
    'stated',
    'noted',
    'written',
    'agreed-ad-referendum',
    'agreed',
    'adopted',
    'authenticated',
    'none',
    'signed-kind-not-known',
    'signed-ad-referendum',
    'signed-subject-to-ratification',
    'consented',
    'in-force',
  ]),
  dashed: z.boolean(),
  how: ReasonShape,
  at: InstantText,
  by: list(TokenText),
})

export const ConditionShape = z.object({
  words: WordsText,
  on: TokenText,
  statedBy: list(TokenText),
  status: z.enum(['met', 'not-met', 'cannot-be-determined']),
  because: list(ReasonShape),
})

/** Half-open spans that were searched. */
export const CoveredShape = list(SpanShape.pick({ from: true, until: true }))

/** 11-fine-print, *Standing, the type*. */
export const StandingShape = z.object({
  talks: z.object({
    status: TalksStatusShape,
    since: InstantText.nullable(),
    by: list(TokenText),
    because: list(ReasonShape),
    wouldChange: list(ReasonShape),
  }),
  text: z.object({
    status: z.enum(['none', 'bracketed', 'clean', 'adopted', 'authenticated', 'closed']),
    open: z.int().min(0),
    since: InstantText.nullable(),
    because: list(ReasonShape),
  }),
  commitments: list(
    z.object({
      id: HashText,
      debtor: TokenText,
      text: list(RungShape),
      consent: list(RungShape),
      status: z.string(),
      conditions: list(ConditionShape),
      because: list(ReasonShape),
    }),
  ),
  covered: CoveredShape,
  seenBy: list(TokenText),
  computedWithout: z.int().min(0),
  sentence: z.string(),
})
