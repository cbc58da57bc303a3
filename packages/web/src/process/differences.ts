/** How many differing places are named: enough to see what differs. */
const NAMED = 20
/** The clock of whoever answered, and the label that a host gives a process: not of the record. */
const NOT_OF_THE_RECORD = new Set(['at', 'process.slug', 'slug'])

/** Spaces and punctuation around dates are the computer's, not the record's: another browser puts others. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** Paths at which two answers differ, in order, at most twenty. What is not of the record is left out. */
export const differences = (one: unknown, other: unknown, path = '', found: string[] = []): readonly string[] => {
  if (found.length >= NAMED || Object.is(one, other)) return found
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    if (typeof one === 'string' && typeof other === 'string' && letters(one) === letters(other)) return found
    found.push(path)
    return found
  }
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [left, right] = [(one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]]
    const place = path === '' ? name : `${path}.${name}`
    if ((left === undefined && right === undefined) || NOT_OF_THE_RECORD.has(place)) continue
    differences(left, right, place, found)
  }
  return found
}
