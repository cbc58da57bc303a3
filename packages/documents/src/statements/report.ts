import { cuesOf, type FoundCue, mayStandBetween } from './cue.ts'
import { type Hearsay, hearsayOf } from './hearsay.ts'
import { accordingTo, nounCue, pointsAre } from './noun-cue.ts'
import { type Subject, subjectAfter, subjectBefore, type Voice } from './speaker.ts'
import type { SpeechAct } from './suggestion.ts'
import type { Token } from './token.ts'

/** One saying told in a sentence: tokens `[from, to)` are its clause, `[cueFrom, cueTo)` the words that show it. */
export type Report = {
  readonly from: number
  readonly to: number
  readonly cueFrom: number
  readonly cueTo: number
  readonly subject: Subject
  readonly rule: string
  readonly hearsay: boolean
  readonly past: boolean
  /** undefined where the words decide */
  readonly act: SpeechAct | undefined
}

/** What is told of somebody's saying in a sentence, one for each clause with a speaker of its own. Sayings within sayings stay inside the outer one. */
export const reportsOf = (text: string, tokens: readonly Token[]): Report[] =>
  cuedIn(text, tokens).filter((report) => saysSomething(tokens, report))

/** As `reportsOf`, and where the words said stand elsewhere too: `The minister said:`. */
export const cuedIn = (text: string, tokens: readonly Token[]): Report[] => {
  const cues = cuesOf(tokens)
  const hearsay = hearsayOf(text, tokens, cues)
  const found: Report[] = [...nounCue(text, tokens), ...pointsAre(tokens)]
  for (const cue of cues) {
    if (found.some(({ cueTo }) => cueTo > cue.at)) continue
    const subject = subjectOf(text, tokens, cue, found.at(-1))
    if (
      subject === undefined ||
      ('pronoun' in subject && /^(?:who|which|it)$/.test(subject.pronoun)) ||
      isSubordinate(tokens, subject.from, cue)
    )
      continue
    const before = found.at(-1)
    const from = before === undefined ? clauseFrom(tokens, subject.from) : boundaryBefore(tokens, before.cueTo, subject.from)
    if (from === undefined) continue
    found.push({
      from,
      to: tokens.length,
      cueFrom: cue.at,
      cueTo: cue.to,
      subject,
      rule: cue.participle ? 'saying-that' : 'verb',
      hearsay: false,
      past: cue.past || cue.participle,
      act: cue.neutral ? undefined : cue.act,
    })
  }
  if (found.length === 0) found.push(...accordingTo(text, tokens))
  return closed(tokens, hearsay === undefined ? found : underHearsay(found, hearsay, tokens))
}

/** Words that a saying must have besides its cue: `He further stated…` is cut off and says nothing. */
const FEWEST_WORDS = 3
const saysSomething = (tokens: readonly Token[], { cueFrom, cueTo, from, to }: Report): boolean =>
  tokens.slice(cueTo, to).filter(({ word }) => word).length >= FEWEST_WORDS ||
  tokens.slice(from, cueFrom).filter(({ word }) => word).length >= 3 * FEWEST_WORDS

const PREPOSITIONS = new Set(['at', 'in', 'of', 'from', 'to', 'with', 'by', 'on', 'for', 'against', 'between', 'towards', 'near', 'under'])
/** Whether the noun phrase at `subject` is no subject, or the verb tells what is only supposed: `if the delegation agrees`, `talks in Doha confirmed`. */
const isSubordinate = (tokens: readonly Token[], subject: number, cue: FoundCue): boolean => {
  let at = subject - 1
  while (at >= 0 && /^(?:the|a|an|their|its|his|your|our)$/.test(tokens[at]!.lower)) at -= 1
  const before = tokens[at]?.lower ?? ''
  // `…, at which the minister pointed out`: a new sentence in all but its stop.
  if (before === 'which' && /^(?:at|upon|after)$/.test(tokens[at - 1]?.lower ?? '')) return false
  if (/^(?:which|whom|whose|if|whether|unless|until|where|how|what)$/.test(before) || PREPOSITIONS.has(before)) return true
  // `anxious that the republic accept`: wished, not said.
  return before === 'that' && cue.base === tokens[cue.at]!.lower
}

const subjectOf = (text: string, tokens: readonly Token[], cue: FoundCue, before: Report | undefined): Subject | undefined => {
  const own = cue.participle ? undefined : subjectBefore(text, tokens, cue.at)
  if (own !== undefined) return own
  let back = cue.at - 1
  while (
    back >= 0 &&
    (mayStandBetween(tokens[back]!) || tokens[back]!.text === ',' || /^(?:in|particular|by|large)$/.test(tokens[back]!.lower))
  )
    back -= 1
  const joined = /^(?:and|but)$/.test(tokens[back]?.lower ?? '') || (cue.participle && tokens[cue.at + 1]?.lower === 'that')
  // A second verb of the same subject adds nothing to the first.
  // `… be placed before them and explained, …`: a passive, whose subject does not speak.
  if (!joined || before !== undefined || /^[,.;]$/.test(tokens[cue.to]?.text ?? '')) return afterVerb(text, tokens, cue)
  return subjectAfter(text, tokens, 0, 8)
}

/** `…, said the minister`: only behind a comma or a closing quotation mark. */
const afterVerb = (text: string, tokens: readonly Token[], cue: FoundCue): Subject | undefined =>
  /^[,”"»’']$/.test(tokens[cue.at - 1]?.text ?? '') ? subjectAfter(text, tokens, cue.to, 2) : undefined

/** Where the clause of the first saying begins: the sentence's start, or behind a semicolon in front of its subject. */
const clauseFrom = (tokens: readonly Token[], subject: number): number => {
  const joint = jointBefore(tokens, subject)
  if (joint !== undefined && joint >= LEAST_BEFORE) return joint
  for (let at = subject - 1; at > 0; at -= 1) if (tokens[at]!.text === ';') return boundaryBefore(tokens, at, subject) ?? at + 1
  return 0
}

/** Tokens of a clause that is long enough to stand apart from the saying that follows it. */
const LEAST_BEFORE = 4
/** `… although the Dutch have insisted`, `… but the delegation refused`: where such a word stands right before the subject. */
const jointBefore = (tokens: readonly Token[], subject: number): number | undefined => {
  const at = /^(?:the|a|an|their|its)$/.test(tokens[subject - 1]?.lower ?? '') ? subject - 2 : subject - 1
  return at >= 0 && /^(?:although|though|whereas|but)$/.test(tokens[at]!.lower) ? at : undefined
}

const JOINS = new Set(['and', 'but', 'while', 'whereas', 'although', 'though', 'at', 'yet', 'then'])
/** Where a clause of its own begins between two sayings; undefined where the second is told within the first. */
export const boundaryBefore = (tokens: readonly Token[], from: number, subject: number): number | undefined => {
  const joint = jointBefore(tokens, subject)
  for (let at = subject - 1; at >= from; at -= 1) {
    if (tokens[at]!.text === ';' || at === joint) return at === joint ? at : at + 1
    if (tokens[at]!.text === ',' && (JOINS.has(tokens[at + 1]?.lower ?? '') || subject - at <= 2)) return at + 1
  }
  return undefined
}

const UNKNOWN: Voice = { speaker: null, office: null, many: true }
const UNTOLD: Subject = { from: 0, to: 0, voice: UNKNOWN }
/** What a body says of its own future is its word: `the government will reserve its rights`. */
const INTENDS = /^(?:will|would|shall|intends?|intending|intended|plans?|planning|means|wants?|wishes|hopes?)$/

/** A sign of hearsay turns what is told under it to hearsay; where nothing else is told, it is a saying itself. */
const underHearsay = (found: readonly Report[], hearsay: Hearsay, tokens: readonly Token[]): Report[] => {
  const { at, to, subject, rule } = hearsay
  const under = found.filter(({ cueTo }) => cueTo > at)
  const before = found.filter(({ cueTo }) => cueTo <= at)
  const first = under[0]
  // `Iran has stated it — I think their ambassador has said …`: whoever tells takes it back half.
  if (rule === 'not-sure' && before.length > 0 && /^[—–]$/.test(tokens[at - 1]?.text ?? ''))
    return before.map((one) => ({ ...one, hearsay: true, rule }))
  // `He said that it is understood that …`: his words.
  if (before.length > 0) return [...found]
  if (rule === 'reportedly' && under.length > 0) return under.map((report) => ({ ...report, hearsay: true, rule }))
  if (rule === 'it-is-said' && first === undefined && (subject === undefined || 'pronoun' in subject))
    return [{ from: 0, to: tokens.length, cueFrom: at, cueTo: to, subject: UNTOLD, rule, hearsay: true, past: false, act: undefined }]
  if (subject === undefined || 'pronoun' in subject)
    return rule === 'not-sure' ? under.slice(0, 1).map((one) => ({ ...one, hearsay: true, rule })) : []
  const speaks =
    first !== undefined ||
    cuesOf(tokens).some(({ at: cue }) => cue > subject.to) ||
    INTENDS.test(tokens[subject.to + 1]?.lower ?? '') ||
    INTENDS.test(tokens[subject.to + 2]?.lower ?? '')
  // `It is alleged that soldiers fired`: said of them, not by them. Whose words they are is not told.
  const whose = speaks || rule === 'is-said-to' ? subject : { from: subject.from, to: subject.to, voice: UNKNOWN }
  return [
    {
      from: 0,
      to: tokens.length,
      cueFrom: at,
      cueTo: to,
      subject: whose,
      rule,
      hearsay: true,
      past: first?.past ?? false,
      act: first?.act,
    },
  ]
}

/** Each clause ends where the next begins. */
const closed = (tokens: readonly Token[], found: readonly Report[]): Report[] =>
  found.map((report, at) => {
    let to = found[at + 1]?.from ?? tokens.length
    if (found[at + 1] !== undefined && /^[,;]$/.test(tokens[to - 1]?.text ?? '')) to -= 1
    return { ...report, to }
  })
