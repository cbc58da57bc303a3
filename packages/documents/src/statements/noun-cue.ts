import type { Report } from './report.ts'
import { type Subject, subjectAfter, type Voice, voiceOf } from './speaker.ts'
import type { SpeechAct } from './suggestion.ts'
import type { Token } from './token.ts'

/** `Principal points are …`, after somebody made a statement: whoever did so. */
export const pointsAre = (tokens: readonly Token[]): Report[] => {
  const at = tokens.slice(0, 6).findIndex(({ lower }) => lower === 'points' || lower === 'gist' || lower === 'substance')
  const led = /^(?:principal|main|chief|salient|essential|the|its|his|their|gist|substance)$/.test(tokens[0]?.lower ?? '')
  if (!led || at < 0 || !/^(?:are|were|is|was)$/.test(tokens[at + 1]?.lower ?? '')) return []
  const subject = { from: 0, to: 0, pronoun: 'addressee' }
  return [
    { from: 0, to: tokens.length, cueFrom: 0, cueTo: at + 2, subject, rule: 'points-are', hearsay: false, past: true, act: undefined },
  ]
}

/** `According to the ministry, …`; not according to a plan, nor to somebody's information. */
export const accordingTo = (text: string, tokens: readonly Token[]): Report[] => {
  const at = tokens.findIndex(({ lower }, index) => lower === 'according' && tokens[index + 1]?.lower === 'to')
  const subject = at < 0 ? undefined : subjectAfter(text, tokens, at + 2, 2)
  if (subject === undefined || 'pronoun' in subject) return []
  const name = subject.voice.speaker ?? subject.voice.office ?? ''
  const unnamed = /\b(?:sources?|reports?|press|media|radio|newspapers?)\b/i.test(name)
  const voice = unnamed ? { speaker: null, office: name, many: true } : subject.voice
  return [
    {
      from: 0,
      to: tokens.length,
      cueFrom: at,
      cueTo: subject.to + 1,
      subject: { ...subject, voice },
      rule: 'according-to',
      hearsay: unnamed,
      past: false,
      act: undefined,
    },
  ]
}

const NOUNS: Readonly<Record<string, SpeechAct | undefined>> = {
  demand: 'demand',
  demands: 'demand',
  request: 'demand',
  position: undefined,
  view: undefined,
  stance: undefined,
  answer: undefined,
  reply: undefined,
  response: undefined,
  offer: 'offer',
  promise: 'undertaking',
  pledge: 'undertaking',
  warning: 'warning',
  refusal: 'refusal',
  claim: 'assertion',
  message: undefined,
  impression: undefined,
  impressions: undefined,
  opinion: undefined,
  belief: undefined,
  advice: undefined,
  advices: undefined,
  conclusion: undefined,
  contention: undefined,
  argument: undefined,
  complaint: undefined,
  fear: 'warning',
}
/** `Islamabad’s sole demand remains that …`, `Reply was that …`. */
export const nounCue = (text: string, tokens: readonly Token[]): Report[] => {
  for (let at = 0; at + 2 < tokens.length; at += 1) {
    const noun = tokens[at]!.lower
    if (
      !Object.hasOwn(NOUNS, noun) ||
      !/^(?:is|was|remains|remained|are|were)$/.test(tokens[at + 1]!.lower) ||
      !/^(?:that|:)$/.test(tokens[at + 2]!.lower)
    )
      continue
    const subject = at === 0 ? { from: 0, to: 0, pronoun: 'addressee' } : possessor(text, tokens, at)
    if (subject === undefined) return []
    return [
      { from: 0, to: tokens.length, cueFrom: at, cueTo: at + 2, subject, rule: 'noun', hearsay: false, past: false, act: NOUNS[noun] },
    ]
  }
  return []
}
const possessor = (text: string, tokens: readonly Token[], noun: number): Subject | undefined => {
  for (let at = noun - 1; at >= 0 && at > noun - 5; at -= 1) {
    const { lower, capital } = tokens[at]!
    if (/^(?:his|her|their)$/.test(lower)) return { from: at, to: at, pronoun: lower === 'their' ? 'they' : 'he' }
    if (capital && lower.endsWith("'s")) {
      let from = at
      while (from > 0 && tokens[from - 1]!.capital) from -= 1
      const voice = voiceOf(text, tokens, { from, to: at })
      return voice === undefined ? undefined : { from, to: at, voice: withoutS(voice) }
    }
  }
  return undefined
}
const withoutS = ({ speaker, office, many }: Voice): Voice => ({
  speaker: speaker?.replace(/[’']s$/, '') ?? null,
  office: office?.replace(/[’']s$/, '') ?? null,
  many,
})
