import { type FoundCue, mayStandBetween } from './cue.ts'
import { type Subject, subjectAfter, subjectBefore } from './speaker.ts'
import type { Token } from './token.ts'

/** Words by which a text says that it knows of a statement at second hand. `subject`: whose words they would be. */
export type Hearsay = { readonly at: number; readonly to: number; readonly subject: Subject | undefined; readonly rule: string }

const ADVERBS = new Set(['reportedly', 'allegedly', 'supposedly', 'purportedly'])
const HELD = new Set('reported understood believed rumoured rumored said alleged learned learnt thought claimed known'.split(' '))
const RUMOUR = new Set('reports report rumours rumors rumour news indications suggestions hints'.split(' '))
const PRESS = new Set('press radio media newspapers newspaper sources source agencies agency reports'.split(' '))
const BE = new Set(['is', 'are', 'was', 'were', 'been'])
const THINK = new Set(['think', 'believe', 'understand', 'hear', 'gather', 'suppose', 'imagine'])

/** The first sign of hearsay in a sentence. */
export const hearsayOf = (text: string, tokens: readonly Token[], cues: readonly FoundCue[]): Hearsay | undefined => {
  for (let at = 0; at < tokens.length; at += 1) {
    const found =
      reportedly(text, tokens, at) ??
      impersonal(text, tokens, at) ??
      rumour(text, tokens, at) ??
      unsure(text, tokens, at, cues) ??
      heard(text, tokens, at)
    if (found !== undefined) return found
  }
  return undefined
}

/** `The delegation reportedly agreed`. */
const reportedly = (text: string, tokens: readonly Token[], at: number): Hearsay | undefined => {
  if (!ADVERBS.has(tokens[at]!.lower)) return undefined
  const subject = subjectBefore(text, tokens, at) ?? subjectAfter(text, tokens, at + 1)
  return { at, to: at + 1, subject, rule: 'reportedly' }
}

/** `It is understood that the government …`, `The government is said to …`. */
const impersonal = (text: string, tokens: readonly Token[], at: number): Hearsay | undefined => {
  if (!HELD.has(tokens[at]!.lower)) return undefined
  let be = at - 1
  while (be > 0 && mayStandBetween(tokens[be]!) && !BE.has(tokens[be]!.lower)) be -= 1
  if (!BE.has(tokens[be]?.lower ?? '')) return undefined
  const next = tokens[at + 1]?.lower
  const before = tokens[be - 1]?.lower === 'has' || tokens[be - 1]?.lower === 'had' ? be - 2 : be - 1
  if (next === 'that' && tokens[before]?.lower === 'it')
    return { at, to: at + 2, subject: subjectAfter(text, tokens, at + 2), rule: 'it-is-said' }
  if (next !== 'to') return undefined
  const subject = subjectBefore(text, tokens, be)
  return subject === undefined || 'pronoun' in subject ? undefined : { at, to: at + 2, subject, rule: 'is-said-to' }
}

/** `Press reports that …`, `rumours to the effect that …`, `sources say …`. */
const rumour = (text: string, tokens: readonly Token[], at: number): Hearsay | undefined => {
  const { lower } = tokens[at]!
  if (!RUMOUR.has(lower)) return undefined
  const owned = tokens[at - 1]?.lower.endsWith("'s") === true || /^(?:your|our|my|his|her|their|any)$/.test(tokens[at - 1]?.lower ?? '')
  const that = thatAfter(tokens, at)
  const press = PRESS.has(tokens[at - 1]?.lower ?? '') || PRESS.has(lower)
  if (that === undefined || owned || !(press || lower !== 'report')) return undefined
  return { at, to: that + 1, subject: subjectAfter(text, tokens, that + 1), rule: 'reports-that' }
}

/** Tokens between `reports` and its `that`. */
const REACH = 8
const thatAfter = (tokens: readonly Token[], at: number): number | undefined => {
  for (let next = at + 1; next < tokens.length && next <= at + REACH; next += 1) {
    if (tokens[next]!.lower === 'that') return next
    if (/^[,;.:]$/.test(tokens[next]!.text)) return undefined
  }
  return undefined
}

/** `I understand from my staff that the department takes the view …`, `we have learnt that …`. */
const heard = (text: string, tokens: readonly Token[], at: number): Hearsay | undefined => {
  if (tokens[at]!.text !== 'I' && tokens[at]!.lower !== 'we') return undefined
  const verb = tokens.findIndex(({ lower }, index) => index > at && index < at + 4 && HEAR.has(lower))
  const that = verb < 0 ? undefined : thatAfter(tokens, verb)
  if (that === undefined) return undefined
  const subject = subjectAfter(text, tokens, that + 1, 2)
  return subject === undefined || 'pronoun' in subject ? undefined : { at, to: that + 1, subject, rule: 'i-hear' }
}
const HEAR = new Set(['understand', 'hear', 'heard', 'learn', 'learnt', 'learned', 'gather', 'told', 'informed'])

/** `I think their ambassador has said …`: whoever tells is not sure of it. */
const unsure = (text: string, tokens: readonly Token[], at: number, cues: readonly FoundCue[]): Hearsay | undefined => {
  if (tokens[at]!.lower !== 'i' || !THINK.has(tokens[at + 1]?.lower ?? '')) return undefined
  const from = tokens[at + 2]?.lower === 'that' ? at + 3 : at + 2
  const said = cues.find((cue) => cue.at > from && cue.at < from + 14 && cue.base === 'say')
  if (said === undefined) return undefined
  return { at, to: at + 2, subject: subjectAfter(text, tokens, from, 1), rule: 'not-sure' }
}
