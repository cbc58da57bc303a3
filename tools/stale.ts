import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesBelow } from './tree.ts'

/** What a build is made of (files and folders) and where it leaves its outcome and its memory, all as paths from the root. */
export type Build = { readonly from: readonly string[]; readonly outcome: string; readonly memory: string }

/** SHA-256 over path, size (bytes) and change time (ms) of every file: cheap, and a touched file is at worst built once more. */
export const fingerprint = (root: string, from: readonly string[]): string => {
  const hash = createHash('sha256')
  const files = from.flatMap((path) =>
    existsSync(join(root, path)) && statSync(join(root, path)).isFile() ? [path] : filesBelow(root, path, ['']),
  )
  for (const path of files) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path}\n${size}\n${Math.round(mtimeMs)}\n`)
  }
  return hash.digest('hex')
}

/** Whether the outcome is missing, or made of something else than what stands there now. */
export const isStale = (root: string, { from, outcome, memory }: Build): boolean =>
  !existsSync(join(root, outcome)) ||
  !existsSync(join(root, memory)) ||
  readFileSync(join(root, memory), 'utf8') !== fingerprint(root, from)

/** Called after a build, with the fingerprint taken *before* it: what changed while it ran is built again. */
export const remember = (root: string, { memory }: Build, before: string): void => {
  mkdirSync(dirname(join(root, memory)), { recursive: true })
  writeFileSync(join(root, memory), before)
}
