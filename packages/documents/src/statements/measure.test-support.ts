import type { GoldDocument, Said } from './gold.ts'
import type { SpeechForm, Suggestion } from './suggestion.ts'

/** What was right, wrongly suggested and missed, of one kind or of all. */
export type Score = { readonly right: number; readonly wrong: number; readonly missed: number }
export type Miss = { readonly file: string; readonly said: Said; readonly near: Suggestion | undefined }
export type Wrong = { readonly file: string; readonly suggestion: Suggestion; readonly trap: string | undefined }
export type Measured = {
  readonly score: Score
  readonly kinds: Readonly<Record<SpeechForm, Score>>
  readonly acts: { readonly right: number; readonly of: number }
  readonly dates: { readonly right: number; readonly of: number; readonly invented: number }
  readonly offices: { readonly right: number; readonly of: number }
  readonly missed: readonly Miss[]
  readonly wrong: readonly Wrong[]
}
/** `strict`: overlap, speaker and kind; `lenient`: any overlap of a quarter and the same speaker. */
export type Strictness = 'strict' | 'lenient'

type Span = { readonly start: number; readonly end: number }
/** Intersection over union. */
export const overlap = (one: Span, other: Span): number => {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return shared <= 0 ? 0 : shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}
const share = (one: Span, within: Span): number =>
  Math.max(0, Math.min(one.end, within.end) - Math.max(one.start, within.start)) / (one.end - one.start)

const key = (name: string | null): string =>
  (name ?? '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('defence', 'defense')
    .replace(/^(?:the|a|an)\s+/, '')
/** One name within the other, whole words: `Asif` and `Khawaja Asif`. */
const within = (one: string, other: string): boolean =>
  one !== '' && other !== '' && (` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `))
/** The same speaker: the same name, or where neither has a name the same office. */
export const sameSpeaker = (said: Said, { speaker, office }: Suggestion): boolean =>
  said.speaker === null && speaker === null ? within(key(said.office), key(office)) : within(key(said.speaker), key(speaker))

const matches = (said: Said, suggestion: Suggestion, strictness: Strictness): boolean =>
  sameSpeaker(said, suggestion) &&
  (strictness === 'strict' ? overlap(said, suggestion) >= 0.5 && said.kind === suggestion.kind : overlap(said, suggestion) >= 0.25)

const KINDS = ['direct', 'reported', 'hearsay', 'by-continuity'] as const

/** Compares suggestions with the gold, each used once. Outside the regions, and where two readers may differ, nothing is counted. */
export const measure = (
  documents: readonly { readonly gold: GoldDocument; readonly suggestions: readonly Suggestion[] }[],
  strictness: Strictness,
): Measured => {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, { right: 0, wrong: 0, missed: 0 }])) as Record<
    SpeechForm,
    { right: number; wrong: number; missed: number }
  >
  const acts = { right: 0, of: 0 }
  const dates = { right: 0, of: 0, invented: 0 }
  const offices = { right: 0, of: 0 }
  const missed: Miss[] = []
  const wrong: Wrong[] = []
  for (const { gold, suggestions } of documents) {
    const used = new Set<Suggestion>()
    for (const said of gold.spans) {
      if (said.verdict !== 'said') continue
      const found = suggestions
        .filter((suggestion) => !used.has(suggestion) && matches(said, suggestion, strictness))
        .sort((one, other) => overlap(said, other) - overlap(said, one))[0]
      if (found === undefined) {
        kinds[said.kind].missed += 1
        missed.push({ file: gold.file, said, near: suggestions.find((one) => overlap(one, said) > 0.25) })
        continue
      }
      used.add(found)
      kinds[said.kind].right += 1
      acts.of += 1
      if (found.act === said.act) acts.right += 1
      const day = found.date?.from.slice(0, 10) ?? null
      if (said.day !== null) dates.of += 1
      if (said.day !== null && day === said.day) dates.right += 1
      if (day !== null && day !== said.day) dates.invented += 1
      if (said.office !== null && said.speaker !== null) offices.of += 1
      if (said.office !== null && said.speaker !== null && within(key(said.office), key(found.office))) offices.right += 1
    }
    for (const suggestion of suggestions) {
      if (used.has(suggestion) || !gold.regions.some(([start, end]) => share(suggestion, { start, end }) >= 0.5)) continue
      if (gold.spans.some((span) => span.verdict === 'open' && share(suggestion, span) >= 0.5)) continue
      kinds[suggestion.kind].wrong += 1
      wrong.push({
        file: gold.file,
        suggestion,
        trap: gold.spans.find((span) => span.verdict === 'never' && share(suggestion, span) >= 0.5)?.says,
      })
    }
  }
  const all = KINDS.map((kind) => kinds[kind])
  const sum = (name: keyof Score): number => all.reduce((total, score) => total + score[name], 0)
  return { score: { right: sum('right'), wrong: sum('wrong'), missed: sum('missed') }, kinds, acts, dates, offices, missed, wrong }
}

export const precision = ({ right, wrong }: Score): number => (right + wrong === 0 ? 1 : right / (right + wrong))
export const recall = ({ right, missed }: Score): number => (right + missed === 0 ? 1 : right / (right + missed))
