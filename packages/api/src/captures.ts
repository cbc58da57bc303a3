import { z } from 'zod'
import { HashText, InstantText, list } from './parts.ts'

/** Bytes of a JSON body that captures: a text of two million characters as UTF-8, escaped where it must be. */
export const CAPTURE_JSON_LIMIT = 8 * 1024 * 1024

/** What is captured: the page at an address, or a text that somebody pastes. Anything but JSON is taken as the file itself. */
export const CaptureShape = z.union([
  z.strictObject({ address: z.string().min(1).max(2_000) }),
  z.strictObject({ text: z.string().min(1), name: z.string().max(300).optional() }),
])

const Facts = z.record(z.string(), z.union([z.string(), z.number()]))
const offset = z.int().min(0)

/** `Reading` of documents: what a person reads in a source, and what the source says of itself. Offsets are UTF-16 units of `text`. */
export const ReadingShape = z.object({
  media: z.string(),
  text: z.string(),
  title: z.string().optional(),
  byline: z.string().optional(),
  publisher: z.string().optional(),
  language: z.string().optional(),
  published: z
    .object({ from: InstantText, until: InstantText, as: z.string(), how: z.enum(['printed', 'in-address', 'by-content']) })
    .optional(),
  origin: z.object({ name: z.string(), because: z.string(), rule: z.enum(['dateline', 'byline', 'credit', 'declared']) }).optional(),
  notes: list(z.object({ code: z.string(), facts: Facts, start: offset.optional(), end: offset.optional() })),
})

/** `Suggestion` of documents: a statement that a person may accept, correct or refuse. */
export const SuggestionShape = z.object({
  speaker: z.string().nullable(),
  office: z.string().nullable(),
  kind: z.enum(['direct', 'reported', 'hearsay', 'by-continuity']),
  words: z.string(),
  start: offset,
  end: offset,
  cue: z.object({ text: z.string(), start: offset, end: offset, rule: z.string() }),
  date: z.object({ from: InstantText, until: InstantText, as: z.string() }).nullable(),
  act: z.string(),
})

/** `AttributionRule` of documents: how what a text says may be used, in its own words. */
export const AttributionRuleShape = z.object({
  code: z.string(),
  words: z.string(),
  start: offset,
  end: offset,
  speaker: z.string().optional(),
})

/** A source whose snapshot is held: what `source.captured` needs, and what a person reads in it. `media` goes into the act as it is. */
export const CapturedShape = z.object({
  snapshot: z.object({ hash: HashText, media: z.string().max(100), size: offset }),
  address: z.string().nullable(),
  reading: ReadingShape,
  suggestions: list(SuggestionShape),
  rules: list(AttributionRuleShape),
})
export type Captured = z.output<typeof CapturedShape>
