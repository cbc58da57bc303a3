import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A small tree of files to plant a fault in; what is a value is written as JSON. Gone after `look` has seen it. */
export const inTree = <Value>(files: Readonly<Record<string, unknown>>, look: (root: string) => Value): Value => {
  const root = mkdtempSync(join(tmpdir(), 'paraph-planted-'))
  const clear = (): void => rmSync(root, { recursive: true, force: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  let seen: Value
  try {
    seen = look(root)
  } catch (error) {
    clear()
    throw error
  }
  if (seen instanceof Promise) return seen.finally(clear) as Value
  clear()
  return seen
}
