import { base64, fromBase64, fromHex, hex } from './bytes.ts'
import { HASH_LENGTH } from './merkle.ts'
import type { Hash, RecordSize } from './names.ts'
import { type NoteCode, type NoteKey, type OpenNote, openNote, signNote } from './note.ts'
import type { Primitives, Signer } from './primitives.ts'
import { accept, type Result, refuse } from './result.ts'

/** The state of a record: its origin, how many entries it holds, and their root. */
export type Checkpoint = { readonly origin: string; readonly size: RecordSize; readonly root: Hash }

/** What reading a checkpoint may refuse; extension lines are refused, as they are nobody's to check. */
export type CheckpointCode = NoteCode | 'checkpoint-malformed' | 'checkpoint-other-origin'

const SIZE = /^(0|[1-9][0-9]{0,15})$/

/** `<origin>\n<size>\n<base64 root>\n` (c2sp.org/tlog-checkpoint, without extension lines). */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => {
  const bytes = fromHex(root)
  if (!bytes.ok || bytes.value.length !== HASH_LENGTH) throw new RangeError('a root that is no hash')
  return `${origin}\n${size}\n${base64(bytes.value)}\n`
}

/** A checkpoint out of a note's text. */
export const parseCheckpoint = (text: string): Result<Checkpoint, CheckpointCode> => {
  const [origin = '', size = '', root = '', end, ...more] = text.split('\n')
  if (origin === '' || end !== '' || more.length > 0) return refuse('checkpoint-malformed', { line: 1 })
  if (!SIZE.test(size) || !Number.isSafeInteger(Number(size))) return refuse('checkpoint-malformed', { line: 2 })
  const bytes = fromBase64(root)
  if (!bytes.ok || bytes.value.length !== HASH_LENGTH) return refuse('checkpoint-malformed', { line: 3 })
  return accept({ origin, size: Number(size) as RecordSize, root: hex(bytes.value) as Hash })
}

/** Signs a checkpoint with the log key, whose name is the origin. */
export const signCheckpoint = (
  sha256: Primitives['sha256'],
  { checkpoint, signer }: { checkpoint: Checkpoint; signer: Signer },
): Promise<string> => signNote(sha256, { text: checkpointText(checkpoint), name: checkpoint.origin, signer })

/** A checkpoint with the note that proves it. */
export type OpenCheckpoint = { readonly checkpoint: Checkpoint; readonly note: OpenNote }

/** Opens a signed checkpoint with the log's key: signed by it, and of the origin that names it. */
export const openCheckpoint = async (
  verify: Primitives['verify'],
  { note, key }: { note: string; key: NoteKey },
): Promise<Result<OpenCheckpoint, CheckpointCode>> => {
  const opened = await openNote(verify, { note, keys: [key] })
  if (!opened.ok) return opened
  const checkpoint = parseCheckpoint(opened.value.text)
  if (!checkpoint.ok) return checkpoint
  if (checkpoint.value.origin !== key.name) return refuse('checkpoint-other-origin', { origin: checkpoint.value.origin, wanted: key.name })
  return accept({ checkpoint: checkpoint.value, note: opened.value })
}
