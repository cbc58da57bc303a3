import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Folder of outside vectors (`PARAPH_DATA`, else beside the checkout). Absent: a loud skip, or a failure where `PARAPH_REQUIRE=all`. */
export const vectors = (context: TestContext, name: string): string | undefined => {
  const folder = join(process.env['PARAPH_DATA'] ?? join(here, '../../../../shared/data'), 'vectors', name)
  if (existsSync(folder)) return folder
  if (process.env['PARAPH_REQUIRE'] === 'all') throw new Error(`required and absent: ${folder}`)
  context.skip(`SKIPPED: no vectors at ${folder} (set PARAPH_DATA)`)
  return undefined
}
