import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromBase64Url, readHanded, toHex } from './deviceKey.ts'

const seed = Buffer.alloc(32, 7).toString('base64url')
const process = '0123456789abcdef0123456789abcdef'

test('a handed key is read from the fragment of its link', () => {
  const handed = readHanded(`#${seed}.${process}.SEC`)
  assert.deepEqual(handed && { ...handed, seed: toHex(handed.seed) }, { seed: '07'.repeat(32), process, body: 'SEC' })
})

test('a fragment that is not exactly seed, process and body hands over nothing', () => {
  for (const fragment of [
    '',
    '#',
    `#${seed}`,
    `#${seed}.${process}`,
    `#${seed.slice(2)}.${process}.SEC`,
    `#${seed}.${process}.SEC.more`,
    `#${seed}.${process.toUpperCase()}.SEC`,
    `#${seed}.${process}.9SEC`,
    `#${seed.replace('B', '+')}.${process}.SEC`,
  ])
    assert.equal(readHanded(fragment), null, fragment)
})

test('base64url without padding is read, anything else is not', () => {
  assert.deepEqual(fromBase64Url('-_8'), Uint8Array.from([251, 255]))
  assert.equal(fromBase64Url('a b'), null)
})
