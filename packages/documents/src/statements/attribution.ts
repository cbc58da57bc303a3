import type { AttributionCode, AttributionRule, Place } from './suggestion.ts'

/** What a text says about how it may be used. Fixed words with short gaps: linear. An arms embargo is no embargo on words. */
const RULES: readonly (readonly [AttributionCode, RegExp])[] = [
  [
    'embargo',
    /\b(?:strictly )?embargoed (?:until|till|for|to)\b|\bunder (?:strict )?embargo until\b|^\W{0,4}embargo(?:ed)?:|\bnot for (?:release|publication|broadcast)(?: or publication)? (?:before|until|prior to)\b|\bhold for release\b/i,
  ],
  [
    'not-for-attribution',
    /\bnot for (?:attribution|reporting|quotation)\b|\bnon-attributable\b|\bnot (?:be )?attribut(?:ed|able)\b|\bon condition of anonymity\b|\bnot (?:be )?named\b/i,
  ],
  ['off-the-record', /\boff[- ]the[- ]record\b/i],
  ['background', /\b(?:on|deep|for) background\b/i],
  ['chatham-house', /\bchatham house rule/i],
  ['marked-secret', /^\W{0,4}(?:.{0,80}\s)?(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED)(?:\s[A-Z ]{0,60})?\W{0,4}$/],
]
/** `attributable to a senior administration official`: whom the words may be given to, and no one else. */
const ATTRIBUTABLE =
  /\b(?:attributable to|attributed to|attribution(?: is)?:?(?: to)?|on background to|as)\s+(?:(?:a|an|the)\s+)?((?:\p{Ll}{2,20}\s+){0,3}(?:officials?|diplomats?|sources?|spokesperson|spokesman|spokeswoman))\b/u

/** Rules of attribution that a sentence or a heading lays down. */
export const attributionsOf = (text: string, place: Place): AttributionRule[] => {
  const words = text.slice(place.start, place.end)
  const line = words.replaceAll(/\s+/g, ' ')
  const found: AttributionRule[] = RULES.filter(([, sign]) => sign.test(line)).map(([code]) => ({ code, ...place, words }))
  const official = found.length > 0 || /\battribut/i.test(line) ? ATTRIBUTABLE.exec(line)?.[1] : undefined
  if (official !== undefined && /\bsenior\b/.test(official)) found.push({ code: 'senior-official', ...place, words, speaker: official })
  return found
}
