import { type ParseArgsConfig, parseArgs } from 'node:util'
import { COMMON, type Command, type Given } from './command.ts'

/** The command line as a command wants it, or one sentence on what is wrong with it. */
export const readLine = (command: Command, words: readonly string[]): Given | string => {
  const options = [...command.options, ...COMMON]
  const config: ParseArgsConfig['options'] = Object.fromEntries(
    options.map(({ name, short, value }) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) },
    ]),
  )
  try {
    // `-` alone is the standard input, which parseArgs takes for a word as well.
    const { values, positionals } = parseArgs({ args: [...words], options: config, allowPositionals: true, strict: true })
    const switches = new Set(Object.keys(values).filter((name) => values[name] === true))
    const given = Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    if (!switches.has('help') && positionals.length < command.words.least) return `${command.name} needs ${command.usage[0]}`
    if (!switches.has('help') && positionals.length > command.words.most) return `"${positionals[command.words.most]}" is one word too many`
    return { switches, values: given, rest: positionals }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return error.message.split('\n')[0]!.split('. To ')[0]!
    throw error
  }
}
