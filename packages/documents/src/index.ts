/** Reads what people hand in, and suggests the statements in it. */
export {
  READING_MEMORY,
  READING_TIME,
  READINGS_AT_ONCE,
  READINGS_WAITING,
  type ReadingOptions,
  readSource,
  studySource,
} from './reading/read-source.ts'
export {
  type HowDated,
  type Note,
  type NoteCode,
  type Origin,
  type Published,
  type Reading,
  type ReadingCode,
  SOURCE_LIMIT,
  type SourceGiven,
} from './reading/reading.ts'
export type { Studied } from './reading/study.ts'
export { suggest } from './statements/suggest.ts'
export type { AttributionRule, Suggestion, Suggestions } from './statements/suggestion.ts'
