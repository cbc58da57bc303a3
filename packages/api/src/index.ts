export { addressOf, type AddressParts, type ParameterOf } from './address.ts'
export {
  AttributionRuleShape,
  CAPTURE_JSON_LIMIT,
  type Captured,
  CapturedShape,
  CaptureShape,
  ReadingShape,
  SuggestionShape,
} from './captures.ts'
export {
  ADDRESS_LENGTH_LIMIT,
  BODY_LIMIT,
  ENTRIES_DEFAULT,
  ENTRIES_LIMIT,
  ROWS_DEFAULT,
  ROWS_LIMIT,
  SLUG_LIMIT,
  TIME_LENGTH_LIMIT,
} from './limits.ts'
export { type DescribedAct, describeActs, openApi, schemaOf } from './openapi.ts'
export {
  HOST_REFUSALS,
  type HostCode,
  type Message,
  type Problem,
  PROBLEM_TYPE,
  ProblemShape,
  problem,
  type RefusalCode,
  statusOf,
  TALKS_STATUS,
} from './refusals.ts'
export { AssurancesShape, CommuniquesShape, PapersShape } from './paper-views.ts'
export { type Access, type Answer, EVERYWHERE, type Parameters, type Route, type RouteName, routes } from './routes.ts'
export { DisputesShape, SourcePageShape, SourcesShape } from './source-views.ts'
export { StandingShape } from './standing.ts'
export { ActAnswer, EntriesShape, EntryShape, HostKeyShape, KeptAct, ReceiptShape, SubmissionShape } from './submission.ts'
export { ActRowShape, CommitmentsShape, OverviewShape, ProcessShape, StatementsShape, TimelineShape } from './views.ts'
