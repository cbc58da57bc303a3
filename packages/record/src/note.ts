import { base64, concatBytes, fromBase64, fromHex, hex, utf8 } from './bytes.ts'
import { PUBLIC_KEY_LENGTH } from './curve.ts'
import type { Primitives, Signer } from './primitives.ts'
import { accept, type Result, refuse } from './result.ts'

/** Characters of a whole note, and signature lines in it (c2sp.org/signed-note asks for at least 16). */
export const NOTE_LIMIT = 131_072
export const NOTE_SIGNATURE_LIMIT = 64

/** Signature type byte of plain Ed25519. */
const ED25519_TYPE = 0x01

const KEY_ID_LENGTH = 4
const LINE_START = '— '
const WHITE_SPACE_OR_PLUS = /[\p{White_Space}+]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what the format forbids.
const FORBIDDEN = /[\u0000-\u0009\u000b-\u001f]/

/** A key by which notes are checked: its name, its 4-byte id in hex, the raw Ed25519 key. */
export type NoteKey = { readonly name: string; readonly id: string; readonly publicKey: Uint8Array }

/** One signature line: `payload` is what follows the 4-byte key id. */
export type NoteSignature = { readonly name: string; readonly id: string; readonly payload: Uint8Array }

/** A note taken apart. Nothing in it is verified. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** What reading or checking a note may refuse. */
export type NoteCode = 'note-oversize' | 'note-malformed' | 'note-wrong-signature' | 'note-unknown-keys'

/** Whether a text may name a key: not empty, no Unicode space, no plus, nothing that a note cannot hold. */
export const isKeyName = (name: string): boolean =>
  name !== '' && name.isWellFormed() && !WHITE_SPACE_OR_PLUS.test(name) && !FORBIDDEN.test(name)

/** The note key of a raw Ed25519 key: id = SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key)[0..4]. An impossible name or key is a bug and throws. */
export const noteKey = (sha256: Primitives['sha256'], { name, publicKey }: { name: string; publicKey: Uint8Array }): NoteKey => {
  if (!isKeyName(name)) throw new RangeError(`no key name: ${name}`)
  if (publicKey.length !== PUBLIC_KEY_LENGTH) throw new RangeError(`a public key has ${PUBLIC_KEY_LENGTH} bytes`)
  const digest = sha256(concatBytes(utf8(`${name}\n`), new Uint8Array([ED25519_TYPE]), publicKey))
  return { name, id: hex(digest.subarray(0, KEY_ID_LENGTH)), publicKey }
}

/** `<name>+<id in hex>+base64(type ‖ key)`, as outside tools and policies write a key. */
export const vkeyOf = ({ name, id, publicKey }: NoteKey): string =>
  `${name}+${id}+${base64(concatBytes(new Uint8Array([ED25519_TYPE]), publicKey))}`

/** A key out of its vkey text: plain Ed25519, and an id that is its own. Refuses `vkey-malformed`. */
export const parseVkey = (sha256: Primitives['sha256'], text: string): Result<NoteKey, 'vkey-malformed'> => {
  const [name = '', id = '', encoded = ''] = splitVkey(text)
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || !bytes.ok || bytes.value.length !== 1 + PUBLIC_KEY_LENGTH || bytes.value[0] !== ED25519_TYPE) {
    return refuse('vkey-malformed')
  }
  const key = noteKey(sha256, { name, publicKey: bytes.value.slice(1) })
  return key.id === id ? accept(key) : refuse('vkey-malformed')
}

/** Base 64 may hold a plus, names and ids cannot: the first two separate. */
const splitVkey = (text: string): readonly string[] => {
  const first = text.indexOf('+')
  const second = text.indexOf('+', first + 1)
  return first < 0 || second < 0 ? [] : [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)]
}

/** Takes a note apart at its last blank line. Refuses what c2sp.org/signed-note does not allow; base 64 must be the one encoding. */
export const parseNote = (note: string): Result<Note, NoteCode> => {
  if (note.length > NOTE_LIMIT) return refuse('note-oversize', { limit: NOTE_LIMIT })
  if (!note.isWellFormed() || FORBIDDEN.test(note)) return refuse('note-malformed', { line: 0 })
  const split = note.lastIndexOf('\n\n')
  const tail = note.slice(split + 2)
  if (split < 0 || tail === '' || !tail.endsWith('\n')) return refuse('note-malformed', { line: 0 })
  const lines = tail.slice(0, -1).split('\n')
  if (lines.length > NOTE_SIGNATURE_LIMIT) return refuse('note-oversize', { limit: NOTE_SIGNATURE_LIMIT })
  const signatures: NoteSignature[] = []
  for (const [at, line] of lines.entries()) {
    const signature = parseLine(line)
    if (signature === undefined) return refuse('note-malformed', { line: at + 1 })
    signatures.push(signature)
  }
  return accept({ text: note.slice(0, split + 1), signatures })
}

const parseLine = (line: string): NoteSignature | undefined => {
  if (!line.startsWith(LINE_START)) return undefined
  const [name = '', encoded = '', ...more] = line.slice(LINE_START.length).split(' ')
  const bytes = fromBase64(encoded)
  if (more.length > 0 || !isKeyName(name) || !bytes.ok || bytes.value.length <= KEY_ID_LENGTH) return undefined
  return { name, id: hex(bytes.value.subarray(0, KEY_ID_LENGTH)), payload: bytes.value.slice(KEY_ID_LENGTH) }
}

/** The whole note of a text and its signature lines. */
export const noteOf = ({ text, signatures }: Note): string => {
  let note = `${text}\n`
  for (const { name, id, payload } of signatures) {
    const raw = fromHex(id)
    if (!raw.ok) throw new TypeError('a key id that is no hex')
    note += `${LINE_START}${name} ${base64(concatBytes(raw.value, payload))}\n`
  }
  return note
}

/** Signs a text, which must end in a newline and hold no other control character (else it is a bug and throws). */
export const signNote = async (
  sha256: Primitives['sha256'],
  { text, name, signer }: { text: string; name: string; signer: Signer },
): Promise<string> => {
  if (!text.endsWith('\n') || !text.isWellFormed() || FORBIDDEN.test(text)) throw new RangeError('no note text')
  const { id } = noteKey(sha256, { name, publicKey: signer.publicKey })
  return noteOf({ text, signatures: [{ name, id, payload: await signer.sign(utf8(text)) }] })
}

/** A note whose text may be read: `by` are the known keys that signed, `unknown` the lines of keys not known, which prove nothing. */
export type OpenNote = { readonly text: string; readonly by: readonly NoteKey[]; readonly unknown: readonly NoteSignature[] }

/**
 * Opens a note with the keys that its reader knows: a known key's wrong signature refuses it (`note-wrong-signature`), unknown keys are passed
 * over, none known refuses it (`note-unknown-keys`). (c2sp.org/signed-note, *Signatures*)
 */
export const openNote = async (
  verify: Primitives['verify'],
  { note, keys }: { note: string; keys: readonly NoteKey[] },
): Promise<Result<OpenNote, NoteCode>> => {
  const parsed = parseNote(note)
  if (!parsed.ok) return parsed
  const { text, signatures } = parsed.value
  const message = utf8(text)
  const lines = signatures.map((signature) => ({
    signature,
    key: keys.find(({ name, id }) => name === signature.name && id === signature.id),
  }))
  const known = lines.flatMap(({ signature, key }) => (key === undefined ? [] : [{ key, signature: signature.payload }]))
  if (known.length === 0) return refuse('note-unknown-keys', { signatures: signatures.length })
  const answers = await verify(known.map(({ key, signature }) => ({ publicKey: key.publicKey, message, signature })))
  const wrong = answers.indexOf(false)
  if (wrong >= 0) return refuse('note-wrong-signature', { key: known[wrong]!.key.name })
  return accept({
    text,
    by: [...new Set(known.map(({ key }) => key))],
    unknown: lines.filter(({ key }) => key === undefined).map(({ signature }) => signature),
  })
}
