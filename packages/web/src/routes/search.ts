import { instantOf } from '../time/day.ts'

/** `?at=`: a date (its end, 24:00 UTC) or an instant. Anything else is left out. */
export const atOfSearch = (search: Record<string, unknown>): { at?: string } =>
  typeof search['at'] === 'string' && instantOf(search['at']) !== null ? { at: search['at'] } : {}

/** `?at=&known=then`: the moment, and whether of what had happened by then only that counts which was known then. */
export const standingOfSearch = (search: Record<string, unknown>): { at?: string; known?: 'then' } => ({
  ...atOfSearch(search),
  ...(search['known'] === 'then' ? { known: 'then' } : {}),
})

/** `?act=`: an act by its entry hash. */
export const actOfSearch = (search: Record<string, unknown>): { act?: string } =>
  typeof search['act'] === 'string' && /^[0-9a-f]{64}$/.test(search['act']) ? { act: search['act'] } : {}

export const ZOOMS = ['hours', 'days', 'weeks', 'whole'] as const
export type Zoom = (typeof ZOOMS)[number]

/** `?at=&zoom=&from=`: where the timeline looks. */
export const timelineOfSearch = (search: Record<string, unknown>): { at?: string; zoom?: Zoom; from?: string } => {
  const zoom = ZOOMS.find((one) => one === search['zoom'])
  const from = typeof search['from'] === 'string' && instantOf(search['from']) !== null ? search['from'] : undefined
  return { ...atOfSearch(search), ...(zoom === undefined ? {} : { zoom }), ...(from === undefined ? {} : { from }) }
}

/** `?at=&act=`: the commitment that is looked at. */
export const commitmentOfSearch = (search: Record<string, unknown>): { at?: string; act?: string } => ({
  ...atOfSearch(search),
  ...actOfSearch(search),
})

/** `?q=&noun=&by=`: what is sought, among the acts of which noun and of which body. */
export const soughtOfSearch = (search: Record<string, unknown>): { q?: string; noun?: string; by?: string } => ({
  ...(typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'].slice(0, 300) } : {}),
  ...(typeof search['q'] === 'number' ? { q: String(search['q']) } : {}),
  ...(typeof search['noun'] === 'string' && /^[a-z]{1,30}$/.test(search['noun']) ? { noun: search['noun'] } : {}),
  ...(typeof search['by'] === 'string' && /^[A-Za-z][A-Za-z0-9-]{0,31}$/.test(search['by']) ? { by: search['by'] } : {}),
})
