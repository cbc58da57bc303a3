import { daysAmong, whenOf } from './date.ts'
import type { Setting } from './setting.ts'
import { officersIn, People } from './people.ts'
import { type Subject, subjectAfter, type Voice } from './speaker.ts'
import type { SaidWhen } from './suggestion.ts'
import type { Token } from './token.ts'

const TALK =
  /^(?:discussed|discussion|conversation|conversations|talked|spoke|saw|met|meeting|appointment|interview|interviewed|lunched|dined|called)$/
/** Bodies whom `they` may mean. */
const BODY = /^(?:delegation|government|republic|party|side|committee|cabinet|council)s?$/

/** What a reader keeps in mind: who was named and with what office, who spoke last, on which day people met. Grows with the names of a text. */
export class Memory {
  readonly #text: string
  readonly #setting: Setting
  readonly #people = new People()
  #last: Voice | undefined
  #lastMany: Voice | undefined
  #lastOne: Voice | undefined
  #talkDay: SaidWhen | null = null

  constructor(text: string, setting: Setting, names: readonly string[]) {
    this.#text = text
    this.#setting = setting
    for (const name of names) this.#people.meet({ speaker: name, office: null, many: false })
  }

  /** The day of the last meeting that was told with its day: it dates what is reported of it. */
  get talkDay(): SaidWhen | null {
    return this.#talkDay
  }

  /** Takes in who is named and who met whom, before the sentence's sayings are read. */
  hear(tokens: readonly Token[]): void {
    for (const voice of officersIn(this.#text, tokens)) this.#people.meet(voice)
    this.#hearAppositions(tokens)
    if (this.#setting.kind === 'letter') this.#hearTalk(tokens)
  }

  /** Somebody has spoken: `he` or `they` mean them from now on. */
  spoke(voice: Voice): void {
    this.#people.meet(voice)
    this.#last = voice
    if (voice.many) this.#lastMany = voice
    else this.#lastOne = voice
  }

  recall(voice: Voice): Voice {
    return this.#people.recall(voice)
  }

  /** Who is meant. A pronoun means whoever fits and spoke or was named last; nobody is guessed where nobody fits. */
  resolve(subject: Subject, tokens: readonly Token[]): Voice | undefined {
    if ('voice' in subject) return this.#people.recall(subject.voice)
    const { pronoun } = subject
    if (pronoun === 'i' || pronoun === 'we') return this.#setting.kind === 'letter' ? this.#setting.author : undefined
    if (pronoun === 'addressee') return this.#last
    const many = pronoun === 'they'
    return this.#namedBefore(tokens, { before: subject.from, many }) ?? (many ? this.#lastMany : this.#lastOne)
  }

  /** A person known by name, or a body, in the same sentence before the pronoun. */
  #namedBefore(tokens: readonly Token[], { before, many }: { readonly before: number; readonly many: boolean }): Voice | undefined {
    for (let at = before - 1; at >= 0; at -= 1) {
      const token = tokens[at]!
      if (!token.word || (many ? !BODY.test(token.lower) : !token.capital)) continue
      const subject = subjectAfter(this.#text, tokens, many ? Math.max(0, at - 2) : at, 2)
      if (subject === undefined || !('voice' in subject) || subject.to >= before) continue
      const known = this.#people.recall(subject.voice)
      if (many ? subject.voice.many : known !== subject.voice) return known
    }
    return undefined
  }

  /** `Butterworth, Chief of office …`: a name and its office, for later. */
  #hearAppositions(tokens: readonly Token[]): void {
    for (let at = 1; at + 2 < tokens.length; at += 1) {
      if (tokens[at]!.text !== ',' || !tokens[at - 1]!.capital || !APPOSED.test(tokens[at + 1]!.lower)) continue
      let to = at + 1
      while (to + 1 < tokens.length && to - at < 16 && !APPOSITION_ENDS.test(tokens[to + 1]!.lower)) to += 1
      const office = this.#text.slice(tokens[at + 1]!.start, tokens[to]!.end).replace(/,$/, '')
      this.spoke({ speaker: tokens[at - 1]!.text, office, many: false })
    }
  }

  /** `I discussed this last night with …`; a meeting of others (`a meeting at the palace`) dates nothing that is said elsewhere. */
  #hearTalk(tokens: readonly Token[]): void {
    const at = tokens.findIndex(({ lower }) => TALK.test(lower))
    if (at < 0) return
    const beside = tokens.findIndex(({ lower }, index) => index > at && index < at + 8 && (lower === 'with' || lower === 'to'))
    if (beside < 0 && !tokens.slice(Math.max(0, at - 3), at).some(({ text }) => text === 'I')) return
    const day = daysAmong(tokens, { from: 0, to: tokens.length }, this.#setting.day?.day).at(-1)
    if (day !== undefined) this.#talkDay = whenOf(day.day, day.as)
    const other = beside < 0 ? undefined : subjectAfter(this.#text, tokens, beside + 1, 1)
    if (other !== undefined && 'voice' in other && !other.voice.many) this.spoke(this.#people.recall(other.voice))
  }
}

const APPOSED = /^(?:chief|head|minister|president|chairman|director|secretary|ambassador|prime)$/
const APPOSITION_ENDS = /^(?:[:;.()]|spoke|said|told|has|had|was|is|who)$/

/** Whom a sentence is about from its first word (`Graham, who had hesitated, came down`): `he` means them from then on. */
export const leadingPerson = (text: string, tokens: readonly Token[]): Voice | undefined => {
  const subject = subjectAfter(text, tokens, 0, 0)
  if (subject === undefined || 'pronoun' in subject || subject.voice.many) return undefined
  const next = tokens[subject.to + 1]?.lower === ',' ? tokens[subject.to + 2] : tokens[subject.to + 1]
  return /^(?:who|has|had|is|was|came|went|made|gave|\p{Ll}{2,20}ed)$/u.test(next?.text ?? '') ? subject.voice : undefined
}
