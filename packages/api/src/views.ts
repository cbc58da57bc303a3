import { z } from 'zod'
import { HashText, InstantText, list, ProcessIdText, SpanShape, TokenText, WordsText } from './parts.ts'
import { ConditionShape, CoveredShape, ReasonShape, RungShape, StandingShape } from './standing.ts'

const Firmness = z.enum(['claimed', 'stated', 'reported'])
export const ActRefShape = z.object({ hash: HashText, index: z.int().min(0), own: z.boolean() })
const RefsByHash = z.record(z.string(), ActRefShape)

export const BodyShape = z.object({
  id: TokenText,
  roles: list(z.enum(['party', 'mediator', 'secretariat', 'rapporteur', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'])),
  names: WordsText,
  place: z.int().min(0),
  letter: z.string(),
  notYetRecognisedBy: list(TokenText),
  joined: z.boolean(),
})

export const ProcessShape = z.object({
  id: ProcessIdText,
  slug: z.string(),
  title: WordsText,
  nature: z.enum(['process', 'exercise', 'reconstruction']),
  statusClause: WordsText,
  languages: list(z.string()),
  size: z.int().min(1),
  opened: InstantText,
  lastRecorded: InstantText,
  keysArePublic: z.boolean(),
  bodies: list(BodyShape),
  covered: CoveredShape,
})

const DisputedBy = list(z.object({ body: TokenText, words: WordsText, act: ActRefShape }))

export const SayingShape = z.object({
  act: ActRefShape,
  body: TokenText.nullable(),
  speaker: z.object({ name: WordsText.optional(), office: WordsText.optional() }),
  voice: z.string(),
  kind: z.string(),
  form: z.string(),
  firmness: Firmness,
  words: WordsText,
  quoted: z.object({ language: z.string(), text: z.string() }).optional(),
  when: SpanShape,
  sources: list(HashText),
  about: list(HashText),
  reports: list(TokenText),
  disputedBy: DisputedBy,
  withdrawn: z.boolean(),
  place: z.object({ source: HashText, start: z.int().min(0), end: z.int().min(1), of: HashText }).optional(),
})

export const SourceShape = z.object({
  act: ActRefShape,
  address: z.string().nullable(),
  publisher: z.string(),
  title: z.string().nullable(),
  voice: z.string(),
  language: z.string(),
  published: SpanShape.nullable(),
  dated: z.string(),
  origin: z.string().nullable(),
  held: z.boolean(),
  snapshot: z.object({ hash: HashText, media: z.string() }).nullable(),
  note: WordsText.nullable(),
})

/** Which part of a long list an answer holds, and where the part after it begins. */
export const PageShape = z.object({ first: z.int().min(0), total: z.int().min(0), next: z.int().min(0).nullable() })

const LifeMarkShape = z.object({
  at: InstantText,
  until: InstantText.nullable(),
  kind: z.enum(['event', 'round']),
  label: WordsText.nullable(),
  act: HashText,
})
const CellShape = z.object({
  kind: z.string(),
  words: WordsText,
  saying: SayingShape.nullable(),
  act: ActRefShape,
  when: SpanShape,
  firmness: Firmness,
})

const ClaimPairShape = z.object({
  about: HashText,
  title: WordsText,
  when: SpanShape,
  claims: z.record(z.string(), list(SayingShape)),
  others: list(SayingShape),
  earlier: z.record(z.string(), z.int().min(0)),
  confirmation: WordsText.nullable(),
  disputed: z.boolean(),
})

const CommitmentShape = z.object({
  id: HashText,
  act: ActRefShape,
  title: WordsText,
  words: WordsText,
  debtors: list(TokenText),
  lanes: list(
    z.object({
      debtor: TokenText,
      text: RungShape.nullable(),
      consent: RungShape.nullable(),
      textPath: list(RungShape),
      consentPath: list(RungShape),
    }),
  ),
  status: z.string(),
  statusText: z.string(),
  conditions: list(ConditionShape),
  because: list(ReasonShape),
  leftOpen: list(WordsText),
  disputedBy: DisputedBy,
  since: InstantText,
  due: WordsText.nullable(),
  ends: WordsText.nullable(),
})

export const AtShape = z.object({ happened: InstantText, as: z.enum(['given', 'now', 'coverage-end']), known: z.int().min(0) })

export const OverviewShape = z.object({
  process: ProcessShape,
  at: AtShape,
  standing: StandingShape,
  headline: z.object({ computed: z.string(), authors: list(z.object({ body: TokenText, text: z.string(), acts: list(HashText) })) }),
  matrix: list(
    z.object({
      issue: HashText,
      title: WordsText,
      status: z.enum(['open', 'parked', 'closed']),
      cells: z.record(z.string(), CellShape.nullable()),
    }),
  ),
  commitments: list(CommitmentShape),
  pairs: list(ClaimPairShape),
  dates: list(z.object({ words: WordsText, text: z.string(), at: SpanShape.nullable(), acts: list(HashText) })),
  life: list(LifeMarkShape),
  acts: RefsByHash,
})

const TimelineEventShape = z.object({
  act: ActRefShape,
  when: SpanShape,
  kind: z.string(),
  title: WordsText,
  body: TokenText.nullable(),
  firmness: z.enum(['claimed', 'stated', 'reported', 'own']),
  sources: list(HashText),
})

export const TimelineShape = z.object({
  process: ProcessShape,
  from: InstantText,
  until: InstantText,
  rounds: list(
    z.object({
      id: HashText,
      place: WordsText.nullable(),
      numbers: list(z.object({ by: z.union([TokenText, WordsText]), number: z.int() })),
      from: InstantText,
      until: InstantText.nullable(),
      scheduled: SpanShape.nullable(),
      outcome: z.string().nullable(),
      mediators: list(TokenText),
      acts: list(ActRefShape),
    }),
  ),
  page: PageShape,
  third: list(TimelineEventShape),
  parties: z.record(z.string(), list(TimelineEventShape)),
  incidents: list(TimelineEventShape),
  commitments: list(z.object({ id: HashText, title: WordsText, from: InstantText, until: InstantText.nullable(), act: ActRefShape })),
  pairs: list(ClaimPairShape),
})

export const StatementsShape = z.object({
  process: ProcessShape,
  counts: z.object({ sources: z.int().min(0), sayings: z.int().min(0) }),
  page: PageShape,
  rows: list(z.object({ source: HashText.nullable(), sayings: list(HashText), continued: z.boolean() })),
  sayings: list(SayingShape),
  sources: list(SourceShape),
  titles: z.record(z.string(), WordsText),
})

export const CommitmentsShape = z.object({ process: ProcessShape, at: AtShape, commitments: list(CommitmentShape), acts: RefsByHash })

export const ActRowShape = z.object({
  ref: ActRefShape,
  type: z.string(),
  by: TokenText,
  doers: list(TokenText),
  recorded: InstantText,
  happened: SpanShape,
  title: WordsText.nullable(),
  text: z.string(),
  solemn: z.boolean(),
  act: z.enum(['open', 'sealed', 'erased', 'withheld', 'unknown-type']),
})
