import type { Setting } from './setting.ts'
import type { Token } from './token.ts'

const MODAL = new Set(['will', 'would', 'must', 'should', 'shall', 'cannot', 'could', 'may', 'might', 'can'])
/** A future or a duty told in the past; `will` and `may` are the author's own. */
const SHIFTED = new Set(['would', 'must', 'should', 'could', 'might'])
const PAST = new Set(['was', 'were', 'had', 'did'])
/** Somebody else comes in with a question. */
const ASKED = new Set(['asked', 'inquired', 'enquired', 'wondered'])
const AUTHOR = new Set(['i', 'we', 'my', 'our', 'me', 'us', 'you', 'your'])

/**
 * Whether a sentence without a cue goes on with what the speaker before it said. In a letter by its shifted tense (`There were many means`),
 * as long as the author does not come in; in an article, where the past tense is the outlet's own, by a modal alone (`will be met`).
 */
export const goesOn = (tokens: readonly Token[], kind: Setting['kind']): boolean => {
  if (tokens.some(({ lower }) => AUTHOR.has(lower) || ASKED.has(lower))) return false
  const modal = tokens.findIndex(({ lower }) => MODAL.has(lower))
  if (kind === 'article') return modal >= 0
  const shifted = tokens.findIndex(({ lower }) => SHIFTED.has(lower) || PAST.has(lower))
  // `Graham, who had hesitated, came down …`: the shifted tense is not the sentence's own.
  return kind === 'letter' && shifted >= 0 && !tokens.slice(0, shifted).some(({ lower }) => lower === 'who' || lower === 'which')
}

/** `would`, `might`, `could`: a future told in the past. */
export const isShiftedModal = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lower }) => lower === 'would' || lower === 'might' || lower === 'could')
