import { type Act, wordsOf } from '../keys/acts.ts'
import type { KnownSpeaker } from '../process/seen.ts'
import type { Suggestion } from './captured.ts'

export const VOICES = ['official', 'spokesperson', 'state-media', 'unnamed-official', 'outlet'] as const
export const FORMS = ['direct', 'reported', 'hearsay', 'by-continuity'] as const
export const SPEECH_ACTS = ['assertion', 'demand', 'offer', 'undertaking', 'refusal', 'warning', 'thanks', 'view-of-anothers-mind'] as const

/** What a statement's form holds, as typed. `body` '' : of no body here; `day`: `YYYY-MM-DD`, taken as that day in UTC. */
export type StatementDraft = {
  readonly body: string
  readonly name: string
  readonly office: string
  readonly voice: string
  readonly kind: string
  readonly form: string
  readonly en: string
  readonly ur: string
  readonly day: string
}

/** Where the words stand, and in which language. `from`, `until` and `as`: the source's own time for them, where it gives one. */
export type Taken = {
  readonly source: string
  readonly language: string
  readonly words: string
  readonly place: { readonly start: number; readonly end: number; readonly of: string } | null
  readonly date: Suggestion['date']
}

/** Letters of a name as it is compared. */
const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** Somebody of that name whose words are on the record already. */
export const knownAs = (name: string, speakers: readonly KnownSpeaker[]): KnownSpeaker | undefined => {
  const wanted = plain(name)
  return wanted === '' ? undefined : speakers.findLast((speaker) => Object.values(speaker.name).some((one) => plain(one) === wanted))
}

const HONORIFIC = /^(mr|mrs|ms|miss|dr|prof|sir|madam|جناب|محترمہ|ڈاکٹر|محترم)\.?\s+(\S+)$/u

/** Somebody of that name, or of that family name after *Mr* or *Ms*, where one person alone bears it. For side and voice: the name stays as it was written. */
const alike = (name: string, speakers: readonly KnownSpeaker[]): KnownSpeaker | undefined => {
  const exact = knownAs(name, speakers)
  const [, , family] = HONORIFIC.exec(plain(name)) ?? []
  if (exact !== undefined || family === undefined) return exact
  const found = speakers.filter((speaker) => Object.values(speaker.name).some((one) => plain(one).split(/\s+/u).at(-1) === family))
  return found.length > 0 && found.every(({ body }) => body === found[0]?.body) ? found.at(-1) : undefined
}

/** Words within quotation marks often end in a comma: as a sentence of ours they end in a stop. */
const asSentence = (words: string): string => words.trim().replace(/[,،;]$/u, (mark) => (mark === '،' ? '۔' : '.'))

/**
 * What a suggestion fills in. Whose side a speaker is on, and in whose voice, no rule decides: they are filled in where people have said so
 * before of a speaker of this name, and left open elsewhere.
 */
export const draftOf = (
  suggestion: Pick<Suggestion, 'speaker' | 'office' | 'kind' | 'act' | 'words' | 'date'>,
  { speakers, language, published }: { speakers: readonly KnownSpeaker[]; language: string; published: string | null },
): StatementDraft => {
  const known = alike(suggestion.speaker ?? '', speakers)
  return {
    body: known?.body ?? '',
    name: suggestion.speaker ?? '',
    office: suggestion.office ?? '',
    voice: known?.voice ?? '',
    kind: suggestion.act,
    form: suggestion.kind,
    en: language === 'ur' ? '' : asSentence(suggestion.words),
    ur: language === 'ur' ? asSentence(suggestion.words) : '',
    day: (suggestion.date?.from ?? published ?? '').slice(0, 10),
  }
}

export type Missing = 'voice' | 'words' | 'form' | 'speaker'

/** What a draft lacks before it can be an act; nothing where it lacks nothing. */
export const missingIn = (draft: StatementDraft): Missing | null => {
  if (draft.body === '' && draft.name.trim() === '' && draft.office.trim() === '' && draft.voice !== 'outlet') return 'speaker'
  if (!VOICES.some((voice) => voice === draft.voice)) return 'voice'
  if (!FORMS.some((form) => form === draft.form) || !SPEECH_ACTS.some((kind) => kind === draft.kind)) return 'form'
  return draft.en.trim() === '' && draft.ur.trim() === '' ? 'words' : null
}

const DAY = 86_400_000

/** The act of a draft, or nothing while something that it needs is missing. Direct words are kept as they were spoken, beside our own. */
export const statementAct = (
  draft: StatementDraft,
  taken: Taken,
  { language, speakers }: { language: string; speakers: readonly KnownSpeaker[] },
): Act | null => {
  const words = wordsOf({ en: draft.en, ur: draft.ur }, language)
  if (words === null || missingIn(draft) !== null) return null
  const known = knownAs(draft.name, speakers)
  const inSource = (text: string) => ({ [taken.language]: text.trim() })
  const when = whenOf(draft, taken)
  return {
    type: 'statement.recorded',
    ...(when === null ? {} : { when }),
    speaker: {
      ...(draft.body === '' ? {} : { body: draft.body }),
      ...(draft.name.trim() === '' ? {} : { name: known?.name ?? inSource(draft.name) }),
      ...(draft.office.trim() === '' ? {} : { office: inSource(draft.office) }),
    },
    voice: draft.voice,
    kind: draft.kind,
    form: draft.form,
    words,
    ...(draft.form === 'direct' && taken.words !== '' ? { quoted: { language: taken.language, text: taken.words } } : {}),
    sources: [taken.source],
    ...(taken.place === null ? {} : { place: { source: taken.source, ...taken.place } }),
  }
}

/** The source's own time where the day was left as it gives it, else the day typed. */
const whenOf = (draft: StatementDraft, { date }: Taken): Suggestion['date'] | { readonly from: string; readonly until: string } | null => {
  if (!/^\d{4}-\d\d-\d\d$/.test(draft.day)) return null
  if (date !== null && date.from.slice(0, 10) === draft.day) return date
  const from = Date.parse(`${draft.day}T00:00:00.000Z`)
  return Number.isNaN(from) ? null : { from: new Date(from).toISOString(), until: new Date(from + DAY).toISOString() }
}
