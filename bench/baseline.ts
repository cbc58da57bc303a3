import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeAll } from '@paraph/store'

/** Appends `size`-byte records to a file, `group` at a time, each group followed by fdatasync, for `ms`. Records a second. */
export const rawAppendRate = ({ size, group, ms }: { size: number; group: number; ms: number }): number => {
  const folder = mkdtempSync(join(process.env['PARAPH_BENCH'] ?? tmpdir(), 'paraph-raw-'))
  const file = openSync(join(folder, 'raw'), 'w')
  const bytes = Buffer.alloc(size * group, 0x70)
  const start = performance.now()
  let count = 0
  while (performance.now() - start < ms) {
    writeAll(file, bytes)
    fdatasyncSync(file)
    count += group
  }
  const seconds = (performance.now() - start) / 1000
  closeSync(file)
  rmSync(folder, { recursive: true })
  return count / seconds
}

/** CPU time of one Ed25519 verification of node:crypto in this process, in µs: what to hold CPU times against on a machine that others use too. */
export const nodeVerifyCost = (count: number): number => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const message = Buffer.alloc(500, 7)
  const signature = sign(null, message, privateKey)
  const before = process.cpuUsage()
  for (let at = 0; at < count; at++) if (!verify(null, message, publicKey, signature)) throw new Error('a good signature was refused')
  const { user, system } = process.cpuUsage(before)
  return (user + system) / count
}

/** node:crypto's own Ed25519 verifications a second on one core: one key object, fresh messages of `size` bytes. */
export const nodeVerifyRate = ({ size, ms }: { size: number; ms: number }): number => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const signed = Array.from({ length: 64 }, (_, at) => {
    const message = Buffer.alloc(size, at)
    return { message, signature: sign(null, message, privateKey) }
  })
  const start = performance.now()
  let count = 0
  while (performance.now() - start < ms) {
    for (const { message, signature } of signed)
      if (!verify(null, message, publicKey, signature)) throw new Error('a good signature was refused')
    count += signed.length
  }
  return count / ((performance.now() - start) / 1000)
}
