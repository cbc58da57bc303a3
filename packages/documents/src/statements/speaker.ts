import { ADJECTIVES, BODIES, DEPARTMENTS, JOINTS, NO_ACTORS, NO_NAMES, PRONOUNS, TITLES } from './actors.ts'
import { mayStandBetween } from './cue.ts'
import { NAME_LIMIT } from './suggestion.ts'
import { type Token, wordsOf } from './token.ts'

/** Who speaks: a name, an office, or both. `many`: a body or several, whom `they` may mean and `he` may not. */
export type Voice = { readonly speaker: string | null; readonly office: string | null; readonly many: boolean }
/** A subject among the tokens: a pronoun to be resolved, or a voice. */
export type Subject = { readonly from: number; readonly to: number } & ({ readonly pronoun: string } | { readonly voice: Voice })

export const isTitle = ({ lower }: Token): boolean => TITLES.has(lower)
export const isDepartment = ({ lower }: Token): boolean => DEPARTMENTS.has(lower)
export const isSmallWord = ({ lower }: Token): boolean => NO_NAMES.has(lower)
const isActorNoun = (token: Token): boolean =>
  TITLES.has(token.lower) || BODIES.has(token.lower) || TITLES.has(token.lower.replace(/'s$/, ''))
const isName = (token: Token, at: number): boolean =>
  token.capital && token.word && !(NO_NAMES.has(token.lower) && (at === 0 || token.lower.length < 4))
/** `t[he]`, as a mutilated message is printed. */
const MUTILATED_THE = /^t?\[?h?e\]?$/

/** The subject of the verb at `verb`, standing before it; adverbs, marks of notes and one apposition may stand between. */
export const subjectBefore = (text: string, tokens: readonly Token[], verb: number): Subject | undefined => {
  let at = skipBack(tokens, beforeAside(tokens, skipBack(tokens, verb - 1)))
  let apposed = ''
  if (tokens[at]?.text === ',') {
    const comma = appositionStart(tokens, at)
    if (comma === undefined) return undefined
    const name = appositionName(text, tokens, comma, at)
    if (name !== undefined) return name
    apposed = appositionOffice(text, tokens, comma + 1, at - 1)
    at = comma - 1
  }
  return subjectEnding(text, tokens, at, apposed)
}

const skipBack = (tokens: readonly Token[], from: number): number => {
  let at = from
  while (at >= 0) {
    if (mayStandBetween(tokens[at]!) && !(tokens[at]!.capital && at > 0)) at -= 1
    else if (tokens[at]!.text === ']' && tokens[at - 2]?.text === '[') at -= 3
    else if (tokens[at]!.text === ',' && parenthetic(tokens, at)) at -= 1
    else return at
  }
  return at
}
/** The commas of `, however,` and of `Sjahrir, for instance,`. */
const parenthetic = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]
  return before !== undefined && mayStandBetween(before) && !before.capital
}

const ASIDES = new Set([
  'on the other hand',
  'for its part',
  'for his part',
  'for her part',
  'for their part',
  'as always',
  'of course',
  'in turn',
  'in particular',
  'at least',
])
/** In front of `, on the other hand,`. */
const beforeAside = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.text !== ',') return at
  for (let open = at - 2; open >= 0 && open >= at - 6; open -= 1)
    if (
      tokens[open]!.text === ',' &&
      ASIDES.has(
        tokens
          .slice(open + 1, at)
          .map(({ lower }) => lower)
          .join(' '),
      )
    )
      return open - 1
  return at
}

/** Tokens that an apposition may have. */
const APPOSITION_LIMIT = 25
/** The comma that opens the apposition which the one at `at` closes: what follows it must be an office or `who`. */
const appositionStart = (tokens: readonly Token[], at: number): number | undefined => {
  for (let back = at - 1; back >= 0 && back > at - APPOSITION_LIMIT; back -= 1) {
    if (tokens[back]!.text !== ',') continue
    const begins = tokens.slice(back + 1, Math.min(back + 5, at))
    const office =
      begins.some((token) => TITLES.has(token.lower)) || begins[0]?.lower === 'who' || TITLES.has(tokens[back - 1]?.lower ?? '')
    if (office && (tokens[back - 1]?.capital === true || TITLES.has(tokens[back - 1]?.lower ?? ''))) return back
  }
  return undefined
}
/** `The spokesman, Omar Haddad, …`. */
const appositionName = (text: string, tokens: readonly Token[], comma: number, close: number): Subject | undefined => {
  const between = tokens.slice(comma + 1, close)
  if (between.length === 0 || between.length > 4 || !between.every((token) => token.capital && token.word && !TITLES.has(token.lower)))
    return undefined
  const subject = subjectEnding(text, tokens, comma - 1, '')
  if (subject === undefined || 'pronoun' in subject || subject.voice.speaker !== null) return undefined
  return { ...subject, voice: { speaker: wordsOf(text, tokens, comma + 1, close - 1), office: subject.voice.office, many: false } }
}
const appositionOffice = (text: string, tokens: readonly Token[], from: number, to: number): string => {
  const start = tokens[from]?.lower === 'who' ? from + 2 : from
  return tokens.slice(start, to + 1).some((token) => TITLES.has(token.lower)) ? wordsOf(text, tokens, start, to) : ''
}

/** The subject whose last token is `last`. */
const subjectEnding = (text: string, tokens: readonly Token[], last: number, apposed: string): Subject | undefined => {
  const token = tokens[last]
  if (token === undefined) return undefined
  const pronoun = pronounOf(token)
  if (pronoun !== undefined) return { from: last, to: last, pronoun }
  if (token.lower === 'us' && tokens[last - 1]?.lower === 'of') return ofUs(text, tokens, last)
  const from = phraseStart(tokens, last)
  if (from === undefined) return undefined
  const voice = voiceOf(text, tokens, { from, to: last }, apposed)
  return voice === undefined ? undefined : { from, to: last, voice }
}

/** `he`, and `he` in `he’ll`. */
const pronounOf = ({ lower }: Token): string | undefined => {
  const bare = lower.split("'")[0]!
  return PRONOUNS.has(bare) && lower !== 'its' ? bare : undefined
}
/** `the three of us`. */
const ofUs = (text: string, tokens: readonly Token[], last: number): Subject => {
  const from = Math.max(0, tokens[last - 3]?.lower === 'the' ? last - 3 : last - 2)
  return { from, to: last, voice: { speaker: wordsOf(text, tokens, from, last), office: null, many: true } }
}

/** Where the noun phrase begins that ends at `last`; undefined where that is no name, office or body. */
const phraseStart = (tokens: readonly Token[], last: number): number | undefined => {
  const head = tokens[last]!
  if (!head.word || NO_ACTORS.has(head.lower) || !(isName(head, last) || isActorNoun(head))) return undefined
  let from = last
  for (let at = last - 1; at >= 0 && last - at < APPOSITION_LIMIT; at -= 1) {
    const token = tokens[at]!
    if (isName(token, at) && !NO_ACTORS.has(token.lower)) from = at
    else if (isActorNoun(token) && token.word) from = at
    else if (ADJECTIVES.has(token.lower)) from = at
    else if (at === from - 1 && !tokens[from]!.capital && describes(tokens, at)) return at
    else if (!JOINTS.has(token.lower) || !joins(tokens, at)) break
  }
  return from
}

/** Which delegation: `northern` in `the northern delegation`. */
const describes = (tokens: readonly Token[], at: number): boolean =>
  /^\p{Ll}{3,}$/u.test(tokens[at]!.text) && /^(?:the|a|an)$/.test(tokens[at - 1]?.lower ?? '')

/** `of` in `Minister of Defence` joins; so does `the` in `Head of the Section`; `and` only two names. */
const joins = (tokens: readonly Token[], at: number): boolean => {
  const { lower } = tokens[at]!
  const before = tokens[at - 1]
  if (before === undefined) return false
  if (lower === 'the') return before.lower === 'of' || before.lower === 'for'
  if (lower === 'to' || lower === 'for') return TITLES.has(before.lower)
  if (lower === 'and' || lower === '&') return before.capital && isName(before, at - 1) && tokens[at + 1]?.capital === true
  return isName(before, at - 1) || isActorNoun(before)
}

/** What a noun phrase names. An office without a name is an office alone. */
export const voiceOf = (
  text: string,
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  apposed = '',
): Voice | undefined => {
  let lastTitle = -1
  for (let at = from; at <= to; at += 1)
    if (TITLES.has(tokens[at]!.lower) || (lastTitle >= 0 && DEPARTMENTS.has(tokens[at]!.lower))) lastTitle = at
  const article = /^(?:the)$/i.test(tokens[from - 1]?.text ?? '') || MUTILATED_THE.test(tokens[from - 1]?.text ?? 'x')
  const whole = wordsOf(text, tokens, from, to)
  if (whole === '' || whole.length > NAME_LIMIT) return undefined
  const titled = lastTitle >= 0 && !/\b(?:office|government|delegation|ministry|department|cabinet|committee)s?$/i.test(whole)
  if (!titled) return { speaker: bodyName(whole), office: apposed === '' ? null : apposed, many: isMany(tokens[to]!, article) }
  const nameFrom = nameAfterTitle(tokens, lastTitle, to)
  if (nameFrom === undefined)
    return { speaker: null, office: article ? `${tokens[from - 1]!.text} ${whole}` : whole, many: /s$/.test(tokens[to]!.lower) }
  return { speaker: wordsOf(text, tokens, nameFrom, to), office: wordsOf(text, tokens, from, nameFrom - 1), many: false }
}

/** `Minister for Foreign Affairs` names nobody, `Minister Beel` does. */
const nameAfterTitle = (tokens: readonly Token[], title: number, to: number): number | undefined => {
  if (title === to) return undefined
  for (let at = title + 1; at <= to; at += 1) if (!tokens[at]!.capital) return undefined
  return title + 1
}
const bodyName = (whole: string): string => whole.replaceAll(/\[|\]/g, '')

/** Names of peoples by their English endings; `the` before a name does the rest. */
const MANY = /^(?:dutch|french|british|swiss|spanish|u\.s\.a|u\.s|u\.n)$|(?:ians|icans|ese|ists)$/
const isMany = (token: Token, article: boolean): boolean =>
  article || BODIES.has(token.lower) || (token.lower.endsWith('s') && !token.capital) || MANY.test(token.lower)

/** The first noun phrase that can speak at or after `at`, of which the first token is within `reach` tokens. */
export const subjectAfter = (text: string, tokens: readonly Token[], at: number, reach = 6): Subject | undefined => {
  for (let from = at; from < tokens.length && from <= at + reach; from += 1) {
    const token = tokens[from]!
    const pronoun = pronounOf(token)
    if (pronoun !== undefined) return { from, to: from, pronoun }
    if (!(isName(token, from) || isActorNoun(token)) || NO_ACTORS.has(token.lower)) continue
    const to = phraseEnd(tokens, from)
    const head = tokens[to]!
    if (NO_ACTORS.has(head.lower) || head.lower.endsWith("'s")) continue
    const voice = voiceOf(text, tokens, { from, to })
    return voice === undefined ? undefined : { from, to, voice }
  }
  return undefined
}

const phraseEnd = (tokens: readonly Token[], from: number): number => {
  let to = from
  for (let at = from + 1; at < tokens.length && at - from < APPOSITION_LIMIT; at += 1) {
    const token = tokens[at]!
    if ((token.capital && token.word) || (isActorNoun(token) && token.word)) to = at
    else if (!/^(?:of|for|the)$/.test(token.lower) || !(tokens[at + 1]?.capital === true || tokens[at + 1]?.lower === 'the')) break
  }
  return to
}
