import { base64, bytesOfHash, fromBase64 } from './bytes.ts'
import { type CheckpointCode, type OpenCheckpoint, openCheckpoint } from './checkpoint.ts'
import { HASH_LENGTH } from './merkle.ts'
import type { EntryIndex } from './names.ts'
import type { NoteKey } from './note.ts'
import type { Primitives } from './primitives.ts'
import { verifyInclusion } from './proof.ts'
import { accept, type Result, refuse } from './result.ts'

/** First line of the format. */
export const TLOG_PROOF_HEADER = 'c2sp.org/tlog-proof@v1'

/** Hashes in a proof: a tree of 2⁶³ leaves needs no more. */
export const PROOF_LIMIT = 63

const INDEX_LINE = /^index (0|[1-9][0-9]{0,15})$/

/** An offline proof that a leaf stands on a log (c2sp.org/tlog-proof). `extra` is opaque and unauthenticated; `checkpoint` is the signed note. */
export type TlogProof = {
  readonly index: EntryIndex
  readonly proof: readonly Uint8Array[]
  readonly checkpoint: string
  readonly extra?: Uint8Array
}

/** What reading or checking a proof file may refuse. */
export type TlogProofCode = CheckpointCode | 'proof-malformed' | 'proof-not-included'

/** The text of a `.tlog-proof` file. */
export const tlogProofText = ({ index, proof, checkpoint, extra }: TlogProof): string => {
  const lines = [TLOG_PROOF_HEADER, ...(extra === undefined ? [] : [`extra ${base64(extra)}`]), `index ${index}`, ...proof.map(base64)]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** A proof out of its file's text; nothing in it is verified. */
export const parseTlogProof = (text: string): Result<TlogProof, TlogProofCode> => {
  const split = text.indexOf('\n\n')
  if (split < 0) return refuse('proof-malformed', { line: 0 })
  const lines = text.slice(0, split).split('\n')
  if (lines.shift() !== TLOG_PROOF_HEADER) return refuse('proof-malformed', { line: 1 })
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice('extra '.length)) : undefined
  if (extra?.ok === false) return refuse('proof-malformed', { line: 2 })
  const index = Number(INDEX_LINE.exec(lines.shift() ?? '')?.[1] ?? Number.NaN)
  if (!Number.isSafeInteger(index) || lines.length > PROOF_LIMIT) return refuse('proof-malformed', { line: extra === undefined ? 2 : 3 })
  const proof: Uint8Array[] = []
  for (const [at, line] of lines.entries()) {
    const hash = fromBase64(line)
    if (!hash.ok || hash.value.length !== HASH_LENGTH) return refuse('proof-malformed', { line: at + (extra === undefined ? 3 : 4) })
    proof.push(hash.value)
  }
  return accept({
    index: index as EntryIndex,
    proof,
    checkpoint: text.slice(split + 2),
    ...(extra === undefined ? {} : { extra: extra.value }),
  })
}

/** Checks a proof file for a leaf hash against the log's key: signed checkpoint of its origin, and inclusion under its root. */
export const verifyTlogProof = async (
  { sha256, verify }: Primitives,
  { text, leafHash, key }: { text: string; leafHash: Uint8Array; key: NoteKey },
): Promise<Result<OpenCheckpoint & { readonly index: EntryIndex }, TlogProofCode>> => {
  const parsed = parseTlogProof(text)
  if (!parsed.ok) return parsed
  const { index, proof, checkpoint: note } = parsed.value
  const opened = await openCheckpoint(verify, { note, key })
  if (!opened.ok) return opened
  const { size, root } = opened.value.checkpoint
  const held = verifyInclusion(sha256, { index, size, leafHash, proof, root: bytesOfHash(root) })
  return held ? accept({ ...opened.value, index }) : refuse('proof-not-included', { index, size })
}
