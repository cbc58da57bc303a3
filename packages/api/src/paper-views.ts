import { z } from 'zod'
import { HashText, list, SpanShape, TokenText, WordsText } from './parts.ts'
import { ActRefShape, PageShape, ProcessShape } from './views.ts'

const StepShape = z.object({ by: list(TokenText), when: SpanShape, act: ActRefShape, reason: WordsText.nullable() })

export const AssurancesShape = z.object({
  process: ProcessShape,
  by: TokenText.nullable(),
  page: PageShape,
  assurances: list(
    z.object({
      id: HashText,
      act: ActRefShape,
      by: list(TokenText),
      of: TokenText,
      words: WordsText,
      inSameForm: WordsText.nullable(),
      statement: HashText.nullable(),
      commitment: HashText.nullable(),
      about: WordsText.nullable(),
      when: SpanShape,
      passedOn: list(StepShape),
      answered: list(
        z.object({
          answer: z.enum(['confirmed', 'amended', 'in-the-text', 'elsewhere', 'not-in-this-form', 'not-ours-to-give', 'declined']),
          words: WordsText.nullable(),
          where: HashText.nullable(),
          by: list(TokenText),
          when: SpanShape,
          act: ActRefShape,
        }),
      ),
      closed: StepShape.nullable(),
    }),
  ),
})

export const PapersShape = z.object({
  process: ProcessShape,
  page: PageShape,
  papers: list(
    z.object({
      id: HashText,
      act: ActRefShape,
      kind: z.enum(['draft', 'non-paper', 'talking-points', 'letter', 'list']),
      title: WordsText,
      by: list(TokenText),
      when: SpanShape,
      reported: WordsText.nullable(),
      quotable: z.boolean().nullable(),
      withoutPrejudice: z.boolean(),
      tabled: z.boolean(),
      withdrawn: z.boolean(),
      custody: list(
        StepShape.extend({
          verb: z.enum(['handed-over', 'received', 'passed-on', 'returned', 'withdrawn', 'tabled']),
          to: list(TokenText),
          through: list(TokenText),
        }),
      ),
    }),
  ),
})

const CommuniqueTextShape = z.object({
  act: ActRefShape,
  by: list(TokenText),
  onBehalfOf: list(TokenText),
  title: WordsText,
  points: list(WordsText),
  when: SpanShape,
  embargo: SpanShape.nullable(),
  underEmbargo: z.boolean(),
  silence: SpanShape.nullable(),
  speaks: list(z.object({ body: TokenText.nullable(), name: WordsText.nullable(), office: WordsText.nullable() })),
  lines: list(WordsText),
  source: HashText.nullable(),
  consented: list(TokenText),
  withheld: list(TokenText),
})

export const CommuniquesShape = z.object({
  process: ProcessShape,
  page: PageShape,
  communiques: list(
    z.object({
      id: HashText,
      round: WordsText.nullable(),
      drafted: CommuniqueTextShape.nullable(),
      agreed: list(StepShape),
      issued: list(CommuniqueTextShape),
      disputedBy: list(z.object({ bodies: list(TokenText), words: WordsText, when: SpanShape, act: ActRefShape })),
    }),
  ),
})
