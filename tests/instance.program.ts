import { createRequire } from 'node:module'
import process from 'node:process'
import type { Instant } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { createHost, serve } from '@paraph/server'
import { openDatabase, secretsIn } from '@paraph/store'

/**
 * One server of several on a database, for the tests that hammer and kill it; says on its standard output where. Its log keys are in the folder
 * `keys`. Planted faults: `unlocked` asks for no lock on the record's head; `unguarded` neither compares before it swaps.
 */
const [url = '', keys = '', fault = 'none'] = process.argv.slice(2)
if (fault !== 'none') plant(fault === 'unguarded')
const store = await openDatabase({ url })
if (!store.ok) throw new Error(JSON.stringify(store.refusal))
const host = await createHost({
  store: store.value,
  secrets: secretsIn(keys),
  clock: () => new Date().toISOString() as Instant,
  primitives: nodePrimitives,
  name: 'host.example',
  shared: true,
})
const serving = await serve({
  host,
  port: 0,
  fault: (error) => process.stderr.write(`fault: ${error instanceof Error ? error.stack : String(error)}\n`),
})
process.stdout.write(`${JSON.stringify({ address: serving.address, token: serving.token })}\n`)

/** Reaches into the driver as a careless change of the store would. */
function plant(unguarded: boolean): void {
  const { Client } = createRequire(new URL('../packages/store/src/index.ts', import.meta.url))('pg') as {
    Client: { prototype: { query: (this: object, text: unknown, ...more: unknown[]) => unknown } }
  }
  const real = Client.prototype.query
  Client.prototype.query = function (text, ...more) {
    if (typeof text !== 'string') return real.call(this, text, ...more)
    const unlocked = text.replace(' for update', '')
    const planted = unguarded
      ? unlocked.replace(
          /^(update "head" set .* where "log" = \$5) and "size" = \$6 and "root" = \$7$/,
          '$1 and ($6::bigint, $7::text) is not null',
        )
      : unlocked
    return real.call(this, planted, ...more)
  }
}
