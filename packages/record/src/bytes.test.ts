import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { base64, base64url, equalBytes, fromBase64, fromBase64url, fromHex, fromUtf8, hex, utf8 } from './bytes.ts'

const bytes = fc.uint8Array({ maxLength: 200 })

describe('encodings of bytes', () => {
  test('[R5] hex, base 64 and base 64 for URLs give back their bytes, and are what Node writes', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const buffer = Buffer.from(some)
        assert.equal(hex(some), buffer.toString('hex'))
        assert.equal(base64(some), buffer.toString('base64'))
        assert.equal(base64url(some), buffer.toString('base64url'))
        for (const back of [fromHex(hex(some)), fromBase64(base64(some)), fromBase64url(base64url(some))]) {
          assert.ok(back.ok && equalBytes(back.value, some))
        }
      }),
    )
  })

  test('[R5] every text but the one encoding of its bytes is refused', () => {
    for (const text of ['a', 'AB', '0g', ' 00', '００']) assert.ok(!fromHex(text).ok, text)
    for (const text of ['AA', 'AA=', 'AB==', 'AAA', 'AAB=', 'A===', '====', '=', 'AA-_', 'AA\n=', 'AAAA=', 'AAAA====', 'ĀAAA'])
      assert.ok(!fromBase64(text).ok, text)
    for (const text of ['A', 'AB', 'AAB', 'AA==', 'AA+/', 'AA ', 'AAAAA']) assert.ok(!fromBase64url(text).ok, text)
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const one = fromBase64(text)
        if (one.ok) assert.equal(base64(one.value), text)
        const other = fromBase64url(text)
        if (other.ok) assert.equal(base64url(other.value), text)
      }),
    )
  })

  test('[R5] UTF-8 is decoded fatally and keeps a byte order mark', () => {
    for (const wrong of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82]]) assert.ok(!fromUtf8(new Uint8Array(wrong)).ok)
    const marked = fromUtf8(utf8('\ufeffa'))
    assert.ok(marked.ok && marked.value === '\ufeffa')
  })
})
