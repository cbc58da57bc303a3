/** What the forms hold, all as typed. `when` is a local text `YYYY-MM-DDTHH:MM`, taken as UTC. */
export type IssueDraft = { readonly en: string; readonly ur: string }
export type RoundDraft = {
  readonly what: 'schedule' | 'open' | 'close'
  readonly round: string
  readonly placeEn: string
  readonly placeUr: string
  readonly from: string
  readonly until: string
  readonly outcome: Outcome
  readonly takesPart: readonly string[]
}
export const OUTCOMES = ['agreement', 'progress', 'no-result', 'broken-off', 'adjourned', 'not-known'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const EMPTY_ISSUE: IssueDraft = { en: '', ur: '' }
export const EMPTY_ROUND: RoundDraft = {
  what: 'schedule',
  round: '',
  placeEn: '',
  placeUr: '',
  from: '',
  until: '',
  outcome: 'progress',
  takesPart: [],
}

/** Words in the languages in which something was written, the reader's first; nothing where nothing was. */
export const wordsOf = (texts: Readonly<Record<string, string>>, language: string): Record<string, string> | null => {
  const written = Object.entries(texts)
    .map(([tag, text]) => [tag, text.trim()] as const)
    .filter(([, text]) => text !== '')
    .sort(([one], [other]) => Number(other === language) - Number(one === language))
  return written.length === 0 ? null : Object.fromEntries(written)
}

const instant = (local: string): string | null =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) ? `${local.slice(0, 16)}:00.000Z` : null

export type Act = { readonly type: string; readonly [field: string]: unknown }

/** The act of a form, or nothing while something that it needs is missing. */
export const issueAct = (draft: IssueDraft, language: string): Act | null => {
  const title = wordsOf(draft, language)
  return title === null ? null : { type: 'issue.tabled', title }
}

export const roundAct = (draft: RoundDraft, { language, parties }: { language: string; parties: readonly string[] }): Act | null => {
  const place = wordsOf({ en: draft.placeEn, ur: draft.placeUr }, language)
  const where = place === null ? {} : { place }
  if (draft.what === 'schedule') {
    const [from, until] = [instant(draft.from), instant(draft.until)]
    if (from === null || until === null || until <= from) return null
    return { type: 'round.scheduled', ...where, planned: { from, until, zone: 'UTC' } }
  }
  if (draft.what === 'open') {
    const takesPart = draft.takesPart.length === 0 ? parties : parties.filter((party) => draft.takesPart.includes(party))
    if (takesPart.length === 0) return null
    return { type: 'round.opened', ...(draft.round === '' ? where : { round: draft.round }), takesPart: [...takesPart] }
  }
  return draft.round === '' ? null : { type: 'round.closed', round: draft.round, outcome: draft.outcome }
}
