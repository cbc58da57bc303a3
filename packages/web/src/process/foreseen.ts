import { standingOfSearch } from '../routes/search.ts'
import { foresee, viewPath } from './ask.ts'

/** Asks for what the first page of a process shows, while the page's own code is on its way. What `WhereItStands` asks, to the letter. */
export const foreseeFirst = ({ pathname, searchParams }: URL, language: string): void => {
  const [, ref] = /^\/p\/([^/]+)(\/|$)/.exec(pathname) ?? []
  if (ref === undefined) return
  const named = decodeURIComponent(ref)
  foresee(`/processes/${encodeURIComponent(named)}`, language)
  if (!/^\/p\/[^/]+\/?$/.test(pathname)) return
  const { at, known } = standingOfSearch(Object.fromEntries(searchParams))
  foresee(viewPath(named, 'overview', { at, known: known === 'then' ? at : undefined }), language)
}
