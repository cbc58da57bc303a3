import { checkpointFingerprint, parseNote, type Scrypt } from '@paraph/record'

/** Fingerprints kept, and how many may wait to be worked out: each takes a second and 128 MiB, one after the other. */
export const FINGERPRINTS_LIMIT = 256
export const FINGERPRINTS_WAITING = 16

/** The fingerprint of a signed checkpoint; undefined where too many wait, or it is no checkpoint. */
export type Fingerprints = (checkpoint: string) => Promise<string | undefined>

/** Works each checkpoint's fingerprint out once, however many ask for it. */
export const openFingerprints = (scrypt: Scrypt): Fingerprints => {
  const kept = new Map<string, Promise<string>>()
  let line: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (checkpoint) => {
    const note = parseNote(checkpoint)
    if (!note.ok) return undefined
    const { text } = note.value
    const known = kept.get(text)
    if (known !== undefined) return known
    if (waiting >= FINGERPRINTS_WAITING) return undefined
    waiting++
    const made = line.then(() => checkpointFingerprint(scrypt, text)).finally(() => waiting--)
    line = made.catch(() => {})
    kept.set(text, made)
    if (kept.size > FINGERPRINTS_LIMIT) kept.delete(kept.keys().next().value!)
    return made
  }
}
