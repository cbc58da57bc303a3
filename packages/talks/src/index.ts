export { forgetParsed, type ParsedAct, openAct, parseAct } from './act.ts'
export { actWords } from './act-words.ts'
export { catalogue, kindOf } from './catalogue.ts'
export { dateWords, isolated, listWords } from './dates.ts'
export { type Erasure, erasedBy, erasedEntries, overseersOf } from './erasure.ts'
export { foldAct } from './fold.ts'
export { enrolmentMessage, enrolmentProof } from './key.ts'
export type { Asking, Seen } from './asking.ts'
export { see } from './asking.ts'
export { type Headline, standing } from './standing.ts'
export type { ActKind, Kind, Mark, Opened, Reference, Role, Span, Who } from './kind.ts'
export { meaning } from './meaning.ts'
export type { Message, Say, Values } from './message.ts'
export { canAnswer, ownersOf } from './owner.ts'
export { isPublic, isPublished, type Publication, publicationOf, publicEntries } from './publication.ts'
export type { TalksCode, TalksRefusal } from './refusal.ts'
export { refusalWords } from './refusal-words.ts'
export { rightsTable } from './rights.ts'
export type { Ground, Words } from './shapes.ts'
export { begin, type State } from './state.ts'
export { parseQueryTime } from './time.ts'
export { type AskedView, askedOf, type Query } from './view/asked.ts'
export {
  type AskingAssurances,
  ASSURANCES_LIMIT,
  type AnswerView,
  type AssuranceView,
  type Assurances,
  assurances,
  type Step,
} from './view/assurances.ts'
export { commitments } from './view/commitments.ts'
export {
  type AskingCommuniques,
  COMMUNIQUES_LIMIT,
  type Communiques,
  type CommuniqueView,
  communiques,
  type Text as CommuniqueText,
} from './view/communiques.ts'
export {
  type AskingDisputes,
  type Claim,
  type ClaimColumn,
  DISPUTES_LIMIT,
  type Dispute,
  type Disputes,
  disputes,
} from './view/disputes.ts'
export { overview } from './view/overview.ts'
export type { Page } from './view/page.ts'
export { type AskingPapers, type Custody, PAPERS_LIMIT, type Papers, type PaperView, papers } from './view/papers.ts'
export { type AskingDraft, draftStanding } from './view/draft.ts'
export { processView } from './view/process.ts'
export {
  type AskingPublished,
  PUBLISHED_LIMIT,
  type Published,
  type PublishedAct,
  type PublishedBy,
  type PublishedPair,
  type PublishedStanding,
  published,
  publishedPages,
  type Unpublished,
} from './view/published.ts'
export {
  type AskingPublishing,
  type Erasable,
  type JointAct,
  JOINT_LIMIT,
  OWN_ACTS_LIMIT,
  type OwnAct,
  type PublicAct,
  type Publishing,
  publishing,
} from './view/publishing.ts'
export { type AskingRows, ROWS_LIMIT, rows } from './view/rows.ts'
export type { ShownAct } from './view/shown.ts'
export {
  type AskingSources,
  type CountedSource,
  type KnownSpeaker,
  SOURCES_LIMIT,
  type SourceGroup,
  type SourcePage,
  type Sources,
  source,
  sources,
} from './view/sources.ts'
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
