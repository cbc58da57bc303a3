import type { BodyId, EntryHash } from '@paraph/record'
import { actWords } from '../act-words.ts'
import type { Seen } from '../asking.ts'
import { actRef } from '../duties.ts'
import type { Filed } from '../filed.ts'
import type { Span } from '../kind.ts'
import type { PublicationDrafted } from '../publication.ts'
import { groundInWords } from '../reason.ts'
import type { Words } from '../shapes.ts'
import type { SourceCaptured } from '../source.ts'
import type { StatementRecorded } from '../statement.ts'
import type { ActRef } from './types.ts'

/** All that an act says in words, as it stands on the record: what the public reads of it. Nothing is computed from it. */
export type ShownAct = {
  readonly act: ActRef
  readonly type: string
  /** the kind of act, in the reader's language */
  readonly kind: string
  readonly doers: readonly BodyId[]
  readonly recordedBy: BodyId
  /** on what ground it is recorded of its doers; null for an own act */
  readonly ground: string | null
  readonly happened: Span
  readonly speaker: { readonly body: BodyId | null; readonly name: Words | null; readonly office: Words | null } | null
  readonly title: Words | null
  readonly words: readonly Words[]
  readonly quoted: { readonly language: string; readonly text: string } | null
  readonly about: EntryHash | null
  /** what a captured source is, with its address */
  readonly source: { readonly publisher: string; readonly title: string | null; readonly address: string | null } | null
}

/** Which act it is, and what its kind is called. */
export const namesOf = (seen: Seen, { mark }: Filed) => ({ act: actRef(seen, mark), kind: kindIn(seen, mark.type) })

const kindIn = ({ say }: Seen, type: string): string => {
  const words = Object.hasOwn(actWords, type) ? actWords[type] : undefined
  return words === undefined ? type : say(words)
}

/** What is read of an act, published or not; of one that is not open here, only what stands around it. */
export const shownOf = (seen: Seen, filed: Filed): ShownAct => {
  const { mark } = filed
  if (typeof filed.act === 'string') return aroundOf(seen, filed)
  const { open } = filed.act
  const said = mark.type === 'statement.recorded' ? (open as StatementRecorded) : undefined
  const captured = mark.type === 'source.captured' ? (open as SourceCaptured) : undefined
  const { title = null, ...rest } = open as { readonly title?: Words | string }
  return {
    ...aroundOf(seen, filed),
    speaker:
      said === undefined ? null : { body: said.speaker.body ?? null, name: said.speaker.name ?? null, office: said.speaker.office ?? null },
    title: typeof title === 'string' ? null : title,
    words:
      mark.type === 'publication.drafted' ? frozenWords(open as PublicationDrafted) : said === undefined ? wordsWithin(rest) : [said.words],
    quoted: said?.quoted ?? null,
    about: said?.about?.[0] ?? null,
    source:
      captured === undefined ? null : { publisher: captured.publisher, title: captured.title ?? null, address: captured.address ?? null },
  }
}

const aroundOf = (seen: Seen, filed: Filed): ShownAct => {
  const { mark } = filed
  return {
    ...namesOf(seen, filed),
    type: mark.type,
    doers: mark.doers,
    recordedBy: mark.by,
    ground: mark.ground === undefined ? null : groundInWords(seen, mark),
    happened: mark.happened,
    speaker: null,
    title: null,
    words: [],
    quoted: null,
    about: null,
    source: null,
  }
}

const frozenWords = ({ sentence, talks, text, commitments }: PublicationDrafted): readonly Words[] => [
  sentence,
  talks,
  text,
  ...commitments,
]

/** Fields that hold words of ours, in every schema. Others may have the same form and mean something else. */
const WORDED = new Set(
  'title words points lines name names reason note place confirmation content leftOpen inSameForm statusClause confidentiality silence'.split(
    ' ',
  ),
)

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((text) => typeof text === 'string')

/** Everything that an act says in words, in the order of its fields. */
const wordsWithin = (value: unknown): readonly Words[] => {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(wordsWithin)
  return Object.entries(value).flatMap(([name, inner]) => {
    if (!WORDED.has(name)) return wordsWithin(inner)
    return [inner].flat().flatMap((one) => (isWords(one) ? [one] : wordsWithin(one)))
  })
}
