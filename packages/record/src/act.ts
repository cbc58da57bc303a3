import { fromHex, fromUtf8, hex, utf8 } from './bytes.ts'
import { type CanonicalCode, canonical, parseStrict, strict } from './canonical.ts'
import { SALT_LENGTH } from './hashes.ts'
import type { Json } from './json.ts'
import { parseHash, parseMembers, type ShapeCode } from './parse.ts'
import { accept, type Refusal, type Result, refuse } from './result.ts'

/** Bytes of an act's canonical text, at most 64 KiB; larger content is a blob named by hash. */
export const ACT_LIMIT = 65_536

/** `{"act":…,"salt":"<64 hex>"}` around an act. */
const ENVELOPE_LENGTH = utf8(`{"act":,"salt":"${'0'.repeat(2 * SALT_LENGTH)}"}`).length

/** Bytes of an act's file at most. */
export const ACT_FILE_LIMIT = ACT_LIMIT + ENVELOPE_LENGTH

/** An act with the salt that its commitment was made with: publishing both proves the act, deleting both erases it. */
export type OpenAct = { readonly act: Json; readonly salt: Uint8Array }

/** What reading an open act may refuse. */
export type ActCode = ShapeCode | CanonicalCode | 'oversize'

/** `acts/<entry hash>.json`: JCS({ act, salt: hex }). (11-fine-print, *Record*) */
export const openActBytes = ({ act, salt }: OpenAct): Uint8Array => utf8(openActText(canonical(act), salt))

const openActText = (actText: string, salt: Uint8Array): string => `{"act":${actText},"salt":"${hex(salt)}"}`

/** An open act out of its bytes: canonical, strict, nothing but `act` and `salt`, the act within `ACT_LIMIT`. */
export const parseOpenAct = (bytes: Uint8Array): Result<OpenAct, ActCode> => {
  const read = readOpenAct(bytes)
  return read.ok ? accept({ act: read.value.act, salt: read.value.salt }) : read
}

/** As `parseOpenAct`, with the act's canonical text, which its commitment is over. */
export const readOpenAct = (bytes: Uint8Array): Result<OpenAct & { readonly actText: string }, ActCode> => {
  if (bytes.length > ACT_FILE_LIMIT) return refuse('oversize', { size: bytes.length - ENVELOPE_LENGTH, limit: ACT_LIMIT })
  const text = fromUtf8(bytes)
  if (!text.ok) return text
  const json = parseStrict(text.value)
  if (!json.ok) return json
  const members = parseMembers(json.value, { path: 'file', required: ['act', 'salt'] })
  if (!members.ok) return members
  const salt = parseSalt(members.value['salt'], 'salt')
  if (!salt.ok) return salt
  const act = members.value['act']!
  const actText = canonical(act)
  return openActText(actText, salt.value) === text.value ? accept({ act, salt: salt.value, actText }) : refuse('not-canonical')
}

/** A salt out of JSON: 64 lowercase hex digits. */
export const parseSalt = (json: Json | undefined, path: string): Result<Uint8Array, ShapeCode> => {
  const text = parseHash(json, path)
  if (!text.ok) return text
  const bytes = fromHex(text.value)
  return bytes.ok ? bytes : refuse('wrong-form', { wanted: 'salt' }, path)
}

/** Whether an act may stand on a record: strict JSON within `ACT_LIMIT`. Paths begin with `act`. */
export const checkAct = (act: Json): Refusal | undefined => {
  const offence = strict(act, 'act')
  if (offence !== undefined) return offence
  const size = utf8(canonical(act)).length
  return size > ACT_LIMIT ? { code: 'oversize', path: 'act', facts: { size, limit: ACT_LIMIT } } : undefined
}
