import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { rightsTable } from '@paraph/talks'
import { type Report, tell } from './report.ts'
import { ROOT } from './tree.ts'

/** Where the table of rights stands for readers. */
export const RIGHTS = 'docs/rights.md'

/** Whether the page of rights says what the catalogue of acts says. `table` is the page as the catalogue gives it. */
export const rights = (root: string, table: string): Report => {
  const file = join(root, RIGHTS)
  const written = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const rows = table.split('\n').filter((line) => line.startsWith('|')).length
  const faults =
    written === table
      ? []
      : [`${RIGHTS} ${written === undefined ? 'is missing' : 'is not what the catalogue says'}: node tools/rights.ts --write`]
  return { check: 'rights', looked: rows, unit: 'rows', faults }
}

/** The page as `talks` computes it from its catalogue. */
export const rightsPage = (): string => rightsTable()

if (import.meta.main) {
  if (process.argv.includes('--write')) writeFileSync(join(ROOT, RIGHTS), rightsPage())
  tell(rights(ROOT, rightsPage()))
}
