import { mayStandBetween } from './cue.ts'
import type { Token } from './token.ts'

/** Where an author takes a stand of their own, and by which rule. */
export type Stance = { readonly at: number; readonly to: number; readonly rule: string }

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))
/** After `I` or `we`. What one did (`I discussed`, `I travelled`) is narrative and stands in no list. */
const FIRST =
  words(`think believe consider feel hope know assume presume agree disagree suggest propose recommend urge welcome prefer regret understand
  appreciate doubt fear realise realize expect insist support refuse reject decline intend undertake promise accept wish want like ask request demand trust
  conclude warn thank oppose object commit pledge affirm reaffirm recognise recognize declare condemn call invite stand acknowledge reiterate maintain hold
  sure certain convinced afraid glad pleased grateful gratified anxious prepared ready willing unable disturbed determined inclined satisfied confident concerned
  sorry unwilling confirm aware interested doubtful unclear alarmed pessimistic optimistic encouraged relieved impressed struck bound entitled stressed urged suggested recommended concluded assured assure obliged`)
const MODALS = words('will shall would should cannot could may might must do have had am are was were be been not no little some every')
const FAVOUR =
  words(`desirable important essential necessary unfair unjust preferable scandalous vital advisable unwise wise regrettable unfortunate better best
  appropriate useful helpful dangerous premature mistake pity difficult impossible clear obvious interesting hoped unlikely likely improbable futile tragic
  strange fair reasonable unreasonable much probable possible`)
const VERDICT = words(
  'poor unjust unfair tragic futile misinterpretation misleading unsatisfactory scandalous foolish regrettable mistaken unacceptable wrong vital',
)
const SEEM = words('seem seems appear appears')
const BE = words('is was be are were become been seems')

/** The stand that the sentence takes in its author's own voice; undefined for narrative. */
export const stanceOf = (tokens: readonly Token[]): Stance | undefined => {
  const asked = request(tokens)
  if (asked !== undefined) return asked
  for (let at = 0; at < tokens.length; at += 1) {
    const found = firstPerson(tokens, at) ?? impersonal(tokens, at) ?? verdict(tokens, at)
    if (found !== undefined) return found
  }
  return undefined
}

const firstPerson = (tokens: readonly Token[], at: number): Stance | undefined => {
  const { lower, text } = tokens[at]!
  const next = tokens[at + 1]?.lower ?? ''
  if (
    (lower === 'my' || lower === 'our') &&
    /^(?:opinion|view|views|judgement|judgment|mind|hope|belief|fear|wish|intention|impression|understanding|concern|feeling|assessment|conclusion|experience|investigations|information|duty)$/.test(
      next,
    )
  )
    return { at, to: at + 2, rule: 'in-my-opinion' }
  if ((lower === 'convinced' || lower === 'persuaded') && /^(?:me|us)$/.test(next)) return { at, to: at + 2, rule: 'convinced-me' }
  if (
    /^(?:concerns|worries|surprises|strikes|seems|appears|disturbs|pleases)$/.test(lower) &&
    /^(?:me|us)$/.test(tokens[at + 1]?.lower ?? '')
  )
    return { at, to: at + 2, rule: 'concerns-me' }
  if (text !== 'I' && lower !== 'we') return undefined
  let to = at + 1
  let promises = false
  while (to < tokens.length && to < at + 7 && (MODALS.has(tokens[to]!.lower) || mayStandBetween(tokens[to]!) || tokens[to]!.text === ',')) {
    if (tokens[to]!.lower === 'will' || tokens[to]!.lower === 'shall') promises = true
    to += 1
  }
  if (lower === 'we' || text === 'I') {
    if (tokens[at - 1]?.lower === 'as' && tokens[at - 2]?.lower === 'far') return { at: at - 2, to: at + 1, rule: 'as-far-as-i' }
    if (tokens[at + 1]?.lower === 'would' && !/^(?:that|if|when|whether)$/.test(tokens[at - 1]?.lower ?? ''))
      return { at, to: at + 2, rule: 'i-hold' }
  }
  if (promises) return { at, to: Math.min(to + 1, tokens.length), rule: 'i-will' }
  // `anxious that I support them`: what somebody else wants of the author.
  if (/^(?:that|if|when|whether)$/.test(tokens[at - 1]?.lower ?? '')) return undefined
  if (to < tokens.length && FIRST.has(tokens[to]!.lower)) return { at, to: to + 1, rule: 'i-hold' }
  if (to < tokens.length && isPresent(tokens[at + 1]!, tokens[to]!)) return { at, to: to + 1, rule: 'i-do' }
  return tokens[at + 1]?.lower === 'are' && tokens[at + 2]?.lower === 'not' && tokens[at + 3]?.lower === 'in'
    ? { at, to: at + 4, rule: 'i-hold' }
    : undefined
}

const PAST_OR_ERRAND =
  words(`was were had did went met saw left made took gave got came said told thought felt knew found sent wrote spoke held kept brought heard
  began ran understood became put read leave go send enclose arrive return travel attach forward fly refer call`)
/** `I submit`, `we fear`: what an author does now by writing it. What they did, or where they go, is told. */
const isPresent = (next: Token, verb: Token): boolean =>
  verb.word &&
  !verb.capital &&
  !/(?:ed|ing)$/.test(verb.lower) &&
  !PAST_OR_ERRAND.has(verb.lower) &&
  !/^(?:have|had|am|are|was|were|been)$/.test(next.lower)

/** `It would be desirable to …`, `there should be …`, `this seems to imply …`. */
const impersonal = (tokens: readonly Token[], at: number): Stance | undefined => {
  const { lower } = tokens[at]!
  // `They consider that there is no reason`: whose view it is stands before; where it is not understood, it is not the author's either.
  if (tokens[at - 1]?.lower === 'that' && (lower === 'there' || lower === 'it')) return undefined
  if (SEEM.has(lower) && at > 0) return { at, to: at + 1, rule: 'it-seems' }
  if (lower === 'there' && /^(?:should|must|ought)$/.test(tokens[at + 1]?.lower ?? '')) return { at, to: at + 2, rule: 'there-should' }
  if (
    lower === 'there' &&
    /^(?:is|was|can) (?:be )?(?:little|no|some|every|considerable)$/.test(phrase(tokens, at + 1)) &&
    DOUBT.has(tokens[at + 3]?.lower ?? '')
  )
    return { at, to: at + 4, rule: 'there-is-no-doubt' }
  if (lower === 'you' && /^(?:should|must|will)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 1]?.lower !== 'have')
    return { at, to: at + 2, rule: 'you-should' }
  if (lower !== 'it') return undefined
  for (let to = at + 1; to < tokens.length && to < at + 7; to += 1) {
    if (FAVOUR.has(tokens[to]!.lower)) return { at, to: to + 1, rule: 'it-would-be' }
    if (
      !MODALS.has(tokens[to]!.lower) &&
      !BE.has(tokens[to]!.lower) &&
      !mayStandBetween(tokens[to]!) &&
      !/^(?:very|too|more|most|a|the)$/.test(tokens[to]!.lower)
    )
      return undefined
  }
  return undefined
}

const DOUBT = words('doubt question evidence reason sign hope chance danger need')
const phrase = (tokens: readonly Token[], at: number): string => `${tokens[at]?.lower ?? ''} ${tokens[at + 1]?.lower ?? ''}`

/** `… is a poor one`, `this is a misinterpretation`. */
const verdict = (tokens: readonly Token[], at: number): Stance | undefined => {
  if (!VERDICT.has(tokens[at]!.lower)) return undefined
  for (let back = at - 1; back >= 0 && back > at - 5; back -= 1) if (BE.has(tokens[back]!.lower)) return { at, to: at + 1, rule: 'verdict' }
  return undefined
}

const request = (tokens: readonly Token[]): Stance | undefined => {
  const first = tokens[0]?.lower ?? ''
  if (/^(?:please|grateful|presume|request|thanks|regret|suggest|recommend|propose|urge)$/.test(first))
    return { at: 0, to: 1, rule: 'asks' }
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const pair = `${tokens[at]!.lower} ${tokens[at + 1]!.lower}`
    if (/^(?:would|could|can|will|may) (?:you|i|we)$/.test(pair)) return { at, to: at + 2, rule: 'asks' }
  }
  return undefined
}

/**
 * Whether a stand without a first person stands in the past tense (`was vital`): behind somebody else's reported words it is still theirs.
 */
export const isShifted = (stance: Stance | undefined, tokens: readonly Token[]): boolean =>
  stance !== undefined &&
  /^(?:verdict|it-would-be)$/.test(stance.rule) &&
  tokens
    .slice(stance.rule === 'verdict' ? Math.max(0, stance.at - 4) : stance.at, stance.to)
    .some(({ lower }) => lower === 'was' || lower === 'were')
