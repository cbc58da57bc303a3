import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { hex, utf8 } from './bytes.ts'
import { canonical, DEPTH_LIMIT, parseCanonical, strict } from './canonical.ts'
import { vectors } from './data.test-support.ts'
import type { Json } from './json.ts'

const codeOf = (text: string | Uint8Array): string => {
  const parsed = parseCanonical(typeof text === 'string' ? utf8(text) : text)
  return parsed.ok ? 'ok' : parsed.refusal.code
}

const nested = (depth: number): Json => (depth === 0 ? 0 : [nested(depth - 1)])

/** The obvious way: every member sorted, whatever order it came in. */
const slowly = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(slowly).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const object = value as { readonly [name: string]: Json }
  const names = Object.keys(object).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${slowly(object[name]!)}`).join(',')}}`
}

describe('canonical JSON', () => {
  test('[R1] every RFC 8785 vector becomes the bytes that it says', (context) => {
    const folder = vectors(context, 'jcs')
    if (folder === undefined) return
    const names = readdirSync(join(folder, 'input')).map((name) => name.replace('.json', ''))
    assert.ok(names.length >= 6)
    for (const name of names) {
      const text = canonical(JSON.parse(readFileSync(join(folder, 'input', `${name}.json`), 'utf8')) as Json)
      assert.equal(text, readFileSync(join(folder, 'output', `${name}.json`), 'utf8'), name)
      const expected: string = readFileSync(join(folder, 'outhex', `${name}.txt`), 'utf8').replaceAll(/\s/g, '')
      assert.equal(hex(utf8(text)), expected, name)
    }
  })

  test('[R2] numbers are as ECMAScript writes them, members in UTF-16 order, and parsing gives the value back', () => {
    assert.equal(canonical([1e21, 1e-7, -0, 0.1, 333333333.3333333, 5e-324]), '[1e+21,1e-7,0,0.1,333333333.3333333,5e-324]')
    assert.equal(canonical({ '\u{1f600}': 1, '\ufb33': 2, a: 3, A: 4 }), '{"A":4,"a":3,"\u{1f600}":1,"\ufb33":2}')
    assert.equal(canonical('\u0000\b\t\n\f\r"\\\u007f\u2028/'), '"\\u0000\\b\\t\\n\\f\\r\\"\\\\\u007f\u2028/"')
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonical(value as Json)
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))
        assert.equal(text, slowly(value as Json))
        assert.equal(canonical(JSON.parse(text) as Json), text)
      }),
    )
  })

  test('[R2] names that look like numbers, which engines put first, stand in the order of their texts', () => {
    assert.equal(canonical({ b: 1, 9: 2, 10: 3 } as unknown as Json), '{"10":3,"9":2,"b":1}')
    assert.equal(canonical({ 1: 0, 2: { 10: 0, 9: 0 } } as unknown as Json), '{"1":0,"2":{"10":0,"9":0}}')
    assert.equal(codeOf('{"10":3,"9":2,"b":1}'), 'ok')
    assert.equal(codeOf('{"9":2,"10":3,"b":1}'), 'not-canonical')
  })

  test('[R2] what has no canonical text is a bug and throws', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }, undefined])
      assert.throws(() => canonical(value as Json))
  })

  test('[R3] strict names the first key beyond ASCII, number beyond safe integers, lone surrogate or level too deep, with its path', () => {
    const found = (value: Json): string => {
      const offence = strict(value, 'act')
      return offence === undefined ? 'ok' : `${offence.code} ${offence.path}`
    }
    assert.equal(found({ a: [1, { b: 'ok' }], c: null, d: true, e: 2 ** 53 - 1 }), 'ok')
    assert.equal(found({ a: { é: 1 } }), 'not-ascii-key act.a')
    assert.equal(found({ a: [0, 1.5] }), 'not-safe-integer act.a[1]')
    assert.equal(found({ a: 2 ** 53 }), 'not-safe-integer act.a')
    assert.equal(found({ a: { b: 'x\ud800' } }), 'lone-surrogate act.a.b')
    assert.equal(found(nested(DEPTH_LIMIT)), 'ok')
    assert.ok(found(nested(DEPTH_LIMIT + 1)).startsWith('too-deep act'))
  })

  test('[R4] bytes are parsed only where they are the canonical text of a strict value', () => {
    assert.equal(codeOf('{"a":[1,"é"],"b":null}'), 'ok')
    for (const text of [' 1', '{"a": 1}', '{"b":1,"a":2}', '{"a":1,"a":1}', '-0', '1.0', '1e2', '"\\u0041"', '"\\/"', '[1]\n']) {
      assert.equal(codeOf(text), 'not-canonical', text)
    }
    for (const text of ['', '{', 'undefined', '\ufeff1', "{'a':1}"]) assert.equal(codeOf(text), 'not-json', text)
    assert.equal(codeOf(new Uint8Array([0x22, 0xff, 0x22])), 'not-utf8')
    assert.equal(codeOf(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])), 'not-utf8')
    assert.equal(codeOf('"\\ud800"'), 'lone-surrogate')
    assert.equal(codeOf('1.5'), 'not-safe-integer')
    assert.equal(codeOf('1e400'), 'not-safe-integer')
    assert.equal(codeOf('{"é":1}'), 'not-ascii-key')
    assert.equal(codeOf('['.repeat(60_000) + ']'.repeat(60_000)), 'too-deep')
    assert.equal(codeOf('{"__proto__":{"a":1}}'), 'ok')
  })
})
