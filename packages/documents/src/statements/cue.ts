import type { SpeechAct } from './suggestion.ts'
import type { Token } from './token.ts'

/** A verb of speaking or holding. `with`: it is one only where one of these words follows soon (`pointed … out`, `issued … an ultimatum`). */
type Verb = {
  readonly base: string
  readonly act: SpeechAct
  readonly neutral: boolean
  readonly with?: ReadonlySet<string>
  readonly form: Form
}
export type Form = 'base' | 'third' | 'past' | 'ing'

/** A verb found in a sentence, and how it stands there. */
export type FoundCue = {
  readonly at: number
  /** one past the last word of the cue, with its particle */
  readonly to: number
  readonly base: string
  readonly act: SpeechAct
  /** it only says that something was said: what was done by saying it stands in the words */
  readonly neutral: boolean
  readonly past: boolean
  readonly participle: boolean
  readonly negated: boolean
}

/**
 * `base:past:participle`, `+` doubles the last letter, `>a|b` needs one of these words soon after, `~` is neutral. British and American spellings.
 */
const VERBS: Readonly<Record<SpeechAct, string>> = {
  assertion: `say:said~ state~ tell:told~ stress~ emphasize~ emphasise~ explain~ confirm~ announce~ add~ claim~ maintain~>that argue~ declare~ insist~
    admit+~ acknowledge~ remark~ clarify~ contend~ assert~ allege~ reiterate~ affirm~ reaffirm~ deny reply~ answer~ comment~ mention~ highlight~
    underline~ underscore~ blame accuse criticise criticize condemn deplore complain regret+ believe~ think:thought~>that feel:felt~>that
    consider~>that hold:held~>that note~>that observe~>that report~>that conclude~>that recall~>that describe~>as view~>as regard~>as indicate~ suggest~>that
    point~>out put~:put>out|forward make:made~>clear|plain|known take:took:taken~>line|position|view express~>view|opinion|hope|concern|regret|belief
    hope~ issue~>statement|communique|communiqué|declaration lodge>protest inform~>that notify~>that advise~>that reserve>position|right|rights|freedom report>incident|incidents|casualties|attack|attacks|violation|violations|breach|breaches disagree agree~>with speak:spoke:spoken>bitterly|strongly|against`,
  demand: `demand ask>for|to|that|if|whether request call>on|upon|for urge appeal>to|for advise issue>ultimatum|ultimation|instructions|order|orders insist>on require>that`,
  offer: 'offer propose',
  undertaking: `promise pledge undertake:undertook:undertaken commit+>to|that|itself|themselves|himself guarantee agree accept assure>that resolve>that`,
  refusal: 'refuse reject decline oppose object>to|that',
  warning: 'warn threaten fear hide:hid:hidden>anxiety|fear|fears|concern',
  thanks:
    'thank congratulate praise pay:paid>tribute|tributes speak:spoke:spoken>friendly|highly|warmly|well|favourably|favorably express>gratitude|thanks|appreciation|admiration',
  'view-of-anothers-mind': '',
}

const formsOf = (base: string, past?: string, participle?: string, doubles?: boolean): [string, Form][] => {
  const stem = doubles === true ? base + base.at(-1)! : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}i` : base
  const bare = base.endsWith('e') && !base.endsWith('ee')
  const third = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`
  const gone = past ?? (base.endsWith('e') ? `${base}d` : `${stem}ed`)
  const going = `${bare ? base.slice(0, -1) : doubles === true ? stem : base}ing`
  return [
    [base, 'base'],
    [third, 'third'],
    [gone, 'past'],
    ...(participle === undefined ? [] : [[participle, 'past'] as [string, Form]]),
    [going, 'ing'],
  ]
}

const lexicon = (): ReadonlyMap<string, readonly Verb[]> => {
  const all = new Map<string, Verb[]>()
  for (const [act, line] of Object.entries(VERBS) as [SpeechAct, string][]) {
    for (const entry of line.split(/\s+/).filter((word) => word !== '')) {
      const [head = '', wanted] = entry.split('>')
      const [base = '', past, participle] = head.replaceAll(/[~+]/g, '').split(':')
      for (const [word, form] of formsOf(base, past, participle, head.includes('+'))) {
        const verb: Verb = {
          base,
          act,
          neutral: head.includes('~'),
          form,
          ...(wanted === undefined ? {} : { with: new Set(wanted.split('|')) }),
        }
        all.set(word, [...(all.get(word) ?? []), verb])
      }
    }
  }
  // The narrower reading first: `issued an ultimatum` before `issued a statement`, `asked for` before nothing.
  for (const verbs of all.values()) verbs.sort((one, other) => Number(other.with !== undefined) - Number(one.with !== undefined))
  return all
}
const LEXICON = lexicon()

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "isn't", "wasn't", "weren't", "aren't"])
const HAVE = new Set(['has', 'have', 'had', "hasn't", "haven't", "hadn't", 'having'])
const MODAL = new Set([
  'will',
  'would',
  'shall',
  'should',
  'may',
  'might',
  'can',
  'could',
  'must',
  'to',
  "won't",
  "wouldn't",
  "can't",
  'cannot',
])
const NOT = new Set(['not', 'never', "didn't", "hasn't", "haven't", "hadn't", "doesn't", "don't", 'neither', 'nor', 'without', "won't"])
/** Words that may stand between a subject and its verb, or within the verb. */
export const BETWEEN = new Set(
  `also further again now then today yesterday tonight recently just only even still already always often repeatedly publicly privately quite once later
   earlier first finally thus therefore however indeed too both all each never not did does do has have had is are was were been being this morning afternoon
   evening last night most very greatly deeply more rather for instance example in turn part its`.split(/\s+/),
)
/** What somebody is who holds something, after `is`: `the minister is anxious that …`, `they are prepared to …`. */
const HOLDS: Readonly<Record<string, SpeechAct>> = {
  anxious: 'demand',
  insistent: 'demand',
  eager: 'demand',
  prepared: 'offer',
  ready: 'offer',
  willing: 'offer',
  unwilling: 'refusal',
  opposed: 'refusal',
  reluctant: 'refusal',
  convinced: 'assertion',
  confident: 'assertion',
  hopeful: 'assertion',
  satisfied: 'assertion',
  certain: 'assertion',
  sure: 'assertion',
  concerned: 'warning',
  disturbed: 'warning',
  afraid: 'warning',
  worried: 'warning',
  grateful: 'thanks',
}
/** How far a needed word may stand behind its verb, in tokens. */
const REACH = 6

const isAdverb = (lower: string): boolean => BETWEEN.has(lower) || (lower.length > 4 && lower.endsWith('ly'))

/** Verbs of speaking in the order of the words. What has not been said (`may say`, `to say`, `would state`) and passives are none. */
export const cuesOf = (tokens: readonly Token[]): FoundCue[] => {
  const found: FoundCue[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const cue = cueAt(tokens, at)
    if (cue === undefined) continue
    found.push(cue)
  }
  return found
}

const cueAt = (tokens: readonly Token[], at: number): FoundCue | undefined => {
  const token = tokens[at]!
  if (token.capital) return undefined
  const holds = Object.hasOwn(HOLDS, token.lower) ? HOLDS[token.lower] : undefined
  const held = holds === undefined ? undefined : heldAt(tokens, at, holds)
  if (held !== undefined) return held
  for (const verb of LEXICON.get(token.lower) ?? []) {
    const particle = verb.with === undefined ? at : particleAfter(tokens, at, verb.with)
    if (particle === undefined) continue
    const { be, modal, negated, have, did } = auxiliaries(tokens, at)
    if (modal || (be && verb.form === 'past') || (verb.form === 'base' && !did && nounBefore(tokens, at))) return undefined
    const participle = verb.form === 'ing' && !be
    if (participle && /^(?:in|by|without|of|for|from|before|after)$/.test(tokens[at - 1]?.lower ?? '')) return undefined
    // `to believe in`, `believed by`: no saying.
    if (verb.base === 'believe' && tokens[at + 1]?.lower === 'in') return undefined
    if (negated && !(verb.base === 'accept' || verb.base === 'agree' || verb.base === 'hide')) return undefined
    const { base, neutral } = verb
    const act = negated && base !== 'hide' ? 'refusal' : verb.act
    return {
      at,
      to: particle + 1,
      base,
      act,
      neutral: neutral && act !== 'refusal',
      past: (verb.form === 'past' && !have) || did,
      participle,
      negated,
    }
  }
  return undefined
}

const heldAt = (tokens: readonly Token[], at: number, act: SpeechAct): FoundCue | undefined => {
  const { be, modal, negated } = auxiliaries(tokens, at)
  if (!be || modal || !/^(?:that|to|of|for|about|by|with|at|the|a|its|their|his)$/.test(tokens[at + 1]?.lower ?? '')) return undefined
  const past = /^(?:was|were|been)$/.test(tokens.slice(Math.max(0, at - 4), at).find(({ lower }) => BE.has(lower))?.lower ?? '')
  return {
    at,
    to: at + 1,
    base: tokens[at]!.lower,
    act: negated ? 'refusal' : act === 'offer' && tokens[at + 1]?.lower === 'for' ? 'assertion' : act,
    neutral: false,
    past,
    participle: false,
    negated,
  }
}

/** `a claim`, `the report`, `its demand`, `his reply`: nouns. */
const nounBefore = (tokens: readonly Token[], at: number): boolean =>
  /^(?:a|an|the|this|that|its|his|her|their|our|your|my|no|any|some|of|in|on|by|for|with|press|and|or)$/.test(
    tokens[at - 1]?.lower ?? '',
  ) ||
  (tokens[at - 1]?.lower.endsWith("'s") ?? false)

const particleAfter = (tokens: readonly Token[], at: number, wanted: ReadonlySet<string>): number | undefined => {
  const reach = wanted.has('that') ? 3 : REACH
  for (let next = at + 1; next < tokens.length && next <= at + reach; next += 1) {
    if (wanted.has(tokens[next]!.lower)) return next
    if (!tokens[next]!.word && tokens[next]!.text !== ',') return undefined
  }
  return undefined
}

const auxiliaries = (tokens: readonly Token[], at: number) => {
  let be = false
  let modal = false
  let negated = false
  let have = false
  let did = false
  for (let back = at - 1; back >= 0 && back > at - REACH; back -= 1) {
    const { lower } = tokens[back]!
    if (MODAL.has(lower)) modal = true
    else if (BE.has(lower)) be = true
    else if (HAVE.has(lower)) have = true
    else if (lower === 'do' || lower === 'does' || lower === 'did') did = true
    if (NOT.has(lower)) negated = true
    if (!MODAL.has(lower) && !NOT.has(lower) && !isAdverb(lower)) break
  }
  return { be, modal, negated, have, did }
}

/** Whether a word may stand between a subject and its verb. */
export const mayStandBetween = (token: Token): boolean => isAdverb(token.lower)
