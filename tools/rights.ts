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

const HEAD = `# Who may do what

Made from the catalogue of acts by \`node tools/rights.ts --write\`; \`npm run check\` fails where it says something else than the code.
An act is a body's *own* where the body itself signs it. *Ascribable*: secretariat and rapporteur may record it of another body, with its
ground. *Solemn*: it names a person and is signed by a kind of key that the process allows for it. *Structure*: always open, never erased.

`

/** The page as `talks` computes it from its catalogue. */
export const rightsPage = (): string => HEAD + rightsTable()

if (import.meta.main) {
  if (process.argv.includes('--write')) writeFileSync(join(ROOT, RIGHTS), rightsPage())
  tell(rights(ROOT, rightsPage()))
}
