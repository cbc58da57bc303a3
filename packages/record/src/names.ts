declare const brand: unique symbol
type Branded<Value, Name extends string> = Value & { readonly [brand]: Name }

/** 64 lowercase hex digits: a SHA-256. */
export type Hash = Branded<string, 'Hash'>
/** The hash of an entry's signed message: an act's one name. */
export type EntryHash = Branded<string, 'Hash'>
/** SHA-256 of a raw public key, 64 lowercase hex digits. */
export type KeyId = Branded<string, 'Hash'>
/** The first 32 hex digits of entry 0's hash. */
export type ProcessId = Branded<string, 'ProcessId'>
/** A body's token, which is its label too: `[A-Za-z][A-Za-z0-9-]{0,31}`. */
export type BodyId = Branded<string, 'BodyId'>
/** A member's token, of the same form. */
export type MemberId = Branded<string, 'MemberId'>
/** Position of an entry in its record, from 0. */
export type EntryIndex = Branded<number, 'EntryIndex'>
/** How many entries a record holds: one more than the last index. */
export type RecordSize = Branded<number, 'RecordSize'>
/** A moment in UTC, always `YYYY-MM-DDTHH:MM:SS.mmmZ`, so that the order of strings is the order of time. */
export type Instant = Branded<string, 'Instant'>

export const TOKEN = /^[A-Za-z][A-Za-z0-9-]{0,31}$/
export const HASH = /^[0-9a-f]{64}$/
export const PROCESS_ID = /^[0-9a-f]{32}$/
export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
