import { type Act, wordsOf } from './acts.ts'

export const PAPER_KINDS = ['draft', 'non-paper', 'talking-points', 'letter', 'list'] as const
export const PAPER_STEPS = ['received', 'passed-on', 'returned', 'tabled', 'withdrawn'] as const
export type PaperStep = (typeof PAPER_STEPS)[number]

/** What the form of a paper holds. `quotable`: '' where nobody said. */
export type PaperDraft = {
  readonly kind: string
  readonly en: string
  readonly ur: string
  readonly to: readonly string[]
  readonly through: readonly string[]
  readonly quotable: string
  readonly reportedEn: string
  readonly reportedUr: string
}
export const EMPTY_PAPER: PaperDraft = { kind: '', en: '', ur: '', to: [], through: [], quotable: '', reportedEn: '', reportedUr: '' }

export const paperAct = (draft: PaperDraft, language: string): Act | null => {
  const title = wordsOf({ en: draft.en, ur: draft.ur }, language)
  const reported = wordsOf({ en: draft.reportedEn, ur: draft.reportedUr }, language)
  if (title === null || draft.to.length === 0 || !PAPER_KINDS.some((kind) => kind === draft.kind)) return null
  return {
    type: 'paper.handed-over',
    kind: draft.kind,
    title,
    to: [...draft.to],
    ...(draft.through.length === 0 ? {} : { through: [...draft.through] }),
    ...(reported === null ? {} : { reported }),
    ...(draft.quotable === '' ? {} : { quotable: draft.quotable === 'yes' }),
  }
}

export type PaperStepDraft = { readonly step: string; readonly to: readonly string[]; readonly en: string; readonly ur: string }
export const EMPTY_PAPER_STEP: PaperStepDraft = { step: '', to: [], en: '', ur: '' }

export const paperStepAct = (draft: PaperStepDraft, { paper, language }: { paper: string; language: string }): Act | null => {
  if (draft.step === 'passed-on') return draft.to.length === 0 ? null : { type: 'paper.passed-on', paper, to: [...draft.to] }
  if (!PAPER_STEPS.some((step) => step === draft.step)) return null
  const reason = wordsOf({ en: draft.en, ur: draft.ur }, language)
  return { type: `paper.${draft.step}`, paper, ...(reason === null ? {} : { reason }) }
}

/** What the form of a communiqué holds: a point a line, in each language. Times are `YYYY-MM-DDTHH:MM`, UTC; '' for none. */
export type CommuniqueDraft = {
  readonly what: 'draft' | 'issue'
  readonly en: string
  readonly ur: string
  readonly pointsEn: string
  readonly pointsUr: string
  readonly onBehalfOf: readonly string[]
  readonly embargo: string
  readonly speaks: readonly string[]
  readonly linesEn: string
  readonly linesUr: string
}
export const EMPTY_COMMUNIQUE: CommuniqueDraft = {
  what: 'draft',
  en: '',
  ur: '',
  pointsEn: '',
  pointsUr: '',
  onBehalfOf: [],
  embargo: '',
  speaks: [],
  linesEn: '',
  linesUr: '',
}

/** Points, one a line; the n-th line of each language is the n-th point. Null where the languages have not as many. */
export const pointsOf = (en: string, ur: string, language: string): readonly Record<string, string>[] | null => {
  const [english, urdu] = [en, ur].map((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  if (english === undefined || urdu === undefined) return null
  if (english.length > 0 && urdu.length > 0 && english.length !== urdu.length) return null
  return Array.from({ length: Math.max(english.length, urdu.length) }, (_, at) =>
    wordsOf({ en: english[at] ?? '', ur: urdu[at] ?? '' }, language),
  ).filter((words) => words !== null)
}

/** `now`: from when an embargo holds. */
export const communiqueAct = (draft: CommuniqueDraft, { language, now }: { language: string; now: string }): Act | null => {
  const title = wordsOf({ en: draft.en, ur: draft.ur }, language)
  const points = pointsOf(draft.pointsEn, draft.pointsUr, language)
  const lines = pointsOf(draft.linesEn, draft.linesUr, language)
  if (title === null || points === null || points.length === 0 || lines === null) return null
  if (draft.what === 'issue' && draft.onBehalfOf.length === 0) return null
  const until = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(draft.embargo) ? `${draft.embargo.slice(0, 16)}:00.000Z` : null
  if (draft.embargo !== '' && (until === null || until <= now)) return null
  return {
    type: draft.what === 'issue' ? 'communique.issued' : 'communique.drafted',
    title,
    points,
    ...(draft.what === 'issue' ? { onBehalfOf: [...draft.onBehalfOf] } : {}),
    ...(until === null ? {} : { embargo: { from: now, until, zone: 'UTC' } }),
    ...(draft.speaks.length === 0 ? {} : { speaks: draft.speaks.map((body) => ({ body })) }),
    ...(lines.length === 0 ? {} : { lines }),
  }
}
