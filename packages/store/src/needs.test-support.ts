import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'

const required = process.env['PARAPH_REQUIRE'] === 'all'

/** A test that needs something of the machine: skipped loudly where it is absent, failed under `PARAPH_REQUIRE=all`. */
export const testWith = (
  need: { readonly name: string; readonly there: boolean },
  name: string,
  check: (context: TestContext) => Promise<void> | void,
): void => {
  if (need.there) test(name, check)
  else if (required)
    test(name, () => {
      throw new Error(`needs ${need.name}`)
    })
  else {
    console.error(`SKIPPED, for want of ${need.name}: ${name}`)
    test(name, { skip: `needs ${need.name}` }, () => {})
  }
}

export const strace = {
  name: 'strace',
  there: process.platform === 'linux' && spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0,
}

/** A file system of so many KiB on a folder of its own; `unmount` removes it. Needs root. */
export const mountSmall = (kibibytes: number): { readonly path: string; readonly unmount: () => void } | undefined => {
  if (process.platform !== 'linux') return undefined
  const path = mkdtempSync(join(tmpdir(), 'paraph-small-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k,mode=700`, 'tmpfs', path]).status !== 0) {
    rmdirSync(path)
    return undefined
  }
  const unmount = () => {
    spawnSync('umount', ['-l', path])
    rmdirSync(path)
  }
  return { path, unmount }
}
export const smallDisk = (() => {
  const tried = mountSmall(64)
  tried?.unmount()
  return { name: 'the right to mount a tmpfs', there: tried !== undefined }
})()
