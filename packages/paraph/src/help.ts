import { COMMON, type Command, type Option } from './command.ts'
import { type Surroundings, styled } from './surroundings.ts'

/** `paraph --help`. */
export const overviewText = (commands: readonly Command[], surroundings: Surroundings): string => {
  const head = (text: string): string => styled(surroundings, 'bold', text)
  return [
    'Paraph keeps what was said, agreed and promised in a mediated negotiation on a record that nobody can rewrite.',
    '',
    head('Usage'),
    '  paraph COMMAND …',
    '',
    head('Commands'),
    ...commands.map(({ name, says }) => `  ${name.padEnd(10)} ${says}`),
    '',
    head('Examples'),
    '  paraph serve',
    '  paraph export istanbul-2025 -o istanbul.paraph',
    '  paraph verify istanbul.paraph',
    '',
    '`paraph COMMAND --help` says more. Data lives in the folder that PARAPH_HOME names; records in PostgreSQL where DATABASE_URL names one.',
    'The shell completes what you type after `eval "$(paraph completion bash)"`; zsh and fish too.',
  ].join('\n')
}

/** `paraph COMMAND --help`. */
export const commandText = (command: Command, surroundings: Surroundings): string => {
  const head = (text: string): string => styled(surroundings, 'bold', text)
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', head(title), ...lines.map((line) => `  ${line}`)]
  return [
    `${command.says[0]?.toUpperCase()}${command.says.slice(1)}.`,
    ...part(
      'Usage',
      command.usage.map((usage) => `paraph ${command.name} ${usage}`.trimEnd()),
    ),
    ...part('Options', [...command.options, ...COMMON].map(optionLine)),
    ...part('More', command.about),
    ...part(
      'Examples',
      command.examples.flatMap(({ types, says }) => [`$ ${types}`, `    ${says}`]),
    ),
    ...part('Exit status', command.statuses ?? ['0 done · 1 refused, with the reason · 64 the command line was not understood']),
  ].join('\n')
}

const optionLine = ({ name, short, value, says }: Option): string =>
  `${`${short === undefined ? '   ' : `-${short},`} --${name}${value === undefined ? '' : ` ${value}`}`.padEnd(26)} ${says}`
