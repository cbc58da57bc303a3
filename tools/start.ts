import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { build } from './build.ts'
import { ROOT } from './tree.ts'

// `npm start`: the pages are built if they are stale, then this very process serves. Everything heavy is loaded after the cache is on.
enableCompileCache(join(ROOT, 'node_modules/.cache/paraph-compile'))
if (!build(ROOT)) process.exit(1)
const { main } = await import('paraph')
await main(['serve', ...process.argv.slice(2)])
