import { COMMON, type Command, type Option } from './command.ts'

/** What may stand at the last word, which is being typed: words, and file names where `files`. */
export type Candidates = { readonly words: readonly string[]; readonly files: boolean }

/** Names that are known only to a data folder or the catalogue, asked for when a word calls for them. */
export type Names = {
  readonly processes: () => Promise<readonly string[]>
  readonly keys: () => readonly string[]
  readonly kinds: () => Promise<readonly string[]>
  readonly languages: () => Promise<readonly string[]>
}

/** Every command's name, and the command that the first word names, where it names one. */
export type Known = { readonly commandNames: readonly string[]; readonly command: Command | undefined }

const NONE: Candidates = { words: [], files: false }

/** What `typed` may go on with, the program's own name left out: its last word is the one being typed, and may be empty. */
export const candidatesFor = async (known: Known, typed: readonly string[], names: Names): Promise<Candidates> => {
  const last = typed.at(-1) ?? ''
  const found = await allFor(known, typed, names)
  return { ...found, words: [...new Set(found.words)].filter((word) => word.startsWith(last)) }
}

const allFor = async ({ commandNames, command }: Known, typed: readonly string[], names: Names): Promise<Candidates> => {
  const [name = '', ...rest] = typed
  if (rest.length === 0) return { words: [...commandNames, 'help', '--help', '--version'], files: false }
  if (name === 'help') return { words: rest.length === 1 ? commandNames : [], files: false }
  if (command === undefined) return NONE
  const options = [...command.options, ...COMMON]
  const before = rest.slice(0, -1)
  const open = optionOf(options, before.at(-1))
  if (open?.value !== undefined) return valuesOf(open.value, names)
  if (rest.at(-1)!.startsWith('-'))
    return { words: options.flatMap(({ name, short }) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]), files: false }
  const placed = before.filter((word, at) => !word.startsWith('-') && optionOf(options, before[at - 1])?.value === undefined)
  const asked = command.usage.map((usage) => placesOf(usage)[placed.length]).filter((place) => place !== undefined)
  const found = await Promise.all(asked.map((place) => valuesOf(place, names)))
  return { words: found.flatMap(({ words }) => words), files: found.some(({ files }) => files) }
}

const optionOf = (options: readonly Option[], word: string | undefined): Option | undefined =>
  word?.startsWith('-') === true ? options.find(({ name, short }) => word === `--${name}` || word === `-${short}`) : undefined

/** The places of a usage that are no options: of `PROCESS FILE.json|- --key NAME [-o FILE]` these are `PROCESS` and `FILE.json|-`. */
export const placesOf = (usage: string): readonly string[] => {
  const places: string[] = []
  const parts = usage.match(/\[[^\]]*\]|\S+/g) ?? []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!.replace(/^\[|\]$/g, '')
    if (!part.startsWith('-')) places.push(part)
    // An option that may not be left out stands without brackets, its value after it.
    else if (!parts[at]!.startsWith('[') && parts[at + 1]?.startsWith('[') === false) at++
  }
  return places
}

/** What a placeholder stands for; a word in small letters stands for itself. */
const valuesOf = async (place: string, names: Names): Promise<Candidates> => {
  const words: string[] = []
  let files = false
  for (const part of place.split('|')) {
    if (part === 'PROCESS') words.push(...(await names.processes()))
    else if (part === 'KIND') words.push(...(await names.kinds()))
    else if (part === 'NAME') words.push(...names.keys())
    else if (part === 'TAG') words.push(...(await names.languages()))
    else if (/^(FILE|FOLDER|PLACE)/.test(part)) files = true
    else if (/^[a-z][a-z0-9-]*$/.test(part)) words.push(part)
  }
  return { words, files }
}
