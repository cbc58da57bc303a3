import { accept, type Result } from '@paraph/record'
import { suggest } from '../statements/suggest.ts'
import type { AttributionRule, Suggestion } from '../statements/suggestion.ts'
import { readHere } from './read-here.ts'
import type { Reading, ReadingCode, SourceGiven } from './reading.ts'

/** What a thread is started with. */
export type Study = { readonly given: SourceGiven; readonly suggests: boolean }

/** A source as it was read, with the statements that it suggests and the rules of attribution that it lays down. */
export type Studied = { readonly reading: Reading; readonly suggestions: readonly Suggestion[]; readonly rules: readonly AttributionRule[] }

/** Reads a source and, where it is asked for, suggests; in this very thread. */
export const study = async ({ given, suggests }: Study): Promise<Result<Studied, ReadingCode>> => {
  const read = await readHere(given)
  if (!read.ok) return read
  const reading = read.value
  if (!suggests) return accept({ reading, suggestions: [], rules: [] })
  const { suggestions, rules } = suggest(reading.text)
  return accept({ reading, suggestions, rules })
}
