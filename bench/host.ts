/**
 * A host for the benchmarks, in a process of its own: tells its address, then serves until it is let go. `unchecked`: signatures are taken on
 * trust. `DATABASE_URL`: on PostgreSQL, perhaps beside other hosts.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant, Primitives } from '@paraph/record'
import { nodePrimitives, verifyPool } from '@paraph/record/node'
import { createHost, serve } from '@paraph/server'
import { openDatabase, openDataFolder, openStore } from '@paraph/store'
import { nodeVerifyCost } from './baseline.ts'
import { HOST } from './signed.ts'

const [slug = 'accept', mode = 'checked', given] = process.argv.slice(2)
const primitives: Primitives =
  mode === 'unchecked'
    ? { ...nodePrimitives, verify: async (batch) => batch.map(() => true) }
    : mode === 'pool'
      ? verifyPool().primitives
      : nodePrimitives
const home = given ?? mkdtempSync(join(process.env['PARAPH_BENCH'] ?? tmpdir(), 'paraph-bench-'))
const folder = openDataFolder(home)
if (!folder.ok) throw new Error(folder.refusal.code)
const url = process.env['DATABASE_URL']
const store = url === undefined ? await openStore({ home }) : await openDatabase({ url })
if (!store.ok) throw new Error(store.refusal.code)
const host = await createHost({
  store: store.value,
  secrets: folder.value.secrets,
  clock: () => new Date().toISOString() as Instant,
  primitives,
  name: HOST,
  shared: url !== undefined,
})
if (given === undefined) {
  const made = host.makeLogKey(new Uint8Array(createHash('sha256').update(`paraph/bench/log/${slug}`).digest()))
  if (!made.ok) throw new Error(made.refusal.code)
}
const webRoot = new URL('../packages/web/dist', import.meta.url).pathname
const serving = await serve({ host, port: 0, ...(existsSync(webRoot) ? { webRoot } : {}), fault: (error) => console.error(error) })
process.send?.({ address: serving.address, token: serving.token, home })
let before = process.cpuUsage()
let commits = 0
host.follow(() => commits++)
// CPU time in µs and commits since it was last asked, and what a verification costs now: whoever measures asks at both ends.
process.on('message', () => {
  const { user, system } = process.cpuUsage(before)
  process.send?.({ cpu: user + system, commits, verification: nodeVerifyCost(400) })
  before = process.cpuUsage()
  commits = 0
})
process.on('disconnect', () => process.exit(0))
