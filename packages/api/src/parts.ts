import { z } from 'zod'
import { SLUG_LIMIT, TIME_LENGTH_LIMIT } from './limits.ts'

/** 64 lowercase hex digits. */
export const HashText = z.string().regex(/^[0-9a-f]{64}$/)
/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export const InstantText = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
/** A body's, member's or track's token. */
export const TokenText = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,31}$/)
/** The first 32 hex digits of entry 0's hash. */
export const ProcessIdText = z.string().regex(/^[0-9a-f]{32}$/)
/** A process by its id or by its label on this host; ids win. */
export const ProcessRef = z
  .string()
  .regex(/^([0-9a-f]{32}|[a-z][a-z0-9-]*)$/)
  .max(SLUG_LIMIT)
/** An index or a size in an address. */
export const CountText = z.string().regex(/^(0|[1-9][0-9]{0,14})$/)
/** A date, which means its end (24:00 UTC), or an instant; `parseQueryTime` of talks reads it. */
export const TimeText = z.string().min(1).max(TIME_LENGTH_LIMIT)
/** Own words, once a language. */
export const WordsText = z.record(z.string(), z.string())
/** A list that its reader leaves as it is. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
/** Half-open `[from, until)`, UTC; `as` keeps the source's words. */
export const SpanShape = z.object({ from: InstantText, until: InstantText, as: z.string().optional(), zone: z.string().optional() })
/** Any JSON value. */
export const AnyJson = z.json()
