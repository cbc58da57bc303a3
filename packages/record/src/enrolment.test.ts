import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromHex } from './bytes.ts'
import { vectors } from './data.test-support.ts'
import { enrolable } from './enrolment.ts'
import { generateSigner } from './node/index.ts'

const P = 2n ** 255n - 19n
/** 32 bytes of a number, least significant first, with the sign bit of x. */
const encoded = (y: bigint, sign = 0n): Uint8Array => {
  const bytes = new Uint8Array(32)
  let rest = y + sign * 2n ** 255n
  for (let at = 0; at < 32; at++) {
    bytes[at] = Number(rest % 256n)
    rest /= 256n
  }
  return bytes
}

describe('keys that may be enrolled', () => {
  test('[R15] keys that Node makes may be enrolled', () => {
    for (let key = 0; key < 20; key++) assert.equal(enrolable(generateSigner().signer.publicKey), undefined)
  })

  test('[R15] keys that are short, encoded twice, off the curve or of small order are refused, each by name', () => {
    assert.equal(enrolable(new Uint8Array(31))?.code, 'key-malformed')
    assert.equal(enrolable(new Uint8Array(33))?.code, 'key-malformed')
    assert.equal(enrolable(encoded(2n))?.code, 'key-not-on-curve')
    for (const y of [P, P + 1n, 2n ** 255n - 1n]) assert.equal(enrolable(encoded(y))?.code, 'key-not-canonical')
    // x = 0 has one sign: minus zero is a second encoding of the identity and of the point of order two.
    for (const y of [1n, P - 1n]) assert.equal(enrolable(encoded(y, 1n))?.code, 'key-not-canonical')
    // The identity, the point of order two, those of order four.
    for (const [y, sign] of [
      [1n, 0n],
      [P - 1n, 0n],
      [0n, 0n],
      [0n, 1n],
    ] as const)
      assert.equal(enrolable(encoded(y, sign))?.code, 'key-small-order')
  })

  test('[R15] every key of the CCTV vectors is refused where its flags give it a part of low order', (context) => {
    const folder = vectors(context, 'ed25519')
    if (folder === undefined) return
    const cases = JSON.parse(readFileSync(join(folder, 'cctv-ed25519vectors.json'), 'utf8')) as { key: string; flags: string[] | null }[]
    const counts = new Map<string, number>()
    for (const { key, flags } of cases) {
      const bytes = fromHex(key)
      assert.ok(bytes.ok)
      const code = enrolable(bytes.value)?.code ?? 'enrolable'
      counts.set(code, (counts.get(code) ?? 0) + 1)
      const isLow = flags?.includes('low_order_A') === true
      const isMixed = flags?.includes('low_order_component_A') === true
      const isTwice = flags?.includes('non_canonical_A') === true
      const expected = isTwice ? 'key-not-canonical' : isLow ? 'key-small-order' : isMixed ? 'key-mixed-order' : 'enrolable'
      assert.equal(code, expected, `${key} ${flags}`)
    }
    for (const code of ['key-not-canonical', 'key-small-order', 'key-mixed-order']) assert.ok((counts.get(code) ?? 0) > 0, code)
  })
})
