import type { Instant } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { openDataFolder, openStore, writeAll } from '@paraph/store'
import { createHost } from './host.ts'
import { serve } from './serve.ts'

/** Serves a data folder for the tests that kill it, and says on stdout where. */
const home = process.argv[2] ?? ''
const folder = openDataFolder(home)
if (!folder.ok) throw new Error(folder.refusal.code)
const store = await openStore({ home })
if (!store.ok) throw new Error(store.refusal.code)
const clock = () => new Date().toISOString() as Instant
const host = await createHost({
  store: store.value,
  secrets: folder.value.secrets,
  clock,
  primitives: nodePrimitives,
  name: 'host.example',
})
const serving = await serve({ host, port: 0 })
writeAll(1, Buffer.from(`${serving.address}\n`))
