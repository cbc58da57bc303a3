import { type Instant, type Refusal, type Result, refuse } from '@paraph/record'
import {
  askedOf,
  assurances,
  commitments,
  communiques,
  disputes,
  type Opened,
  overview,
  papers,
  processView,
  publishing,
  type Query,
  refusalWords,
  rows,
  type Say,
  source,
  sources,
  statements,
  type TalksCode,
  timeline,
} from '@paraph/talks'
import type { Answer } from '../search/record-index.ts'
import type { SearchAnswer } from './protocol.ts'
import { sayIn } from './say.ts'

const views = {
  overview,
  timeline,
  statements,
  commitments,
  sources,
  source,
  disputes,
  papers,
  communiques,
  assurances,
  process: processView,
  // for whoever holds a key: of the record that this window checked, and never asked of a host
  publishing,
}

/** A refusal in words, as a host would say it. */
const said = ({ code, facts }: Refusal, say: Say): string => {
  const words = Object.hasOwn(refusalWords, code) ? refusalWords[code as TalksCode] : undefined
  return words === undefined ? '' : say(words, facts)
}

/** A page's view of the acts that this window verified: the same function of the same query that the host calls. */
export const viewOf = async (
  acts: readonly Opened[],
  { view, query, language }: { view: string; query: Query; language: string },
): Promise<Result<unknown>> => {
  const asked = askedOf(query)
  if (!asked.ok) return asked
  const compute = Object.hasOwn(views, view) ? views[view as keyof typeof views] : undefined
  if (compute === undefined) return refuse('no-such-view', { view })
  const say = await sayIn(language)
  const seen = compute(acts, { ...asked.value, now: new Date().toISOString() as Instant, say, language })
  return seen.ok ? seen : { ok: false, refusal: { ...seen.refusal, facts: { ...seen.refusal.facts, said: said(seen.refusal, say) } } }
}

/** Acts as the record page lists them, newest first. */
export const rowsOf = async (
  acts: readonly Opened[],
  { before, limit, language }: { before: number; limit: number; language: string },
): Promise<Result<unknown>> => ({ ok: true, value: rows(acts, { before, limit, say: await sayIn(language), language }) })

/** Acts that were found, each as the record page lists it. */
export const hitsOf = async (acts: readonly Opened[], { total, found }: Answer, language: string): Promise<Result<SearchAnswer>> => {
  const say = await sayIn(language)
  const hits = found.flatMap(({ index, texts }) =>
    rows(acts, { before: index + 1, limit: 1, say, language }).map((row) => ({ row, texts })),
  )
  return { ok: true, value: { total, hits } }
}
