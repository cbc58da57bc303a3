import type { EntryHash } from '@paraph/record'
import { z } from 'zod'
import type { Account } from './account.ts'
import { kind } from './kind.ts'
import { ADDRESS_LIMIT, Language, NAME_LIMIT, Voice, When, Words } from './shapes.ts'

const Captured = z.strictObject({
  address: z
    .url({ protocol: /^https?$/ })
    .max(ADDRESS_LIMIT)
    .optional(),
  publisher: z.string().min(1).max(NAME_LIMIT),
  title: z.string().min(1).max(NAME_LIMIT).optional(),
  voice: Voice,
  language: Language,
  published: When.optional(),
  /** how the date is known */
  dated: z.enum(['printed', 'in-address', 'by-content', 'not-known']),
  /** five pages of one agency are one origin */
  origin: z.string().min(1).max(NAME_LIMIT).optional(),
  /** SHA-256 of the page as captured, and the blob that holds it; absent where no page is held */
  snapshot: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), media: z.string().max(100) }).optional(),
  note: Words.optional(),
})
export type SourceCaptured = z.output<typeof Captured>

export type SourceSlice = Map<EntryHash, Account<SourceCaptured>>
export const beginSources = (): SourceSlice => new Map()

const captured = kind({
  type: 'source.captured',
  noun: 'source',
  schema: Captured,
  who: {
    own: ['party', 'mediator', 'secretariat', 'rapporteur', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'],
    recorder: true,
  },
  // Capturing is no event of the negotiation: when the page was found does not hide it from any *happened*.
  framesTime: true,
  fold: (state, act, mark) => {
    state.sources.set(mark.hash, { act, mark })
  },
})

/** `source.*`: never silently corrected. */
export const sourceKinds = [captured]
