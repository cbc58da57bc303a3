import { type Act, wordsOf } from '../keys/acts.ts'
import type { Captured } from './captured.ts'

export const DATED = ['printed', 'in-address', 'by-content', 'not-known'] as const

/** What the form of a source holds, as typed. `day`: `YYYY-MM-DD`, that day in UTC. `paste`: the text itself, `address`: where it stands. */
export type SourceDraft = {
  readonly way: 'paste' | 'file' | 'address'
  readonly paste: string
  readonly address: string
  readonly publisher: string
  readonly title: string
  readonly voice: string
  readonly language: string
  readonly day: string
  readonly dated: string
  readonly origin: string
  readonly en: string
  readonly ur: string
}
export const EMPTY_SOURCE: SourceDraft = {
  way: 'paste',
  paste: '',
  address: '',
  publisher: '',
  title: '',
  voice: '',
  language: '',
  day: '',
  dated: 'not-known',
  origin: '',
  en: '',
  ur: '',
}

/** What a reading fills in: only what a person has not typed. */
export const filledBy = ({ reading, address }: Captured, draft: SourceDraft): Partial<SourceDraft> => {
  const published = reading.published
  return {
    ...(draft.publisher === '' && reading.publisher !== undefined ? { publisher: reading.publisher } : {}),
    ...(draft.title === '' && reading.title !== undefined ? { title: reading.title } : {}),
    ...(draft.language === '' && reading.language !== undefined ? { language: reading.language } : {}),
    ...(draft.day === '' && published !== undefined ? { day: published.from.slice(0, 10), dated: published.how } : {}),
    ...(draft.origin === '' && reading.origin !== undefined ? { origin: reading.origin.name } : {}),
    ...(draft.address === '' && address !== null ? { address } : {}),
  }
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const DAY = 86_400_000

/** The act of a draft, with the page that was read, or nothing while something that it needs is missing. */
export const sourceAct = (draft: SourceDraft, { captured, language }: { captured: Captured | null; language: string }): Act | null => {
  const publisher = draft.publisher.trim()
  if (publisher === '' || draft.voice === '' || !LANGUAGE.test(draft.language.trim())) return null
  const address = captured?.address ?? draft.address.trim()
  const note = wordsOf({ en: draft.en, ur: draft.ur }, language)
  const published = publishedOf(draft, captured)
  return {
    type: 'source.captured',
    ...(/^https?:\/\/./.test(address) ? { address } : {}),
    publisher,
    ...(draft.title.trim() === '' ? {} : { title: draft.title.trim() }),
    voice: draft.voice,
    language: draft.language.trim(),
    ...(published === null ? {} : { published }),
    dated: published === null ? 'not-known' : draft.dated,
    ...(draft.origin.trim() === '' ? {} : { origin: draft.origin.trim() }),
    ...(captured === null ? {} : { snapshot: { hash: captured.snapshot.hash, media: captured.snapshot.media } }),
    ...(note === null ? {} : { note }),
  }
}

/** The span as it was read where its day was left, else the day typed. */
const publishedOf = ({ day, dated }: SourceDraft, captured: Captured | null): Record<string, string> | null => {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || dated === 'not-known') return null
  const read = captured?.reading.published
  if (read !== undefined && read.from.slice(0, 10) === day) {
    const { from, until, as, zone } = read
    return { from, until, ...(as === undefined ? {} : { as }), ...(zone === undefined ? {} : { zone }) }
  }
  const from = Date.parse(`${day}T00:00:00.000Z`)
  return Number.isNaN(from) ? null : { from: new Date(from).toISOString(), until: new Date(from + DAY).toISOString() }
}
