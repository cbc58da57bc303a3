import { type AttributionRule, readSource, type Suggestion, suggest } from '@paraph/documents'
import { accept, type Result } from '@paraph/record'
import { givenBy } from './captured.ts'
import { type Command, DONE } from './command.ts'
import { tellRefusal } from './refused.ts'
import { complain, type Surroundings, say, styled } from './surroundings.ts'

/** `paraph statements`. */
export const statements: Command = {
  name: 'statements',
  says: 'suggest the statements in a text, each with its speaker and its place',
  usage: ['FILE [--rules] [--name NAME,NAME]'],
  words: { least: 1, most: 1 },
  options: [
    { name: 'rules', says: 'the rules of attribution that the text lays down (embargo, background …) instead' },
    { name: 'name', value: 'NAMES', says: 'names that you know, with commas: a surname alone then finds the whole name' },
  ],
  about: [
    'Text and Markdown in UTF-8 are read as they are: start and end are UTF-16 offsets into the file’s text, half-open.',
    'HTML, PDF (its text layer), DOCX, e-mail files and text in another encoding are read as `paraph capture` reads them: start and end are then',
    'offsets into the text that was read.',
    'Each suggestion names its cue and the rule behind it. Rules find and people decide: nothing is recorded, and much is missed',
    '(docs/statements.md says how much). English alone.',
  ],
  examples: [
    { types: 'paraph statements article.txt', says: 'line and column, who, how, what they do by saying it, and the words' },
    { types: 'paraph statements letter.md --json', says: '[{ speaker, office, kind, words, start, end, cue, date, act }]' },
    { types: 'paraph statements call.md --rules', says: 'what may be attributed to whom, and from when' },
  ],
  run: async (given, surroundings) => {
    const json = given.switches.has('json')
    const text = await textOf(given.rest[0]!, surroundings)
    if (!text.ok) return tellRefusal(surroundings, 'statements', text.refusal, json)
    const names = (given.values['name'] ?? '').split(',').map((name) => name.trim())
    const { suggestions, rules, read } = suggest(text.value, { names: names.filter((name) => name !== '') })
    if (read < text.value.length)
      complain(surroundings, `read up to offset ${read} of ${text.value.length}: there is more than one text may give`)
    if (json) say(surroundings, JSON.stringify(given.switches.has('rules') ? rules : suggestions.map(inOrder)))
    else for (const line of linesOf(text.value, given.switches.has('rules') ? rules : suggestions, surroundings)) say(surroundings, line)
    return DONE
  },
}

/** The keys in the order that the help names. */
const inOrder = ({ speaker, office, kind, words, start, end, cue, date, act }: Suggestion): Suggestion => ({
  speaker,
  office,
  kind,
  words,
  start,
  end,
  cue,
  date,
  act,
})

/** Notes of the reader that are told. */
const NOTES_SHOWN = 20
/** Suffixes of files that are read as they stand. */
const PLAIN = /\.(?:txt|text|md|markdown)$/i

/** A file's text: its own where it is UTF-8 without a NUL, else what the reader of sources makes of it. */
const textOf = async (named: string, surroundings: Surroundings): Promise<Result<string>> => {
  const given = await givenBy(named, undefined, surroundings)
  if (!given.ok) return given
  const { value } = given
  if (!('bytes' in value)) return { ok: false, refusal: { code: 'file-unreadable', facts: { path: named } } }
  if (PLAIN.test(named)) {
    const text = utf8Of(value.bytes)
    if (text !== undefined) return accept(text)
  }
  const reading = await readSource({ bytes: value.bytes, ...(value.name === undefined ? {} : { name: value.name }) })
  if (!reading.ok) return reading
  for (const note of reading.value.notes.slice(0, NOTES_SHOWN)) complain(surroundings, `note: ${note.code}`)
  return accept(reading.value.text)
}

const utf8Of = (bytes: Uint8Array): string | undefined => {
  if (bytes.includes(0)) return undefined
  try {
    // The byte order mark stays, so that offsets are those of the file's text.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const linesOf = (text: string, found: readonly (Suggestion | AttributionRule)[], surroundings: Surroundings): string[] => {
  if (found.length === 0) return ['Nothing was found.']
  const place = placesIn(text)
  return found.flatMap((one) => {
    const head =
      'code' in one ? [one.code, one.speaker] : [who(one), one.kind, one.act, one.date?.as ?? 'no date', `${one.cue.rule}: ${one.cue.text}`]
    const parts = head.filter((part) => part !== undefined && part !== '').map((part) => visible(part!))
    return [
      `${place(one.start)}  ${styled(surroundings, 'bold', parts[0]!)} · ${parts.slice(1).join(' · ')}`.replace(/ · $/, ''),
      `    ${visible(one.words)}`,
    ]
  })
}

const who = ({ speaker, office }: Suggestion): string =>
  speaker === null ? (office ?? 'speaker not told') : office === null ? speaker : `${speaker} (${office})`

/** Offset → `line:column`, both from 1; a column counts code points. */
const placesIn = (text: string): ((offset: number) => string) => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return `${low + 1}:${Array.from(text.slice(starts[low], offset)).length + 1}`
  }
}

/** A terminal obeys neither controls nor overrides of direction that a source brings: they are shown by number. */
const visible = (words: string): string =>
  words
    .replaceAll(/\s+/g, ' ')
    .replaceAll(
      /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/gu,
      (mark) => `<U+${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`,
    )
