import { existsSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { accept, type Result, refuse } from '@paraph/record'
import {
  checkAll,
  type Copied,
  type CopyOptions,
  copyRecords,
  DATABASE_NAME,
  isDatabaseUrl,
  newDatabase,
  openBackup,
  openDatabase,
  openDataFolder,
  openStore,
  type Store,
} from '@paraph/store'
import { type Command, DONE, MISUSED } from './command.ts'
import { nameOf } from './database.ts'
import { checkRecord, copying, ended, KEPT_STATUSES, named, recordLines } from './keeping.ts'
import { complain, type Surroundings, say } from './surroundings.ts'

/** `paraph move`. */
export const move: Command = {
  name: 'move',
  says: 'bring every record from a data folder to PostgreSQL, or back, byte for byte',
  usage: ['--from PLACE --to PLACE'],
  words: { least: 0, most: 0 },
  options: [
    { name: 'from', value: 'PLACE', says: 'a data folder, a backup, or postgres://user:password@host:port/database' },
    { name: 'to', value: 'PLACE', says: 'a data folder without a database, or a database of PostgreSQL' },
  ],
  about: [
    'Let no server run meanwhile. What arrived is verified before the old place is let go; entries, checkpoints and files do not change by a byte.',
    `A data folder that was moved from keeps its database as ${DATABASE_NAME}.moved, so that no server goes on from it by mistake.`,
    'A database of PostgreSQL that was moved from still holds everything: drop it once you are sure, and let nothing write to it.',
    'Keys stay where they are, in PARAPH_HOME/keys: serve with that folder and DATABASE_URL.',
    'A move that was broken off is taken up again by the same command.',
  ],
  examples: [
    { types: 'paraph move --from data --to postgres://paraph@localhost/paraph', says: 'to PostgreSQL' },
    { types: 'paraph move --from postgres://paraph@localhost/paraph --to data', says: 'and back' },
  ],
  statuses: ['0 done', '1 refused, with the reason; the old place is as it was', ...KEPT_STATUSES.slice(2)],
  run: async ({ values, switches }, surroundings) => {
    const { from, to } = values
    const json = switches.has('json')
    if (from === undefined || to === undefined) {
      complain(surroundings, 'paraph: move needs --from PLACE --to PLACE. `paraph move --help` says what there is.')
      return MISUSED
    }
    const [source, target] = [placeOf(from, surroundings), placeOf(to, surroundings)]
    const { done, ...options } = copying(surroundings)
    const moved = await named(() => moveRecords(source, target, options))
    done()
    if (!moved.ok) return ended(surroundings, 'move', moved.refusal, json)
    const { records, aside } = moved.value
    if (json) say(surroundings, JSON.stringify({ from: spoken(source), to: spoken(target), records, aside: aside ?? null }))
    else for (const line of [`${spoken(target)}: ${records.length} records, verified`, ...recordLines(records)]) say(surroundings, line)
    if (aside !== undefined) complain(surroundings, `The old database is now ${aside}. Its keys stay where they are.`)
    else if (source.kind === 'database') complain(surroundings, `${spoken(source)} still holds everything: let nothing write to it.`)
    return DONE
  },
}

/** Where records are: a database server, a data folder, or one file. */
type Place = { readonly kind: 'database' | 'folder' | 'file'; readonly at: string }

const placeOf = (word: string, { folder }: Surroundings): Place => {
  if (isDatabaseUrl(word)) return { kind: 'database', at: word }
  const at = resolve(folder, word)
  return { kind: statSync(at, { throwIfNoEntry: false })?.isFile() === true ? 'file' : 'folder', at }
}

const spoken = ({ kind, at }: Place): string => (kind === 'database' ? nameOf({ home: '', url: at }) : at)

type Moved = { readonly records: readonly Copied[]; readonly aside: string | undefined }

const moveRecords = async (source: Place, target: Place, options: CopyOptions): Promise<Result<Moved>> => {
  if (source.at === target.at) return refuse('same-place', { place: spoken(source) })
  const from = await openSource(source)
  if (!from.ok) return from
  let records: Result<readonly Copied[]>
  try {
    records = await into(target, async (store) => {
      const copied = await copyRecords(from.value.store, store, { ...options, still: true })
      if (!copied.ok) return copied
      const checked = await checkAll(store, checkRecord)
      return checked.ok ? copied : checked
    })
  } finally {
    await from.value.store.close()
  }
  const aside = records.ok && source.kind === 'folder' ? setAside(source.at) : undefined
  from.value.letGo()
  return records.ok ? accept({ records: records.value, aside }) : records
}

type Source = { readonly store: Store; readonly letGo: () => void }

/** The source, held so that nobody appends to it, where it can be held. */
const openSource = async ({ kind, at }: Place): Promise<Result<Source>> => {
  if (kind !== 'folder') return sourceOf(await (kind === 'file' ? openBackup(at) : openDatabase({ url: at, readonly: true })), () => {})
  if (!existsSync(join(at, DATABASE_NAME))) return refuse('database-missing', { path: at })
  const folder = openDataFolder(at)
  if (!folder.ok) return folder
  const store = sourceOf(await openStore({ home: at }), folder.value.close)
  if (!store.ok) folder.value.close()
  return store
}

const sourceOf = (store: Result<Store>, letGo: () => void): Result<Source> => (store.ok ? accept({ store: store.value, letGo }) : store)

const into = async (
  { kind, at }: Place,
  fill: (store: Store) => Promise<Result<readonly Copied[]>>,
): Promise<Result<readonly Copied[]>> => {
  if (kind === 'file') return refuse('file-exists', { path: at })
  if (kind === 'database') {
    const store = await openDatabase({ url: at })
    return store.ok ? fill(store.value).finally(() => store.value.close()) : store
  }
  if (existsSync(join(at, DATABASE_NAME))) return refuse('folder-not-empty', { path: at })
  const folder = openDataFolder(at)
  if (!folder.ok) return folder
  return newDatabase(join(at, DATABASE_NAME), fill).finally(() => folder.value.close())
}

/** Under another name a server finds keys and no database, and refuses to begin anew. A log that a reader holds open goes along. */
const setAside = (home: string): string => {
  const path = join(home, DATABASE_NAME)
  let aside = `${path}.moved`
  for (let turn = 2; existsSync(aside); turn++) aside = `${path}.moved-${turn}`
  for (const end of ['-wal', '-shm', '']) if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${aside}${end}`)
  return aside
}
