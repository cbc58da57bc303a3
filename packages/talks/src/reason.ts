import type { BodyId, EntryHash } from '@paraph/record'
import { authorBodies } from './account.ts'
import type { Seen } from './asking.ts'
import { dateWords, isolated, listWords } from './dates.ts'
import type { Mark } from './kind.ts'
import type { Message, Values } from './message.ts'
import type { Words } from './shapes.ts'
import type { Reason } from './view/types.ts'
import { inLanguage } from './words.ts'

/** A rule that was applied: rule and facts are the contract, the text says them in the reader's language. */
export const reason = (
  { say }: Pick<Seen, 'say'>,
  rule: string,
  message: Message,
  {
    facts = {},
    values = {},
    acts = [],
  }: { readonly facts?: Reason['facts']; readonly values?: Values; readonly acts?: readonly EntryHash[] } = {},
): Reason => ({ rule, facts, text: say(message, values), acts })

/** Bodies by their labels, as the language lists them. */
export const bodiesInWords = ({ language }: Pick<Seen, 'language'>, bodies: readonly BodyId[]): string => listWords(bodies, language)

/** Our own words in the reader's language, else as they stand first; without a full stop at the end, since they go into a sentence. */
export const wordsIn = ({ language }: Pick<Seen, 'language'>, words: Words): string =>
  inLanguage(words, language).text.replace(/[.۔]\s*$/u, '')

/** When an act happened, in words: the source's days, never more exact. */
export const whenOf = ({ language }: Pick<Seen, 'language'>, mark: Mark): string => dateWords(mark.happened, language)

/** Whose account an act is, in words. */
export const groundInWords = (seen: Pick<Seen, 'say' | 'language'>, mark: Mark): string => {
  const { ground } = mark
  if (ground === undefined) return seen.say(/*i18n*/ { id: 'talks.ground.own', message: 'own act' })
  if (ground.kind === 'published-original') return seen.say(/*i18n*/ { id: 'talks.ground.published', message: 'by published original' })
  const bodies = authorBodies(mark)
  if (bodies.length > 0) {
    return seen.say(/*i18n*/ { id: 'talks.ground.account', message: 'by account of {whose}' }, { whose: bodiesInWords(seen, bodies) })
  }
  if (ground.of === undefined) return seen.say(/*i18n*/ { id: 'talks.ground.source', message: 'by account of the source' })
  return seen.say(
    /*i18n*/ { id: 'talks.ground.account', message: 'by account of {whose}' },
    { whose: isolated(wordsIn(seen, ground.of as Words)) },
  )
}
