import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, tell } from './report.ts'
import { filesBelow, isTest, ROOT, rooms } from './tree.ts'

/** Rooms whose every rule has a number: each has a SPEC.md. */
const SPECIFIED = new Set(['record', 'text', 'terms', 'talks', 'api', 'client'])

/** A rule stands at the start of a line, of a list item or of a table's row: `R7`, `- **R7** …`, `| R7 | …`. */
const RULE = /^\s*(?:[-*]\s+|\|\s*)?(?:\*\*)?R(\d+)(?:\*\*)?(?=[\s.:|]|$)/gm
/** A test names its rules at the start of its name: `[R7] …`, `[R7, R9] …`, `[R7] [R9] …`. */
const TEST = /\b(?:test|it)(?:\.\w+)?\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g
const NAMED = /^((?:\[R\d+(?:\s*,\s*R\d+)*\]\s*)+)/

/** Every rule of every SPEC.md has a test, every test of a specified room has a rule. */
export const spec = (root: string): Report => {
  const faults: string[] = []
  let looked = 0
  for (const room of rooms(root).filter(({ name }) => SPECIFIED.has(name))) {
    const path = join(root, room.folder, 'SPEC.md')
    if (!existsSync(path)) {
      faults.push(`${room.folder}: no SPEC.md`)
      continue
    }
    const rules = [...readFileSync(path, 'utf8').matchAll(RULE)].map((match) => `R${match[1]}`)
    looked += rules.length
    if (rules.length === 0) faults.push(`${room.folder}/SPEC.md: not one rule`)
    for (const twice of rules.filter((rule, at) => rules.indexOf(rule) !== at)) faults.push(`${room.folder}/SPEC.md: ${twice} stands twice`)
    const tested = new Set<string>()
    for (const file of filesBelow(root, room.folder, ['.ts', '.tsx']).filter(isTest)) {
      for (const [, , name = ''] of readFileSync(join(root, file), 'utf8').matchAll(TEST)) {
        const named = NAMED.exec(name)?.[1]?.match(/R\d+/g) ?? []
        if (named.length === 0) faults.push(`${file}: "${name}" names no rule`)
        for (const rule of named) {
          tested.add(rule)
          if (!rules.includes(rule)) faults.push(`${file}: ${rule} is no rule of ${room.folder}/SPEC.md`)
        }
      }
    }
    for (const rule of rules.filter((rule) => !tested.has(rule))) faults.push(`${room.folder}/SPEC.md: ${rule} has no test`)
  }
  return { check: 'spec', looked, unit: 'rules', faults }
}

if (import.meta.main) tell(spec(ROOT))
