import { accept, ACT_LIMIT, type Json, type Result, refuse, strict } from '@paraph/record'

/** An act as it is written by hand: JSON with a type. */
export type WrittenAct = { readonly [key: string]: Json } & { readonly type: string }

/** Acts in one file or on the standard input. */
export const ACTS_LIMIT = 100_000

/** A JSON text as a strict value, as a record holds it. */
const parseStrict = (text: string): Result<Json> => {
  let json: Json
  try {
    json = JSON.parse(text) as Json
  } catch {
    return refuse('not-json')
  }
  const offence = strict(json)
  return offence === undefined ? accept(json) : { ok: false, refusal: offence }
}

/**
 * The acts of a text: one JSON object, an array of them, or one a line (NDJSON). Refused `act-unreadable` with the line or the place in the
 * array, `acts-none`, `oversize`.
 */
export const parseActs = (text: string): Result<readonly WrittenAct[]> => {
  const whole = parseStrict(text)
  const items: readonly (readonly [string, Result<Json>])[] = whole.ok
    ? (Array.isArray(whole.value) ? (whole.value as readonly Json[]) : [whole.value]).map((item, at) => [`[${at}]`, accept(item)] as const)
    : text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [[`line ${at + 1}`, parseStrict(line)] as const]))
  if (items.length === 0) return refuse('acts-none')
  if (items.length > ACTS_LIMIT) return refuse('oversize', { limit: ACTS_LIMIT })
  const acts: WrittenAct[] = []
  for (const [place, item] of items) {
    if (!item.ok) return refuse('act-unreadable', { cause: item.refusal.code }, item.refusal.path ?? place)
    if (!isAct(item.value)) return refuse('act-unreadable', { cause: 'no-type' }, place)
    acts.push(item.value)
  }
  return JSON.stringify(acts).length > ACT_LIMIT * acts.length * 2 ? refuse('oversize', { limit: ACT_LIMIT }) : accept(acts)
}

const isAct = (json: Json): json is WrittenAct =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && typeof (json as { readonly type?: Json }).type === 'string'
