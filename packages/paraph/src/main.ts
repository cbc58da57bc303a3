import { BROKEN, type Command, DONE, MISUSED } from './command.ts'
import { commandText, overviewText } from './help.ts'
import { readLine } from './line.ts'
import { complain, ownSurroundings, type Surroundings, say } from './surroundings.ts'
import { version } from './version.ts'

/** Every command, in the order of the help. Each is loaded when it is asked for: `verify` needs no server. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  'sign-in': async () => (await import('./sign-in.ts')).signIn,
  init: async () => (await import('./init.ts')).init,
  act: async () => (await import('./act.ts')).act,
  capture: async () => (await import('./capture.ts')).capture,
  statements: async () => (await import('./statements.ts')).statements,
  standing: async () => (await import('./standing.ts')).standingCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  publish: async () => (await import('./publish.ts')).publish,
  verify: async () => (await import('./verify.ts')).verify,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  move: async () => (await import('./move.ts')).move,
  catalogue: async () => (await import('./catalogue.ts')).catalogue,
  completion: async () => (await import('./completion.ts')).completion,
}

/** Runs one command line, without the program's own name; answers with the exit status. (docs/decisions/0060) */
export const main = async (words: readonly string[], surroundings: Surroundings = ownSurroundings()): Promise<number> => {
  const [name = '', ...rest] = words
  if (name === '--version' || name === '-v') return told(surroundings, version())
  if (name === '' || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0))
    return told(surroundings, overviewText(await Promise.all(Object.values(COMMANDS).map((load) => load())), surroundings))
  const wanted = name === 'help' ? rest[0]! : name
  const command = Object.hasOwn(COMMANDS, wanted) ? await COMMANDS[wanted]!() : undefined
  if (command === undefined) return misused(surroundings, `there is no command "${wanted}"`, 'paraph --help')
  if (name === 'help') return told(surroundings, commandText(command, surroundings))
  const given = readLine(command, rest)
  if (typeof given === 'string') return misused(surroundings, given, `paraph ${command.name} --help`)
  if (given.switches.has('help')) return told(surroundings, commandText(command, surroundings))
  try {
    return await command.run(given, surroundings)
  } catch (error) {
    // Loaded now: `verify` needs no store.
    const [{ refusalIn }, { tellRefusal }] = await Promise.all([import('./keeping.ts'), import('./refused.ts')])
    const refusal = refusalIn(error)
    if (refusal !== undefined) return tellRefusal(surroundings, command.name, refusal, given.switches.has('json'))
    complain(surroundings, `paraph ${command.name}: this is a bug in Paraph.\n${error instanceof Error ? error.stack : String(error)}`)
    return BROKEN
  }
}

const told = (surroundings: Surroundings, text: string): number => {
  say(surroundings, text)
  return DONE
}

const misused = (surroundings: Surroundings, what: string, help: string): number => {
  complain(surroundings, `paraph: ${what}. \`${help}\` says what there is.`)
  return MISUSED
}
