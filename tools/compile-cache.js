// Plain JavaScript, loaded before anything else of `npm start`: types that were stripped once are not stripped again, so that the stripper, which
// holds twenty megabytes for as long as the server runs, is not even loaded.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/paraph-compile'))
