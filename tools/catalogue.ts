/** One message of a catalogue: `id` as the code says it, `text` in the catalogue's language, '' where it is missing. */
export type Entry = { readonly id: string; readonly text: string }

/** The messages of a PO file that are in use; obsolete ones (`#~`) are no messages. (GNU gettext manual, *PO Files*) */
export const entries = (po: string): Entry[] =>
  po
    .split(/\r?\n\s*\r?\n/)
    .map(entry)
    .filter(({ id }) => id !== '')

const entry = (block: string): Entry => {
  const said = { msgctxt: '', msgid: '', msgstr: '' }
  let field: keyof typeof said | undefined
  for (const line of block.split(/\r?\n/)) {
    const [, name, text] = /^\s*(?:(msgctxt|msgid|msgstr)\s+)?"(.*)"\s*$/.exec(line) ?? []
    if (name !== undefined) field = name as keyof typeof said
    if (text !== undefined && field !== undefined && !line.startsWith('#')) said[field] += JSON.parse(`"${text}"`)
  }
  return { id: said.msgid, text: said.msgstr }
}

/** Names of the arguments of an ICU message, those within plural and select branches too. `'{'` quotes a brace. */
export const argumentNames = (message: string): Set<string> => {
  const names = new Set<string>()
  /** Reads text up to the `}` that closes it; gives the place of that brace, or the end. */
  const text = (from: number): number => {
    for (let at = from; at < message.length; at++) {
      if (message[at] === "'" && '{}'.includes(message[at + 1] ?? ' ')) at = closing(at + 1, "'")
      else if (message[at] === '{') at = argument(at + 1)
      else if (message[at] === '}') return at
    }
    return message.length
  }
  /** Reads an argument after its `{`; every `{` further in opens a branch, which is a text of its own. */
  const argument = (from: number): number => {
    names.add(/^\s*([^\s,{}]*)/.exec(message.slice(from))![1]!)
    for (let at = from; at < message.length; at++) {
      if (message[at] === '{') at = text(at + 1)
      else if (message[at] === '}') return at
    }
    return message.length
  }
  const closing = (from: number, mark: string): number => {
    const at = message.indexOf(mark, from)
    return at < 0 ? message.length : at
  }
  text(0)
  return names
}
