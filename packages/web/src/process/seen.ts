/** The shapes of what is shown, as talks computes them. */
export type {
  ActRef,
  ActRow,
  BodyView,
  Cell,
  ClaimPair,
  Commitments,
  CommitmentView,
  Condition,
  ConsentRung,
  LifeMark,
  Overview,
  ProcessView,
  Query,
  Reason,
  Rung,
  Saying,
  SourceRow,
  SourceView,
  Statements,
  TextRung,
  Timeline,
  TimelineEvent,
  Span,
} from '@paraph/talks'

/** Our own words within an act, once a language; the first is the fallback. */
export type Words = Readonly<Record<string, string>>
