import { accept, type Instant, type Result } from '@paraph/record'
import type { Opened } from '../kind.ts'
import type { Say } from '../message.ts'
import type { PublicationDrafted } from '../publication.ts'
import type { TalksCode } from '../refusal.ts'
import { standing } from '../standing.ts'
import { commitments } from './commitments.ts'
import { inLanguage } from '../words.ts'

/** What a standing is drafted for: its moment, as known when, and who says it in each language that it is written in. */
export type AskingDraft = {
  readonly happened?: Instant | undefined
  readonly known?: number | undefined
  readonly now: Instant
  readonly voices: Readonly<Record<string, Say>>
}

type Lines = Pick<PublicationDrafted, 'at' | 'sentence' | 'talks' | 'text' | 'commitments'>

/**
 * The sentence and the three lines in words, as `publication.drafted` keeps them: what is published later is these words, whatever is computed
 * then. Refused as `standing`.
 */
export const draftStanding = (acts: readonly Opened[], asking: AskingDraft): Result<PublicationDrafted, TalksCode> => {
  const said: { readonly language: string; readonly lines: Spoken }[] = []
  for (const [language, say] of Object.entries(asking.voices)) {
    const lines = linesIn(acts, { ...asking, say, language })
    if (!lines.ok) return lines
    said.push({ language, lines: lines.value })
  }
  const first = said[0]?.lines
  if (first === undefined) throw new TypeError('a standing is drafted in one language at least')
  const inEach = (of: (lines: Spoken) => string) => Object.fromEntries(said.map(({ language, lines }) => [language, of(lines)]))
  const drafted: Lines = {
    at: first.at,
    sentence: inEach(({ sentence }) => sentence),
    talks: inEach(({ talks }) => talks),
    text: inEach(({ text }) => text),
    commitments: first.commitments.map((_, at) => inEach(({ commitments }) => commitments[at]!)),
  }
  return accept(asking.known === undefined ? drafted : { ...drafted, known: asking.known })
}

type Spoken = {
  readonly at: Instant
  readonly sentence: string
  readonly talks: string
  readonly text: string
  readonly commitments: readonly string[]
}

const linesIn = (
  acts: readonly Opened[],
  { happened, known, now, say, language }: Omit<AskingDraft, 'voices'> & { readonly say: Say; readonly language: string },
): Result<Spoken, TalksCode> => {
  const asking = { happened, known, now, say, language }
  const stands = standing(acts, asking)
  if (!stands.ok) return stands
  const duties = commitments(acts, asking)
  if (!duties.ok) return duties
  const { sentence, talks, text } = stands.value
  return accept({
    at: duties.value.at.happened,
    sentence,
    talks: talks.because.map((reason) => reason.text).join(' '),
    text: text.because.map((reason) => reason.text).join(' '),
    commitments: duties.value.commitments.map(({ title, statusText }) => `${inLanguage(title, language).text}: ${statusText}`),
  })
}
