import { NOTE_LIMIT, PROOF_LIMIT } from '@paraph/record'
import { z } from 'zod'
import { AnyJson, HashText, InstantText, TokenText } from './parts.ts'

/** An entry as it is signed (3-record, *Entry: the leaf*). `record` parses it again by hand, to the letter. */
export const EntryShape = z.strictObject({
  v: z.literal(1),
  log: z.string().nullable(),
  type: z.string(),
  by: TokenText,
  person: TokenText.optional(),
  key: HashText,
  at: InstantText,
  act: HashText,
  file: HashText.optional(),
  saw: z.strictObject({ size: z.int().min(0), root: HashText }),
})

/** What is posted: the signed entry, the act that it commits to with its salt, and the raw public key (`key`, SHA-256 of it = `entry.key`). */
export const SubmissionShape = z.strictObject({
  entry: EntryShape,
  sig: z.strictObject({ alg: z.literal('ed25519'), value: z.string().max(128) }),
  act: AnyJson,
  salt: HashText,
  key: HashText,
})
export type SubmissionShape = z.output<typeof SubmissionShape>

/** What an accepted act gets: `Receipt` of the record, which `verifyReceipt` checks and `paraph verify --seen` reads, as it is. */
export const ReceiptShape = z.object({
  v: z.literal(1),
  entry: HashText,
  index: z.int().min(0),
  recorded: InstantText,
  proof: z.array(HashText).max(PROOF_LIMIT).readonly(),
  checkpoint: z.string().max(NOTE_LIMIT),
})

/** A log key that the host made for a process to be founded: the host's name and the raw public key, both for entry 0. */
export const HostKeyShape = z.object({ name: z.string(), key: HashText })

/** What is kept of an act: canonical text and salt, or why it is not here. */
export const KeptAct = z.union([z.object({ json: z.string(), salt: HashText }), z.enum(['erased', 'withheld'])])

export const EntriesShape = z.object({
  entries: z.array(z.object({ index: z.int().min(0), leaf: z.string(), act: KeptAct })).readonly(),
  /** where the next page begins; null at the end */
  next: z.int().min(0).nullable(),
})

export const ActAnswer = z.object({
  index: z.int().min(0),
  leaf: z.string(),
  act: KeptAct,
  checkpoint: z.string(),
  proof: z.array(HashText).readonly(),
})
