import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, tell } from './report.ts'
import { filesBelow, ROOT, rooms } from './tree.ts'

/** A file is one concept in 50-250 lines; one that must be longer says why. */
export const LENGTH_LIMIT = 250

/** A longer file says so in a comment: `// Longer than 250 lines: <why>`. */
const SAYS_WHY = /(?:\/\/|\*|\/\*)\s*(?:this file is\s+)?long(?:er)?\b[^\n]*?(?:because|:)\s*\S/i

/** Words that name no concept (a browser's `ServiceWorker` goes on after them). Written apart, so that this file does not find itself. */
const EMPTY_NAME = new RegExp(`\\b\\w*(?:Mana${'ger'}|Hel${'per'}|Ser${'vice'}|Ut${'ils?'})s?\\b`, 'gi')
const EMPTY_EXPORT = /^export (?:const|let|function|async function|type|class|interface) (data|info)\b/gm
const PROMISE_ONLY = new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'}|XX${'X'})\\b`, 'g')
/** It may write less than asked without an error: one function of the store writes all. */
const SHORT_WRITE = new RegExp(`\\bwrite${'Sync'}\\b`, 'g')
const MAY_WRITE = 'packages/store/src/'

/** Lengths and words of every source file of ours. */
export const style = (root: string): Report => {
  const faults: string[] = []
  const files = rooms(root).flatMap(({ folder }) => filesBelow(root, folder, ['.ts', '.tsx', '.js', '.mjs']))
  for (const path of files.filter((path) => !path.endsWith('.gen.ts'))) {
    const text = readFileSync(join(root, path), 'utf8')
    const length = text.split('\n').length - 1
    if (length > LENGTH_LIMIT && !SAYS_WHY.test(text))
      faults.push(`${path}: ${length} lines, more than ${LENGTH_LIMIT}, and no comment "Longer than ${LENGTH_LIMIT} lines: <why>"`)
    const code = withoutWords(text)
    for (const { index, 0: word } of code.matchAll(EMPTY_NAME)) faults.push(`${place(path, code, index)}: "${word}" names no concept`)
    for (const { index, 1: word } of code.matchAll(EMPTY_EXPORT)) faults.push(`${place(path, code, index)}: "${word}" names no concept`)
    for (const { index, 0: word } of text.matchAll(PROMISE_ONLY))
      faults.push(`${place(path, text, index)}: ${word}; a known hole is "BUG:" with the scenario that fails`)
    if (path.startsWith(MAY_WRITE)) continue
    for (const { index, 0: word } of code.matchAll(SHORT_WRITE))
      faults.push(`${place(path, code, index)}: ${word} may write less than asked`)
  }
  return { check: 'style', looked: files.length, unit: 'files', faults }
}

const place = (path: string, text: string, index: number): string => `${path}:${text.slice(0, index).split('\n').length}`

/** The code with comments and one-line strings blanked, lines kept. Good enough for words; no parser. */
const withoutWords = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, (found) => found.replace(/[^\n]/g, ' '))

if (import.meta.main) tell(style(ROOT))
