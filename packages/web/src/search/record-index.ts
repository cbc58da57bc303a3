import type { Opened } from '@paraph/talks'
import MiniSearch from 'minisearch'
import { termsOf } from './letters.ts'
import { held, type Piece, snippet } from './snippet.ts'
import { type Field, textsOf } from './texts.ts'

/** What is sought, and among which acts. */
export type Sought = { readonly text: string; readonly noun?: string | undefined; readonly by?: string | undefined }
/** An act that was found: its index on the record, and the texts of it that hold most of what was sought. */
export type Found = {
  readonly index: number
  readonly texts: readonly { readonly field: Field; readonly language: string | null; readonly pieces: readonly Piece[] }[]
}
export type Answer = { readonly total: number; readonly found: readonly Found[] }

/** Acts that one answer holds at most, texts of one act, and letters of a question that are read. */
export const FOUND_LIMIT = 100
const TEXTS_OF_ONE = 2
export const SOUGHT_LIMIT = 300
/** Acts that are taken in before others may be heard: about 5 ms. */
const CHUNK = 100

type Entry = { readonly id: number } & Readonly<Record<Field, string>>
const FIELDS: readonly Field[] = ['words', 'quoted', 'speaker', 'source']

/** Lets whoever waits be heard. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** Every word of a record by the acts that hold it. It grows with the record, and holds no text: texts are the acts'. */
export const recordIndex = () => {
  const index = new MiniSearch<Entry>({
    fields: [...FIELDS],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'AND',
      boost: { words: 2, quoted: 2 },
      fuzzy: false,
      prefix: (_term, at, terms) => at === terms.length - 1,
    },
  })
  let taken: readonly Opened[] = []
  let count = 0
  let growing: Promise<void> = Promise.resolve()

  const take = async (acts: readonly Opened[], progress: (done: number, of: number) => void): Promise<void> => {
    if (count > 0 && acts[count - 1]?.mark.hash !== taken[count - 1]?.mark.hash) {
      index.removeAll()
      count = 0
    }
    taken = acts
    while (count < acts.length) {
      const until = Math.min(count + CHUNK, acts.length)
      index.addAll(acts.slice(count, until).map(entryOf))
      count = until
      progress(count, acts.length)
      await breathe()
    }
  }

  return {
    /** Takes in what it does not hold yet, a little at a time. */
    grow: (acts: readonly Opened[], progress: (done: number, of: number) => void = () => {}): Promise<void> => {
      growing = growing.then(() => take(acts, progress))
      return growing
    },
    /** The acts that hold every word sought, the last one perhaps half typed; the best first, of equals the latest. */
    search: ({ text, noun, by }: Sought): Answer => {
      const terms = termsOf(text.slice(0, SOUGHT_LIMIT))
      if (terms.length === 0) return { total: 0, found: [] }
      const results = index.search(text.slice(0, SOUGHT_LIMIT), { filter: ({ id }) => isAmong(taken[id as number], noun, by) })
      results.sort((one, other) => other.score - one.score || (other.id as number) - (one.id as number))
      return {
        total: results.length,
        found: results.slice(0, FOUND_LIMIT).map(({ id }) => foundOf(taken[id as number], id as number, terms)),
      }
    },
  }
}

const entryOf = (act: Opened, _at: number): Entry => {
  const entry: Record<Field, string> = { words: '', quoted: '', speaker: '', source: '' }
  for (const { field, text } of textsOf(act)) entry[field] += `${text}\n`
  return { id: act.mark.index, ...entry }
}

/** Whether an act is of a noun and of a body: done by it, recorded by it, or its words. */
const isAmong = (act: Opened | undefined, noun: string | undefined, by: string | undefined): boolean => {
  if (act === undefined) return false
  if (noun !== undefined && act.mark.type.split('.')[0] !== noun) return false
  if (by === undefined) return true
  const speaker =
    typeof act.act === 'string' ? undefined : (act.act.open as { readonly speaker?: { readonly body?: string } }).speaker?.body
  return act.mark.type === 'statement.recorded' && speaker !== undefined ? speaker === by : act.mark.doers.some((doer) => doer === by)
}

const foundOf = (act: Opened | undefined, index: number, terms: readonly string[]): Found => ({
  index,
  texts: (act === undefined ? [] : textsOf(act))
    .map((text) => ({ ...text, terms: held(text.text, terms) }))
    .filter((text) => text.terms > 0)
    .sort((one, other) => other.terms - one.terms)
    .slice(0, TEXTS_OF_ONE)
    .map(({ field, language, text }) => ({ field, language, pieces: snippet(text, terms) })),
})
