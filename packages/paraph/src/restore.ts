import { resolve } from 'node:path'
import { openDataFolder, restoreBackup } from '@paraph/store'
import { type Command, DONE } from './command.ts'
import { homeOf } from './home.ts'
import { checkRecord, copying, ended, KEPT_STATUSES, named, recordLines } from './keeping.ts'
import { complain, say } from './surroundings.ts'

/** `paraph restore`. */
export const restore: Command = {
  name: 'restore',
  says: 'put a backup back into an empty data folder, once every record in it verifies',
  usage: ['FILE'],
  words: { least: 1, most: 1 },
  options: [],
  about: [
    'Every page of the file is read and every record verified before anything is written; then the keys, if the backup holds any.',
    'A data folder with a database in it is refused, whatever is in it: restore into a new folder, or move the old database away yourself.',
    'What was recorded after the backup is not in it. Who has seen later entries will call the record rolled back: before serving, compare the',
    'sizes below with what the parties hold (their bundles, receipts, mirrors), and restore the newest backup there is.',
    'PARAPH_HOME: the data folder. Into PostgreSQL: `paraph move --from FILE --to postgres://…`.',
  ],
  examples: [
    { types: 'PARAPH_HOME=/srv/paraph-new paraph restore tonight.backup', says: 'makes the folder and fills it' },
    { types: 'paraph restore tonight.backup --json', says: 'what was restored, in JSON' },
  ],
  statuses: KEPT_STATUSES,
  run: async ({ rest, switches }, surroundings) => {
    const json = switches.has('json')
    const home = homeOf(surroundings)
    const folder = openDataFolder(home)
    if (!folder.ok) return ended(surroundings, 'restore', folder.refusal, json)
    const { done, ...options } = copying(surroundings)
    const from = resolve(surroundings.folder, rest[0]!)
    const restored = await named(() => restoreBackup(from, folder.value, { ...options, check: checkRecord })).finally(() => {
      done()
      folder.value.close()
    })
    if (!restored.ok) return ended(surroundings, 'restore', restored.refusal, json)
    const { records, secrets } = restored.value
    if (json) say(surroundings, JSON.stringify({ from, to: home, records, secrets }))
    else for (const line of [`${home}: ${records.length} records, verified`, ...recordLines(records)]) say(surroundings, line)
    complain(surroundings, 'What was recorded after this backup is not here. Before serving, compare the sizes with what others hold.')
    if (secrets.length === 0) complain(surroundings, `No keys were in it: put them into ${home}/keys, or no record can go on.`)
    return DONE
  },
}
