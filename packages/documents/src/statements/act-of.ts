import type { SpeechAct } from './suggestion.ts'

/** Signs in the words themselves, the more particular first. Alternations of fixed words: linear in the sentence. */
const SIGNS: readonly (readonly [SpeechAct, RegExp])[] = [
  ['thanks', /^thanks\b|\b(?:thank (?:you|him|her|them)|grateful to|gratitude|tributes?|thanks must)\b/],
  [
    'refusal',
    /\b(?:not going to|will not (?:accept|agree|join|discuss|negotiate|talk|give)|refuse[sd]?|reject(?:s|ed)?|cannot (?:accept|agree)|not prepared to|unacceptable|decline[sd]?)\b/,
  ],
  [
    'warning',
    /\b(?:will be met with|consequences|jeopardi[sz]e|warn(?:s|ed|ing)?|fear(?:s|ed)|threat(?:en|ens|ened)?|retaliat\w{1,4}|be disturbed|police action would|freedom of action)\b/,
  ],
  ['offer', /\b(?:(?:am|are|is|we're|be|and) (?:\w{1,12} )?(?:prepared|ready|willing) to|offers? to|final bridging proposal)\b/],
  [
    'demand',
    /\b(?:calls? (?:on|upon|for)|called (?:on|upon|for)|demands?|urge[sd]?|please|would you|could i|could you|grateful if|pleased if|request(?:s|ed)?|it is time to|time has come|no further time|must(?: not)?|should(?! (?:also )?(?:know|appreciate|note|be aware))|ought to|entitled to expect|your views|we need to|need to)\b/,
  ],
  [
    'undertaking',
    /\b(?:(?:i|we) (?:will|shall)|will do so|prepared for|pledge[sd]?|undertakes?|undertook|promise[sd]?|commit(?:s|ted)?|have accepted|guarantee[sd]?|maintains? a ceasefire)\b/,
  ],
  [
    'view-of-anothers-mind',
    /\b(?:i know (?:that )?you|we know (?:that )?you|(?:they|he|she|the \w{1,20}|republic|mediators) (?:believes?|thinks?|wants?|fears?|hopes?|knows?|intends?|(?:is|are|were|was) (?:inclined|preparing|trying|determined|anxious))|no longer ha(?:s|ve) hope|i am sure that|i assume that|seems to imply|it now appears)\b/,
  ],
]

/** The speech act that the words show; an assertion where they show none. */
export const actOf = (words: string): SpeechAct => {
  const lower = words.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ')
  for (const [act, sign] of SIGNS) if (sign.test(lower)) return act
  return 'assertion'
}
