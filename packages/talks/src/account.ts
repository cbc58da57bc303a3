import type { BodyId, EntryHash } from '@paraph/record'
import type { Mark } from './kind.ts'
import { canonicalWords } from './words.ts'

/** One account of a thing: an act with its mark. */
export type Account<Act> = { readonly act: Act; readonly mark: Mark }

/** Accounts of one thing by (doer, ground): a later account by the same doers on the same ground replaces the earlier. Order is the order of folding. */
export type Accounts<Act> = Map<string, Account<Act>>

/**
 * Whose account an act is: an own act is its doer's, a published original is that of whoever speaks, an account is that of the body or of the
 * people in words whose it is. As a key; `bodies` gives those of it that are bodies.
 */
export const author = (mark: Mark): string => {
  if (mark.ground === undefined || mark.ground.kind === 'published-original') return mark.doers.join('+')
  const of = mark.ground.of
  return of === undefined ? `source ${mark.ground.source}` : typeof of === 'string' ? of : `words ${canonicalWords(of)}`
}

/** The bodies whose account it is; empty where it is nobody's here (an outlet, unnamed people). */
export const authorBodies = (mark: Mark): readonly BodyId[] => {
  if (mark.ground === undefined || mark.ground.kind === 'published-original') return mark.doers
  return typeof mark.ground.of === 'string' ? [mark.ground.of] : []
}

/** Adds an account. O(1). */
export const addAccount = <Act>(accounts: Accounts<Act>, act: Act, mark: Mark): void => {
  const key = `${mark.doers.join('+')}|${mark.ground === undefined ? 'own' : `${mark.ground.kind} ${author(mark)}`}`
  accounts.delete(key)
  accounts.set(key, { act, mark })
}

/** The thing's slot, made where it is met for the first time: any subset of acts folds. */
export const slot = <Id, Thing>(map: Map<Id, Thing>, id: Id, make: () => Thing): Thing => {
  const found = map.get(id)
  if (found !== undefined) return found
  const made = make()
  map.set(id, made)
  return made
}

/** A reference, where it is given. */
export const refer = (path: string, to: EntryHash | undefined, ...nouns: readonly string[]) =>
  to === undefined ? [] : [{ path, to, nouns }]

/** A list of references, where it is given. */
export const referAll = (path: string, to: readonly EntryHash[] | undefined, ...nouns: readonly string[]) =>
  (to ?? []).map((one, at) => ({ path: `${path}[${at}]`, to: one, nouns }))

/** Whether two lists hold the same bodies. */
export const sameBodies = (one: readonly BodyId[], other: readonly BodyId[]): boolean =>
  one.length === other.length && one.every((body) => other.includes(body))
