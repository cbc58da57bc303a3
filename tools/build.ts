import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { type Build, fingerprint, isStale, remember } from './stale.ts'
import { ROOT } from './tree.ts'

/** The browser application: made of its own room and of every room that it bundles. */
export const WEB: Build = {
  from: [
    'packages/web',
    'packages/record/src',
    'packages/text/src',
    'packages/terms/src',
    'packages/talks/src',
    'packages/talks/locales',
    'packages/api/src',
    'packages/client/src',
    'package-lock.json',
    'tsconfig.base.json',
  ],
  outcome: 'packages/web/dist/index.html',
  memory: 'node_modules/.cache/paraph-build/web',
}

/** Builds what is stale; says so in one line. False where the build failed, after its own words. */
export const build = (root: string, force = false): boolean => {
  if (!force && !isStale(root, WEB)) return true
  console.log('Building the pages …')
  const begun = performance.now()
  const before = fingerprint(root, WEB.from)
  const folder = join(root, 'packages/web')
  const vite = join(dirname(createRequire(join(folder, 'package.json')).resolve('vite/package.json')), 'bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder, stdio: 'inherit' })
  if (status !== 0) return false
  remember(root, WEB, before)
  console.log(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  return true
}

if (import.meta.main && !build(ROOT, process.argv.includes('--force'))) process.exitCode = 1
