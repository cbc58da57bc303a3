import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { secretsIn, writeBackup } from '@paraph/store'
import { type Command, DONE } from './command.ts'
import { groundOf, nameOf, openToRead } from './database.ts'
import { homeOf } from './home.ts'
import { copying, ended, KEPT_STATUSES, named, recordLines } from './keeping.ts'
import { complain, type Surroundings, say } from './surroundings.ts'

/** `paraph backup`. */
export const backup: Command = {
  name: 'backup',
  says: 'copy every record into one file, while the server goes on',
  usage: ['FILE|FOLDER [--with-secrets]'],
  words: { least: 1, most: 1 },
  options: [{ name: 'with-secrets', says: 'put the keys of the data folder into it too: whoever has the file can sign as this host' }],
  about: [
    'Every record is in it whole, as it is at one moment; so is every file beside it. What was erased is not.',
    'Into a FOLDER it goes under a name with the time; nothing is ever overwritten. Only its owner may read the file.',
    'Without --with-secrets the keys (PARAPH_HOME/keys) must be kept elsewhere: a record goes on only with its key.',
    'DATABASE_URL: what is backed up, where the records are in PostgreSQL. PARAPH_HOME: the data folder otherwise.',
  ],
  examples: [
    { types: 'paraph backup /mnt/safe/', says: 'writes /mnt/safe/paraph-20260301T020000Z.backup' },
    { types: 'paraph backup tonight.backup --with-secrets', says: 'a file from which all of it comes back: keep it as you keep keys' },
  ],
  statuses: KEPT_STATUSES,
  run: async ({ rest, switches }, surroundings) => {
    const json = switches.has('json')
    const home = homeOf(surroundings)
    const ground = groundOf(home, surroundings)
    if (!ground.ok) return ended(surroundings, 'backup', ground.refusal, json)
    const store = await named(() => openToRead(ground.value))
    if (!store.ok) return ended(surroundings, 'backup', store.refusal, json)
    const to = fileFor(rest[0]!, surroundings)
    const { done, ...options } = copying(surroundings)
    const secrets = switches.has('with-secrets') ? secretsIn(join(home, 'keys')) : undefined
    const made = await named(() => writeBackup(store.value, to, { ...options, secrets }))
    done()
    await store.value.close()
    if (!made.ok) return ended(surroundings, 'backup', made.refusal, json)
    const { records, secrets: names } = made.value
    const bytes = statSync(to).size
    if (json) say(surroundings, JSON.stringify({ from: nameOf(ground.value), to, bytes, records, secrets: names }))
    else for (const line of [`${to}, ${bytes} bytes`, ...recordLines(records)]) say(surroundings, line)
    if (names.length > 0) complain(surroundings, `${names.length} secret keys are in it: whoever has the file has them.`)
    return DONE
  },
}

/** The file that is meant: within a folder, a name with the time in UTC. */
const fileFor = (word: string, { folder, now }: Surroundings): string => {
  const path = resolve(folder, word)
  const within = word.endsWith('/') || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  return within ? join(path, `paraph-${now().slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup`) : path
}
