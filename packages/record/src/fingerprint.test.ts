import assert from 'node:assert/strict'
import { createHash, scryptSync } from 'node:crypto'
import { describe, test } from 'node:test'
import { checkpointFingerprint, FINGERPRINT_COST, fingerprint, parseFingerprint } from './fingerprint.ts'
import { nodeScrypt } from './node/index.ts'

describe('fingerprint', () => {
  test('[R31] it is scrypt of the canonical text mod 10⁴⁰ in eight groups of five digits', async () => {
    const read = await fingerprint(nodeScrypt, { b: 1, a: 'é' })
    assert.match(read, /^[0-9]{5}( [0-9]{5}){7}$/)
    const { N, r, p, length } = FINGERPRINT_COST
    assert.deepEqual([N, r, p], [2 ** 17, 8, 1])
    const key = scryptSync('{"a":"é","b":1}', 'paraph/fingerprint/v1', length, { N, r, p, maxmem: 2 ** 28 })
    const expected = (BigInt(`0x${key.toString('hex')}`) % 10n ** 40n).toString().padStart(40, '0')
    assert.equal(read.replaceAll(' ', ''), expected)
  })

  test('[R31] small numbers keep their zeros in front', async () => {
    assert.equal(await fingerprint(async () => new Uint8Array([7]), null), `${'00000 '.repeat(7)}00007`)
  })

  test('[R31] one that was written down is read in any grouping, and nothing else is', () => {
    const groups = '12345 67890 12345 67890 12345 67890 12345 67890'
    for (const text of [groups, groups.replaceAll(' ', ''), groups.replaceAll(' ', '-'), ` ${groups}\n`])
      assert.equal(parseFingerprint(text), groups)
    for (const text of ['', groups.slice(1), `${groups}1`, groups.replace('1', 'x'), '0'.repeat(32)])
      assert.equal(parseFingerprint(text), undefined)
  })

  test('[R57] that of a checkpoint is over its text, and of no other', async () => {
    const cheap = async (password: Uint8Array) => new Uint8Array(createHash('sha256').update(password).digest())
    const text = 'host.example/1\n4\nroot\n'
    assert.equal(await checkpointFingerprint(cheap, text), await fingerprint(cheap, { v: 1, checkpoint: text }))
    assert.notEqual(await checkpointFingerprint(cheap, text), await checkpointFingerprint(cheap, text.replace('4', '5')))
  })
})
