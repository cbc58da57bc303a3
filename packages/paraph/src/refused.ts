import { HOST_REFUSALS } from '@paraph/api'
import type { Refusal } from '@paraph/record'
import { readVoices } from '@paraph/server'
import { refusalWords } from '@paraph/talks'
import { REFUSED } from './command.ts'
import { complain, type Surroundings, say } from './surroundings.ts'

/** What this command line and the data folder refuse, in words. What a host refuses has words of its own. */
const WORDS: Readonly<Record<string, string>> = {
  'act-unreadable': 'This is not an act in JSON.',
  'acts-none': 'There is no act in it.',
  'file-unreadable': 'The file cannot be read.',
  'file-unwritable': 'The file cannot be written.',
  oversize: 'This is larger than Paraph takes.',
  'not-json': 'This is not JSON.',
  'zip-limit': 'The record is larger than one bundle may be.',
  'folder-held': 'Another process of Paraph writes in this data folder.',
  'folder-unusable': 'The data folder cannot be used.',
  'database-missing': 'Nothing is stored there yet.',
  'database-url-unknown': 'DATABASE_URL is no address of PostgreSQL (postgres://user:password@host:port/database).',
  'database-newer': 'The records were written by a newer version of Paraph.',
  'records-moved': 'The records of this data folder were moved away. Where they went to PostgreSQL, name it in DATABASE_URL.',
  'records-elsewhere':
    'The server that holds this data folder keeps its records elsewhere: give this command the DATABASE_URL of that server, or none.',
  'database-unusable': 'The database cannot be opened: `cause` says why.',
  'backup-damaged': 'The backup is damaged, or is no backup: it is cut short, torn, or of another kind. Nothing was written.',
  'backup-missing': 'There is no such backup.',
  cancelled: 'Interrupted.',
  'consignment-incomplete': 'A record in it is not whole: entries, checkpoints or files do not agree.',
  'file-exists': 'The file exists, and nothing is overwritten.',
  'folder-not-empty': 'The data folder has a database already. Restore into a new folder, or move that database away.',
  'label-taken': 'Another record has that label there.',
  'not-restorable': 'A record in it does not verify. Nothing was written.',
  'record-here': 'That record is there already.',
  'restore-onto-newer': 'There is more of that record there than in what you bring, or another history. Nothing was written.',
  'same-place': 'That is one place, twice.',
  'secret-differs': 'The data folder has another key under that name.',
  'secret-unreadable': 'That key cannot be read, so there is no backup with secrets.',
  'source-moved': 'Somebody went on recording meanwhile. Stop every server and move again.',
  'log-key-missing': 'The key that signs this record is not in keys/ of the data folder. Nothing was recorded.',
  'key-missing': 'There is no key of that name in the data folder.',
  'key-exposed': 'Others may read the file of that key.',
  'key-unreadable': 'The file of that key is not of Paraph’s making.',
  'key-not-enrolled': 'The process knows no such key: --as says for which body it signs.',
  'host-unreachable': 'The server that holds the data folder does not answer.',
  'answer-malformed': 'The server that holds the data folder answers in another way than this version knows.',
  'nothing-published': 'Nothing of this process was published yet: `publication.decided` decides what is.',
  'folder-of-another-process': 'The folder shows another process.',
  'folder-ahead': 'The folder shows a later state of this process, or another history of it: it is not overwritten by this one.',
  'address-malformed': 'This is no address of a folder: https://… or http://… is.',
  'folder-exists': 'The folder exists and holds something else.',
  'founding-unreadable': 'This is not the founding act of a process.',
  'founding-unsigned': 'A founding act is signed by a key, for a body, by a person.',
  'language-unknown': 'Paraph does not speak that language.',
  'not-verified': 'The bundle does not verify: `paraph verify` says more.',
  'nobody-serves': 'No server holds this data folder: `paraph serve` starts one, and prints a link.',
  'port-taken': 'Another program listens at that port.',
  'port-malformed': 'PORT is no port.',
}

/** A refusal in a sentence. */
export const wordsOf = ({ code, facts }: Refusal): string => {
  if (typeof facts['said'] === 'string') return facts['said']
  const own = WORDS[code]
  if (own !== undefined) return own
  const message = Object.hasOwn(HOST_REFUSALS, code)
    ? HOST_REFUSALS[code as keyof typeof HOST_REFUSALS].title
    : Object.hasOwn(refusalWords, code)
      ? refusalWords[code as keyof typeof refusalWords]
      : undefined
  return message === undefined ? 'Paraph knows no words for this.' : readVoices().en(message, facts)
}

/** Says a refusal (`--json`: as the answer) and gives the exit status. */
export const tellRefusal = (surroundings: Surroundings, command: string, refusal: Refusal, json: boolean): number => {
  const { code, path, facts } = refusal
  if (json) {
    say(surroundings, JSON.stringify({ refused: refusal }))
    return REFUSED
  }
  complain(surroundings, `paraph ${command}: ${code}${path === undefined ? '' : ` at ${path}`}. ${wordsOf(refusal)}`)
  for (const [name, value] of Object.entries(facts)) if (name !== 'said') complain(surroundings, `  ${name.padEnd(10)} ${value}`)
  return REFUSED
}
