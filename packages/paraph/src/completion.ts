import { join } from 'node:path'
import { secretsIn } from '@paraph/store'
import { candidatesFor, type Names } from './candidates.ts'
import { type Command, DONE, MISUSED } from './command.ts'
import { homeOf } from './home.ts'
import { complain, type Surroundings, say } from './surroundings.ts'

/** A line that asks the shell for its own file names. */
const FILES = ':files'

/** What each shell is told once; from then on it asks `paraph completion words`, which knows the data folder. */
const SCRIPTS = {
  bash: `# Completion of paraph: eval "$(paraph completion bash)"
_paraph() {
  local line files=
  COMPREPLY=()
  while IFS= read -r line; do
    if [ "$line" = '${FILES}' ]; then files=1; else COMPREPLY+=("$line"); fi
  done < <("\${COMP_WORDS[0]}" completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [ -n "$files" ]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
  fi
}
complete -F _paraph paraph`,
  zsh: `#compdef paraph
# Completion of paraph: eval "$(paraph completion zsh)", after compinit
_paraph() {
  local line files=
  local -a found
  for line in "\${(@f)$("\${words[1]}" completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == '${FILES}' ]]; then files=1; elif [[ -n $line ]]; then found+=("$line"); fi
  done
  (( $#found )) && compadd -a found
  [[ -n $files ]] && _files
  return 0
}
compdef _paraph paraph`,
  fish: `# Completion of paraph: paraph completion fish | source
function __paraph_words
  set -l typed (commandline -opc) (commandline -ct)
  for line in ($typed[1] completion words -- $typed[2..-1] 2>/dev/null)
    if test "$line" = '${FILES}'
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c paraph -f -a '(__paraph_words)'`,
} as const

/** `paraph completion`. */
export const completion: Command = {
  name: 'completion',
  says: 'let a shell complete commands, options, processes, keys and kinds of act',
  usage: [Object.keys(SCRIPTS).join('|')],
  words: { least: 1, most: 100 },
  options: [],
  about: [
    'It prints a few lines for the shell, which then asks `paraph completion words -- WORD…` at each press of the tabulator key.',
    'No server of Paraph is asked and nothing is changed: labels are read from the data folder, or from the database that DATABASE_URL names.',
  ],
  examples: [
    { types: 'eval "$(paraph completion bash)"', says: 'in ~/.bashrc; the same with zsh in ~/.zshrc, after compinit' },
    { types: 'paraph completion fish | source', says: 'in ~/.config/fish/config.fish' },
  ],
  run: async ({ rest: [shell = '', ...typed] }, surroundings) => {
    if (Object.hasOwn(SCRIPTS, shell)) say(surroundings, SCRIPTS[shell as keyof typeof SCRIPTS])
    else if (shell === 'words') {
      const { COMMANDS } = await import('./main.ts')
      const [name = ''] = typed
      // Only the command that is typed is loaded: somebody waits with a finger on the key.
      const command = typed.length > 1 && Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]!() : undefined
      const known = { commandNames: Object.keys(COMMANDS), command }
      const { words, files } = await candidatesFor(known, typed, namesIn(homeOf(surroundings), surroundings))
      for (const line of [...words, ...(files ? [FILES] : [])]) say(surroundings, line)
    } else {
      complain(surroundings, `paraph completion: ${Object.keys(SCRIPTS).join(', ')} are known, "${shell}" is not.`)
      return MISUSED
    }
    return DONE
  },
}

/** How long a key that was pressed waits for a database to let us in, in ms. */
const LOOK_WAIT = 1_000

/** Labels and names as the data folder and the database have them; the examples besides, for the first command that names one builds it. */
const namesIn = (home: string, surroundings: Surroundings): Names => ({
  processes: async () => {
    const [{ examples }, { groundOf, openToRead }] = await Promise.all([import('@paraph/examples'), import('./database.ts')])
    const slugs = examples.map(({ slug }) => slug)
    const ground = groundOf(home, surroundings)
    if (!ground.ok) return slugs
    const store = await openToRead(ground.value, LOOK_WAIT)
    if (!store.ok) return slugs
    const logs = await store.value.logs()
    await store.value.close()
    return [...logs.map(({ log, slug }) => slug ?? log), ...slugs]
  },
  keys: () =>
    secretsIn(join(home, 'keys'))
      .keyNames()
      .filter((name) => !name.startsWith('log-')),
  kinds: async () => (await import('./catalogue.ts')).actTypes(),
  languages: async () => (await import('@paraph/server')).LANGUAGES,
})
