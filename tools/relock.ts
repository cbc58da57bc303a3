import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { lockfile } from './lockfile.ts'
import { tell } from './report.ts'
import { ROOT, rooms } from './tree.ts'

// Makes package-lock.json anew, away from everything installed: npm that finds node_modules, or an older lockfile, keeps only this machine's
// platform binaries in it, and leaves the others' machines without.

const folder = mkdtempSync(join(tmpdir(), 'paraph-relock-'))
try {
  for (const path of ['package.json', ...rooms(ROOT).map((room) => `${room.folder}/package.json`), 'packages/paraph/bin.js']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(join(ROOT, path), join(folder, path))
  }
  const npm = (how: string): boolean =>
    spawnSync('npm', ['install', how, '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' }).status === 0
  // The second run writes what only an install learns, so that nobody's first install changes the file.
  if (npm('--package-lock-only') && npm('--ignore-scripts'))
    copyFileSync(join(folder, 'package-lock.json'), join(process.argv[2] ?? ROOT, 'package-lock.json'))
  else process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
if (process.exitCode === undefined) tell(lockfile(process.argv[2] ?? ROOT))
