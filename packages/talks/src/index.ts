export { type ParsedAct, openAct, parseAct } from './act.ts'
export { actWords } from './act-words.ts'
export { catalogue, kindOf } from './catalogue.ts'
export { dateWords, isolated, listWords } from './dates.ts'
export { foldAct } from './fold.ts'
export { enrolmentMessage, enrolmentProof } from './key.ts'
export type { Asking, Seen } from './asking.ts'
export { see } from './asking.ts'
export { type Headline, standing } from './standing.ts'
export type { ActKind, Kind, Mark, Opened, Reference, Role, Span, Who } from './kind.ts'
export { meaning } from './meaning.ts'
export type { Message, Say, Values } from './message.ts'
export type { TalksCode, TalksRefusal } from './refusal.ts'
export { refusalWords } from './refusal-words.ts'
export { rightsTable } from './rights.ts'
export type { Ground, Words } from './shapes.ts'
export { begin, type State } from './state.ts'
export { parseQueryTime } from './time.ts'
export { type AskedView, askedOf, type Query } from './view/asked.ts'
export { commitments } from './view/commitments.ts'
export { overview } from './view/overview.ts'
export type { Page } from './view/page.ts'
export { processView } from './view/process.ts'
export { type AskingRows, ROWS_LIMIT, rows } from './view/rows.ts'
export { type AskingStatements, SOURCE_ROWS_LIMIT, statements } from './view/statements.ts'
export { type AskingTimeline, EVENTS_LIMIT, timeline } from './view/timeline.ts'
export type {
  ActRef,
  ActRow,
  BodyView,
  Cell,
  ClaimPair,
  CommitmentView,
  Commitments,
  Condition,
  ConsentRung,
  LifeMark,
  Overview,
  ProcessView,
  Reason,
  Rung,
  Saying,
  SourceRow,
  SourceView,
  Standing,
  Statements,
  TalksStatus,
  TextRung,
  Timeline,
  TimelineEvent,
} from './view/types.ts'
export { inLanguage } from './words.ts'
