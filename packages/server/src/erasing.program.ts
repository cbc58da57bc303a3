import type { Instant, Json } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { openDataFolder, openStore } from '@paraph/store'
import { createHost } from './host.ts'

/** Files one act in a data folder and dies where the store is about to erase: after the commit, before anything of it is gone. */
const [, , home = '', process_ = '', submission = ''] = process.argv
const folder = openDataFolder(home)
if (!folder.ok) throw new Error(folder.refusal.code)
const store = await openStore({ home })
if (!store.ok) throw new Error(store.refusal.code)
const die = async (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}
const host = await createHost({
  store: { ...store.value, erase: die, eraseBlob: die },
  secrets: folder.value.secrets,
  clock: () => new Date().toISOString() as Instant,
  primitives: nodePrimitives,
  name: 'host.example',
})
await host.submit(process_, JSON.parse(submission) as Json)
