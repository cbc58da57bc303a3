import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** A Node of this machine that is too old to run TypeScript: the one that the README promises to. */
export const older = (process.env['PATH'] ?? '')
  .split(':')
  .concat('/usr/bin')
  .map((folder) => join(folder, 'node'))
  .find((node) => {
    if (!existsSync(node)) return false
    const [major = 0] = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.split('.').map(Number)
    return major >= 20 && major < 22
  })
