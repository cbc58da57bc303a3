import { attributionsOf } from './attribution.ts'
import { blocksOf, frontMatterOf } from './block.ts'
import { Reader } from './reader.ts'
import { sentencesOf } from './sentence.ts'
import { settingOf } from './setting.ts'
import {
  type AttributionRule,
  NAME_LIMIT,
  NAMES_LIMIT,
  SENTENCE_LIMIT,
  SUGGESTIONS_LIMIT,
  type Suggestions,
  TEXT_LIMIT,
} from './suggestion.ts'

/** UTF-16 units of the shortest sentence that can say anything (`I quit.`). */
const SHORTEST = 6

/**
 * Suggests the statements in a text, each with its speaker, place, cue and rule, and lists the rules of attribution that the text lays down.
 * `names`: persons and bodies that the caller knows, so that a surname alone finds the whole name. Never throws, whatever the text; time is
 * linear in its length. What lies beyond a limit is not looked at: see `read`.
 */
export const suggest = (text: string, options: { readonly names?: readonly string[] } = {}): Suggestions => {
  const read = Math.min(text.length, TEXT_LIMIT)
  const front = frontMatterOf(text)
  const blocks = blocksOf(text, { start: Math.min(front.end, read), end: read })
  const setting = settingOf(text, blocks, front)
  const reader = new Reader({
    text,
    blocks,
    setting,
    names: (options.names ?? []).slice(0, NAMES_LIMIT).filter((name) => name.length <= NAME_LIMIT),
  })
  const rules: AttributionRule[] = []
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'mark' || block.kind === 'note') continue
    const sentences = sentencesOf(text, block).filter(({ start, end }) => end - start <= SENTENCE_LIMIT && end - start >= SHORTEST)
    for (const sentence of sentences) if (rules.length < SUGGESTIONS_LIMIT) rules.push(...attributionsOf(text, sentence))
    if (block.kind === 'body') reader.read(at, sentences)
    if (reader.found.length >= SUGGESTIONS_LIMIT) return { suggestions: reader.found.slice(0, SUGGESTIONS_LIMIT), rules, read: block.end }
  }
  return { suggestions: reader.found, rules, read }
}
