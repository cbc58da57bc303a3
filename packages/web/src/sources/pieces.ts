/** A part of a text that is marked: whose it is, and where. UTF-16 offsets, half-open. */
export type Marked = { readonly id: string; readonly start: number; readonly end: number }
/** A piece of a text in which nothing begins or ends. `control`: a character that would turn direction or hide, told by its name, never obeyed. */
export type TextPiece = { readonly start: number; readonly text: string; readonly ids: readonly string[]; readonly control?: string }

/** Overrides, embeddings and isolates of direction (UAX #9), and what has no width. A joiner within a word is part of it and stays. */
const CONTROL = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** The names of such characters in a text, each once. */
export const controlsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(CONTROL)].map(([character]) => nameOf(character))),
]

/** A text in its pieces, in order: together they are the text. */
export const pieces = (text: string, marked: readonly Marked[]): readonly TextPiece[] => {
  const controls = [...text.matchAll(CONTROL)].map(({ index }) => index)
  const within = marked.filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
  const cuts = new Set([0, text.length])
  for (const { start, end } of within) cuts.add(start).add(end)
  for (const at of controls) cuts.add(at).add(at + 1)
  const edges = [...cuts].sort((one, other) => one - other)
  const starting = [...within].sort((one, other) => one.start - other.start)
  const isControl = new Set(controls)
  let next = 0
  let open: Marked[] = []
  return edges.slice(0, -1).map((start, at) => {
    open = open.filter(({ end }) => end > start)
    while (starting[next] !== undefined && starting[next]!.start <= start) open.push(starting[next++]!)
    const piece = { start, text: text.slice(start, edges[at + 1]), ids: open.map(({ id }) => id) }
    return isControl.has(start) ? { ...piece, control: nameOf(piece.text) } : piece
  })
}

const nameOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Where a statement stands in a text: its own place if it is of this very text, else where its quoted words stand once, else nowhere. */
export const standsAt = (
  {
    place,
    quoted,
  }: {
    readonly place?: { readonly source: string; readonly start: number; readonly end: number; readonly of: string } | undefined
    readonly quoted?: { readonly text: string } | undefined
  },
  { source, text, hash }: { readonly source: string; readonly text: string; readonly hash: string },
): { readonly start: number; readonly end: number } | null => {
  if (place !== undefined && place.source === source && place.of === hash && place.end <= text.length)
    return { start: place.start, end: place.end }
  const words = quoted?.text ?? ''
  const at = words === '' ? -1 : text.indexOf(words)
  return at < 0 || text.indexOf(words, at + 1) >= 0 ? null : { start: at, end: at + words.length }
}

/** SHA-256 of a text in UTF-8, as a statement's place names it. */
export const hashOf = async (text: string): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
