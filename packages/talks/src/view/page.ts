/** Which part of a long list an answer holds: items from `first` on, of `total`. `next`: where the part after it begins, null at the end. */
export type Page = { readonly first: number; readonly total: number; readonly next: number | null }

/** Items from `first` on, as many as are asked for and allowed, with the page that they are. */
export const pageOf = <Item>(
  items: readonly Item[],
  { first, limit }: { readonly first: number; readonly limit: number },
): { readonly page: Page; readonly shown: readonly Item[] } => {
  const from = Math.min(Math.max(first, 0), items.length)
  const until = Math.min(from + limit, items.length)
  return { page: { first: from, total: items.length, next: until < items.length ? until : null }, shown: items.slice(from, until) }
}

/** A limit as asked for, at least one and at most what is allowed. */
export const limited = (asked: number | undefined, limit: number): number => Math.min(Math.max(asked ?? limit, 1), limit)
