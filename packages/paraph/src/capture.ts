import type { Captured } from '@paraph/api'
import { givenBy } from './captured.ts'
import { type Command, DONE } from './command.ts'
import { WHERE_RECORDS_ARE } from './database.ts'
import { openDoor } from './door.ts'
import { homeOf } from './home.ts'
import { findProcess } from './reading.ts'
import { tellRefusal } from './refused.ts'
import { type Surroundings, say } from './surroundings.ts'
import { refuse } from '@paraph/record'

/** `paraph capture`. */
export const capture: Command = {
  name: 'capture',
  says: 'keep a source untouched, read it, and write the act that records it',
  usage: ['PROCESS FILE|ADDRESS [--media TYPE] [--act]'],
  words: { least: 2, most: 2 },
  options: [
    { name: 'media', value: 'TYPE', says: 'what the file is, with its encoding: "text/html; charset=windows-1256"' },
    { name: 'act', says: 'print the act alone' },
  ],
  about: [
    'Text, Markdown, HTML, PDF (its text layer), DOCX and e-mail files (.eml) are read. Scripts never run, and nothing that a page names is fetched.',
    'An address is fetched once, now, because you ask for it; public addresses of http and https alone.',
    'The bytes are kept beside the record under their SHA-256. Nothing is recorded before you complete the act and sign it with `paraph act`.',
    WHERE_RECORDS_ARE,
  ],
  examples: [
    {
      types: 'paraph capture lake-sera-exercise article.html --act > source.json',
      says: 'keeps the page, and writes what can be read in it as an act',
    },
    {
      types: 'paraph act lake-sera-exercise source.json --key exercise.C',
      says: 'records it, once publisher, voice and language are filled in',
    },
  ],
  run: async (given, surroundings) => {
    const json = given.switches.has('json')
    const [ref, named] = [given.rest[0]!, given.rest[1]!]
    const source = await givenBy(named, given.values['media'], surroundings)
    if (!source.ok) return tellRefusal(surroundings, 'capture', source.refusal, json)
    const door = await openDoor(homeOf(surroundings), surroundings)
    if (!door.ok) return tellRefusal(surroundings, 'capture', door.refusal, json)
    try {
      const process = await findProcess(door.value.store, ref)
      if (process === undefined) return tellRefusal(surroundings, 'capture', refuse('process-unknown', { ref }).refusal, json)
      const captured = await door.value.capture(process.id, source.value)
      if (!captured.ok) return tellRefusal(surroundings, 'capture', captured.refusal, json)
      const act = actOf(captured.value)
      if (json) say(surroundings, JSON.stringify({ ...captured.value, source: act }))
      else if (given.switches.has('act')) say(surroundings, JSON.stringify(act, null, 2))
      else tell(captured.value, act, surroundings)
      return DONE
    } finally {
      await door.value.close()
    }
  },
}

type WrittenSource = Readonly<Record<string, string | object>>

/** The act as far as the source says it of itself. What only a person can say is empty, and refused until it is filled in. */
const actOf = ({ snapshot: { hash, media }, address, reading }: Captured): WrittenSource => {
  const { publisher = '', title, language = '', published, origin } = reading
  return {
    type: 'source.captured',
    ...(address === null ? {} : { address }),
    publisher,
    ...(title === undefined ? {} : { title }),
    voice: '',
    language,
    ...(published === undefined ? {} : { published: { from: published.from, until: published.until, as: published.as } }),
    dated: published?.how ?? 'not-known',
    ...(origin === undefined ? {} : { origin: origin.name }),
    snapshot: { hash, media },
  }
}

const tell = ({ snapshot, address, reading, suggestions, rules }: Captured, act: WrittenSource, surroundings: Surroundings): void => {
  const line = (name: string, value: string | undefined): void => {
    if (value !== undefined) say(surroundings, `${name.padEnd(10)} ${shown(value).replaceAll('\n', ' ')}`)
  }
  const { title, byline, publisher, language, published, origin, notes, text } = reading
  line('kept', `${snapshot.hash} (${snapshot.media}, ${snapshot.size} bytes)`)
  line('address', address ?? undefined)
  line('title', title)
  line('byline', byline)
  line('publisher', publisher)
  line('language', language)
  line('date', published === undefined ? undefined : `${published.from} (${published.how}: “${published.as}”)`)
  line('origin', origin === undefined ? undefined : `${origin.name} (${origin.rule}: “${origin.because}”)`)
  for (const { code, facts, start } of notes)
    line(
      'note',
      `${code}${start === undefined ? '' : ` at ${start}`} ${Object.entries(facts)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ')}`,
    )
  line('statements', `${suggestions.length} suggested, ${rules.length} rules of attribution seen`)
  say(surroundings, `\n${shown(text)}\n`)
  say(surroundings, JSON.stringify(act, null, 2))
  const empty = Object.keys(act).filter((name) => act[name] === '')
  say(surroundings, `\nTo complete before it is signed: ${empty.join(', ')}`)
}

/** Somebody else's words on a terminal: what would turn their direction or command the terminal is shown as its number. Joiners are spelling. */
const shown = (text: string): string =>
  text.replace(
    /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}]/gu,
    (character) => `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`,
  )
