import { z } from 'zod'
import { HashText, list, SpanShape, TokenText, WordsText } from './parts.ts'
import { ActRefShape, AtShape, PageShape, ProcessShape, SayingShape, SourceShape } from './views.ts'

const CountShape = z.int().min(0)

export const SourcesShape = z.object({
  process: ProcessShape,
  counts: z.object({ sources: CountShape, origins: CountShape, statements: CountShape }),
  page: PageShape,
  groups: list(
    z.object({ origin: z.string().nullable(), continued: z.boolean(), sources: list(SourceShape.extend({ statements: CountShape })) }),
  ),
})

export const SourcePageShape = z.object({
  process: ProcessShape,
  source: SourceShape.nullable(),
  sameOrigin: list(SourceShape),
  page: PageShape,
  sayings: list(SayingShape),
  titles: z.record(z.string(), WordsText),
  speakers: list(z.object({ body: TokenText.nullable(), name: WordsText, office: WordsText.nullable(), voice: z.string() })),
})

const ClaimShape = z.object({
  says: z.enum(['said', 'issued', 'recorded', 'disputes', 'clarifies', 'account']),
  act: ActRefShape,
  when: SpanShape,
  words: list(WordsText),
  saying: SayingShape.nullable(),
  outcome: z.string().nullable(),
  takesPart: list(TokenText),
})

export const DisputesShape = z.object({
  process: ProcessShape,
  at: AtShape,
  page: PageShape,
  disputes: list(
    z.object({
      about: HashText,
      of: z.enum(['statement', 'communique', 'commitment', 'round']),
      title: WordsText.nullable(),
      when: SpanShape,
      columns: list(z.object({ body: TokenText.nullable(), name: WordsText.nullable(), claims: list(ClaimShape) })),
    }),
  ),
})
