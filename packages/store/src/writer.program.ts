import { isDatabaseUrl, openDatabase, openStore, type Store, StoreUnreachable, writeAll } from './index.ts'
import { appendRows, LOG } from './synthetic.test-support.ts'

/**
 * A writer for the crash tests, on a file or a database server: appends rows one at a time and says on stdout, by one write a line, what became of each.
 * `ok <size>` the rows up to it are promised · `no <code> <size>` the append that would have made that size was refused.
 * Planted faults: `early` promises before the commit; `unsynced` lets SQLite leave the sync out; `deaf` takes a refusal for a promise.
 */
const [path = '', count = '0', fault = 'none'] = process.argv.slice(2)
const say = (line: string): void => writeAll(1, Buffer.from(`${line}\n`))

if (fault === 'unsynced') await unsynced()
const store = await (isDatabaseUrl(path) ? openDatabase({ url: path }) : openStore({ path }))
if (!store.ok) {
  say(`shut ${store.refusal.code}`)
  process.exit(3)
}
for (let turn = 0; turn < Number(count); turn++) {
  const size = (await sizeNow(store.value)) + 1
  if (fault === 'early') {
    say(`ok ${size}`)
    await new Promise((later) => setTimeout(later, 20))
  }
  const done = await appendRows(store.value, LOG, 1)
  if (done.ok && fault === 'early') continue
  if (done.ok) say(`ok ${size}`)
  else say(fault === 'deaf' ? `ok ${size}` : `no ${done.refusal.code} ${size}`)
}
await store.value.close()

/** A server that is away is waited for: what is under test is what was promised before. */
async function sizeNow(from: Store): Promise<number> {
  for (;;)
    try {
      return (await from.head(LOG))?.size ?? 0
    } catch (error) {
      if (!(error instanceof StoreUnreachable)) throw error
      await new Promise((later) => setTimeout(later, 20))
    }
}

/** Reaches into SQLite as a careless setting would: whoever asks for every commit to be synced gets none. */
async function unsynced(): Promise<void> {
  const { default: Database } = await import('better-sqlite3')
  const real = Database.prototype.pragma
  Database.prototype.pragma = function (this: InstanceType<typeof Database>, text: string, ...more: []) {
    return real.call(this, text.replace('synchronous = FULL', 'synchronous = OFF'), ...more)
  } as typeof real
}
