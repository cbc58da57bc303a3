import { actOf } from './act-of.ts'
import type { Block } from './block.ts'
import { daysAmong, whenOf } from './date.ts'
import { opensList, withoutDateline, withoutInference } from './bounds.ts'
import { goesOn, isShiftedModal } from './continuity.ts'
import { leadingPerson, Memory } from './memory.ts'
import { attributedQuotes, postDay, type QuotedPiece, trailingSpeaker } from './quoted.ts'
import { boundaryBefore, cuedIn, type Report, reportsOf } from './report.ts'
import type { Previous, Said, Told } from './said.ts'
import type { Setting } from './setting.ts'
import { subjectAfter, type Voice } from './speaker.ts'
import { isShifted, stanceOf } from './stance.ts'
import type { Cue, Place, SaidWhen, SpeechForm, Suggestion } from './suggestion.ts'
import { type Token, tokensOf } from './token.ts'
import { type Turn, turnOf } from './turn.ts'

const GREETING = /^(?:hi|hey|hello|thanks|thank you|good (?:morning|afternoon|evening|question)|sorry|welcome|over)\b/i
/** Words of a sentence below which a transcript's line is no statement (`So, we’ll see.`). */
const FEWEST_WORDS = 5

/** Reads one text's paragraphs in order: each is read in the light of those before it. */
export class Reader {
  readonly found: Suggestion[] = []
  readonly #text: string
  readonly #blocks: readonly Block[]
  readonly #setting: Setting
  readonly #memory: Memory
  #previous: Previous | undefined
  #turn: Turn | undefined
  /** within `Begins:` … `Ends.`: whose text is quoted */
  #quoting: { voice: Voice | undefined; cue: Cue } | undefined
  #lead: Voice | undefined

  constructor({ text, blocks, setting, names }: { text: string; blocks: readonly Block[]; setting: Setting; names: readonly string[] }) {
    this.#text = text
    this.#blocks = blocks
    this.#setting = setting
    this.#memory = new Memory(text, setting, names)
  }

  /** The paragraph at `at` and its sentences. */
  read(at: number, sentences: readonly Place[]): void {
    const block = this.#blocks[at]!
    const { kind } = this.#setting
    if (!block.item && kind !== 'letter') this.#previous = undefined
    if (block.label !== undefined) this.#turn = turnOf(this.#text, block, block.label)
    const trailing = kind === 'article' ? trailingSpeaker(this.#text, block) : undefined
    if (trailing !== undefined && sentences.length > 0) {
      this.#readTrailing(at, sentences, trailing)
      return
    }
    const quoted = attributedQuotes(this.#text, block, { sentences, next: this.#blocks.slice(at + 1, at + 9) })
    const bySentence = Map.groupBy(quoted, ({ sentence }) => sentence)
    for (const [index, sentence] of sentences.entries()) {
      const tokens = tokensOf(this.#text, sentence)
      this.#memory.hear(tokens)
      const lead = leadingPerson(this.#text, tokens)
      if (this.#embedded(block, sentence, tokens)) continue
      const pieces = bySentence.get(index) ?? []
      for (const piece of pieces) this.#addQuoted(block, piece, tokens)
      if (pieces.length === 0) this.#readSentence(block, sentence, tokens)
      this.#lead = this.#leadOf(sentence, tokens)
      if (this.#lead !== undefined && kind === 'letter') this.#announce(block, sentence, this.#lead)
      if (lead !== undefined) this.#memory.spoke(this.#memory.recall(lead))
    }
  }

  #readSentence(block: Block, sentence: Place, tokens: readonly Token[]): void {
    const { kind, author } = this.#setting
    if (kind === 'statement') {
      this.#addOwn(block, sentence, author, ISSUED)
      return
    }
    const asks = this.#text[sentence.end - 1] === '?'
    const leads = this.#text[sentence.end - 1] === ':'
    if (kind === 'transcript') {
      const short = tokens.filter(({ word }) => word).length < FEWEST_WORDS
      const greets = GREETING.test(this.#text.slice(sentence.start, sentence.start + 20)) && tokens.length < 16
      if (this.#turn?.asks === false && !short && !greets && !asks && !leads)
        this.#addOwn(block, sentence, this.#turn.voice, this.#turn.cue)
      const reports = reportsOf(this.#text, tokens).filter(({ subject }) => !('pronoun' in subject))
      this.#addReports({ block, sentence, tokens, reports })
      return
    }
    const stance = kind === 'letter' ? stanceOf(tokens) : undefined
    const reports = asks ? [] : reportsOf(this.#text, tokens)
    const first = reports[0]
    const shifted = this.#previous !== undefined && this.#previous.said.voice !== author && isShifted(stance, tokens)
    const heard = first?.rule === 'i-hear'
    if (stance !== undefined && !shifted && !heard && author !== undefined && (first === undefined || stance.at < first.cueFrom)) {
      const cue = this.#cueAt(tokens, stance.at, stance.to, `author:${stance.rule}`)
      // `This seems to weaken, and he has asked …`: the stand is the author's, the rest somebody else's.
      const next = first === undefined ? undefined : boundaryBefore(tokens, stance.to, first.subject.from)
      this.#addOwn(block, next === undefined ? sentence : { start: sentence.start, end: tokens[next - 1]!.start }, author, cue)
      if (next !== undefined) this.#addReports({ block, sentence, tokens, reports, least: next })
      return
    }
    if (!this.#addReports({ block, sentence, tokens, reports }) && !asks) this.#goOn(block, sentence, tokens)
  }

  /** A sentence without a cue, where it goes on with the one before. */
  #goOn(block: Block, sentence: Place, tokens: readonly Token[]): void {
    if (this.#previous === undefined) return
    const { kind, author } = this.#setting
    const { said, block: last, listed: wasListed } = this.#previous
    const listed = block !== last && block.item && (wasListed || opensList(this.#words(said.place)))
    // An author's own sentences each need a sign of their own, but for the items of a list that one of them opened.
    if (!listed && said.voice === author) return
    // Into another paragraph words go on by a modal alone (`this would require`), and never into a numbered one.
    const open = block === last ? goesOn(tokens, kind) : !block.item && goesOn(tokens, kind) && isShiftedModal(tokens)
    if (!listed && !open) return
    const kept: Said = {
      ...said,
      kind: 'by-continuity',
      place: sentence,
      act: actOf(this.#words(sentence)),
      cue: { ...said.cue, rule: 'continuity' },
    }
    this.#add(block, kept, { remember: true, listed })
  }

  #addReports({ block, sentence, tokens, reports, least = 0 }: Told): boolean {
    let added = false
    for (const report of reports) {
      const voice = this.#memory.resolve(report.subject, tokens)
      // Somebody spoke, and it is not known who: nothing goes on from here.
      if (voice === undefined) this.#previous = undefined
      if (voice === undefined) continue
      const from = Math.max(report.from, least)
      const whole = {
        start: from === 0 ? sentence.start : tokens[from]!.start,
        end: report.to >= tokens.length ? sentence.end : tokens[report.to - 1]!.end,
      }
      const spoken = withoutInference(tokens, whole, report.cueTo)
      const place = sentence.start === block.start ? withoutDateline(this.#text, spoken, tokens[report.cueFrom]!.start) : spoken
      const own = voice === this.#setting.author
      const kind: SpeechForm = report.hearsay ? 'hearsay' : own && !report.past ? 'direct' : 'reported'
      const cue = this.#cueAt(tokens, report.cueFrom, report.cueTo, report.rule)
      const act = report.act ?? actOf(this.#text.slice(tokens[report.cueTo]?.start ?? place.start, place.end))
      this.#add(block, { voice, kind, place, cue, date: this.#dateOf(report, tokens, kind), act })
      added = true
    }
    return added
  }

  /** The day that stands by the saying itself, not in what was said; else that of the meeting it was said in. */
  #dateOf(report: Report, tokens: readonly Token[], kind: SpeechForm): SaidWhen | null {
    const { day } = this.#setting
    if (kind === 'direct') return day === undefined ? null : whenOf(day.day, day.as)
    const that = tokens.findIndex(
      (token, at) => at >= report.cueTo && at < report.cueTo + 8 && (token.lower === 'that' || token.lower === 'to'),
    )
    const found = daysAmong(tokens, { from: report.from, to: that < 0 ? report.cueTo : that }, day?.day).at(-1)
    if (found !== undefined) return whenOf(found.day, found.as)
    return report.past ? this.#memory.talkDay : null
  }

  #addOwn(block: Block, place: Place, voice: Voice | undefined, cue: Cue): void {
    const { day } = this.#setting
    const date = day === undefined ? null : whenOf(day.day, day.as)
    this.#add(block, { voice: voice ?? NOBODY, kind: 'direct', place, cue, date, act: actOf(this.#words(place)) }, { remember: false })
  }

  #addQuoted(block: Block, { place, subject, cue }: QuotedPiece, tokens: readonly Token[]): void {
    const voice =
      subject === undefined
        ? this.#setting.kind === 'statement'
          ? (this.#lead ?? NOBODY)
          : (this.#lead ?? this.#turn?.voice)
        : this.#memory.resolve(subject, tokens)
    if (voice === undefined) return
    this.#add(block, { voice, kind: 'direct', place, cue, date: null, act: actOf(this.#words(place)) })
  }

  /** A paragraph that ends in `…, said X` without quotation marks: direct where it speaks in the first person. */
  #readTrailing(at: number, sentences: readonly Place[], { subject, cue, end }: NonNullable<ReturnType<typeof trailingSpeaker>>): void {
    const block = this.#blocks[at]!
    const voice = this.#memory.resolve(subject, [])
    if (voice === undefined) return
    const kind = /\b(?:I|we|our|my|us)\b/i.test(this.#text.slice(block.start, Math.min(end, block.start + 4_000))) ? 'direct' : 'reported'
    for (const { start, end: last } of sentences) {
      const place = { start, end: Math.min(last, end) }
      if (place.end > place.start)
        this.#add(block, { voice, kind, place, cue, date: postDay(this.#text, this.#blocks[at + 1]), act: actOf(this.#words(place)) })
    }
  }

  /** A document quoted in a letter between `Begins` and `Ends`. */
  #embedded(block: Block, sentence: Place, tokens: readonly Token[]): boolean {
    const words = this.#text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300))
    if (/\bbegins\s*[:.]?\s*-?\s*$/i.test(words) || /^begins\b/i.test(words)) {
      const last = tokens.findIndex(({ lower }) => lower === 'begins')
      this.#quoting = { voice: undefined, cue: this.#cueAt(tokens, last, last + 1, 'begins-ends') }
      return true
    }
    if (/^ends\b/i.test(words)) {
      this.#quoting = undefined
      return true
    }
    const quoting = this.#quoting
    if (quoting === undefined) return false
    const subject = quoting.voice === undefined ? subjectAfter(this.#text, tokens, 0, 3) : undefined
    if (subject !== undefined && 'voice' in subject) quoting.voice = subject.voice
    this.#add(block, { voice: quoting.voice ?? NOBODY, kind: 'direct', place: sentence, cue: quoting.cue, date: null, act: actOf(words) })
    return true
  }

  #add(block: Block, said: Said, { remember = true, listed = false }: { remember?: boolean; listed?: boolean } = {}): void {
    const voice = this.#memory.recall(said.voice)
    const { kind, place, cue, date, act } = said
    if (remember && voice !== this.#setting.author) {
      this.#memory.spoke(voice)
    }
    this.#previous = { said: { ...said, voice: said.voice === this.#setting.author ? said.voice : voice }, block, listed }
    this.found.push({ speaker: voice.speaker, office: voice.office, kind, words: this.#words(place), ...place, cue, date, act })
  }

  #cueAt(tokens: readonly Token[], from: number, to: number, rule: string): Cue {
    const start = tokens[from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? start
    return { text: this.#text.slice(start, end), start, end, rule }
  }
  #words({ start, end }: Place): string {
    return this.#text.slice(start, end)
  }

  /** `His main points were:`: the items that follow are his. */
  #announce(block: Block, place: Place, voice: Voice): void {
    const cue: Cue = { ...place, text: this.#words(place), rule: 'points-are' }
    this.#previous = { said: { voice, kind: 'reported', place, cue, date: this.#memory.talkDay, act: 'assertion' }, block, listed: true }
  }

  /** Who is announced by a sentence that ends in a colon. */
  #leadOf({ end }: Place, tokens: readonly Token[]): Voice | undefined {
    if (this.#text[end - 1] !== ':') return undefined
    const report = cuedIn(this.#text, tokens)[0]
    const subject = report?.subject
    return subject === undefined ? undefined : this.#memory.resolve(subject, tokens)
  }
}

/** The whole text is the statement of those who issue it. */
const ISSUED: Cue = { text: '', start: 0, end: 0, rule: 'issued-by' }
const NOBODY: Voice = { speaker: null, office: null, many: false }
