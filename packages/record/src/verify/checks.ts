import { FAULTS, type Fault, type FaultName } from './verdict.ts'

/** Something that can be told to stop: an `AbortSignal`, of which a pure package knows only this. */
export type Cancel = { readonly aborted: boolean }

/** How far a verification is: leaves read, acts folded, signatures checked, of `entries`. */
export type Progress = { readonly read: number; readonly folded: number; readonly signatures: number; readonly entries: number }

/** The checks in force. All of them, but in the test that takes one away to show that it is what stops an attack. */
export type Checks = ReadonlySet<FaultName>

export const ALL_CHECKS: Checks = new Set(FAULTS)

/** What a stage of the verification gives: its value, or what ends the verification. */
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly stop: Fault | 'cancelled' }

export const pass = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })
export const stop = (why: Fault | 'cancelled'): { readonly ok: false; readonly stop: Fault | 'cancelled' } => ({ ok: false, stop: why })
