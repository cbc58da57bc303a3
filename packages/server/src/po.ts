/**
 * Translations of a gettext catalogue by `msgid`: as much of the format as Lingui writes (one `msgid`, one `msgstr`, texts continued over
 * lines, comments; no contexts, no gettext plurals, for those are within the ICU message). Obsolete entries (`#~`) are comments.
 */
export const parsePo = (text: string): ReadonlyMap<string, string> => {
  const words = new Map<string, string>()
  let id: string | undefined
  let part: 'msgid' | 'msgstr' | undefined
  for (const line of text.split(/\r?\n/)) {
    const match = /^(msgid|msgstr)?\s*"(.*)"\s*$/.exec(line)
    if (match === null) continue
    const piece = unescaped(match[2]!)
    if (match[1] === 'msgid') id = ''
    if (match[1] === 'msgstr') words.set(id!, '')
    part = (match[1] as typeof part) ?? part
    if (part === 'msgid') id += piece
    if (part === 'msgstr') words.set(id!, words.get(id!)! + piece)
  }
  words.delete('')
  return words
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' }
const unescaped = (text: string): string => text.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter)
