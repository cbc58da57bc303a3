import { type Hash, hex, utf8 } from '@paraph/record'
import { openDataFolder } from './folder.ts'
import { writeAll } from './index.ts'
import { openStore } from './sqlite.ts'
import { appendRows, LOG, OTHER_LOG, sha256 } from './synthetic.test-support.ts'

/**
 * A host's life with a data folder for the power-cut test, which traces it: opens the folder, makes a key, appends to two records and keeps files
 * beside them, with the log copied into the database every few commits, closes, and goes on. Says on stdout, by one write a line, what it
 * promises: `key <name>`, then `ok <log> <size>` and `blob <log> <hash>`. `synchronous`: the setting
 * that SQLite is given in place of the store's own, the planted fault.
 */
const [home = '', synchronous = 'FULL'] = process.argv.slice(2)
const APPENDS = 6
/** Makes a file of more than one page. */
const BLOB_REPEATS = 500
const COPIED_EVERY = 24
const say = (line: string): void => writeAll(1, Buffer.from(`${line}\n`))

const { default: Database } = await import('better-sqlite3')
const real = Database.prototype.pragma
Database.prototype.pragma = function (this: InstanceType<typeof Database>, text: string, ...more: []) {
  // Pages in the log before SQLite copies them by itself: a thousand by default, which so short a life never reaches.
  if (text === 'journal_mode = WAL') real.call(this, `wal_autocheckpoint = ${COPIED_EVERY}`)
  return real.call(this, text.replace('synchronous = FULL', `synchronous = ${synchronous}`), ...more)
} as typeof real

for (const key of ['log-first', 'log-second']) {
  const folder = openDataFolder(home)
  if (!folder.ok) throw new Error(folder.refusal.code)
  const store = await openStore({ home })
  if (!store.ok) throw new Error(store.refusal.code)
  folder.value.secrets.saveKey(key, { seed: new Uint8Array(32).fill(key.length), purpose: 'planted' })
  say(`key ${key}`)
  for (let turn = 0; turn < APPENDS; turn++) {
    const log = turn % 3 === 2 ? OTHER_LOG : LOG
    const done = await appendRows(store.value, log, 1 + (turn % 2))
    if (!done.ok) throw new Error(done.refusal.code)
    say(`ok ${log} ${done.value}`)
    const bytes = utf8(`${key} ${turn} `.repeat(BLOB_REPEATS))
    const hash = hex(sha256(bytes)) as Hash
    if (!(await store.value.putBlob(log, { hash, bytes })).ok) throw new Error('the file was not kept')
    say(`blob ${log} ${hash}`)
  }
  await store.value.close()
  folder.value.close()
}
