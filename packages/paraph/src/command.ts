import type { Surroundings } from './surroundings.ts'

/** One option of a command: `value` names what follows it; without one it is a switch. */
export type Option = { readonly name: string; readonly short?: string; readonly value?: string; readonly says: string }

/** What was given on the command line: options by name, the rest in order. */
export type Given = {
  readonly switches: ReadonlySet<string>
  readonly values: Readonly<Record<string, string | undefined>>
  readonly rest: readonly string[]
}

/** An example for `--help`: what one types, and what comes of it. */
export type Example = { readonly types: string; readonly says: string }

/** One command of the command line. `run` answers with the exit status. */
export type Command = {
  readonly name: string
  readonly says: string
  /** What follows the name: `PROCESS [-o FILE]`. */
  readonly usage: readonly string[]
  /** How many words may stand besides options. */
  readonly words: { readonly least: number; readonly most: number }
  readonly options: readonly Option[]
  readonly about: readonly string[]
  readonly examples: readonly Example[]
  readonly statuses?: readonly string[]
  readonly run: (given: Given, surroundings: Surroundings) => Promise<number>
}

/** Exit statuses (docs/decisions/0060). */
export const DONE = 0
export const REFUSED = 1
export const UNREADABLE = 2
export const MISUSED = 64
export const BROKEN = 70

/** Every command knows these. */
export const COMMON: readonly Option[] = [
  { name: 'json', says: 'answer in JSON' },
  { name: 'help', short: 'h', says: 'say how the command is used' },
]
